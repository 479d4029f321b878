"""Tables from data: columns of numbers, money and dates in Vietnamese form, and totals."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from decimal import Decimal

from vanban.errors import short
from vanban.messages import _
from vanban.sources.nodes import Items, Node, Scalar, scalar
from vanban.viet.dates import parse_date
from vanban.viet.numerals import number, parse_number
from vanban.viet.text import fold

KINDS = ("chu", "so", "tien", "ngay")
"""Kinds of columns: text, number, money (đồng), date."""

_ORDINALS = frozenset({"stt", "tt", "so_tt", "so_thu_tu"})

Problem = Callable[[Node, str, str], None]
"""Takes a node, what is wrong with it, and what to do."""


def formatted(
    rows: Sequence[Node],
    kinds: Sequence[str],
    total: str | None,
    problem: Problem,
    heads: Sequence[str] = (),
) -> tuple[Node, ...]:
    """The rows with their values as they are printed, and a row of totals.

    Args:
        rows: lists of cells, one for each column.
        kinds: the kind of each column, of KINDS; a missing one is text.
        total: the words that begin the row of totals; None adds no such row.
        problem: told of a value that its column cannot hold.
        heads: the words above the columns; one of ordinals ("STT") has no total.
    """
    sums: dict[int, Decimal] = {}
    ordinals = {column for column, head in enumerate(heads) if fold(head) in _ORDINALS}
    out = [_row(row, kinds, sums, problem) for row in rows]
    if total and out and isinstance(out[0], Items):
        out.append(_totals(out[0], total, sums, ordinals))
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


def _totals(
    model: Items, words: str, sums: Mapping[int, Decimal], ordinals: Collection[int]
) -> Items:
    """The last row: totals in their columns, the words in the first cell that is free."""
    summed = {column: f"**{number(sums[column])}**" for column in sums.keys() - {*ordinals}}
    free = [c for c in range(len(model.items)) if c not in summed]
    for column in [c for c in free if c not in ordinals][:1] or free[:1]:
        summed[column] = f"**{words}**"
    cells = [_printed(cell, summed.get(c, "")) for c, cell in enumerate(model.items)]
    return Items(tuple(cells), model.place, model.flow)


def _printed(cell: Node, text: str) -> Scalar:
    """A value in the place of a cell; it does not stand so in the source."""
    if isinstance(cell, Scalar):
        span = type(cell.span)(cell.span.path, cell.span.segments, exact=False)
        return Scalar(text, span, cell.style)
    return scalar(text, cell.place.path, cell.place.line or 1, cell.place.column or 1)
