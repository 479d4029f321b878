"""What the rows of a table with groups add up to: all of them, or those of one level."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from vanban.viet.text import words_of
from vanban_thanh_tra.tables import Cell, Table

_KINDS = (
    ("roman", re.compile(r"[ivx]{1,5}\.?")),
    ("letter", re.compile(r"[a-zđ][.)]?")),
    ("number", re.compile(r"\d{1,3}\.?")),
    ("deeper", re.compile(r"\d{1,3}(?:\.\d{1,3})+\.?")),
)
"""The kinds of ordinals; a row without one belongs to the row above it."""
_SUBTOTAL = ("cộng", "tổng")
_INSIDE = ("trong đó", "-", "+", "gồm")


def candidates(table: Table, total: int, numbers: Mapping[int, Decimal]) -> Iterator[Decimal]:
    """The sums that the total of a column may be; the first adds all rows up.

    Args:
        table: the table.
        total: its row of totals.
        numbers: the numbers of the column by their rows.
    """
    kinds = {n: kind(row) for n, row in sorted(table.rows.items()) if n != total}
    rows = {n: numbers.get(n, Decimal(0)) for n in kinds}
    yield _sum(rows, {n for n, one in kinds.items() if one != "subtotal"})
    for level in sorted(set(kinds.values())):
        yield _sum(rows, {n for n, one in kinds.items() if one == level})
    yield _sum(rows, {n for n, one in kinds.items() if one not in ("subtotal", "", "inside")})
    yield _of_groups(kinds, rows)


def kind(row: Mapping[int, Cell]) -> str:
    """What a row is by its first cells: of a kind of ordinals, a subtotal, inside another."""
    texts = [words_of(row[column].text) for column in sorted(row)[:2]]
    if any(text.startswith(_INSIDE) for text in texts):
        return "inside"
    if any(text.startswith(_SUBTOTAL) for text in texts):
        return "subtotal"
    first = texts[0] if texts and min(row) == 0 else ""
    return next((name for name, pattern in _KINDS if pattern.fullmatch(first)), "")


def _sum(rows: Mapping[int, Decimal], chosen: set[int]) -> Decimal:
    return sum((rows[n] for n in chosen), Decimal(0))


def _of_groups(kinds: Mapping[int, str], rows: Mapping[int, Decimal]) -> Decimal:
    """The rows of the first level, each its own number or, without one, that of its members."""
    levels = {level: depth for depth, level in enumerate(dict.fromkeys(kinds.values()))}
    total, group, members = Decimal(0), Decimal(0), Decimal(0)
    for n, level in kinds.items():
        if levels[level] == 0:
            total += group or members
            group, members = rows[n], Decimal(0)
        elif levels[level] == 1:
            members += rows[n]
    return total + (group or members)
