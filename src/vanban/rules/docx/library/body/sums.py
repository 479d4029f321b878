"""Tables whose last row is not the sum of the rows above (TXT-012)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from vanban.findings import Finding
from vanban.layout.recognized import Caption
from vanban.layout.table import Row
from vanban.messages import _
from vanban.rules.base import Rule
from vanban.rules.docx.observed import Observed
from vanban.rules.docx.telling import tell
from vanban.viet.numerals import number, parse_number

_EMPTY = ("", "-", "–", "0")


def check(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """A finding for each column that does not add up; tables of groups are left alone."""
    for part in seen.found.parts:
        for caption in part.tables:
            for heading, told, real in _wrong(rule, caption):
                message = _("Cột «{heading}»: hàng tổng ghi {told}, cộng các hàng được {real}.")
                text = message.format(heading=heading, told=number(told), real=number(real))
                yield tell(rule, seen, caption.caption or caption.table, text)


def _wrong(rule: Rule, caption: Caption) -> Iterator[tuple[str, Decimal, Decimal]]:
    rows = caption.table.rows
    head, items, total = rows[: caption.header_rows], rows[caption.header_rows : -1], rows[-1:]
    if not head or len(items) < 2 or not _adds_up(rule, [*items, *total]):
        return
    for cell in total[0].cells:
        heading = _text(head[-1], cell.column)
        told = parse_number(_clean(cell.text))
        if told is None or cell.span > 1 or re.search(rule.data["tru_cot"], heading):
            continue
        values = [value for row in items if (value := _value(row, cell.column)) is not None]
        real = sum(values, Decimal(0))
        if len(values) == len(items) and abs(real - told) > _rounding(told, values):
            yield heading, told, real


def _adds_up(rule: Rule, rows: Sequence[Row]) -> bool:
    """Whether the last row and no other is a sum, and no row is the head of a group."""
    wanted = re.compile(rule.data["tong"], re.IGNORECASE)
    if not wanted.match(_label(rows[-1])):
        return False
    groups = re.compile(rule.data["nhom"])
    labels = map(_label, rows[:-1])
    if any(wanted.match(label) or groups.match(label) for label in labels):
        return False
    grids = {sum(cell.span for cell in row.cells) for row in rows}
    return len(grids) == 1 and not any(cell.merge for row in rows for cell in row.cells)


def _label(row: Row) -> str:
    """The words in its first two cells: a number, and what it is about."""
    return " ".join([cell.text for cell in row.cells[:2]]).strip()


def _text(row: Row, column: int) -> str:
    found = (c.text for c in row.cells if c.column <= column < c.column + c.span)
    return " ".join(next(found, "").split())


def _value(row: Row, column: int) -> Decimal | None:
    """The number in a cell; an empty one is nothing, words are None."""
    text = _clean(_text(row, column))
    return Decimal(0) if text in _EMPTY else parse_number(text)


def _clean(text: str) -> str:
    return " ".join(text.split())


def _rounding(told: Decimal, values: Sequence[Decimal]) -> Decimal:
    """What rounding may make of the sum: of each row, or of a total with fewer decimals."""
    own = _decimals(told)
    if max(map(_decimals, values)) > own:
        return Decimal(10) ** -own / 2
    return len(values) * Decimal(10) ** -own / 2 if own else Decimal(0)


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0
