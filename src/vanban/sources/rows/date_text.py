"""How a format writes a date or a time, piece by piece: ``dd/mm/yyyy``, ``h"h"mm``.

What people see in Excel in Vietnam is written, but for three things that nobody would print:
a month before its day changes places with it (``mm/dd``), names of days and months that are
not Vietnamese become numbers, and the hours of the afternoon are 13 to 23.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from msgspec import Struct

from vanban.sources.rows.number_format import VIETNAMESE, Piece, Section

DAY = 86_400
_DATES = ("date", "elapsed")
_DAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật")
_SHORT_DAYS = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")
_MONTHS = (
    "Một", "Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười", "Mười Một", "Mười Hai",
)  # fmt: skip


class Parts(Struct, frozen=True):
    """What of a moment a format shows.

    Attributes:
        letters: of "y", "d", "h", "s", "M" for months and "m" for minutes.
        elapsed: whether hours, minutes or seconds go on beyond a day.
    """

    letters: frozenset[str]
    elapsed: bool

    @property
    def day(self) -> bool:
        """Whether it shows any of day, month, year."""
        return bool(self.letters & {"y", "M", "d"})

    @property
    def time(self) -> bool:
        """Whether it shows any of hour, minute, second."""
        return bool(self.letters & {"h", "m", "s"})


@lru_cache(maxsize=512)
def parts(section: Section) -> Parts:
    """What a section for dates shows."""
    pieces = _lettered(section.pieces)
    elapsed = any(kind == "elapsed" for kind, _text in pieces)
    return Parts(frozenset(text[0] for kind, text in pieces if kind in _DATES), elapsed)


def written(section: Section, day: date | None, seconds: int) -> str:
    """A moment as a section writes it.

    Args:
        section: a section for dates.
        day: the day; None where the section shows none.
        seconds: those since the day began; where it shows none, all of them.

    >>> from vanban.sources.rows.number_format import parse
    >>> written(parse('h"h"mm').numbers[0], None, 29_100)
    '8h05'
    """
    out = (
        _letters(text, day, abs(seconds), elapsed=kind == "elapsed") if kind in _DATES else text
        for kind, text in _plan(section)
    )
    return ("-" if seconds < 0 else "") + "".join(out).strip()


@lru_cache(maxsize=512)
def _plan(section: Section) -> tuple[Piece, ...]:
    """The pieces that are written, in their order."""
    pieces = _lettered(section.pieces)
    names = [text for kind, text in pieces if kind == "date" and text[0] in "Md" and text[2:]]
    if names and VIETNAMESE not in pieces:
        return _in_numbers(pieces)
    return tuple(_day_first([*_without_noon(pieces)]))


@lru_cache(maxsize=512)
def _lettered(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces in small letters, but "M" for months.

    An "m" after hours or before seconds means minutes.
    """
    out = [(kind, text.lower() if kind in _DATES else text) for kind, text in pieces]
    dates = [at for at, (kind, _text) in enumerate(out) if kind in _DATES]
    for index, at in enumerate(dates):
        kind, text = out[at]
        before = out[dates[index - 1]][1][0] if index else ""
        after = out[dates[index + 1]][1][0] if index + 1 < len(dates) else ""
        if kind == "date" and text[0] == "m" and before != "h" and after != "s":
            out[at] = (kind, text.upper())
    return tuple(out)


def _in_numbers(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Day, month and year in numbers instead of the names of another language."""
    letters = {text[0] for kind, text in pieces if kind == "date"}
    places = [text for text in ("dd", "MM", "yyyy") if text[0] in letters]
    out: list[Piece] = []
    for text in places or ["dd", "MM", "yyyy"]:
        out += [("other", "/"), ("date", text)] if out else [("date", text)]
    if "h" in letters:
        out += [("other", " "), ("date", "hh"), ("other", ":"), ("date", "mm")]
    return tuple(out)


def _without_noon(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces without "AM/PM" and the blank before it, and without parts of a second."""
    for at, (kind, text) in enumerate(pieces):
        following = pieces[at + 1][0] if at + 1 < len(pieces) else ""
        if kind in ("noon", "digit", "text", "general"):
            continue
        if (kind == "point" and following == "digit") or (text == " " and following == "noon"):
            continue
        yield kind, text


def _day_first(pieces: list[Piece]) -> list[Piece]:
    """A month in numbers right before its day changes places with it."""
    at = {text[0]: index for index, (kind, text) in enumerate(pieces) if kind == "date"}
    day, month, year = (at.get(letter, -1) for letter in "dMy")
    if month >= 0 and day > month and not 0 <= year < month and len(pieces[month][1]) < 3:
        pieces[day], pieces[month] = pieces[month], pieces[day]
    return pieces


def _letters(text: str, day: date | None, seconds: int, *, elapsed: bool) -> str:
    """What letters stand for."""
    if text[0] not in "yMd":
        return _of_time(text, seconds, elapsed=elapsed)
    return _of_day(text, day) if day else ""


def _of_day(text: str, day: date) -> str:
    match text:
        case "yy" | "y":
            return f"{day.year % 100:02}"
        case "dddd":
            return _DAYS[day.weekday()]
        case "ddd":
            return _SHORT_DAYS[day.weekday()]
        case "MMM":
            return f"Thg{day.month}"
    if text[0] == "y":
        return f"{day.year:04}"
    if text[0] == "M" and text[3:]:
        return f"Tháng {_MONTHS[day.month - 1]}"
    return f"{day.day if text[0] == 'd' else day.month:0{min(len(text), 2)}}"


def _of_time(text: str, seconds: int, *, elapsed: bool) -> str:
    units = {"h": 3600, "m": 60, "s": 1}
    number = seconds // units[text[0]]
    if not elapsed:
        number %= 24 if text[0] == "h" else 60
    return f"{number:0{min(len(text), 2)}}"
