"""The days that a text names, possible or not: "ngày 05 tháng 3 năm 2020", "05/3/2020"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from vanban.viet.dates import ImpossibleDate, Ngay

if TYPE_CHECKING:
    from datetime import date

    from vanban.rules.base import Subject

_IN_WORDS = re.compile(
    r"ngày (?P<ngay>\d{1,2}) tháng (?P<thang>\d{1,2})(?: năm (?P<nam>\d{4}))?(?!\d)"
)
_IN_FIGURES = re.compile(
    r"(?<![\d/.-])(?P<ngay>\d{1,2})/(?P<thang>\d{1,2})/(?P<nam>\d{4})(?![\d/-])"
    r"|(?<=ngày )(?P<ngay_2>\d{1,2})(?P<dau>[-./])(?P<thang_2>\d{1,2})"
    r"(?:(?P=dau)(?P<nam_2>\d{4}))?(?![\d/])(?![-.]\d)"
)


class Day(Struct, frozen=True):
    """A day named in the text.

    Attributes:
        start, end: its offsets in the whole text, without the word "ngày" before figures.
        ngay, thang, nam: its numbers as typed; an empty ``nam`` when no year is told.
        in_words: whether it is written "ngày … tháng … năm …".
    """

    start: int
    end: int
    ngay: str
    thang: str
    nam: str
    in_words: bool

    def value(self, nam: int | None = None) -> Ngay | None:
        """The day, with a year to take where none is told; None when there is no such day."""
        try:
            return Ngay(int(self.ngay), int(self.thang), int(self.nam) if self.nam else nam)
        except ImpossibleDate:
            return None

    def as_date(self, nam: int | None = None) -> date | None:
        """The day of the calendar; None when it has none or the year is not known."""
        found = self.value(nam)
        return found.as_date() if found else None


def of(subject: Subject) -> tuple[Day, ...]:
    """The days in the text of a document, in their order."""
    return tuple(sorted(_days(subject.text.plain), key=lambda day: day.start))


def _days(plain: str) -> Iterator[Day]:
    for found in _IN_WORDS.finditer(plain):
        yield Day(*found.span(), found["ngay"], found["thang"], found["nam"] or "", True)
    for found in _IN_FIGURES.finditer(plain):
        ngay, thang, nam = (found[name] or found[f"{name}_2"] for name in ("ngay", "thang", "nam"))
        yield Day(*found.span(), ngay, thang, nam or "", False)
