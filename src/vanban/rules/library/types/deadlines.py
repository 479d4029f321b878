"""When tasks are due, in cells of a table and in text: "Trước ngày 31/3/2027", "quý I năm 2027"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from vanban.patterns import later
from vanban.rules.base import Subject
from vanban.rules.views.text import PROSE, Passage

_MONTHS_OF_QUARTER = 3
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_PERIOD = later(
    r"(?:tháng (?P<thang>\d{1,2})|(?P<thang_so>\d{1,2})(?=/)|quý (?P<quy>iv|i{1,3}|[1-4]))"
    r"(?:/|,? năm )(?P<nam>20\d\d)(?![\d/])"
)
_DAY = later(r"(?P<ngay>\d{1,2})(?:/| tháng )(?P<thang>\d{1,2})(?:/| năm )(?P<nam>20\d\d)")
_LEAD = later(r"(?:(?:xong|hoàn thành|trước|trong|chậm nhất|là|đến|hết|ngày|vào) )*")
_DUE = ("trong ", "vào ", "hết ", "xong ", "trước ")
"""What stands before a month or a quarter in which something is due."""
_FAR = 180
"""So many days before the day of issue a cell is a slip, wherever it stands in its column."""


def last_day(words: str) -> date | None:
    """The last day that a cell means; None for another text, or for no real day.

    Args:
        words: the text of the cell, as `words_of` makes it.

    >>> last_day("trước ngày 31/3/2027"), last_day("quý i/2027"), last_day("thường xuyên")
    (datetime.date(2027, 3, 31), datetime.date(2027, 3, 31), None)
    """
    lead = _LEAD.match(words)
    told = words[lead.end() if lead else 0 :].rstrip(". ")
    if day := _DAY.fullmatch(told):
        return _date(int(day["nam"]), int(day["thang"]), int(day["ngay"]))
    period = _PERIOD.fullmatch(told)
    return _end_of(period) if period else None


def _end_of(period: re.Match[str]) -> date | None:
    quarter = period["quy"]
    if quarter:
        month = _MONTHS_OF_QUARTER * (_ROMAN.get(quarter) or int(quarter))
    else:
        month = int(period["thang"] or period["thang_so"])
    return _date(int(period["nam"]), month, None)


def _date(year: int, month: int, day: int | None) -> date | None:
    """A day, or the last one of a month; None when there is none."""
    try:
        return date(year, month, day) if day else _last_of(date(year, month, 1))
    except ValueError:
        return None


def _last_of(first: date) -> date:
    """The last day of a month that begins on a day."""
    return (first + timedelta(31)).replace(day=1) - timedelta(1)


def late_cells(cells: Sequence[str], issued: date) -> list[int]:
    """The cells of a column of deadlines that are over on a day, by slip and not by plan.

    A plan may list what began before it. What stands below a later deadline, or is over for
    half a year, is a slip, as long as most deadlines are to come.
    """
    ends = [last_day(cell) for cell in cells]
    to_come = sum(end is not None and end >= issued for end in ends)
    late = [row for row, end in enumerate(ends) if end and end < issued]
    if len(late) > to_come:
        return []
    return [row for row in late if _is_slip(ends, row, issued)]


def _is_slip(ends: Sequence[date | None], row: int, issued: date) -> bool:
    end = ends[row]
    return end is not None and (
        (issued - end).days >= _FAR or any(above and above > end for above in ends[:row])
    )


def late_periods(subject: Subject, issued: date) -> Iterator[tuple[Passage, int, int]]:
    """The months and quarters over by a day in which something is due: where they stand."""
    text = subject.text
    for word in ("tháng", "quý"):
        for at in text.find(word) if word in text.words else ():
            due = text.plain.endswith(_DUE, 0, at)
            found = _PERIOD.match(text.plain, at) if due else None
            if found and (end := _end_of(found)) and end < issued:
                passage = text.passage(at)
                if passage.where == PROSE:
                    yield passage, at, found.end()
