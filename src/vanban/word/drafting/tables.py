"""Tables of a body: cells as inlines, merged cells, alignment of columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from vanban.layout.paragraph import Paragraph
from vanban.layout.recognized import Caption, Piece
from vanban.layout.table import Cell, Row, Table, paragraphs, tables
from vanban.messages import _
from vanban.model.blocks import Bang, Gop
from vanban.model.inlines import Inline, Inlines, Run
from vanban.word.drafting.runs import inlines
from vanban.word.drafting.state import State
from vanban.word.recognize.words import CAPTION
from vanban.word.tables import natural_alignment

_SIDES = {"left": "trai", "both": "trai", "center": "giua", "right": "phai"}


def bang(found: Caption, state: State) -> Bang:
    """The table as a block of a body."""
    table = found.table
    count = max(len(table.widths), *(_width(row) for row in table.rows), 1)
    grid = [_row(row, count, state, header=not index) for index, row in enumerate(table.rows)]
    merged = _merged(table)
    _tell_losses(table, found, merged, state)
    head, *rows = grid or [tuple(() for _column in range(count))]
    name = _caption(found.caption, state)
    told = Bang(name, _alignments(table, count), head, tuple(rows), None, merged)
    can = tuple(
        "" if side == natural_alignment(told, column) else side
        for column, side in enumerate(told.can)
    )
    return replace(told, can=can)


def _width(row: Row) -> int:
    return max((cell.column + cell.span for cell in row.cells), default=0)


def _row(row: Row, count: int, state: State, *, header: bool) -> tuple[Inlines, ...]:
    cells: list[Inlines] = [() for _column in range(count)]
    for cell in row.cells:
        if cell.merge != "continue" and cell.column < count:
            cells[cell.column] = _cell(cell, state, header)
    return tuple(cells)


def _cell(cell: Cell, state: State, header: bool) -> Inlines:
    """The text of a cell; its paragraphs become one line."""
    out: list[Inline] = []
    for paragraph in paragraphs(cell.blocks):
        if not paragraph.text.strip() and not paragraph.notes:
            continue
        whole = Piece("o_bang", paragraph, 0, len(paragraph.text))
        number = paragraph.number
        mark = f"{number.text} " if number and number.text.strip() else ""
        if out:
            out.append(Run(" "))
        if mark:
            out.append(Run(mark))
        out += inlines(whole, state, bold=not header)
    return tuple(out)


def _caption(piece: Piece | None, state: State) -> Inlines:
    if piece is None:
        return ()
    found = CAPTION.match(piece.text)
    start = piece.start + (found.end() if found else 0)
    return inlines(Piece(piece.slug, piece.paragraph, start, piece.end), state, bold=False)


def _alignments(table: Table, count: int) -> tuple[str, ...]:
    """The alignment of each column: that of most cells under the head."""
    told: list[Counter[str]] = [Counter() for _column in range(count)]
    for row in table.rows[1:]:
        for cell in row.cells:
            for paragraph in _texts(cell):
                if cell.column < count and cell.span == 1:
                    told[cell.column][_SIDES[paragraph.alignment]] += 1
    return tuple(one.most_common(1)[0][0] if one else "" for one in told)


def _texts(cell: Cell) -> list[Paragraph]:
    return [p for p in paragraphs(cell.blocks) if p.text.strip()]


def _merged(table: Table) -> tuple[Gop, ...]:
    out = []
    for number, row in enumerate(table.rows):
        for cell in row.cells:
            rows = _rows_down(table.rows, number, cell)
            if cell.merge != "continue" and (rows > 1 or cell.span > 1):
                out.append(Gop(number, cell.column, rows, cell.span))
    return tuple(out)


def _rows_down(rows: Sequence[Row], number: int, cell: Cell) -> int:
    if cell.merge != "start":
        return 1
    count = 1
    for row in rows[number + 1 :]:
        below = next((one for one in row.cells if one.column == cell.column), None)
        if below is None or below.merge != "continue":
            break
        count += 1
    return count


def _tell_losses(table: Table, found: Caption, merged: Sequence[Gop], state: State) -> None:
    first = next((p for row in table.rows for c in row.cells for p in paragraphs(c.blocks)), None)
    if first is None:
        return
    if merged:
        state.leave(first, _("Ô gộp của bảng được ghi thành ô riêng, ô bị che để trống."))
    if found.header_rows > 1:
        state.leave(first, _("Bảng có nhiều hàng đầu; chỉ hàng thứ nhất là hàng đầu."))
    inner = [t for row in table.rows for cell in row.cells for t in tables(cell.blocks)]
    if inner:
        state.leave(first, _("Bảng nằm trong ô được ghi thành chữ của ô."))
