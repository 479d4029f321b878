"""Tables from data: columns of numbers, money and dates in Vietnamese form, and totals."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from vanban.errors import short
from vanban.messages import _
from vanban.sources.nodes import Items, Node, Scalar, scalar
from vanban.viet.dates import parse_date
from vanban.viet.numerals import number, parse_number

KINDS = ("chu", "so", "tien", "ngay")
"""Kinds of columns: text, number, money (đồng), date."""

Problem = Callable[[Node, str, str], None]
"""Takes a node, what is wrong with it, and what to do."""


def formatted(
    rows: Sequence[Node], kinds: Sequence[str], total: str | None, problem: Problem
) -> tuple[Node, ...]:
    """The rows with their values as they are printed, and a row of totals.

    Args:
        rows: lists of cells, one for each column.
        kinds: the kind of each column, of KINDS; a missing one is text.
        total: the words that begin the row of totals; None adds no such row.
        problem: told of a value that its column cannot hold.
    """
    sums: dict[int, Decimal] = {}
    out = [_row(row, kinds, sums, problem) for row in rows]
    if total and out and isinstance(out[0], Items):
        out.append(_totals(out[0], total, sums))
    return tuple(out)


def _row(row: Node, kinds: Sequence[str], sums: dict[int, Decimal], problem: Problem) -> Node:
    if not isinstance(row, Items):
        return row
    cells = [
        _cell(cell, kinds[column] if column < len(kinds) else "chu", column, sums, problem)
        for column, cell in enumerate(row.items)
    ]
    return Items(tuple(cells), row.place, row.flow)


def _cell(cell: Node, kind: str, column: int, sums: dict[int, Decimal], problem: Problem) -> Node:
    if not isinstance(cell, Scalar) or cell.absent or kind == "chu" or not cell.value.strip():
        return cell
    if kind == "ngay":
        return _day(cell, problem)
    value = parse_number(cell.value.strip())
    if value is None:
        message = _("«{text}» không phải là số.").format(text=short(cell.value))
        problem(cell, message, _("Ghi chữ số, ví dụ 1.234,5"))
        return cell
    sums[column] = sums.get(column, Decimal(0)) + value
    return _printed(cell, number(value))


def _day(cell: Scalar, problem: Problem) -> Scalar:
    try:
        day = parse_date(cell.value.strip()).as_date()
    except ValueError:
        day = None
    if day is None:
        message = _("«{text}» không phải là ngày đầy đủ.").format(text=short(cell.value))
        problem(cell, message, _("Ghi như 2026-11-07 hoặc 07/11/2026."))
        return cell
    return _printed(cell, f"{day:%d/%m/%Y}")


def _totals(model: Items, words: str, sums: dict[int, Decimal]) -> Items:
    """The last row: the words in the first cell that has no total, totals in their columns."""
    cells, said = [], False
    for column, cell in enumerate(model.items):
        text = f"**{number(sums[column])}**" if column in sums else ""
        if column not in sums and not said:
            text, said = f"**{words}**", True
        cells.append(_printed(cell, text))
    return Items(tuple(cells), model.place, model.flow)


def _printed(cell: Node, text: str) -> Scalar:
    """A value in the place of a cell; it does not stand so in the source."""
    if isinstance(cell, Scalar):
        span = type(cell.span)(cell.span.path, cell.span.segments, exact=False)
        return Scalar(text, span, cell.style)
    return scalar(text, cell.place.path, cell.place.line or 1, cell.place.column or 1)
