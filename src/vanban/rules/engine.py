"""Evaluating rules: the document's own ``bo_qua``, isolation of crashes, what was covered."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from vanban.findings import Finding, Severity
from vanban.messages import _
from vanban.rules.base import Rule, Subject
from vanban.rules.where import State


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


def evaluate(rules: Iterable[Rule], subject: Subject) -> Report:
    """Check a document by some rules; a rule that it ignores with a reason does not count."""
    findings: list[Finding] = []
    left_out: dict[State, list[str]] = {State.NOT_CONCERNED: [], State.CANNOT: []}
    ignored: list[str] = []
    evaluated = 0
    for rule in rules:
        if rule.check is None:
            continue
        if rule.id in subject.doc.bo_qua:
            ignored.append(rule.id)
            continue
        state = _state(rule, subject, findings)
        if state in left_out:
            left_out[state].append(rule.id)
        else:
            evaluated += 1
    return Report(
        in_order(findings),
        evaluated,
        tuple(left_out[State.CANNOT]),
        tuple(left_out[State.NOT_CONCERNED]),
        tuple(ignored),
    )


def _state(rule: Rule, subject: Subject, findings: list[Finding]) -> State:
    """Let a rule look and add what it finds; a crash of it is a finding and no judgement."""
    try:
        state = rule.where.state(subject)
        if state is State.LOOK and rule.check:
            findings += rule.check(rule, subject)
    except Exception as error:  # a rule's bug must not hide what the others find
        findings.append(crash(rule, error))
        return State.CANNOT
    return state


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
