"""TTR-003: the days between the draft of a conclusion and its signing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from vanban import Finding, Rule, Subject
from vanban.viet.text import comparable
from vanban_thanh_tra import own_fields

_SATURDAY = 5


def check(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A finding when the conclusion is signed later than it may be (``thoi_han``)."""
    draft = own_fields.day(subject.doc.rieng, "ngay_du_thao")
    signed = subject.doc.ngay.as_date() if subject.doc.ngay else None
    days = _allowed(rule, subject)
    if draft and signed and signed > working_day(draft + timedelta(days)):
        message = f"Kết luận ký sau dự thảo {(signed - draft).days} ngày; thời hạn là {days} ngày."
        yield rule.finding(subject, message, ("ngay",))


def _allowed(rule: Rule, subject: Subject) -> int:
    """The days that the issuing body has: its own number of them, else that of all others."""
    limits = {comparable(name): int(days) for name, days in rule.data["thoi_han"].items()}
    bodies = [comparable(body.ban_hanh or "") for body in subject.doc.co_quan]
    return next((limits[body] for body in bodies if body in limits), int(rule.data["so_ngay"]))


def working_day(day: date) -> date:
    """The day, or the Monday after it when it falls on a weekend.

    >>> working_day(date(2026, 6, 13))
    datetime.date(2026, 6, 15)
    """
    return day + timedelta(7 - day.weekday()) if day.weekday() >= _SATURDAY else day
