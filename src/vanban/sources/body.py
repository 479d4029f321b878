"""The body grammar: people's own lines become blocks (design of the source, §body).

A line is a paragraph; its mark, if it has one, says what it is. See `marks` for the marks,
`inline` for what stands inside a line, `headings` for which marked lines are headings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from vanban.messages import _
from vanban.model import headings
from vanban.model.blocks import Bang, Block, Body, CuocChu, DeMuc, Doan, Hinh
from vanban.model.inlines import Inlines, plain
from vanban.model.levels import DIVISIONS
from vanban.model.marks import Mark, closes, find, is_escaped
from vanban.model.open_items import AllItems, OpenItems
from vanban.model.origin import Path, Span
from vanban.model.quotes import quotations
from vanban.patterns import later
from vanban.sources import inline, lines, tables
from vanban.sources.collector import Collector
from vanban.sources.lines import Line
from vanban.viet.numbering import LETTERS

_FOOTNOTE = later(r"\[\^(?P<nhan>[^\]\s\[]{1,60})\]:\s*(?P<chu>.*)")
_LABEL = later(r"\{#(?P<nhan>[^\W_](?:[\w-]*\w)?)\}")
_IMAGE = later(r"!\[(?P<alt>[^\]]*)\]\((?P<file>[^()]*(?:\([^()]*\)[^()]*)*)\)")

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

    def __init__(self, text: str, span: Span, path: Path, out: Collector, image: FindImage) -> None:
        self.lines = list(lines.read(text))
        self.span, self.path, self.out, self.image = span, path, out, image
        self.blocks: list[Block] = []
        self.open_items = OpenItems()
        self.quotations = quotations([line.text for line in self.lines])
        self.position = 0
        self.quoted_until = -1
        self.title_wanted = False
        self.goes_on = False

    def read(self) -> Body:
        while self.position < len(self.lines):
            line = self.lines[self.position]
            if not (self._footnote(line) or self._table(line) or self._image(line)):
                self._text(line)
            self.position += 1
        return tuple(self.blocks)

    def _add(self, block: Block, line: Line) -> None:
        self.out.spans[self._here()] = self.span.assembled(line.stretches(0, len(line.text)))
        self.blocks.append(block)
        self.title_wanted = self.goes_on = False

    def _footnote(self, line: Line) -> bool:
        found = _FOOTNOTE.fullmatch(line.text)
        if not found:
            return False
        whole = lines.join([line, *self._more(line.indent)])
        start = found.start("chu") + (not found["chu"])  # then the text begins after a blank
        chu = self._inlines(whole, start, len(whole.text), self.out.next_footnote())
        self.out.define_footnote(CuocChu(found["nhan"], chu), self.span.place(line.at(0)))
        self.goes_on = not closes(plain(chu))
        return True

    def _more(self, indent: int) -> Iterator[Line]:
        """The lines under a footnote that stand deeper than it."""
        while self.position + 1 < len(self.lines):
            following = self.lines[self.position + 1]
            if following.indent <= indent or _FOOTNOTE.fullmatch(following.text):
                return
            self.position += 1
            yield following

    def _table(self, line: Line) -> bool:
        end, nhan = _label(line.text)
        start = tables.caption(line.text)
        if start is not None and start >= end and nhan is None:
            start = None
        grid = tables.read(self.lines, self.position + (start is not None))
        if grid is None:
            return False
        self._check_width(grid)
        here = self._here()
        ten: Inlines = ()
        if start is not None:
            self._define(nhan, line)
            ten = self._inlines(line, start, max(start, end), (*here, "ten"))
        dau = self._cells(grid.dau, (*here, "dau"))
        hang = tuple(self._cells(row, (*here, "hang", i)) for i, row in enumerate(grid.hang))
        self._add(Bang(ten, grid.can, dau, hang, None if start is None else nhan), line)
        self.position += grid.taken - 1 + (start is not None)
        return True

    def _check_width(self, grid: tables.Grid) -> None:
        for row in (grid.dau, *grid.hang):
            if len(row.cells) != len(grid.can):
                self.out.problem(
                    _("Hàng của bảng có {found} ô, cần {wanted} ô như dòng gạch |---|.").format(
                        found=len(row.cells), wanted=len(grid.can)
                    ),
                    self.span.place(row.line.at(0)),
                    _("Thêm hoặc bớt dấu | cho đủ ô; ô trống vẫn cần | ở hai bên."),
                )

    def _cells(self, row: tables.Row, path: Path) -> tuple[Inlines, ...]:
        return tuple(
            self._inlines(row.line, cell.offset, cell.offset + len(cell.text), (*path, index))
            for index, cell in enumerate(row.cells)
        )

    def _image(self, line: Line) -> bool:
        found = _IMAGE.fullmatch(line.text)
        if not found or not found["file"].strip():
            return False
        place = self.span.assembled(line.stretches(*found.span("file")))
        file = self.image(found["file"].strip(), place)
        self._add(Hinh(file, found["alt"].strip()), line)
        return True

    def _text(self, line: Line) -> None:
        end, nhan = _label(line.text)
        quoted = self.position <= self.quoted_until
        mark = None if quoted else find(line.text[:end], self.open_items)
        if mark:
            self._item(line, mark, end, nhan)
            return
        self.quoted_until = max(self.quoted_until, self.quotations.get(self.position, -1))
        start = 1 if is_escaped(line.text[:end]) else 0
        if self.title_wanted:
            self._title(line, start, end, nhan)
        else:
            self._paragraph(line, start, quoted)

    def _item(self, line: Line, mark: Mark, end: int, nhan: str | None) -> None:
        self._define(nhan, line)
        chu = self._inlines(line, mark.end, end, (*self._here(), "chu"))
        self.open_items.admit(mark.cap, mark.dau)
        if mark.dau is None and self.open_items.diem_count > len(LETTERS):
            self._past_y(line)
        for kind in mark.notes:
            self._note(kind, line)
        self._add(DeMuc(mark.cap, mark.dau, chu, nhan=nhan), line)
        self.title_wanted = mark.cap in DIVISIONS and not chu
        self.goes_on = bool(chu) and not closes(plain(chu))

    def _title(self, line: Line, start: int, end: int, nhan: str | None) -> None:
        """The unmarked line under "Chương I" is its title."""
        division = self.blocks.pop()
        assert isinstance(division, DeMuc)
        self._define(nhan, line)
        chu = self._inlines(line, start, end, (*self._here(), "chu"))
        self.blocks.append(DeMuc(division.cap, division.dau, chu, nhan=nhan or division.nhan))
        self.title_wanted = not chu
        self.goes_on = not closes(plain(chu))

    def _paragraph(self, line: Line, start: int, quoted: bool) -> None:
        text = line.text
        if self.goes_on and text[0].islower() and not (quoted and find(text, AllItems())):
            self._note("noi-dong", line)
        if _label(text)[1] is not None:
            self._stray_label(line)
        chu = self._inlines(line, start, len(text), (*self._here(), "chu"))
        self._add(Doan(chu), line)
        self.goes_on = not closes(plain(chu))

    def _past_y(self, line: Line) -> None:
        self.out.problem(
            _("Danh sách tự đánh chữ dài quá {count} điểm (a đến y).").format(count=len(LETTERS)),
            self.span.place(line.at(0)),
            _("Chia danh sách, hoặc đánh số (#) thay cho #)."),
        )

    def _stray_label(self, line: Line) -> None:
        self.out.problem(
            _("Nhãn đứng ở cuối một đoạn không có dấu đầu dòng."),
            self.span.place(line.at(line.text.rindex("{#"))),
            _("Đặt nhãn ở cuối dòng của mục được viện dẫn, hoặc gõ \\{{ nếu là chữ.").format(),
        )

    def _define(self, nhan: str | None, line: Line) -> None:
        if nhan is not None:
            at = line.text.rindex("{#") + len("{#")
            self.out.define_label(nhan, self.span.place(line.at(at)))

    def _inlines(self, line: Line, start: int, end: int, path: Path | None = None) -> Inlines:
        """The inlines of a part of a line; with a path, their places are kept."""

        def found(kind: str, label: str, offset: int) -> None:
            place = self.span.place(line.at(start + offset))
            marks = self.out.footnote_marks if kind == "note" else self.out.references
            marks.append((label, place))

        text = line.text[start:end]
        if path:
            self.out.spans[path] = self.span.assembled(_places(line, start, text))
        return inline.parse(text, found)

    def _note(self, kind: str, line: Line) -> None:
        self.out.note(kind, self.span.place(line.at(0)), line.text[:60], self._here())

    def _here(self) -> Path:
        return (*self.path, len(self.blocks))


def _label(text: str) -> tuple[int, str | None]:
    """Where the text ends that stands before a label at the end of a line, and the label.

    >>> _label("1. Một {#mot}"), _label(r"1. Một \\{#mot}")
    ((6, 'mot'), (14, None))
    """
    at = text.rfind("{#") if text.endswith("}") else -1
    found = _LABEL.fullmatch(text, at) if at >= 0 else None
    before = text[: max(at, 0)]
    if not found or (len(before) - len(before.rstrip("\\"))) % 2:
        return len(text), None
    return len(before.rstrip(lines.BLANKS)), found["nhan"]


def _places(line: Line, start: int, text: str) -> Iterator[lines.Stretch]:
    """Where the plain text of a part of a line stands in the body; at least one stretch."""
    if len(line.pieces) == 1 and text and inline.is_plain(text):
        yield 0, line.at(start), len(text)
        return
    at_all = False
    for at, here, length in inline.stretches(text):
        for offset, source, count in line.stretches(start + here, start + here + length):
            at_all = True
            yield at + offset, source, count
    if not at_all:
        yield 0, line.at(start), 0
