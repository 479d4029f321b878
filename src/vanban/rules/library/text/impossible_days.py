"""TXT-013: days that no calendar has."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding
from vanban.messages import _
from vanban.patterns import later
from vanban.rules.base import Rule, Subject
from vanban.rules.views import days
from vanban.rules.views.days import Day
from vanban.viet.dates import FIRST_YEAR, LAST_YEAR, ImpossibleDate, Ngay

_LUNAR = later(r"[^.;\n]{0,30}?(?:âm lịch|\bal\b|\bâl\b)")


def check(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A finding for each day that there is not; a lunar month may have 30 days."""
    plain = subject.text.plain
    for day in subject.view(days.of):
        if _is_meant(day) and not _exists(day) and not _LUNAR.match(plain, day.end):
            quote = subject.text.whole[day.start : day.end]
            message = _("Không có ngày «{quote}».").format(quote=quote)
            yield rule.hit(subject, day.start, day.end, message)


def _is_meant(day: Day) -> bool:
    """Whether the figures are surely a day: no blanks in zeros, no fraction, no "29-30"."""
    if not int(day.ngay) or not int(day.thang):
        return False
    return day.in_words or bool(day.nam) or int(day.thang) <= 12


def _exists(day: Day) -> bool:
    year = int(day.nam) if day.nam else None
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        year = None
    try:
        Ngay(int(day.ngay), int(day.thang), year)
    except ImpossibleDate:
        return False
    return True
