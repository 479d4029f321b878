"""Moments as people write them: "08 giờ 30, thứ Hai ngày 05/01/2026", "14h00", "07/11/2022"."""

from __future__ import annotations

import re

from msgspec import Struct

from vanban.patterns import later
from vanban.viet.dates import ImpossibleDate, Ngay, NotADate, parse_date
from vanban.viet.text import comparable

_HOUR = later(
    r"(?<!\d)(?P<gio>\d{1,2})\s*(?:giờ|h|g|:)\s*(?P<phut>\d{1,2})?(?!\d)(?:\s*(?:phút|'|’))?"
)
_DAY = later(
    r"ngày \d{1,2} tháng \d{1,2} năm \d{4}|(?<![\d/])\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?!\d)"
    r"|(?<!\d)\d{4}-\d{1,2}-\d{1,2}(?!\d)"
)


class Moment(Struct, frozen=True):
    """A day, an hour, or both.

    Attributes:
        ngay: the day; None when the text names none.
        phut: minutes since midnight, 0 to 1440; None when the text names no hour.
    """

    ngay: Ngay | None
    phut: int | None

    def before(self, other: Moment) -> bool | None:
        """Whether this is earlier than another; None where that cannot be told.

        An hour without a day is taken to be on the day of the other.

        >>> a, b = moment("08 giờ 00 ngày 05/11/2026"), moment("ngày 05/11/2026")
        >>> a.before(b), moment("8h").before(moment("7h30"))
        (None, False)
        """
        days = [m.ngay.as_date() if m.ngay else None for m in (self, other)]
        if days[0] and days[1] and days[0] != days[1]:
            return days[0] < days[1]
        if self.phut is None or other.phut is None:
            return None
        return self.phut < other.phut


def moment(text: str) -> Moment:
    """The first day and the first hour that a text names.

    >>> moment("14 giờ 30 phút, thứ Sáu ngày 06/02/2026").phut
    870
    """
    plain = comparable(" ".join(text.split()))
    day = _DAY.search(plain)
    hour = _HOUR.search(_DAY.sub(" ", plain))
    return Moment(_day(day[0]) if day else None, _minutes(hour) if hour else None)


def _day(text: str) -> Ngay | None:
    try:
        return parse_date(text)
    except (NotADate, ImpossibleDate):
        return None


def _minutes(found: re.Match[str]) -> int | None:
    hour, minute = int(found["gio"]), int(found["phut"] or 0)
    return hour * 60 + minute if hour <= 24 and minute < 60 else None
