"""What reading gathers besides the document: problems, notes, places, footnotes, labels."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct, field

from vanban.errors import Problem, SourceError, short
from vanban.location import Place
from vanban.messages import _
from vanban.model.blocks import CuocChu
from vanban.model.inlines import NoteRef
from vanban.model.origin import Note, Path, Span
from vanban.patterns import later
from vanban.viet.text import nearest

_LABEL = later(r"[^\W_](?:[\w-]*\w)?")
MAX_SUGGESTIONS = 20
"""For so many undefined references the nearest label is looked up; that is slow."""


class Collector(Struct):
    """One for each file read; every problem is kept, so that all are told at once."""

    problems: list[Problem] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    spans: dict[Path, Span] = field(default_factory=dict)
    footnotes: dict[str, tuple[CuocChu, Place]] = field(default_factory=dict)
    footnote_marks: list[tuple[str, Place]] = field(default_factory=list)
    labels: dict[str, Place] = field(default_factory=dict)
    references: list[tuple[str, Place]] = field(default_factory=list)
    files: list[str] = field(default_factory=list)

    def problem(self, message: str, place: Place | None, advice: str | None = None) -> None:
        """Keep a problem; reading goes on to find the others."""
        self.problems.append(Problem(message, place, advice))

    def note(self, kind: str, place: Place, quote: str = "", path: Path = ()) -> None:
        """Remember something that reading changed or noticed."""
        self.notes.append(Note(kind, place, quote, path))

    def next_footnote(self) -> Path:
        """The path of the text of the footnote that is defined next."""
        return ("cuoc_chu", len(self.footnotes), "chu")

    def define_footnote(self, note: CuocChu, place: Place) -> None:
        """Keep a footnote; a second one with its label is a problem."""
        if note.nhan in self.footnotes:
            first = self.footnotes[note.nhan][1].line
            self.problem(
                _("Cước chú [^{label}] được định nghĩa hai lần (lần đầu ở dòng {line}).").format(
                    label=note.nhan, line=first
                ),
                place,
                _("Đặt nhãn khác cho một trong hai cước chú."),
            )
        else:
            self.footnotes[note.nhan] = (note, place)
        if any(isinstance(inline, NoteRef) for inline in note.chu):
            self.problem(
                _("Cước chú [^{label}] chứa dấu của một cước chú khác.").format(label=note.nhan),
                place,
                _("Viết cả hai vào một cước chú, hoặc gõ \\[ nếu là chữ."),
            )

    def define_label(self, label: str, place: Place) -> None:
        """Keep a label; a second one of the name, or one that no @ can name, is a problem."""
        if not _LABEL.fullmatch(label):
            self.problem(
                _("Nhãn «{label}» không viện dẫn được.").format(label=short(label)),
                place,
                _("Đặt nhãn một từ gồm chữ, số, dấu gạch nối, ví dụ: danh-muc"),
            )
        elif label in self.labels:
            self.problem(
                _("Nhãn {{#{label}}} được đặt hai lần (lần đầu ở dòng {line}).").format(
                    label=label, line=self.labels[label].line
                ),
                place,
                _("Đặt tên khác cho một trong hai nhãn."),
            )
        else:
            self.labels[label] = place

    def check_links(self) -> None:
        """Find footnote marks, footnotes and references that lead to nothing."""
        for label, place in self.footnote_marks:
            if label not in self.footnotes:
                self.problem(
                    _("[^{label}] không có cước chú nào.").format(label=label),
                    place,
                    _("Thêm dòng «[^{label}]: nội dung», hoặc gõ \\[ nếu là chữ.").format(
                        label=label
                    ),
                )
        used = {label for label, _place in self.footnote_marks}
        for label, (_note, place) in self.footnotes.items():
            if label not in used:
                self.problem(
                    _("Cước chú [^{label}] không được dùng ở đâu.").format(label=label),
                    place,
                    _("Đặt [^{label}] sau từ cần chú thích, hoặc xóa cước chú.").format(
                        label=label
                    ),
                )
        undefined = (found for found in self.references if found[0] not in self.labels)
        for count, (label, place) in enumerate(undefined):
            self.problem(
                _("@{label} không viện dẫn đến nhãn nào.").format(label=label),
                place,
                self._label_advice(label, self.labels if count < MAX_SUGGESTIONS else ()),
            )

    @staticmethod
    def _label_advice(label: str, known: Iterable[str]) -> str:
        near = nearest(label, known)
        if near:
            return _("Có phải @{near} không?").format(near=near)
        return _("Đặt {{#{label}}} ở cuối mục được viện dẫn, hoặc gõ \\@ nếu là chữ.").format(
            label=label
        )

    def used_footnotes(self) -> Iterable[CuocChu]:
        """The footnotes in the order of their definitions."""
        return (note for note, _place in self.footnotes.values())

    def raise_problems(self) -> None:
        """Stop if there was any problem, telling all in the order of the file."""
        if self.problems:
            raise SourceError(sorted(self.problems, key=_order))


def _order(problem: Problem) -> tuple[str, int, int]:
    place = problem.place or Place("")
    return place.path, place.line or 0, place.column or 0
