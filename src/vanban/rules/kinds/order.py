"""Kind "order": two days or hours that stand in the wrong order.

``thu_tu`` lists {truoc, sau, cau}: the field that must not be later, the other one, and the
message, which may have {truoc} and {sau} as typed. What names no day or hour is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from vanban.findings import Finding
from vanban.messages import _
from vanban.rules.base import Rule, Subject
from vanban.rules.views.fields import values
from vanban.viet.dates import Ngay
from vanban.viet.moments import Moment, moment


def check(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A finding at the later field of each pair that stands in the wrong order."""
    for pair in rule.data["thu_tu"]:
        for _path, earlier in values(subject, pair["truoc"]):
            for path, later in values(subject, pair["sau"]):
                if _moment(later).before(_moment(earlier)):
                    message = _(pair["cau"]).format(truoc=_typed(earlier), sau=_typed(later))
                    yield rule.finding(subject, message, path, quote=_typed(later))


def _moment(value: Any) -> Moment:
    return Moment(value, None) if isinstance(value, Ngay) else moment(str(value))


def _typed(value: Any) -> str:
    return value.words() if isinstance(value, Ngay) else str(value)
