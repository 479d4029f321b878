"""Tables as they stand in a .docx, and the way through blocks that may be tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from vanban.layout.paragraph import Paragraph
from vanban.units import Length


class Cell(Struct, frozen=True):
    """A cell: paragraphs and tables in order; ``span`` is the columns it covers, at least 1."""

    blocks: tuple[Block, ...]
    span: int = 1

    @property
    def text(self) -> str:
        """The texts of its paragraphs, one a line."""
        return joined(self.blocks)


class Row(Struct, frozen=True):
    """A row; ``header`` repeats on each page, ``cant_split`` stays whole on one page."""

    cells: tuple[Cell, ...]
    header: bool
    cant_split: bool


class Table(Struct, frozen=True):
    """A table; ``widths`` are those of its grid columns, empty when the file gives none."""

    rows: tuple[Row, ...]
    widths: tuple[Length, ...]


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


def joined(blocks: Sequence[Block]) -> str:
    """The texts of all paragraphs, one a line."""
    return "\n".join(paragraph.text for paragraph in paragraphs(blocks))
