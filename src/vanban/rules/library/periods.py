"""ND30-L-022: the period in the subject is the one that the text names for itself.

Last year's text taken for this year's plan is the commonest slip. Only places that name the
document itself are compared: the opening ("… ban hành Kế hoạch … năm 2027 như sau:"), the closing
("Trên đây là Báo cáo …"), the article that issues an attached text, and the name of that text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from vanban.findings import Finding
from vanban.messages import _
from vanban.model.blocks import DeMuc
from vanban.rules.base import Rule, Subject
from vanban.rules.library import passages
from vanban.rules.views.text import Passage
from vanban.viet.text import comparable

_KINDS = (
    re.compile(r"năm học (?P<x>20\d\d)"),
    re.compile(r"(?:năm )?(?<![\d/-])(?P<x>(?:19|20)\d\d)(?![\d/])|(?<=\d/)(?P<y>20\d\d)(?![\d/])"),
    re.compile(r"(?:quý|qúy) (?P<x>iv|i{1,3}|[1-4])(?!\w)"),
    re.compile(r"(?<!\d )(?<!\d)tháng (?P<x>\d{1,2})(?!\d)"),
    re.compile(r"(?P<x>\d{1,2} tháng (?:đầu|cuối) năm)"),
)
"""School years, years, quarters, months, halves of a year: each is compared by itself."""

_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
_DATED = re.compile(r"ngày \d|(?<!\w)số \d|\d/\d{4}/|\d-\w+/")
_WORD = re.compile(r"[^\W\d_]+")
_OF_PERIODS = frozenset(comparable("năm quý tháng đầu cuối giai đoạn học").split())
_CITED = re.compile(r" (?:số|của|này)(?!\w)")
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
    for passage, start, end in _named(rule, subject):
        text = comparable(passage.text)
        if _about_the_same(doc_subject, text[start:end]):
            yield from _compared(rule, subject, doc_subject, passage, start, end)


def _compared(
    rule: Rule, subject: Subject, doc_subject: str, passage: Passage, start: int, end: int
) -> Iterator[Finding]:
    for kind in _KINDS:
        wanted = _periods(kind, doc_subject)
        found = _periods(kind, comparable(passage.text), start, end)
        if wanted and found and _values(wanted).isdisjoint(_values(found)):
            first = found[0]
            message = _("Trích yếu ghi «{wanted}», ở đây ghi «{found}».").format(
                wanted=(subject.doc.trich_yeu or "")[wanted[0].start : wanted[0].end],
                found=passage.text[first.start : first.end],
            )
            yield passages.blame(rule, subject, passage.path, first.start, first.end, message)
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


def _named(rule: Rule, subject: Subject) -> Iterator[tuple[Passage, int, int]]:
    """Where the document names itself: the passage and the offsets behind its type's name."""
    name = comparable(subject.kind.ten_in)
    lines = [p for p in subject.text.passages if p.path[0] == "noi_dung"]
    first = next((i for i, b in enumerate(subject.doc.noi_dung) if isinstance(b, DeMuc)), _EDGE)
    for passage in lines[: min(first, _EDGE)]:
        if passage.text.rstrip().endswith(":"):
            yield from _after(passage, comparable(passage.text).rfind(f"{name} "), len(name))
    closing = f"{rule.data['cau_ket']} {name} "
    issuing = f"{rule.data['kem_theo']} {name} này "
    for passage in lines[-_EDGE:]:
        text = comparable(passage.text)
        yield from _after(passage, text.find(closing), len(closing) - 1)
    for passage in lines[:_EDGE]:
        yield from _after(passage, comparable(passage.text).find(issuing), len(issuing) - 1)
    attached = passages.at(subject, ("kem_theo", "trich_yeu"))
    if attached:
        yield attached, 0, len(attached.text)


def _after(passage: Passage, at: int, length: int) -> Iterator[tuple[Passage, int, int]]:
    """What follows a name up to the end of its sentence, unless another document is meant."""
    start = at + length
    if at >= 0 and not _CITED.match(passage.text, start):
        ends = [passage.text.find(sign, start) for sign in ".;:"]
        yield passage, start, min((e for e in ends if e >= 0), default=len(passage.text))
