"""Dates and times, which a spreadsheet keeps as numbers of days, as people write them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache

from msgspec import Struct

from vanban.messages import _
from vanban.sources.rows.number_format import Section
from vanban.sources.values import Wrong
from vanban.viet.dates import FIRST_YEAR, LAST_YEAR, Ngay

DAY = 86_400
_DATES = ("date", "elapsed")
_NO_DAY = 60
"""Windows' spreadsheets count a 29 February 1900, which never was."""


class Parts(Struct, frozen=True):
    """What of a moment a format shows.

    Attributes:
        letters: of "y", "d", "h", "s", "M" for months and "m" for minutes.
        elapsed: whether hours, or else minutes, go on beyond a day.
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
    """What a section for dates shows; "m" is a minute after an hour or before a second."""
    pieces = [(kind, text[0].lower()) for kind, text in section.pieces if kind in _DATES]
    letters = ["", *(letter for _kind, letter in pieces), ""]
    months = {
        at
        for at, (kind, letter) in enumerate(pieces, 1)
        if (kind, letter) == ("date", "m") and letters[at - 1] != "h" and letters[at + 1] != "s"
    }
    shown = frozenset("M" if at in months else letter for at, letter in enumerate(letters))
    return Parts(shown - {""}, any(kind == "elapsed" for kind, _letter in pieces))


def shown(serial: float, section: Section, *, mac: bool) -> str:
    """The moment that a number of days is, as far as a format shows it.

    Args:
        serial: the number of days, with the part of a day.
        section: a section for dates.
        mac: whether days are counted from 1904 and not from 1900.

    Raises:
        Wrong: the calendar has no such day.
    """
    what = parts(section)
    if what.elapsed:
        return _elapsed(round(serial * DAY), what)
    days, seconds = divmod(round(serial * DAY), DAY)
    if not what.day:
        return _time(seconds, what)
    return moment(_day(days, mac=mac), seconds, what)


def moment(day: date, seconds: int, what: Parts) -> str:
    """A day, and its time where that is shown: "14 giờ 30, ngày 07 tháng 11 năm 2022"."""
    if not what.time:
        return _date(day, what)
    hour, minute = divmod(seconds // 60, 60)
    known = FIRST_YEAR <= day.year <= LAST_YEAR
    words = Ngay(day.day, day.month, day.year).words() if known else f"ngày {_numbers(day)}"
    return f"{hour:02} giờ {minute:02}, {words}"


def typed(text: str, sections: Sequence[Section]) -> str:
    """A moment that a program wrote in ISO form; the text itself where it is none.

    Args:
        text: the moment.
        sections: how it is shown, if the first of them is for dates.
    """
    try:
        read = datetime.fromisoformat(text)
    except ValueError:
        return text
    seconds = (read.hour * 60 + read.minute) * 60 + read.second
    dated = bool(sections) and sections[0].is_date
    what = parts(sections[0]) if dated else Parts(frozenset("yMdh" if seconds else "yMd"), False)
    return moment(read.date(), seconds, what) if what.day else _time(seconds, what)


def _day(days: int, *, mac: bool) -> date:
    if days == 0 and not mac:
        raise _no_day("00/01/1900", _("Ô ngày này trỏ đến một ô trống; sửa công thức."))
    if days == _NO_DAY and not mac:
        raise _no_day("29/02/1900", _("Ghi lại ngày trong ô."))
    first = date(1904, 1, 1) if mac else date(1899, 12, 30 if days > _NO_DAY else 31)
    try:
        found = first + timedelta(days)
    except OverflowError:
        found = date.min
    if days < 0 or found == date.min:
        raise _no_day(f"{days}", _("Ghi lại ngày trong ô, hoặc bỏ định dạng ngày của ô."))
    return found


def _no_day(text: str, advice: str) -> Wrong:
    return Wrong(_("Ngày «{text}» không có trong lịch.").format(text=text), advice)


def _date(day: date, what: Parts) -> str:
    """The day; without what the format leaves out only where that makes a partial date."""
    if "d" in what.letters or "y" not in what.letters:
        return _numbers(day)
    return f"{day.month:02}/{day.year}" if "M" in what.letters else str(day.year)


def _numbers(day: date) -> str:
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def _time(seconds: int, what: Parts) -> str:
    hour, minute, second = seconds // 3600, seconds // 60 % 60, seconds % 60
    if "h" not in what.letters and "m" in what.letters:
        return f"{minute:02}:{second:02}"
    return f"{hour:02}:{minute:02}" + (f":{second:02}" if "s" in what.letters else "")


def _elapsed(seconds: int, what: Parts) -> str:
    minus, seconds = ("-" if seconds < 0 else ""), abs(seconds)
    if "h" in what.letters:
        return minus + _time(seconds, what)
    return f"{minus}{seconds // 60:02}:{seconds % 60:02}" if "m" in what.letters else str(seconds)
