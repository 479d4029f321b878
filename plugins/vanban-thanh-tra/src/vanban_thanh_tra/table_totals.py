"""TTR-007, the tables: each column adds up to its total, and the total is that of the document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from vanban import Finding, Rule, Subject
from vanban.viet import numerals
from vanban.viet.text import words_of
from vanban_thanh_tra import money, tables, totals
from vanban_thanh_tra.row_levels import candidates
from vanban_thanh_tra.tables import Cell, Table

_SURELY_MONEY = 1_000_000
"""A total as large as this counts đồng."""
_FEWEST = 2
"""A column with fewer numbers above its total is not judged."""


class Column(NamedTuple):
    """A column of numbers.

    Attributes:
        rows: the rows and their numbers.
        total: the cell of the total; ``value`` its number.
        scale: how many đồng one is, as the table tells; None when it does not.
    """

    rows: dict[int, Decimal]
    total: Cell
    value: Decimal
    scale: int | None

    @property
    def slack(self) -> Decimal:
        """By how much rounded numbers may miss their total."""
        places = max(map(money.decimals, (*self.rows.values(), self.value)), default=0)
        if not places and (self.scale or 1) == 1:
            return Decimal(0)
        return Decimal(len(self.rows)) / 2 * Decimal(1).scaleb(-places)


def check(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Totals that are not the sum of their column, or not the total of the violations."""
    for table in subject.view(tables.of):
        last = total_row(rule, table)
        if last is not None:
            yield from _columns(rule, subject, table, last)
            yield from _same_as_document(rule, subject, table, last)


def total_row(rule: Rule, table: Table) -> int | None:
    """The row of totals, the first or the last of a table; None when there is no such row."""
    known = [n for n, row in table.rows.items() if _says(row, rule.data["dong_tong"])]
    ends = (min(table.rows, default=None), max(table.rows, default=None))
    return known[0] if len(known) == 1 and known[0] in ends else None


def _says(row: dict[int, Cell], words: Sequence[str]) -> bool:
    """Whether one of the first two cells of a row is one of some words."""
    first = [words_of(row[column].text).strip(" .:") for column in sorted(row)[:2]]
    return any(text in words or text.startswith("tổng cộng") for text in first)


def _columns(rule: Rule, subject: Subject, table: Table, last: int) -> Iterator[Finding]:
    for column in sorted(table.rows[last]):
        found = column_of(rule, table, last, column)
        if found and len([n for n in found.rows.values() if n]) >= _FEWEST:
            sums = list(candidates(table, last, found.rows))
            if all(abs(found.value - one) > found.slack for one in sums):
                message = (
                    f"Cộng các dòng của cột «{table.heads.get(column, '')}» được"
                    f" {numerals.number(sums[0])}, dòng tổng ghi {numerals.number(found.value)}."
                )
                yield rule.hit(subject, found.total.start, found.total.end, message)


def column_of(rule: Rule, table: Table, last: int, column: int) -> Column | None:
    """A column of sums of money; None for one of rates, ordinals, words, or people."""
    head = words_of(table.heads.get(column, ""))
    total = table.rows[last][column]
    value = tables.number(total.text)
    if not value or re.search(rule.data["cot_khong_cong"], head):
        return None
    cells = {n: row[column].text for n, row in table.rows.items() if n != last and column in row}
    numbers = {n: tables.number(text) for n, text in cells.items()}
    known = {n: number for n, number in numbers.items() if number is not None}
    scale = money.scale_in(head) or money.scale_in(table.caption)
    if len(known) < len(numbers) or not (scale or _is_money(rule, head, value)):
        return None
    return Column(known, total, value, scale)


def _is_money(rule: Rule, head: str, value: Decimal) -> bool:
    """Whether a column without a unit counts money: by its heading, else by its size.

    Households may be counted in two rows, so that only money is sure to add up.
    """
    return bool(re.search(rule.data["cot_tien"], head)) or value >= _SURELY_MONEY


def _same_as_document(rule: Rule, subject: Subject, table: Table, last: int) -> Iterator[Finding]:
    """The total of a table of all violations, when it is not that of the document."""
    wanted = totals.known(subject, totals.VIOLATED)
    if wanted is None or not re.search(rule.data["bang_tong_hop"], words_of(table.caption)):
        return
    heads = {n: words_of(head) for n, head in table.heads.items()}
    found = [n for n, head in heads.items() if re.search(rule.data["cot_vi_pham"], head)]
    if len(found) != 1 or found[0] not in table.rows[last]:
        return
    column = column_of(rule, table, last, found[0])
    if column and not _is_total(column, wanted):
        message = (
            f"Tổng trong bảng là {column.total.text},"
            f" khác với tổng của các vi phạm: {numerals.money(wanted)}."
        )
        yield rule.hit(subject, column.total.start, column.total.end, message)


def _is_total(column: Column, wanted: Decimal) -> bool:
    """Whether a total of a column is a sum, in the unit that is told, else in any."""
    scales = [column.scale] if column.scale else [1, *money.SCALES.values()]
    return any(abs(column.value * scale - wanted) < (scale if scale > 1 else 1) for scale in scales)
