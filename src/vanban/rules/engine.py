"""Evaluating rules: the document's own ``bo_qua``, isolation of crashes, what was covered."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence

from msgspec import Struct

from vanban.findings import Finding, Severity
from vanban.messages import _
from vanban.rules.base import Rule, Subject
from vanban.rules.where import State, Where
from vanban.standards.types import DocumentType


class Report(Struct, frozen=True):
    """What a check found, and how much it was able to look at.

    Attributes:
        findings: in the order of the file.
        evaluated: the number of rules that judged the document.
        not_evaluated: rules that concern it and could not judge: what they need is not
            told, or they crashed.
        not_applicable: rules that are about other documents.
        ignored: rules that the document tells to ignore, with its reasons.
    """

    findings: tuple[Finding, ...]
    evaluated: int
    not_evaluated: tuple[str, ...] = ()
    not_applicable: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that make a check fail."""
        return tuple(f for f in self.findings if f.severity is Severity.ERROR)

    @property
    def coverage(self) -> float:
        """The part of the rules concerned that judged the document, from 0 to 1."""
        concerned = self.evaluated + len(self.not_evaluated)
        return self.evaluated / concerned if concerned else 1.0


def evaluate(rules: Sequence[Rule], subject: Subject) -> Report:
    """Check a document by some rules; a rule that it ignores with a reason does not count."""
    plan = _plan(rules, subject.kind)
    findings: list[Finding] = []
    cannot: list[str] = []
    others = list(plan.others)
    ignored: list[str] = []
    for rule, where in plan.rules:
        if rule.id in subject.doc.bo_qua:
            ignored.append(rule.id)
            continue
        try:
            state = where.state(subject) if where else State.LOOK
            if state is State.LOOK and rule.check:
                findings += rule.check(rule, subject)
        except Exception as error:  # a rule's bug must not hide what the others find
            findings.append(crash(rule, error))
            state = State.CANNOT
        if state is State.CANNOT:
            cannot.append(rule.id)
        elif state is State.NOT_CONCERNED:
            others.append(rule.id)
    evaluated = len(plan.rules) + len(plan.others) - len(cannot) - len(others) - len(ignored)
    return Report(in_order(findings), evaluated, tuple(cannot), tuple(others), tuple(ignored))


class _Plan(Struct, frozen=True):
    """The rules for documents of a type, each with what it asks of a document, if anything.

    ``others`` are the rules that are about other types.
    """

    rules: tuple[tuple[Rule, Where | None], ...]
    others: tuple[str, ...]


_plans: deque[tuple[Sequence[Rule], DocumentType, _Plan]] = deque(maxlen=32)
"""The last plans: documents of a few types are checked by the same rules one after another."""


def _plan(rules: Sequence[Rule], kind: DocumentType) -> _Plan:
    for known_rules, known_kind, plan in tuple(_plans):
        if known_rules is rules and known_kind is kind:
            return plan
    of_documents = [rule for rule in rules if rule.check]
    mine = [rule for rule in of_documents if rule.where.of_kind(kind)]
    others = tuple(rule.id for rule in of_documents if not rule.where.of_kind(kind))
    plan = _Plan(tuple((r, r.where if r.where.asks else None) for r in mine), others)
    _plans.append((rules, kind, plan))
    return plan


def crash(rule: Rule, error: Exception) -> Finding:
    """The finding that tells of a rule with a bug."""
    message = _("Quy tắc {id} của {origin} bị lỗi nên không kiểm tra được: {error}.").format(
        id=rule.id, origin=rule.origin, error=f"{type(error).__name__}: {error}"
    )
    return Finding(rule.id, Severity.WARNING, message)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings in the order of their files, those without a place first."""
    return tuple(sorted(findings, key=_order))


def _order(finding: Finding) -> tuple[str, int, int, str]:
    place = finding.place
    if place is None:
        return "", 0, 0, finding.rule
    return place.path, place.line or 0, place.column or 0, finding.rule
