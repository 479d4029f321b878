"""The date of issue, and how dates are written in words.

ND30-D-006, D-015 and D-016 (PLI-I-II.4.b).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from vanban.findings import Finding, Severity
from vanban.messages import _
from vanban.patterns import later
from vanban.rules.base import Rule, Subject
from vanban.rules.views import days
from vanban.rules.views.days import Day
from vanban.viet.dates import ImpossibleDate, Ngay, NotADate, parse_date

_PATH = ("ngay",)
_IN_PLACE = later(r"ngày \d{1,2} tháng \d{1,2} năm \d{4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}")
_NUMBERS = later(r"[0-9]+")
_MONTHS = frozenset({"01", "02", *map(str, range(3, 13))})
"""The months as the decree writes them."""


def real(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A day of issue that cannot be, or that only a slip of the hand can mean."""
    place = (subject.doc.dia_danh or "").lower()
    typed = _IN_PLACE.search(place) if any(map(str.isdigit, place)) else None
    if typed and not _exists(typed[0]):
        message = _("«{quote}» không có trong lịch.").format(quote=typed[0])
        yield rule.finding(subject, message, ("dia_danh",), quote=typed[0])
    issued = subject.doc.ngay
    if issued and issued.nam and issued.nam < int(rule.data["nam_dau"]):
        message = _("Năm {year} không thể là năm ban hành văn bản hành chính.")
        message = message.format(year=issued.nam)
        yield rule.finding(subject, message, _PATH, quote=str(issued.nam))
    day = issued.as_date() if issued else None
    if issued and day and day > subject.now + timedelta(days=int(rule.data["ngay_toi"])):
        message = _("Ngày ban hành «{quote}» còn hơn một năm nữa mới tới.")
        message = message.format(quote=issued.words())
        yield rule.finding(subject, message, _PATH, quote=issued.words(), severity=Severity.WARNING)


def not_in_future(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A document to be issued that bears a day which has not come."""
    issued = subject.doc.ngay
    day = issued.as_date() if issued else None
    if issued and day and subject.doc.ban_hanh and day > subject.now:
        message = _("Ngày ban hành «{quote}» sau ngày kiểm tra ({today}).")
        message = message.format(quote=issued.words(), today=_short(subject.now))
        yield rule.finding(subject, message, _PATH, quote=issued.words())


def in_words(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A day in words with another number of digits than the decree writes."""
    office = subject.doc.kiem_tra
    months = not (office and office.thang_hai_chu_so)
    for day in subject.view(days.of):
        proper = len(day.ngay) == 2 and day.thang in _MONTHS
        if proper or not day.in_words or subject.text.quoted(day.start):
            continue
        typed = subject.text.whole[day.start : day.end]
        right = _padded(day, typed, months=months)
        if right != typed:
            message = _("Ngày dưới 10 và tháng 1, 2 thêm số 0, các tháng khác không: «{right}».")
            message = message.format(right=right)
            yield rule.hit(subject, day.start, day.end, message, right=right)


def _padded(day: Day, typed: str, *, months: bool) -> str:
    """A day in words with the digits that it should have; ``months``: in the month as well."""
    value = day.value()
    if value is None or value.ngay is None or value.thang is None:
        return typed
    month = f"{value.thang:02}" if value.thang < 3 else str(value.thang)
    digits = iter([f"{value.ngay:02}", month if months else day.thang])
    return _NUMBERS.sub(lambda _found: next(digits), typed, count=2)


def _exists(text: str) -> bool:
    try:
        parse_date(text)
    except (ImpossibleDate, NotADate):
        return False
    return True


def _short(day: date) -> str:
    return Ngay(day.day, day.month, day.year).words().removeprefix("ngày ")
