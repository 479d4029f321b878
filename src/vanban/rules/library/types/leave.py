"""ND30-L-011: the days of a leave are in order, and no more are counted than there are."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding
from vanban.messages import _
from vanban.patterns import later
from vanban.rules.base import Rule, Subject
from vanban.rules.kinds import order

_COUNT = later(r"(?P<days>\d{1,3}) ngày(?! \d)")


def check(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Days in the wrong order; a count greater than the days from the first to the last.

    Fewer may be counted: days off and holidays are no leave.
    """
    yield from order.check(rule, subject)
    own = subject.doc.rieng
    counted = _COUNT.search(own.get("tinh_vao") or "")
    first, last = (day and day.as_date() for day in (own.get("tu_ngay"), own.get("den_ngay")))
    if not (counted and first and last):
        return
    days = (last - first).days + 1
    if 0 < days < int(counted["days"]):
        message = _("Ghi «{quote}», nhưng từ ngày nghỉ đầu đến ngày nghỉ cuối chỉ có {days} ngày.")
        message = message.format(quote=counted[0], days=days)
        yield rule.finding(subject, message, ("tinh_vao",), quote=counted[0])
