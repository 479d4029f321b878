"""The days that a text names, possible or not: "ngày 05 tháng 3 năm 2020", "05/3/2020"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from vanban.patterns import later
from vanban.viet.dates import ImpossibleDate, Ngay
from vanban.viet.text import comparable

if TYPE_CHECKING:
    from datetime import date

    from vanban.rules.base import Subject

_WORD = "ngày "
_STROKES = later("/[0-9]{1,2}/[0-9]{4}")
_IN_WORDS = later(
    r"ngày (?P<ngay>[0-9]{1,2}) +tháng (?P<thang>[0-9]{1,2})(?: +năm (?P<nam>[0-9]{4}))?(?![0-9])"
)
_IN_FIGURES = later(
    r"(?<![\d/.-])(?P<ngay>[0-9]{1,2})/(?P<thang>[0-9]{1,2})/(?P<nam>[0-9]{4})(?![\d/-])"
)
_AFTER_THE_WORD = later(
    r"(?P<ngay>[0-9]{1,2})(?P<dau>[-./])(?P<thang>[0-9]{1,2})(?:(?P=dau)(?P<nam>[0-9]{4}))?"
    r"(?![\d/])(?![-.]\d)"
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
    return tuple(_days(subject.text.plain))


def between(subject: Subject, start: int, end: int) -> tuple[Day, ...]:
    """The days that begin in a stretch of the text."""
    found = subject.days
    return found[bisect_left(found, start, key=_start) : bisect_left(found, end, key=_start)]


def _start(day: Day) -> int:
    return day.start


def in_text(text: str) -> tuple[Day, ...]:
    """The days in a text of its own."""
    return tuple(_days(comparable(text)))


def _days(plain: str) -> Iterator[Day]:
    end = 0
    for at in _seeds(plain):
        if at >= end and (found := _day(plain, at)):
            end = found.end()
            yield Day(
                *found.span(),
                ngay=found["ngay"],
                thang=found["thang"],
                nam=found["nam"] or "",
                in_words="tháng" in found[0],
            )


def _seeds(plain: str) -> Iterator[int]:
    """Where a day may stand: at each "ngày", and at figures before two strokes."""
    word, stroke = plain.find(_WORD), plain.find("/")
    while word >= 0 or stroke >= 0:
        if stroke < 0 or 0 <= word < stroke:
            yield word
            word = plain.find(_WORD, word + 1)
        else:
            if _STROKES.match(plain, stroke):
                yield stroke - (2 if plain[stroke - 2 : stroke - 1].isdecimal() else 1)
            stroke = plain.find("/", stroke + 1)


def _day(plain: str, at: int) -> re.Match[str] | None:
    if not plain.startswith(_WORD, at):
        return _IN_FIGURES.match(plain, at)
    figures = at + len(_WORD)
    if not plain[figures : figures + 1].isdecimal():
        return None
    return (
        _IN_WORDS.match(plain, at)
        or _IN_FIGURES.match(plain, figures)
        or _AFTER_THE_WORD.match(plain, figures)
    )
