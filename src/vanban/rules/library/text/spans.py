"""TXT-014: spans of time that end before they begin: "từ ngày … đến ngày …"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, pairwise

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
_YEARS = (
    later(r"từ năm (\d{4}) (?:đến|tới) (?:hết )?năm (\d{4})(?!\d)"),
    later(r"giai đoạn (\d{4}) ?[-–] ?(\d{4})(?!\d)"),
)
_DASHES = ("-", "–")
_PERIODS = ("thời kỳ ", "nhiệm kỳ ", "niên khóa ", "năm học ")
_OF_ONE_MONTH = later(
    r"từ (?:hết )?ngày (?P<ngay>\d{1,2}) (?:đến|tới) (?:hết )?(?:ngày )?(?P<ngay_2>\d{1,2})"
    r"(?: tháng \d{1,2}(?: năm \d{4})?|/\d{1,2}(?:/\d{4})?)"
)
_DAY_FROM = ("từ ngày ", "từ hết ngày ")
_MONTH_FROM = later(r"từ (?:đầu |cuối |giữa |tháng )*\d")
"""How such spans begin: cheap to look for."""
_BEFORE = 40
_YEAR = len("2030")


def check(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A finding for each span that runs backwards."""
    found = {*_days(subject), *_days_of_a_month(subject), *_months(subject), *_years(subject)}
    for start, end in sorted(found):
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


def _days_of_a_month(subject: Subject) -> Iterator[tuple[int, int]]:
    """Spans inside one month, which stands behind both days: "từ ngày 11 đến ngày 09 tháng 10"."""
    plain = subject.text.plain
    told = any(opening in plain for opening in _DAY_FROM)
    for found in _OF_ONE_MONTH.finditer(plain) if told else ():
        if int(found["ngay_2"]) < int(found["ngay"]):
            yield found.start("ngay"), found.end()


def _is_span(plain: str, first: Day, last: Day) -> bool:
    """Whether one day is said to be the beginning of a time, and the other its end."""
    begins = _FROM.search(plain, max(first.start - _BEFORE, 0), first.start)
    return bool(begins and _TO.fullmatch(plain, first.end, last.start))


def _months(subject: Subject) -> Iterator[tuple[int, int]]:
    plain = subject.text.plain
    for found in _MONTHS.finditer(plain) if _MONTH_FROM.search(plain) else ():
        begin, end = (
            (int(found[f"nam{which}"]), int(found[f"thang{which}"])) for which in ("", "_2")
        )
        if end < begin:
            yield found.span()


def _years(subject: Subject) -> Iterator[tuple[int, int]]:
    yield from _periods(subject)
    words = subject.text.words
    if "năm" not in words and "đoạn" not in words:
        return
    for found in chain.from_iterable(each.finditer(subject.text.plain) for each in _YEARS):
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
