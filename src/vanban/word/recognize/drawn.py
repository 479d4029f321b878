"""Lines drawn under components, and what people put in their place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vanban.layout.document import Block
from vanban.layout.drawing import Drawing
from vanban.layout.paragraph import Paragraph
from vanban.layout.recognized import Line, Piece
from vanban.layout.section import Section
from vanban.layout.table import Cell, Table
from vanban.units import Length, pt
from vanban.word.recognize import words
from vanban.word.recognize.rooms import Rooms

_ROW = 1.15
"""Height of a line of Times New Roman, in font sizes."""
_UNDERLINED = frozenset(
    {"tieu_ngu", "quoc_hieu", "ban_hanh", "chu_quan", "trich_yeu", "ten_loai", "kem_theo"}
)
_CARRIERS = frozenset({"tieu_ngu", "ban_hanh"})
"""What carries the line in each column of a head."""


class Finder:
    """Finds the lines of a part whose pieces are known."""

    def __init__(self, pieces: Sequence[Piece], section: Section | None) -> None:
        self.by_paragraph: dict[int, list[Piece]] = {}
        for piece in pieces:
            self.by_paragraph.setdefault(id(piece.paragraph), []).append(piece)
        self.section = section
        self.rooms = Rooms((), None)

    def find(self, blocks: Sequence[Block]) -> Iterator[Line]:
        """The lines among some blocks."""
        self.rooms = Rooms(blocks, self.section)
        yield from self._column(blocks, self.section.text_width if self.section else None)

    def _column(
        self, blocks: Sequence[Block], width: Length | None, over: Sequence[Paragraph] = ()
    ) -> Iterator[Line]:
        """The lines in a cell, or in the text between the margins; ``over`` stands above it."""
        above: list[Paragraph] = [*over]
        for block in blocks:
            if isinstance(block, Table):
                yield from self._table(block)
                continue
            yield from self._paragraph(block, above, width)
            above.append(block)

    def _table(self, table: Table) -> Iterator[Line]:
        above: tuple[Cell, ...] = ()
        for row in table.rows:
            for cell in row.cells:
                width = table.width_of(cell)
                over = [p for c in above if c.column == cell.column for p in _inside(c)]
                yield from self._column(cell.blocks, width, over)
                yield from self._cell_border(cell, width)
                yield from self._upper_border(cell, above, width)
            above = row.cells

    def _upper_border(
        self, cell: Cell, above: Sequence[Cell], width: Length | None
    ) -> Iterator[Line]:
        """The upper border of an empty cell is a line under the last text of the one above it."""
        border = cell.borders.top
        if border is None or cell.borders.box or cell.text.strip():
            return
        for home in above:
            wider = home.column <= cell.column and home.span > cell.span
            if wider and cell.column < home.column + home.span:
                under = self._last(_inside(home))
                if under and under.slug in _UNDERLINED:
                    yield Line(under, "cell", width, border.solid, under.paragraph)

    def _cell_border(self, cell: Cell, width: Length | None) -> Iterator[Line]:
        """The lower border of a cell of the head is a line under its last text."""
        under = self._last(_inside(cell))
        border = cell.borders.bottom
        if under and under.slug in _UNDERLINED and border and not cell.borders.box:
            yield Line(under, "cell", width, border.solid, under.paragraph)

    def _paragraph(
        self, paragraph: Paragraph, above: Sequence[Paragraph], width: Length | None
    ) -> Iterator[Line]:
        own = self.by_paragraph.get(id(paragraph), [])
        for drawing in paragraph.drawings:
            yield from self._column(drawing.blocks, drawing.width)
            if drawing.horizontal or _is_flat(drawing):
                under = self._under(paragraph, drawing, above)
                solid = drawing.dash in (None, "solid")
                off = self.rooms.offset(paragraph, drawing, under.paragraph) if under else None
                yield Line(under, "drawing", drawing.width, solid, paragraph, drawing, off)
        yield from self._borders(paragraph, own, above, width)
        text = paragraph.text.strip()
        if len(text) < 60 and words.RULED.match(text):
            yield Line(self._last(above), "characters", None, False, paragraph)
        elif own and own[-1].slug in _UNDERLINED and _is_underlined(own):
            yield Line(own[-1], "underline", None, True, paragraph)

    def _borders(
        self,
        paragraph: Paragraph,
        own: Sequence[Piece],
        above: Sequence[Paragraph],
        width: Length | None,
    ) -> Iterator[Line]:
        borders = paragraph.shape.borders
        if borders.box or not (borders.top or borders.bottom):
            return
        length = None
        if width is not None:
            length = Length(width - paragraph.shape.left - paragraph.shape.right)
        if borders.bottom:
            under = own[-1] if own else self._last(above)
            yield Line(under, "border", length, borders.bottom.solid, paragraph)
        if borders.top:
            yield Line(self._last(above), "border", length, borders.top.solid, paragraph)

    def _last(self, above: Sequence[Paragraph]) -> Piece | None:
        """The last piece among some paragraphs, empty ones and lines of signs passed over."""
        for paragraph in reversed(above):
            own = self.by_paragraph.get(id(paragraph))
            if own and own[-1].role != "ke":
                return own[-1]
            if paragraph.text.strip() and not own:
                return None
        return None

    def _under(
        self, paragraph: Paragraph, drawing: Drawing, above: Sequence[Paragraph]
    ) -> Piece | None:
        """The piece above a drawing: by its height below the paragraph that it hangs on."""
        for home in reversed(self.rooms.across(paragraph, drawing)):
            for piece in reversed(self.by_paragraph.get(id(home), [])):
                if piece.slug in _CARRIERS:
                    return piece
        own = self.by_paragraph.get(id(paragraph), [])
        y = drawing.anchor.y if drawing.anchor and drawing.anchor.down == "paragraph" else None
        if not own:
            return self._in_box(paragraph, drawing) or self._last(above)
        at = [p for p in own if p.start <= drawing.at] or own
        if y is None or y > _height(own[0]) * 0.5:
            return own[-1] if y is not None and y > _height(own[0]) * len(own) * 0.5 else at[-1]
        return self._last(above) or own[-1]

    def _in_box(self, paragraph: Paragraph, line: Drawing) -> Piece | None:
        """The piece above a line that lies over a text box of the same paragraph."""
        if not line.anchor or line.anchor.x is None or line.anchor.y is None:
            return None
        for box in paragraph.drawings:
            at = box.anchor
            if not (box.blocks and at and box.width and at.x is not None and at.y is not None):
                continue
            if at.across == line.anchor.across and at.x <= line.anchor.x < at.x + box.width:
                return self._at(box, line.anchor.y - at.y)
        return None

    def _at(self, box: Drawing, depth: float) -> Piece | None:
        """The last piece of a box whose middle is above a depth in it."""
        found, top = None, 0.0
        for block in box.blocks:
            own = self.by_paragraph.get(id(block), []) if isinstance(block, Paragraph) else []
            if isinstance(block, Paragraph):
                top += block.shape.before or 0
            for piece in own:
                if top + _height(piece) / 2 < depth:
                    found = piece
                top += _height(piece)
        return found


def _inside(cell: Cell) -> list[Paragraph]:
    """The paragraphs of a cell, those of tables in it left out."""
    return [block for block in cell.blocks if isinstance(block, Paragraph)]


def _height(piece: Piece) -> float:
    return pt((piece.size or 13.0) * _ROW)


def _is_flat(drawing: Drawing) -> bool:
    """Whether a shape is as low as a line."""
    low = drawing.height is not None and drawing.height <= pt(2)
    return drawing.kind == "shape" and low and bool(drawing.width)


def _is_underlined(pieces: Sequence[Piece]) -> bool:
    visible = pieces[-1].visible
    return bool(visible) and all(run.look.underline for run in visible)
