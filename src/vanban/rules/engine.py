"""Evaluating rules: the document's own ``bo_qua``, isolation of crashes, what was covered."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence

from msgspec import Struct

from vanban.errors import short
from vanban.findings import Finding, Severity, malformed
from vanban.location import Place
from vanban.messages import _
from vanban.rules.base import Check, Rule, Subject
from vanban.rules.views.text import field_name
from vanban.rules.where import State, Where
from vanban.standards.load import Standard
from vanban.standards.types import DocumentType

FAULTS = (Exception, SystemExit)
"""What a rule may raise without stopping anything else."""

_LOOK, _CANNOT, _NOT_CONCERNED = State.LOOK, State.CANNOT, State.NOT_CONCERNED


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
    plan = _plan(rules, subject.kind, subject.standard)
    findings: list[Finding] = []
    cannot: list[str] = []
    others = list(plan.others)
    ignored: list[str] = []
    reasons = subject.doc.bo_qua
    for rule, check, where in plan.rules:
        if rule.id in reasons:
            ignored.append(rule.id)
            continue
        try:
            state = where.state(subject) if where else _LOOK
            if state is _LOOK:
                given = [*check(rule, subject)]
                if given:
                    findings += _judged(rule, subject, checked(given))
        except FAULTS as error:  # a rule's bug must not hide what the others find
            findings.append(crash(rule, error, subject.origin.path))
            state = _CANNOT
        if state is _CANNOT:
            cannot.append(rule.id)
        elif state is _NOT_CONCERNED:
            others.append(rule.id)
    evaluated = len(plan.rules) + len(plan.others) - len(cannot) - len(others) - len(ignored)
    return Report(in_order(findings), evaluated, tuple(cannot), tuple(others), tuple(ignored))


class _Plan(Struct, frozen=True):
    """The rules for documents of a type, each with what it does and what it asks, if anything.

    ``others`` are the rules that are about other types.
    """

    rules: tuple[tuple[Rule, Check, Where | None], ...]
    others: tuple[str, ...]


_plans: deque[tuple[Sequence[Rule], DocumentType, Standard, _Plan]] = deque(maxlen=32)
"""The last plans: documents of a few types are checked by the same rules one after another."""


def _plan(rules: Sequence[Rule], kind: DocumentType, standard: Standard) -> _Plan:
    for known_rules, known_kind, known_standard, plan in tuple(_plans):
        if known_rules is rules and known_kind is kind and known_standard is standard:
            return plan
    of_documents = [(rule, rule.check) for rule in rules if rule.check]
    mine = [pair for pair in of_documents if _concerns(pair[0], kind, standard)]
    taken = {rule.id for rule, _check in mine}
    others = tuple(rule.id for rule, _check in of_documents if rule.id not in taken)
    asked = tuple((rule, check, rule.where if rule.where.asks else None) for rule, check in mine)
    plan = _Plan(asked, others)
    _plans.append((rules, kind, standard, plan))
    return plan


def _concerns(rule: Rule, kind: DocumentType, standard: Standard) -> bool:
    foreign = rule.id.startswith(standard.foreign_rules)
    return rule.where.of_kind(kind, standard.slug) and not foreign


def _judged(rule: Rule, subject: Subject, found: Iterable[Finding]) -> Iterable[Finding]:
    """What a rule found, without the fields that the standard leaves out."""
    left_out = subject.standard.foreign_fields.get(rule.id)
    return [f for f in found if field_name(f.path) not in left_out] if left_out else found


def checked(found: Iterable[Finding]) -> Iterable[Finding]:
    """What a rule gives, if it is findings.

    Raises:
        TypeError: it gives something else.
    """
    given = [*found]
    for finding in given:
        wrong = malformed(finding)
        if wrong:
            raise TypeError(wrong)
    return given


def crash(rule: Rule, error: BaseException, path: str = "") -> Finding:
    """The finding that tells of a rule with a bug, met in a file."""
    message = _("Quy tắc {id} của {origin} bị lỗi nên không kiểm tra được: {error}.").format(
        id=rule.id, origin=rule.origin, error=short(f"{type(error).__name__}: {error}")
    )
    return Finding(rule.id, Severity.WARNING, message, Place(path) if path else None)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings in the order of their files, those without a place first."""
    return tuple(sorted(findings, key=_order))


def _order(finding: Finding) -> tuple[str, int, int, str]:
    place = finding.place
    if place is None:
        return "", 0, 0, finding.rule
    if place.spot:
        at = place.spot
        return place.path, at.paragraph or 0, at.start or 0, finding.rule
    return place.path, place.line or 0, place.column or 0, finding.rule
