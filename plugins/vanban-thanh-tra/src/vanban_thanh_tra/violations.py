"""TTR-005: each violation with what the law asks for; no recommendation without a violation."""

from __future__ import annotations

from collections.abc import Iterator

from vanban import Finding, Rule, Subject
from vanban.viet.text import words_of
from vanban_thanh_tra import own_fields
from vanban_thanh_tra.own_fields import Record

LIST = "vi_pham"


def check(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A finding for each violation that lacks some of ``can_co``, or that is not told itself."""
    shared = set(_shared(rule, subject))
    for index, violation in enumerate(own_fields.records(subject.doc, LIST)):
        path = (LIST, index)
        if not violation.get("noi_dung"):
            yield from _without_finding(rule, subject, violation, index)
            continue
        lacking = [
            name
            for field, name in rule.data["can_co"].items()
            if not violation.get(field) and field not in shared
        ]
        if lacking:
            message = f"Vi phạm thứ {index + 1} thiếu {', '.join(lacking)}."
            yield rule.finding(subject, message, path, quote=violation["noi_dung"])


def _without_finding(
    rule: Rule, subject: Subject, violation: Record, index: int
) -> Iterator[Finding]:
    """A recommendation, or a sum of money, for which no violation is told."""
    told = next((violation[name] for name in ("kien_nghi", "so_tien") if violation.get(name)), "")
    if told:
        message = f"Mục thứ {index + 1} của «{LIST}» có kiến nghị, số tiền mà không có vi phạm."
        yield rule.finding(subject, message, (LIST, index), quote=told)


def _shared(rule: Rule, subject: Subject) -> Iterator[str]:
    """The fields that the body tells for all violations at once, under a heading of its own."""
    headings = [words_of(p.text) for p in subject.text.passages if p.where == "tieu-de"]
    for field, words in rule.data["noi_chung"].items():
        if any(words_of(words) in heading for heading in headings):
            yield field
