"""Lines drawn under components, and what people put in their place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vanban.layout.document import Block
from vanban.layout.drawing import Drawing
from vanban.layout.paragraph import Paragraph
from vanban.layout.recognized import Line, Piece
from vanban.layout.table import Cell, Table
from vanban.units import Length, pt
from vanban.word.recognize import words

_ROW = 1.15
"""Height of a line of Times New Roman, in font sizes."""
_UNDERLINED = frozenset(
    {"tieu_ngu", "quoc_hieu", "ban_hanh", "chu_quan", "trich_yeu", "ten_loai", "kem_theo"}
)


class Finder:
    """Finds the lines of a part whose pieces are known."""

    def __init__(self, pieces: Sequence[Piece], width: Length | None) -> None:
        self.by_paragraph: dict[int, list[Piece]] = {}
        for piece in pieces:
            self.by_paragraph.setdefault(id(piece.paragraph), []).append(piece)
        self.width = width

    def find(self, blocks: Sequence[Block]) -> Iterator[Line]:
        """The lines among some blocks."""
        yield from self._column(blocks, self.width)

    def _column(self, blocks: Sequence[Block], width: Length | None) -> Iterator[Line]:
        """The lines in a cell, or in the text between the margins."""
        above: list[Paragraph] = []
        for block in blocks:
            if isinstance(block, Table):
                yield from self._table(block)
                continue
            yield from self._paragraph(block, above, width)
            above.append(block)

    def _table(self, table: Table) -> Iterator[Line]:
        for row in table.rows:
            for cell in row.cells:
                width = table.width_of(cell)
                yield from self._column(cell.blocks, width)
                yield from self._cell_border(cell, width)

    def _cell_border(self, cell: Cell, width: Length | None) -> Iterator[Line]:
        """The lower border of a cell of the head is a line under its last text."""
        inside = [p for block in cell.blocks if isinstance(block, Paragraph) for p in (block,)]
        under = self._last(inside)
        border = cell.borders.bottom
        if under and under.slug in _UNDERLINED and border and not cell.borders.box:
            yield Line(under, "cell", width, border.solid, under.paragraph)

    def _paragraph(
        self, paragraph: Paragraph, above: Sequence[Paragraph], width: Length | None
    ) -> Iterator[Line]:
        own = self.by_paragraph.get(id(paragraph), [])
        for drawing in paragraph.drawings:
            if drawing.horizontal or _is_flat(drawing):
                under = self._under(paragraph, drawing, above)
                solid = drawing.dash in (None, "solid")
                yield Line(under, "drawing", drawing.width, solid, paragraph, drawing)
        yield from self._borders(paragraph, own, above, width)
        text = paragraph.text.strip()
        if words.RULED.match(text) and len(text) < 60:
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
        own = self.by_paragraph.get(id(paragraph), [])
        y = drawing.anchor.y if drawing.anchor and drawing.anchor.down == "paragraph" else None
        if not own:
            return self._last(above)
        at = [p for p in own if p.start <= drawing.at] or own
        if y is None or y > _height(own[0]) * 0.5:
            return own[-1] if y is not None and y > _height(own[0]) * len(own) * 0.5 else at[-1]
        return self._last(above) or own[-1]


def _height(piece: Piece) -> float:
    return pt((piece.size or 13.0) * _ROW)


def _is_flat(drawing: Drawing) -> bool:
    """Whether a shape is as low as a line."""
    low = drawing.height is not None and drawing.height <= pt(2)
    return drawing.kind == "shape" and low and bool(drawing.width)


def _is_underlined(pieces: Sequence[Piece]) -> bool:
    visible = pieces[-1].visible
    return bool(visible) and all(run.look.underline for run in visible)
