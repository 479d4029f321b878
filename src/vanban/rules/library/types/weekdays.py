"""ND30-L-009: the day of the week that stands beside a date is the right one.

"thứ Hai, ngày 05/01/2026", "ngày 05/01/2026 (thứ Hai)", "Thứ Hai 05/01" in a timetable. What only
looks like a day of the week ("lần thứ hai ngày …") and lists of days are left alone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date

from vanban.findings import Finding
from vanban.messages import _
from vanban.patterns import later
from vanban.rules.base import Rule, Subject
from vanban.rules.views import days
from vanban.rules.views.days import Day
from vanban.rules.views.text import TABLE
from vanban.viet.dates import ImpossibleDate, Ngay
from vanban.viet.text import words_of
from vanban.viet.weekdays import Weekday, name_of, weekdays

_BEFORE_DAY = later(r" ?,? ?\(?(?:ngày )?")
_AFTER_DAY = later(r" ?,? ?\((?:là )?")
_CLOSES = later(r"[.;)\n]|, (?:tại|lúc|từ|địa điểm)")
"""Behind the name of a day that belongs to the date before it: "05/10/2026, thứ Sáu."."""
_IN_TABLE = later(r"[ ,(]{1,3}(?P<ngay>\d{1,2})/(?P<thang>\d{1,2})(?![\d/])")
_LISTED = later(r"(?:thứ \w+|chủ nhật)(?:,|;| và| hoặc| -| –) ?$")
_LAST_WORDS = later(r"(?P<two>(?:[^\W\d_]+ )?(?P<word>[^\W\d_]+)) ?$")
_LUNAR = later("âm lịch|[(]âl[)]")
_LINE = 60
"""So many characters behind a name tell whether its date is one of the lunar calendar."""
_SUNDAY = 6
_NEAR = 120
"""A date without a year is taken for the nearest to the day of issue, within so many days."""


def check(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Every day of the week that its date does not have."""
    found = subject.view(days.of)
    starts = [day.start for day in found]
    for named in weekdays(subject.text.plain):
        if not _is_a_day(rule, subject, named):
            continue
        day = _date_beside(subject, named, found, starts)
        if _LUNAR.search(subject.text.plain, named.end, named.end + _LINE):
            continue
        if day is not None and day.weekday() != named.day:
            yield _finding(rule, subject, named, day)


def _finding(rule: Rule, subject: Subject, named: Weekday, day: date) -> Finding:
    quote, right = subject.text.whole[named.start : named.end], name_of(day)
    message = _("Ngày {date} là {right}, không phải «{quote}».")
    message = message.format(date=f"{day:%d/%m/%Y}", right=right, quote=quote)
    if quote[0].isupper():
        right = right[0].upper() + right[1:]
    return rule.hit(subject, named.start, named.end, message, right=right, safe=False)


def _is_a_day(rule: Rule, subject: Subject, named: Weekday) -> bool:
    """Whether a name is no ordinal of the word before it, and no item of a list of days."""
    text = subject.text
    before = text.plain[max(text.passage(named.start).start, named.start - 20) : named.start]
    if _LISTED.search(before):
        return False
    last = _LAST_WORDS.search(before)
    if last is None:
        return True
    if {last["word"], last["two"]} & set(map(words_of, rule.data["dem"])):
        return False
    quote = text.whole[named.start : named.end]
    sure = named.day == _SUNDAY or quote.split()[-1].istitle()
    return sure or last["word"] in set(map(words_of, rule.data["thoi_diem"]))


def _date_beside(
    subject: Subject, named: Weekday, found: Sequence[Day], starts: Sequence[int]
) -> date | None:
    """The date that stands right behind a name, or right before it and its bracket."""
    plain = subject.text.plain
    index = bisect_left(starts, named.start)
    after = found[index] if index < len(found) else None
    if after and _BEFORE_DAY.fullmatch(plain, named.end, after.start):
        return _dated(subject, after)
    before = found[index - 1] if index else None
    if before and _AFTER_DAY.fullmatch(plain, before.end, named.start):
        return _dated(subject, before)
    if before and plain[before.end : named.start] == ", " and _CLOSES.match(plain, named.end):
        return _dated(subject, before)
    cell = _IN_TABLE.match(plain, named.end)
    if cell and subject.text.passage(named.start).where == TABLE:
        return _nearest(subject, int(cell["ngay"]), int(cell["thang"]))
    return None


def _dated(subject: Subject, day: Day) -> date | None:
    return day.as_date() if day.nam else _nearest(subject, int(day.ngay), int(day.thang))


def _nearest(subject: Subject, ngay: int, thang: int) -> date | None:
    """The date with a day and a month that is nearest to the day of issue; None for none near."""
    issued = subject.doc.ngay and subject.doc.ngay.as_date()
    if not issued:
        return None
    near = (_date(ngay, thang, issued.year + more) for more in (-1, 0, 1))
    far = ((abs((day - issued).days), day) for day in near if day)
    distance, nearest = min(far, default=(_NEAR + 1, None))
    return nearest if distance <= _NEAR else None


def _date(ngay: int, thang: int, nam: int) -> date | None:
    try:
        return Ngay(ngay, thang, nam).as_date()
    except ImpossibleDate:
        return None
