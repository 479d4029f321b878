"""What is told of documents that are cited, and cannot be: days to come, two days of one.

ND30-C-009 and C-019.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import PurePath

from vanban import patterns
from vanban.findings import Finding
from vanban.messages import _
from vanban.rules.base import Rule, Subject
from vanban.rules.library.grounds.ground_lines import Line, blocks
from vanban.rules.library.recipients.addressees import full_words
from vanban.rules.lists import named
from vanban.rules.views import citations, days
from vanban.rules.views.citations import Citation
from vanban.rules.views.text import PROSE
from vanban.viet.dates import Ngay

_LIST = "vien-dan"
_LAWS = ("luật", "bộ luật", "pháp lệnh")
_NOT_OF_ISSUE = patterns.later(r"(?:hiệu lực|từ|đến|trước|sau|hạn|kể|áp dụng)[^;]{0,20}$")
_ISSUING = (" ban hành ", " ký ban hành ")
_SENTENCES = patterns.later(r"[;.] ")
_LAW_WORDS = ("luật", "lệnh")
_OPENINGS = ("căn cứ ", "thực hiện ", "theo ", "tuân thủ ")
_LAW_LINE = patterns.later(
    r"(?:căn cứ|thực hiện|theo|tuân thủ) (?:bộ luật|luật|pháp lệnh) [^;.()\n]{3,80}? (?:ngày )?"
)
"""What stands in a line before the day of a law that it names first."""
_NEAR = 30
"""So many characters before a day tell whether it is another than that of issue."""
_SENTENCE = 200
"""So many characters before a citation are looked at for the day on which it was issued."""


def later(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Documents dated after the day on which this one is issued."""
    own = subject.doc.ngay.as_date() if subject.doc.ngay else None
    if own is None or subject.doc.ngay is None:
        return
    for start, end, told in _dated(subject):
        day = told.as_date()
        if day and day > own and not subject.text.quoted(start):
            message = _("Văn bản được viện dẫn ghi {day}, sau {own} của văn bản này.")
            message = message.format(day=told.words(), own=subject.doc.ngay.words())
            yield rule.hit(subject, start, end, message)
    if file := subject.doc.rieng.get("ban_goc"):
        yield from _copied(rule, subject, str(file))


def _copied(rule: Rule, subject: Subject, file: str) -> Iterator[Finding]:
    """The finding on a copy that is older than what it is a copy of."""
    from vanban.rules.library.heading import copies  # for copies alone

    day, own = copies.issued(file), subject.doc.ngay
    first, second = day and day.as_date(), own and own.as_date()
    if day and own and first and second and first > second:
        name = PurePath(file).name
        message = _("Văn bản được sao «{file}» ghi {day}, sau {own} của bản sao.")
        message = message.format(file=name, day=day.words(), own=own.words())
        yield rule.finding(subject, message, ("ban_goc",), quote=name)


def _dated(subject: Subject) -> Iterator[tuple[int, int, Ngay]]:
    """The documents that are cited with a date: where, and which."""
    for cited in subject.view(citations.of):
        if cited.day:
            yield cited.start, cited.end, cited.day
        elif (day := _day_before(subject, cited)) and (value := day.value()):
            yield day.start, day.end, value
    for day in (*_days_of_laws(subject), *_days_of_laws_in_lines(subject)):
        if value := day.value():
            yield day.start, day.end, value


def _day_before(subject: Subject, cited: Citation) -> days.Day | None:
    """The day of "Ngày 12/01/2026, UBND xã ban hành Kế hoạch số 18/KH-UBND"; None for others."""
    plain, end = subject.text.plain, cited.start
    if not plain.endswith(_ISSUING, 0, end):
        return None
    begin = max(end - _SENTENCE, subject.text.passage(end).start)
    ahead = _SENTENCES.split(plain[begin:end])[-1]
    if not ahead.startswith(("ngày ", "vào ngày ")):
        return None
    told = days.between(subject, end - len(ahead), end)
    return told[0] if len(told) == 1 and told[0].nam else None


def _days_of_laws_in_lines(subject: Subject) -> Iterator[days.Day]:
    """The days in lines that begin with "Thực hiện Luật … ngày …"."""
    if subject.text.words.isdisjoint(_LAW_WORDS):
        return
    for day in subject.view(days.of):
        passage = subject.text.passage(day.start)
        if passage.where == PROSE:
            plain, nearest = subject.text.plain, max(passage.start, day.start - _NEAR)
            opened = plain.startswith(_OPENINGS, passage.start)
            of_a_law = opened and _LAW_LINE.fullmatch(plain, passage.start, day.start)
            if of_a_law and not _NOT_OF_ISSUE.search(plain, nearest, day.start):
                yield day


def _days_of_laws(subject: Subject) -> Iterator[days.Day]:
    """The days in grounds that name a law without a number."""
    plain = subject.text.plain
    for line in _field(subject):
        if line.cited(subject) is None and plain.startswith(_LAWS, line.about):
            for day in days.between(subject, line.start + 1, line.end):
                before = plain[max(line.about, day.start - _NEAR) : day.start]
                if not _NOT_OF_ISSUE.search(before):
                    yield day


def _field(subject: Subject) -> Iterator[Line]:
    return (line for block in subject.view(blocks) if block.field for line in block.lines)


def two_dates(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """One document cited with two dates, or with a date outside the year in its number."""
    known: defaultdict[str, list[Citation]] = defaultdict(list)
    for cited in subject.view(citations.of):
        if cited.day is None or not cited.day.is_full or subject.text.quoted(cited.start):
            continue
        if cited.year and cited.year != str(cited.day.nam):
            yield _year(rule, subject, cited)
            continue
        same = known[citations.same(cited.number)]
        other = next((c for c in same if _contradicts(cited, c)), None)
        if other and other.day:
            message = _("«{number}» ghi {day}, khác với {other} đã ghi ở trên.")
            message = message.format(
                number=cited.number, day=cited.day.words(), other=other.day.words()
            )
            yield rule.hit(subject, cited.start, cited.end, message)
        if all((c.day, c.issuer) != (cited.day, cited.issuer) for c in same):
            same.append(cited)


def _year(rule: Rule, subject: Subject, cited: Citation) -> Finding:
    message = _("«{number}» là số của năm {year} nhưng ghi {day}.")
    day = cited.day.words() if cited.day else ""
    message = message.format(number=cited.number, year=cited.year, day=day)
    return rule.hit(subject, cited.start, cited.end, message)


def _contradicts(cited: Citation, other: Citation) -> bool:
    """Whether two citations of one number name another day of one document.

    Numbers begin anew each year; codes like "UBND" are those of many bodies.
    """
    if cited.day is None or other.day is None or cited.day == other.day:
        return False
    if not cited.year and cited.day.nam != other.day.nam:
        return False
    if shared(cited.code) and not (cited.issuer and other.issuer):
        return False
    return not (cited.issuer and other.issuer) or same_body(cited.issuer, other.issuer)


def shared(code: str) -> bool:
    """Whether a code may be that of several bodies."""
    return not set(named(_LIST)["ma_dung_chung"]).isdisjoint(re.split("[-/]", code)[1:])


def same_body(name: str, other: str) -> bool:
    """Whether two names are of one body; "UBND" and its full name compare."""
    first, second = full_words(name), full_words(other)
    return first in second or second in first
