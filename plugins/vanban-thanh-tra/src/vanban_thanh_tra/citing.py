"""TTR-001: the decision on which the inspection stands, cited and the same everywhere."""

from __future__ import annotations

from collections.abc import Iterator

from vanban import Finding, Rule, Subject
from vanban.viet.dates import Ngay
from vanban_thanh_tra import decisions, issuers
from vanban_thanh_tra.decisions import Cited, Decision


def check(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """The decision is not cited, or a citation says another number, day or body."""
    told = decisions.told(subject)
    cited = subject.view(decisions.inspections)
    same = [one for one in decisions.in_text(subject) if _is(told.so, one)]
    others = list(_other_numbers(subject, told, cited))
    if not same and not others:
        yield from _absent(rule, subject, told)
    for one in others:
        message = f"Quyết định ghi số «{one.number}», khác với số «{_number(told, cited)}» đã ghi."
        yield rule.hit(subject, one.number_at, one.number_at + len(one.number), message)
    for one in same:
        yield from _compared(rule, subject, told, one)


def _is(number: str, one: Cited) -> bool:
    return bool(number) and decisions.same_number(number, one.number)


def _number(told: Decision, cited: tuple[Cited, ...]) -> str:
    """The number that the others must have: that of the fields, else the first in the text."""
    return told.so or (cited[0].number if cited else "")


def _other_numbers(subject: Subject, told: Decision, cited: tuple[Cited, ...]) -> Iterator[Cited]:
    """Citations that mean the decision and give another number.

    An earlier inspection may be told of, so that only what has the day of this decision, or
    is called "Quyết định thanh tra" and has no day, is sure to mean it.
    """
    number = _number(told, cited)
    day = told.ngay or _day(cited[0].day if cited else None)
    for one in cited:
        if number and not decisions.same_number(number, one.number):
            own = _day(one.day)
            if own == day if own else one.day is None and decisions.is_named(subject, one):
                yield one


def _day(day: Ngay | None) -> object:
    return day.as_date() if day else None


def _absent(rule: Rule, subject: Subject, told: Decision) -> Iterator[Finding]:
    """The text cites no decision at all, or not the one that the fields tell."""
    if not subject.doc.noi_dung or subject.text.has("quyết định số [số, ký hiệu]"):
        return
    name = subject.kind.ten
    if told.so:
        message = f"Lời văn của {name} chưa viện dẫn Quyết định số {told.so}."
        yield rule.finding(subject, message, ("noi_dung",))
    elif not any(decisions.in_text(subject)):
        message = f"{name} chưa viện dẫn quyết định làm căn cứ: số, ngày, người ra quyết định."
        yield rule.finding(subject, message, ("noi_dung",))


def _compared(rule: Rule, subject: Subject, told: Decision, one: Cited) -> Iterator[Finding]:
    """A citation of the decision with another day or issuer than the fields tell."""
    day = one.day.as_date() if one.day else None
    if told.ngay and day and day != told.ngay:
        right = Ngay(told.ngay.day, told.ngay.month, told.ngay.year).words()
        message = f"Ngày của Quyết định số {one.number} khác với trường «ngay»: {right}."
        yield rule.hit(subject, one.start, one.end, message)
    if one.issuer and told.issuers and not issuers.agree(one.issuer, told.issuers):
        message = (
            f"Quyết định số {one.number} ghi của «{one.issuer}»,"
            f" trường của văn bản ghi «{told.issuers[0]}»."
        )
        yield rule.hit(subject, one.start, one.end, message)
