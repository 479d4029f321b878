"""The body grammar: people's own lines become blocks (design of the source, §body).

A line is a paragraph; its mark, if it has one, says what it is. See `marks` for the marks,
`inline` for what stands inside a line, `headings` for which marked lines are headings.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from vanban.messages import _
from vanban.model.blocks import Bang, Block, Body, CuocChu, DeMuc, Doan, Hinh
from vanban.model.inlines import Inlines
from vanban.model.levels import DIVISIONS
from vanban.model.origin import Path, Span
from vanban.sources import headings, inline, lines, tables
from vanban.sources.collector import Collector
from vanban.sources.lines import Line
from vanban.sources.marks import Mark, OpenItems, closes, find

_FOOTNOTE = re.compile(r"\[\^(?P<label>[^\]\s\[]{1,60})\]:\s*(?P<text>.*)")
_LABEL = re.compile(r"\s*(?<!\\)\{#(?P<label>[\w-]+)\}$")
_IMAGE = re.compile(r"!\[(?P<alt>[^\]]*)\]\((?P<file>[^)]+)\)")

FindImage = Callable[[str, Span], str]
"""From the file as typed and its place to the path that the model holds."""


def parse(text: str, span: Span, path: Path, out: Collector, image: FindImage) -> Body:
    """The blocks of a body.

    Args:
        text: the body, lines separated by newlines.
        span: where it stands in the source.
        path: its path in the document, for places.
        out: takes problems, notes, places, footnotes, labels and references.
        image: resolves the file of an image.
    """
    return headings.decide(_Reader(text, span, path, out, image).read())


class _Reader:
    """Walks over the lines once; ``blocks`` grows, ``position`` advances."""

    def __init__(
        self, text: str, span: Span, path: Path, out: Collector, image: FindImage
    ) -> None:
        self.lines = list(lines.read(text))
        self.span, self.path, self.out, self.image = span, path, out, image
        self.blocks: list[Block] = []
        self.open_items = OpenItems()
        self.position = 0
        self.quoted_until = -1
        self.title_wanted = False
        self.previous: Line | None = None

    def read(self) -> Body:
        while self.position < len(self.lines):
            line = self.lines[self.position]
            if self.position <= self.quoted_until:
                self._add(Doan(self._inlines(line, 0)), line)
            elif not (self._footnote(line) or self._table(line) or self._image(line)):
                self._text(line)
            self.position += 1
        return tuple(self.blocks)

    def _add(self, block: Block, line: Line, start: int = 0) -> None:
        here = (*self.path, len(self.blocks))
        whole = self.span.shifted(line.at(0))
        self.out.spans[here] = whole
        self.out.spans[(*here, "chu")] = self.span.shifted(line.at(start))
        self.blocks.append(block)
        self.previous = line

    def _footnote(self, line: Line) -> bool:
        found = _FOOTNOTE.fullmatch(line.text)
        if not found:
            return False
        parts = [self._inlines(line, found.start("text"))]
        while self.position + 1 < len(self.lines) and self.lines[self.position + 1].indented:
            self.position += 1
            parts.append(self._inlines(self.lines[self.position], 0))
        chu = _joined(parts)
        self.out.define_footnote(CuocChu(found["label"], chu), self.span.place(line.at(0)))
        return True

    def _table(self, line: Line) -> bool:
        title = tables.caption(line.text)
        grid = tables.read(self.lines, self.position + (title is not None))
        if grid is None:
            return False
        ten: Inlines = ()
        nhan = None
        if title is not None:
            text, nhan = self._label(line)
            ten = self._inlines(line, line.text.index(title), len(text))
        width = len(grid.can)
        for row in (grid.dau, *grid.hang):
            if len(row.cells) != width:
                self._ragged(row, width)
        dau = self._cells(grid.dau)
        self._add(Bang(ten, grid.can, dau, tuple(self._cells(row) for row in grid.hang), nhan), line)
        self.position += grid.taken - 1 + (title is not None)
        return True

    def _ragged(self, row: tables.Row, width: int) -> None:
        self.out.problem(
            _("Hàng của bảng có {found} ô, cần {wanted} ô như hàng tiêu đề.").format(
                found=len(row.cells), wanted=width
            ),
            self.span.place(row.line.at(0)),
            _("Thêm hoặc bớt dấu | cho đủ ô; ô trống vẫn cần | ở hai bên."),
        )

    def _cells(self, row: tables.Row) -> tuple[Inlines, ...]:
        return tuple(
            self._inlines(row.line, cell.offset, cell.offset + len(cell.text)) for cell in row.cells
        )

    def _image(self, line: Line) -> bool:
        found = _IMAGE.fullmatch(line.text)
        if not found:
            return False
        file = self.image(found["file"].strip(), self.span.shifted(line.at(found.start("file"))))
        self._add(Hinh(file, found["alt"].strip()), line)
        return True

    def _text(self, line: Line) -> None:
        if line.text.startswith("\\") and find(line.text[1:], self.open_items):
            self._paragraph(line, 1)
            return
        mark = find(line.text, self.open_items)
        if mark:
            self._item(line, mark)
        elif self.title_wanted:
            self._title(line)
        else:
            self._quotation(line)
            self._paragraph(line, 0)

    def _item(self, line: Line, mark: Mark) -> None:
        text, nhan = self._label(line)
        chu = self._inlines(line, mark.end, len(text))
        self.open_items.admit(mark)
        if mark.note:
            self._note(mark.note, line)
        self._add(DeMuc(mark.cap, mark.dau, chu, nhan=nhan), line, mark.end)
        self.title_wanted = mark.cap in DIVISIONS and not chu

    def _title(self, line: Line) -> None:
        """The unmarked line under "Chương I" is its title."""
        division = self.blocks[-1]
        assert isinstance(division, DeMuc)
        text, nhan = self._label(line)
        chu = self._inlines(line, 0, len(text))
        self.blocks[-1] = DeMuc(division.cap, division.dau, chu, nhan=nhan or division.nhan)
        self.out.spans[(*self.path, len(self.blocks) - 1, "chu")] = self.span.shifted(line.at(0))
        self.title_wanted = False
        self.previous = line

    def _paragraph(self, line: Line, start: int) -> None:
        before = self.previous
        if line.text[start : start + 1].islower() and before and not closes(before.text):
            self._note("noi-dong", line)
        self._add(Doan(self._inlines(line, start)), line, start)
        self.title_wanted = False

    def _quotation(self, line: Line) -> None:
        """From a line that opens with “ to the line with its ”, marks are quoted text."""
        if not line.text.startswith("“"):
            return
        level = 0
        for position in range(self.position, len(self.lines)):
            text = self.lines[position].text
            level += text.count("“") - text.count("”")
            if level <= 0:
                self.quoted_until = position
                return

    def _label(self, line: Line) -> tuple[str, str | None]:
        """The line without the label at its end, and the label."""
        found = _LABEL.search(line.text)
        if not found:
            return line.text, None
        self.out.define_label(found["label"], self.span.place(line.at(found.start("label"))))
        return line.text[: found.start()], found["label"]

    def _inlines(self, line: Line, start: int, end: int | None = None) -> Inlines:
        def found(kind: str, label: str, offset: int) -> None:
            place = self.span.place(line.at(start + offset))
            marks = self.out.footnote_marks if kind == "note" else self.out.references
            marks.append((label, place))

        return inline.parse(line.text[start:end], found)

    def _note(self, kind: str, line: Line) -> None:
        path = (*self.path, len(self.blocks))
        self.out.note(kind, self.span.place(line.at(0)), line.text[:60], path)


def _joined(parts: list[Inlines]) -> Inlines:
    gap = inline.parse(" ")
    out: Inlines = parts[0]
    for part in parts[1:]:
        out += gap + part
    return out
