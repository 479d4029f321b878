"""TXT-014: spans of time that end before they begin: "từ ngày … đến ngày …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from vanban.findings import Finding
from vanban.messages import _
from vanban.patterns import later
from vanban.rules.base import Rule, Subject
from vanban.rules.views import days
from vanban.rules.views.days import Day

_HOUR = r"(?:\d{1,2} ?(?:giờ|h|g|:) ?(?:\d{2})?(?: ?phút)?,? ?)?"
_FROM = later(rf"\btừ {_HOUR}[^.;,\n\d]{{0,16}}$")
_TO = later(rf"(?: \([^()\n]*\))?,? ?(?:đến|tới|-|–) ?(?:hết )?{_HOUR}(?:[^.;,\n\d]{{0,14}}[ ,])?")
_MONTHS = later(
    r"từ (?:đầu |cuối |giữa )?(?:tháng )?(?P<thang>\d{1,2})(?:/| năm )(?P<nam>\d{4}) "
    r"(?:đến|tới) (?:hết |cuối |đầu |giữa )*"
    r"(?:tháng )?(?P<thang_2>\d{1,2})(?:/| năm )(?P<nam_2>\d{4})(?!\d)"
)
_YEARS = later(r"từ năm (\d{4}) (?:đến|tới) (?:hết )?năm (\d{4})(?!\d)")
_STAGE = later(r"giai đoạn (\d{4}) ?[-–] ?(\d{4})(?!\d)")
_DASHES = ("-", "–")
_PERIODS = ("thời kỳ ", "nhiệm kỳ ", "niên khóa ", "năm học ")
_OF_ONE_MONTH = later(
    r"từ (?:hết )?ngày (?P<ngay>\d{1,2}) (?:đến|tới) (?:hết )?(?:ngày )?(?P<ngay_2>\d{1,2})"
    r"(?: tháng \d{1,2}(?: năm \d{4})?|/\d{1,2}(?:/\d{4})?)"
)
_BEGINS = "từ "
"""How spans of days in a month, of months and of years begin."""
_DAY_FROM = ("từ ngày ", "từ hết ngày ")
_MONTH_FROM = ("từ tháng ", "từ đầu ", "từ cuối ", "từ giữa ", *(f"từ {n}" for n in range(10)))
_YEAR_FROM = "từ năm "
_BEFORE = 40
_YEAR = len("2030")


def check(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A finding for each span that runs backwards."""
    found = {*_days(subject), *_said(subject.text.plain)}
    for start, end in sorted(found.union(_stages(subject), _periods(subject))):
        quote = subject.text.whole[start:end]
        message = _("Khoảng thời gian «{quote}» kết thúc trước khi bắt đầu.").format(quote=quote)
        yield rule.hit(subject, start, end, message)


def _days(subject: Subject) -> Iterator[tuple[int, int]]:
    for first, last in pairwise(subject.view(days.of)):
        if _is_span(subject.text.plain, first, last):
            begin, end = first.as_date(), last.as_date()
            if not first.nam and int(first.thang) == int(last.thang):  # else it may be last year’s
                begin = first.as_date(int(last.nam)) if last.nam else None
            if begin and end and end < begin:
                yield first.start, last.end


def _is_span(plain: str, first: Day, last: Day) -> bool:
    """Whether one day is said to be the beginning of a time, and the other its end."""
    begins = _FROM.search(plain, max(first.start - _BEFORE, 0), first.start)
    return bool(begins and _TO.fullmatch(plain, first.end, last.start))


def _said(plain: str) -> Iterator[tuple[int, int]]:
    """Spans of days in a month, of months, of years: "từ ngày 11 đến ngày 09 tháng 10"."""
    at = plain.find(_BEGINS)
    while at >= 0:
        if plain.startswith(_DAY_FROM, at):
            found = _OF_ONE_MONTH.match(plain, at)
            if found and int(found["ngay_2"]) < int(found["ngay"]):
                yield found.start("ngay"), found.end()
        elif plain.startswith(_MONTH_FROM, at):
            found = _MONTHS.match(plain, at)
            if found and _month(found, "_2") < _month(found, ""):
                yield found.span()
        elif plain.startswith(_YEAR_FROM, at):
            found = _YEARS.match(plain, at)
            if found and found[2] < found[1]:
                yield found.span()
        at = plain.find(_BEGINS, at + 1)


def _month(found: re.Match[str], which: str) -> tuple[int, int]:
    """Year and month of the beginning ("") or the end ("_2") of a span, which compare as days."""
    return int(found[f"nam{which}"]), int(found[f"thang{which}"])


def _stages(subject: Subject) -> Iterator[tuple[int, int]]:
    """ "giai đoạn 2030-2025"."""
    if "đoạn" in subject.text.words:
        for found in _STAGE.finditer(subject.text.plain):
            if found[2] < found[1]:
                yield found.span()


def _periods(subject: Subject) -> Iterator[tuple[int, int]]:
    """Other periods than giai đoạn: "nhiệm kỳ 2030-2025"."""
    text = subject.text
    for years in text.joined:
        first, dash, last = years[:_YEAR], years[_YEAR : _YEAR + 1], years[_YEAR + 1 :]
        joined = dash in _DASHES and len(last) == _YEAR and f"{first}{last}".isdecimal()
        if joined and last < first:
            for at in text.offsets(years):
                if text.plain[max(at - _BEFORE, 0) : at].endswith(_PERIODS):
                    yield at, at + len(years)
