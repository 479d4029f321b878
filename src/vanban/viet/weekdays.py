"""Days of the week as Vietnamese names them: "thứ Hai", "thứ 2", "Chủ nhật"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from vanban.patterns import later

if TYPE_CHECKING:
    from datetime import date

NAMES = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
"""The names from Monday to Sunday, with the capitals of a date (PL II)."""

_NUMBERS = {
    "hai": 0, "2": 0, "ba": 1, "3": 1, "tư": 2, "4": 2, "năm": 3, "5": 3, "sáu": 4, "6": 4,
    "bảy": 5, "bẩy": 5, "7": 5,
}  # fmt: skip
_WITH_NUMBER = later(r"thứ (?P<thu>hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])(?![\w.,]?\w)")
_SUNDAY = later(r"chủ nhật(?!\w)")


class Weekday(Struct, frozen=True):
    """A day of the week named in a text, or an ordinal that looks like one ("lần thứ hai").

    ``start`` and ``end`` are its offsets, ``day`` its number: 0 is Monday, 6 Sunday.
    """

    start: int
    end: int
    day: int


def weekdays(text: str) -> list[Weekday]:
    """Every name of a day of the week in a text in small letters, in their order.

    >>> [found.day for found in weekdays("sáng thứ hai, chủ nhật và chiều thứ 7")]
    [0, 6, 5]
    """
    numbered = [
        Weekday(*found.span(), _NUMBERS[found["thu"]]) for found in _WITH_NUMBER.finditer(text)
    ]
    sundays = [Weekday(*found.span(), len(NAMES) - 1) for found in _SUNDAY.finditer(text)]
    return sorted(numbered + sundays, key=_start) if sundays else numbered


def _start(found: Weekday) -> int:
    return found.start


def name_of(day: date) -> str:
    """The name of a date's day of the week.

    >>> from datetime import date
    >>> name_of(date(2026, 1, 5))
    'thứ Hai'
    """
    return NAMES[day.weekday()]
