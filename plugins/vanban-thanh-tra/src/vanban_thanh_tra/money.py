"""Sums of money as texts and tables write them: "1.234.567 đồng", "12,5 triệu đồng"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from vanban.viet.numerals import parse_number
from vanban.viet.text import comparable

SCALES = {
    "nghìn tỷ": 10**12, "ngàn tỷ": 10**12, "tỷ": 10**9, "tỉ": 10**9, "triệu": 10**6,
    "nghìn": 10**3, "ngàn": 10**3,
}  # fmt: skip
"""Words behind a number, and how many đồng one of it is."""

_SCALE = "|".join(SCALES)
_NUMBER = r"(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?"
_SCALED = rf"{_NUMBER} ?(?:{_SCALE})"
_AMOUNT = re.compile(
    rf"(?<![\w.,/-])(?P<so>(?:{_SCALED},? ){{0,3}}(?:{_SCALED}|{_NUMBER}))"
    r" ?(?:đồng|vnđ|vnd|đ)(?!\w)(?! ?/| (?:chí|hồ|bào)(?!\w))"
)
_PART = re.compile(rf"(?P<so>{_NUMBER}) ?(?P<don_vi>{_SCALE})?")


class Amount(NamedTuple):
    """A sum of money.

    Attributes:
        value: in đồng.
        step: what one of the last digit written is worth; more than 1 tells that the sum may be
            rounded ("12,5 triệu đồng": 100.000).
        start, end: offsets in the text that it was found in.
    """

    value: Decimal
    step: Decimal
    start: int
    end: int

    def is_same(self, other: Decimal) -> bool:
        """Whether this is another sum, as far as its digits tell."""
        off = abs(self.value - other)
        return off < self.step if self.step > 1 else not off


def amounts(text: str) -> Iterator[Amount]:
    """The sums of money in a text, in their order.

    >>> [int(a.value) for a in amounts("chi 1 tỷ 250 triệu đồng, nộp 12,5 triệu đồng")]
    [1250000000, 12500000]
    """
    for found in _AMOUNT.finditer(comparable(text)):
        value, step = Decimal(0), Decimal(1)
        for part in _PART.finditer(found["so"]):
            number, step = _part(part)
            value += number
        yield Amount(value, step, *found.span())


def _part(found: re.Match[str]) -> tuple[Decimal, Decimal]:
    """A number with its scale: its value, and what its last digit is worth."""
    scale = Decimal(SCALES.get(found["don_vi"] or "", 1))
    number = parse_number(found["so"]) or Decimal(0)
    return number * scale, scale.scaleb(-decimals(number)) if scale > 1 else Decimal(1)


def decimals(number: Decimal) -> int:
    """How many digits stand behind the comma of a number as it was written."""
    return max(-int(number.as_tuple().exponent), 0)


def scale_in(text: str) -> int | None:
    """The scale that a heading names ("Số tiền (triệu đồng)"); 1 for đồng, None for none.

    >>> scale_in("Số tiền (triệu đồng)"), scale_in("ĐVT: đồng"), scale_in("Số tiền")
    (1000000, 1, None)
    """
    found = re.search(rf"(?<!\w)(?:(?P<x>{_SCALE}) )?(?:đồng|vnđ|vnd)(?!\w)", comparable(text))
    return SCALES.get(found["x"] or "", 1) if found else None
