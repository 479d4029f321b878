"""Names of tết: "tết Nguyên đán", and "Tết" alone for it: ND30-V-048 (PL II-V.8.b)."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding, Severity
from vanban.messages import _
from vanban.rules.base import Rule, Subject
from vanban.rules.kinds.casing import begins_sentence, cased
from vanban.rules.kinds.stretches import blamed, pattern


def capitals(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Wrong capitals in "tết Nguyên đán"; a small "tết" that stands alone for it."""
    yield from _names(rule, subject)
    for found in pattern(rule.data["dung_rieng"]).finditer(subject.text.whole):
        start, end = found.span("x")
        if blamed(rule, subject, start, end):
            message = _("«Tết» dùng thay cho tết Nguyên đán viết hoa.")
            yield rule.hit(subject, start, end, message, right="Tết")


def _names(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Names with a wrong capital; of "Tết Nguyên đán", which nearly all write, an info."""
    whole = subject.text.whole
    for name in rule.data["ten_tet"]:
        for start in subject.text.find(name):
            end = start + len(name)
            typed = whole[start:end]
            right = cased(typed, name)
            if begins_sentence(whole, start):
                right = right[0].upper() + right[1:]
            if typed == right or typed.isupper() or not blamed(rule, subject, start, end):
                continue
            severity = Severity.INFO if typed[1:] == right[1:] else None
            message = _("Tên tết viết «{right}».").format(right=right)
            yield rule.hit(subject, start, end, message, right=right, severity=severity)
