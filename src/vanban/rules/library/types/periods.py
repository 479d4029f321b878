"""ND30-L-022: the period in the subject is the one that the text names for itself.

Last year's text taken for this year's plan is the commonest slip. Only places that name the
document itself are compared: the opening ("… ban hành Kế hoạch … năm 2027 như sau:"), the closing
("Trên đây là Báo cáo …"), the article that issues an attached text, and the name of that text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, takewhile

from msgspec import Struct

from vanban.findings import Finding
from vanban.messages import _
from vanban.model.blocks import Doan
from vanban.patterns import later
from vanban.rules.base import Rule, Subject
from vanban.rules.library import passages
from vanban.rules.views.text import Passage
from vanban.viet.text import comparable

_KINDS = (
    later(r"năm học (?P<x>20\d\d)"),
    later(r"(?:năm )?(?<![\d/-])(?P<x>(?:19|20)\d\d)(?![\d/])|(?<=\d/)(?P<y>20\d\d)(?![\d/])"),
    later(r"quý (?P<x>iv|i{1,3}|[1-4])(?!\w)"),
    later(r"(?<!\d )(?<!\d)tháng (?P<x>\d{1,2})(?!\d)"),
    later(r"(?P<x>\d{1,2} tháng (?:đầu|cuối) năm)"),
)
"""School years, years, quarters, months, halves of a year: each is compared by itself."""

_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
_DATED = later(r"ngày \d|(?<!\w)số \d|\d/\d{4}/|\d-\w+/")
_WORD = later(r"[^\W\d_]+")
_OF_PERIODS = frozenset(comparable("năm quý tháng đầu cuối giai đoạn học").split())
_CITED = later(r" (?:số|của|này)(?!\w)")
_ENOUGH = 0.6
"""The part of the subject's words that must stand again where the document names itself."""
_EDGE = 4
"""So many lines at the beginning and the end of a body are looked at."""


class Period(Struct, frozen=True):
    """A part of a period: ``value`` comparable, ``start`` and ``end`` offsets in its text."""

    value: str
    start: int
    end: int


def check(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """The first period in each such place that the subject does not have."""
    doc_subject = comparable(subject.doc.trich_yeu or "")
    if _DATED.search(doc_subject) or not any(kind.search(doc_subject) for kind in _KINDS):
        return
    for start, end in _named(rule, subject):
        if _about_the_same(doc_subject, subject.text.plain[start:end]):
            yield from _compared(rule, subject, doc_subject, start, end)


def _compared(
    rule: Rule, subject: Subject, doc_subject: str, start: int, end: int
) -> Iterator[Finding]:
    for kind in _KINDS:
        wanted = _periods(kind, doc_subject)
        found = _periods(kind, subject.text.plain, start, end)
        if wanted and found and _values(wanted).isdisjoint(_values(found)):
            first = found[0]
            message = _("Trích yếu ghi «{wanted}», ở đây ghi «{found}».").format(
                wanted=(subject.doc.trich_yeu or "")[wanted[0].start : wanted[0].end],
                found=subject.text.whole[first.start : first.end],
            )
            yield rule.hit(subject, first.start, first.end, message)
            return


def _periods(
    kind: re.Pattern[str], text: str, start: int = 0, end: int | None = None
) -> list[Period]:
    found = kind.finditer(text, start, len(text) if end is None else end)
    return [Period(_value(match), *match.span()) for match in found]


def _values(periods: list[Period]) -> set[str]:
    """What the periods compare by; between the first and the last year all years count."""
    values = {period.value for period in periods}
    years = sorted(int(value) for value in values if len(value) == len("2026"))
    return values.union(map(str, range(years[0], years[-1]))) if years else values


def _value(found: re.Match[str]) -> str:
    typed = found[found.lastgroup or "x"]
    return _ROMAN.get(typed, typed.lstrip("0"))


def _about_the_same(doc_subject: str, text: str) -> bool:
    wanted = set(_WORD.findall(doc_subject)) - _OF_PERIODS
    return len(wanted) > 1 and len(wanted & set(_WORD.findall(text))) >= _ENOUGH * len(wanted)


def _named(rule: Rule, subject: Subject) -> Iterator[tuple[int, int]]:
    """Where the document names itself: the stretch of the whole text behind its type's name."""
    name, plain = comparable(subject.kind.ten_in), subject.text.plain
    first, last = (
        _lines(lines) for lines in (subject.text.passages, reversed(subject.text.passages))
    )
    for line in takewhile(lambda line: not _is_item(subject, line), first):
        if plain[line.start : line.end].rstrip().endswith(":"):
            at = plain.rfind(f"{name} ", line.start, line.end)
            yield from _after(subject, line, at, len(name))
    issuing, closing = (f"{rule.data['kem_theo']} {name} này ", f"{rule.data['cau_ket']} {name} ")
    for words, lines in ((issuing, first), (closing, last)):
        for line in lines:
            at = plain.find(words, line.start, line.end)
            yield from _after(subject, line, at, len(words) - 1)
    if subject.doc.kem_theo and (attached := passages.at(subject, ("kem_theo", "trich_yeu"))):
        yield attached.start, attached.end


def _lines(found: Iterable[Passage]) -> Sequence[Passage]:
    """The first lines of the body among some passages."""
    return tuple(islice((p for p in found if p.path[0] == "noi_dung"), _EDGE))


def _is_item(subject: Subject, line: Passage) -> bool:
    """Whether a line of the body, or the table that it is in, is no plain paragraph."""
    return not isinstance(subject.doc.noi_dung[int(line.path[1])], Doan)


def _after(subject: Subject, line: Passage, at: int, length: int) -> Iterator[tuple[int, int]]:
    """What follows a name up to the end of its sentence, unless another document is meant."""
    text, start = subject.text.plain, at + length
    if at >= 0 and not _CITED.match(text, start):
        ends = [text.find(sign, start, line.end) for sign in ".;:"]
        yield start, min((end for end in ends if end >= 0), default=line.end)
