"""Dates and times, which a spreadsheet keeps as numbers of days, as people see them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum

from vanban.messages import _
from vanban.sources.rows.date_text import DAY, Parts, parts, written
from vanban.sources.rows.number_format import Section, parse
from vanban.sources.values import Wrong
from vanban.viet.dates import FIRST_YEAR, LAST_YEAR, Ngay

_NO_DAY = 60
"""Windows' spreadsheets count a 29 February 1900, which never was."""


class Purpose(StrEnum):
    """What the text of a date is for."""

    TEXT = "text"
    """To be printed as people see it in the sheet."""
    DAY = "day"
    """For a field that holds a date."""
    TIME = "time"
    """For a field that holds a time, printed in words: "14 giờ 30, ngày 07 tháng 11 năm 2022"."""


def shown(serial: float, section: Section, *, mac: bool, purpose: Purpose = Purpose.TEXT) -> str:
    """The moment that a number of days is, as a format shows it.

    Args:
        serial: the number of days, with the part of a day.
        section: a section for dates.
        mac: whether days are counted from 1904 and not from 1900.
        purpose: what the text is for.

    Raises:
        Wrong: the calendar has no such day.
    """
    what = parts(section)
    if what.elapsed or not what.day:
        return written(section, None, round(serial * DAY))
    days, seconds = divmod(round(serial * DAY), DAY)
    return _moment(_day(days, mac=mac), seconds, section, purpose)


def typed(text: str, sections: Sequence[Section], purpose: Purpose = Purpose.TEXT) -> str:
    """A moment that a program wrote in ISO form; the text itself where it is none.

    Args:
        text: the moment.
        sections: how it is shown, if the first of them is for dates.
        purpose: what the text is for.
    """
    try:
        read = datetime.fromisoformat(text)
    except ValueError:
        return text
    seconds = (read.hour * 60 + read.minute) * 60 + read.second
    if sections and sections[0].is_date:
        section = sections[0]
    else:
        section = parse("dd/mm/yyyy hh:mm" if seconds else "dd/mm/yyyy").numbers[0]
    if not parts(section).day:
        return written(section, None, seconds)
    return _moment(read.date(), seconds, section, purpose)


def _moment(day: date, seconds: int, section: Section, purpose: Purpose) -> str:
    """A day and its time: as they are seen, or as a field of a document reads them."""
    what = parts(section)
    if purpose is Purpose.DAY:
        return _numbers(day, what)
    if purpose is Purpose.TIME and what.time:
        hour, minute = divmod(seconds // 60, 60)
        known = FIRST_YEAR <= day.year <= LAST_YEAR
        words = Ngay(day.day, day.month, day.year).words() if known else f"ngày {_full(day)}"
        return f"{hour:02} giờ {minute:02}, {words}"
    return written(section, day, seconds)


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


def _numbers(day: date, what: Parts) -> str:
    """The day in numbers; a month or year alone where the format shows no day."""
    if "d" in what.letters or "y" not in what.letters:
        return _full(day)
    return f"{day.month:02}/{day.year}" if "M" in what.letters else str(day.year)


def _full(day: date) -> str:
    return f"{day.day:02}/{day.month:02}/{day.year:04}"
