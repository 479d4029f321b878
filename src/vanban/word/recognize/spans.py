"""Lines of text with their place: paragraphs cut at line breaks, cells with row and column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

from vanban.layout.document import Block
from vanban.layout.paragraph import Paragraph
from vanban.layout.recognized import Piece
from vanban.layout.table import Table
from vanban.patterns import later

_BREAK = later(r"[\n\f\v]")
BLANKS = " \t\u00a0\u2007\u202f\u2002\u2003\u2009\u3000\u200b\ufeff"
_GAP = later(r"[ \u00a0]*\t[ \t\u00a0]*|[ \u00a0]{3,}")


class Span(Struct, frozen=True):
    """A line of a paragraph.

    Attributes:
        paragraph: where it stands.
        start, end: offsets in the paragraph's text, without blanks at the ends.
        text: what it shows, capitals by look made; without an automatic number.
        block: index in ``Layout.blocks`` of the block that it stands in.
        table: the outermost table that holds it; None outside of tables.
        row, column: of the cell in that table; 0 outside.
        nested: whether it stands in a table inside a table, or in a text box.
        lead: blanks before it in its paragraph, by which people centre.
    """

    paragraph: Paragraph
    start: int
    end: int
    text: str
    block: int
    table: Table | None = None
    row: int = 0
    column: int = 0
    nested: bool = False
    lead: int = 0

    @property
    def centred(self) -> bool:
        """Whether it stands in the middle, by alignment or by blanks before it."""
        return self.paragraph.alignment == "center" or self.lead >= 12

    @property
    def bold(self) -> bool:
        """Whether all that is visible of it is bold."""
        return self.piece("").bold

    @property
    def key(self) -> tuple[int, int, int]:
        """Which span it is."""
        return self.paragraph.index, self.start, id(self.paragraph)

    def piece(self, slug: str, *, sure: bool = True, role: str = "", text_start: int = 0) -> Piece:
        """The piece that it is; ``text_start`` is an offset in the span's text."""
        start = self.start + text_start
        return Piece(slug, self.paragraph, self.start, self.end, sure, role, text_start=start)

    def cut(self, start: int, end: int) -> Span:
        """A part of it, by offsets in its text."""
        return _span(self.paragraph, self.start + start, self.start + end, self)


class Place(Struct, frozen=True):
    """The place of a block for its spans."""

    block: int
    table: Table | None = None
    row: int = 0
    column: int = 0
    nested: bool = False


def lines(paragraph: Paragraph, place: Place | Span) -> list[Span]:
    """The lines of a paragraph; an empty one is one empty line."""
    text = paragraph.text
    if not _BREAK.search(text):
        return [_span(paragraph, 0, len(text), place)]
    out, at = [], 0
    for found in _BREAK.finditer(text):
        out.append(_span(paragraph, at, found.start(), place))
        at = found.end()
    out.append(_span(paragraph, at, len(text), place))
    filled = [span for span in out if span.text]
    return filled or out[:1]


def _span(paragraph: Paragraph, start: int, end: int, place: Place | Span) -> Span:
    raw = paragraph.text[start:end]
    bare = raw.lstrip(BLANKS)
    lead = len(raw) - len(bare)
    bare = bare.rstrip(BLANKS)
    first = start + lead if bare else start
    last = first + len(bare)
    return Span(
        paragraph,
        first,
        last,
        _shown(paragraph, first, last) if bare else "",
        place.block,
        place.table,
        place.row,
        place.column,
        place.nested,
        lead,
    )


def _shown(paragraph: Paragraph, start: int, end: int) -> str:
    """The text with the capitals that the look of runs makes."""
    text = paragraph.text[start:end]
    if not any(look.caps or look.small_caps for look in paragraph.looks):
        return text
    shown = "".join(run.shown for run in paragraph.runs)
    return shown[start:end] if len(shown) == len(paragraph.text) else text


def spans(block: Block, index: int) -> Iterator[Span]:
    """The lines of a block in reading order, those of cells and text boxes too."""
    yield from _spans(block, Place(index))


def _spans(block: Block, place: Place) -> Iterator[Span]:
    if isinstance(block, Paragraph):
        yield from lines(block, place)
        for drawing in block.drawings:
            for inner in drawing.blocks:
                yield from _spans(inner, _inside(place))
        return
    for number, row in enumerate(block.rows):
        for cell in row.cells:
            if place.table is None:
                here = Place(place.block, block, number, cell.column)
            else:
                here = _inside(place)
            for inner in cell.blocks:
                yield from _spans(inner, here)


class Blocks(Sequence[Block]):
    """The blocks of a file with their lines, each cut once."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self._spans: dict[int, list[Span]] = {}
        self._shown: dict[int, list[Span]] = {}

    def __len__(self) -> int:
        return len(self._blocks)

    def __getitem__(self, at: Any) -> Any:
        return self._blocks[at]

    def spans(self, index: int) -> list[Span]:
        """The lines of a block; none of them may be changed."""
        known = self._spans.get(index)
        if known is None:
            known = self._spans[index] = list(spans(self._blocks[index], index))
        return known

    def shown(self, index: int) -> list[Span]:
        """The lines of a block that have text; none of them may be changed."""
        known = self._shown.get(index)
        if known is None:
            known = self._shown[index] = [span for span in self.spans(index) if span.text]
        return known


def _inside(place: Place) -> Place:
    return Place(place.block, place.table, place.row, place.column, True)


def columns(span: Span) -> list[Span]:
    """The stretches of a line that tabs or rows of blanks set apart; the line itself when none do.

    >>> from vanban.layout.look import Look
    >>> from vanban.layout.run import Run
    >>> from vanban.layout.shape import Shape
    >>> line = Paragraph((Run("Nơi nhận:\\t\\tGIÁM ĐỐC", Look()),), Shape(), Look())
    >>> [part.text for part in columns(lines(line, Place(0))[0])]
    ['Nơi nhận:', 'GIÁM ĐỐC']
    """
    out, at = [], 0
    for found in _GAP.finditer(span.text):
        out.append(span.cut(at, found.start()))
        at = found.end()
    out.append(span.cut(at, len(span.text)))
    return [part for part in out if part.text]
