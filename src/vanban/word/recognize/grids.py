"""The tables of a body: header rows, cells."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from vanban.layout.recognized import Piece
from vanban.layout.table import Row, Table, paragraphs
from vanban.word.recognize.spans import Span, spans


def header_rows(table: Table) -> int:
    """How many rows at the top are the head: those that repeat, else the bold ones."""
    repeated = _count(table, lambda row: row.header)
    if repeated:
        return repeated
    bold = _count(table, _is_bold)
    return bold if 0 < bold < len(table.rows) else min(1, len(table.rows))


def _count(table: Table, fits: Callable[[Row], bool]) -> int:
    count = 0
    for row in table.rows:
        if not fits(row):
            break
        count += 1
    return count


def _is_bold(row: Row) -> bool:
    """Whether all text of a row is bold, and there is some in most of its cells."""
    texts = [p for cell in row.cells for p in paragraphs(cell.blocks) if p.visible]
    return bool(texts) and all(p.bold for p in texts) and len(texts) * 2 > len(row.cells)


def cells(table: Table, index: int) -> Iterator[Piece]:
    """The pieces of all lines in the cells of a table."""
    head = header_rows(table)
    for span in spans(table, index):
        if span.text:
            yield _cell(span, head)


def _cell(span: Span, head: int) -> Piece:
    slug = "dau_bang" if span.row < head else "o_bang"
    return replace(span.piece(slug), cell=(span.row, span.column))
