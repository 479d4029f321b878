"""TTR-007, the fields: the sums of the violations, the total, and what the text says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from vanban import Finding, Rule, Subject
from vanban.viet import numerals
from vanban_thanh_tra import money, own_fields
from vanban_thanh_tra.money import Amount

LIST = "vi_pham"

_BETWEEN = (
    r"(?: (?:về|kinh tế|phát hiện|được|đã|qua|thanh tra|kiểm tra|nêu trên|nói trên|các nội dung))*"
    r" ?(?:là|:|=)? ?$"
)
"""What may stand between the words for a total and the sum."""
_BEHIND = 120
"""So many characters before a sum hold those words."""


class Total(NamedTuple):
    """A total: its field, the field of each violation that it adds up, its name in the text."""

    field: str
    part: str
    words: re.Pattern[str]


def _total(field: str, part: str, words: str) -> Total:
    return Total(field, part, re.compile(f"(?:{words}){_BETWEEN}"))


VIOLATED = _total(
    "tong_so_tien", "so_tien", "tổng (?:số tiền|giá trị|cộng số tiền) (?:vi phạm|sai phạm)"
)
"""The money of all violations."""
RECLAIMED = _total("tong_thu_hoi", "thu_hoi", "tổng số tiền (?:kiến nghị |phải |đề nghị )?thu hồi")
"""The money that is to be paid back."""


def check(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A total that is not the sum of its parts, or that the text tells otherwise."""
    for total in (VIOLATED, RECLAIMED):
        told = own_fields.money(subject.doc.rieng, total.field)
        parts = added(subject, total)
        if told is not None and parts is not None and told != parts:
            message = (
                f"Cộng các vi phạm được {numerals.money(parts)},"
                f" khác với «{total.field}»: {numerals.money(told)}."
            )
            yield rule.finding(subject, message, (total.field,))
        known = parts if told is None else told
        if known is not None:
            yield from _in_text(rule, subject, total, known)


def added(subject: Subject, total: Total) -> Decimal | None:
    """The sum of a field of all violations; None when none of them has it."""
    items = own_fields.records(subject.doc, LIST)
    found = [value for one in items if (value := own_fields.money(one, total.part)) is not None]
    return sum(found, Decimal(0)) if found else None


def known(subject: Subject, total: Total) -> Decimal | None:
    """The total that the fields tell; None when they tell none."""
    told = own_fields.money(subject.doc.rieng, total.field)
    return added(subject, total) if told is None else told


def stated(subject: Subject, total: Total) -> Iterator[Amount]:
    """The sums that the text gives for a total ("tổng số tiền vi phạm là …")."""
    text = subject.text
    for passage in text.passages:
        if passage.where == "bang" or passage.path[0] == LIST:
            continue
        for amount in money.amounts(passage.text):
            start, end = amount.start + passage.start, amount.end + passage.start
            before = text.plain[max(start - _BEHIND, passage.start) : start]
            if total.words.search(before) and not text.quoted(start):
                yield amount._replace(start=start, end=end)


def _in_text(rule: Rule, subject: Subject, total: Total, wanted: Decimal) -> Iterator[Finding]:
    """The first total in the text, when none there is the one wanted.

    A text may tell the totals of its parts too, so that one that fits is enough.
    """
    found = list(stated(subject, total))
    if found and not any(amount.is_same(wanted) for amount in found):
        first = found[0]
        message = (
            f"Lời văn ghi {numerals.money(first.value)},"
            f" khác với tổng của các vi phạm: {numerals.money(wanted)}."
        )
        yield rule.hit(subject, first.start, first.end, message)
