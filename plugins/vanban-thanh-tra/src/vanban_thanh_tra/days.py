"""TTR-010: days that fields tell, the same in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban import Finding, Rule, Subject
from vanban_thanh_tra import own_fields

_BEHIND = 160
"""So many characters before a day hold what it is the day of."""


def check(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """The first day that the text gives for a field, when none that it gives is the field's."""
    for field, pattern in rule.data["loi_van"].items():
        told = own_fields.day(subject.doc.rieng, field)
        found = list(_days(subject, pattern)) if told else []
        if found and all(day != told for _start, _end, day in found):
            start, end, _day = found[0]
            words = subject.doc.rieng[field].words()
            message = f"Lời văn ghi ngày khác với trường «{field}»: {words}."
            yield rule.hit(subject, start, end, message)


def _days(subject: Subject, pattern: str) -> Iterator[tuple[int, int, object]]:
    """The days right behind what a pattern finds: where they stand, and which they are."""
    before = re.compile(f"(?:{pattern}),? ?(?:ngày )?$")
    for day in subject.days:
        begin = max(day.start - _BEHIND, subject.text.passage(day.start).start)
        value = day.as_date()
        if value and before.search(subject.text.plain[begin : day.start]):
            yield day.start, day.end, value
