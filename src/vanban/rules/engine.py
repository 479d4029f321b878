"""Evaluating rules: selection by the document's own ``bo_qua``, isolation of crashes."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from vanban.findings import Finding, Severity
from vanban.messages import _
from vanban.rules.base import Rule, Subject


class Report(Struct, frozen=True):
    """The findings of a check, in the order of the file, and how much was evaluated."""

    findings: tuple[Finding, ...]
    evaluated: int
    not_evaluated: tuple[str, ...] = ()

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that make a check fail."""
        return tuple(f for f in self.findings if f.severity is Severity.ERROR)


def evaluate(rules: Iterable[Rule], subject: Subject) -> Report:
    """Check a document by some rules; a rule that it ignores with a reason does not count."""
    findings: list[Finding] = []
    crashed: list[str] = []
    evaluated = 0
    for rule in rules:
        if rule.id in subject.doc.bo_qua:
            continue
        try:
            found = list(rule.check(rule, subject)) if rule.concerns(subject) else []
        except Exception as error:  # a rule's bug must not hide what the others find
            crashed.append(rule.id)
            found = [_crash(rule, error)]
        else:
            evaluated += 1
        findings += found
    return Report(tuple(sorted(findings, key=_order)), evaluated, tuple(crashed))


def _crash(rule: Rule, error: Exception) -> Finding:
    message = _("Quy tắc {id} của {origin} bị lỗi nên không kiểm tra được: {error}.").format(
        id=rule.id, origin=rule.origin, error=f"{type(error).__name__}: {error}"
    )
    return Finding(rule.id, Severity.WARNING, message)


def _order(finding: Finding) -> tuple[str, int, int, str]:
    place = finding.place
    if place is None:
        return "", 0, 0, finding.rule
    return place.path, place.line or 0, place.column or 0, finding.rule
