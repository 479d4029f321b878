"""Tables as they stand in a .docx, and the way through blocks that may be tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from vanban.layout.border import NO_BORDERS, Borders
from vanban.layout.paragraph import Paragraph
from vanban.layout.shape import Frame
from vanban.units import Length


class Sides(Struct, frozen=True):
    """A length on each side, such as the margins inside a cell."""

    top: Length
    right: Length
    bottom: Length
    left: Length


NO_SIDES = Sides(Length(0), Length(0), Length(0), Length(0))


class Cell(Struct, frozen=True, gc=False):
    """A cell.

    Attributes:
        blocks: paragraphs and tables in order.
        span: columns of the grid that it covers, at least 1.
        column: index of the first of them.
        width: preferred width, which Word goes by (w:tcW); None: not given, or in per cent.
        merge: "start" of cells merged downwards, "continue" for those under it; None.
        borders: the lines that its four sides show, whether the cell, the table or its style
            gives them.
        margins: between its borders and its text.
        vertical: "top", "center" or "bottom".
        shading: background, six hexadecimal digits; None: none.
        direction: of its text ("btLr" …); None: as usual.
        path: to its ``w:tc``.
    """

    blocks: tuple[Block, ...]
    span: int = 1
    column: int = 0
    width: Length | None = None
    merge: Literal["start", "continue"] | None = None
    borders: Borders = NO_BORDERS
    margins: Sides = NO_SIDES
    vertical: str = "top"
    shading: str | None = None
    direction: str | None = None
    path: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """The texts of its paragraphs, one a line."""
        return joined(self.blocks)


class Row(Struct, frozen=True, gc=False):
    """A row.

    Attributes:
        cells: in order.
        header: repeats on each page.
        cant_split: stays whole on one page.
        height: None: as high as it needs.
        exact: whether ``height`` is exact, not the least.
        before, after: columns of the grid left empty at its ends.
        path: to its ``w:tr``.
    """

    cells: tuple[Cell, ...]
    header: bool
    cant_split: bool
    height: Length | None = None
    exact: bool = False
    before: int = 0
    after: int = 0
    path: tuple[int, ...] = ()


class Table(Struct, frozen=True):
    """A table.

    Attributes:
        rows: in order.
        widths: of its grid columns (w:gridCol); empty when the file gives none.
        width: preferred width; None: automatic or in per cent.
        percent: preferred width in per cent of the text's; None.
        alignment: "left", "center" or "right" between the margins.
        indent: from the left margin; may be negative.
        fixed: whether columns keep their widths whatever they hold.
        borders: of the table as a whole, ``inside_h`` and ``inside_v`` too.
        margins: those of its cells where they give none.
        style: name of its style; None when it has none.
        frame: None: it stands in the text; else where it floats.
        title, description: what is read out for it; None when there is none.
        part, place, path: as for a paragraph, to its ``w:tbl``.
    """

    rows: tuple[Row, ...]
    widths: tuple[Length, ...]
    width: Length | None = None
    percent: float | None = None
    alignment: str = "left"
    indent: Length = Length(0)
    fixed: bool = False
    borders: Borders = NO_BORDERS
    margins: Sides = NO_SIDES
    style: str | None = None
    frame: Frame | None = None
    title: str | None = None
    description: str | None = None
    part: str = ""
    place: tuple[int, ...] = ()
    path: tuple[int, ...] = ()

    def width_of(self, cell: Cell) -> Length | None:
        """How wide a cell is by itself, else by the grid; None when neither says it."""
        if cell.width is not None:
            return cell.width
        columns = self.widths[cell.column : cell.column + cell.span]
        return Length(sum(columns)) if columns else None


Block = Paragraph | Table


def paragraphs(blocks: Sequence[Block]) -> Iterator[Paragraph]:
    """All paragraphs in reading order, tables row by row and cell by cell."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from paragraphs(cell.blocks)


def tables(blocks: Sequence[Block]) -> Iterator[Table]:
    """All tables in reading order, each before those inside its cells."""
    for block in blocks:
        if isinstance(block, Table):
            yield block
            for row in block.rows:
                for cell in row.cells:
                    yield from tables(cell.blocks)


def joined(blocks: Sequence[Block]) -> str:
    """The texts of all paragraphs, one a line."""
    return "\n".join([paragraph.text for paragraph in paragraphs(blocks)])
