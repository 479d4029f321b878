"""Evaluating rules on a .docx: which concern it, which cannot judge, what they find."""

from __future__ import annotations

from collections.abc import Sequence

from vanban.findings import Finding
from vanban.rules.base import Rule
from vanban.rules.docx.observed import DOCUMENTS, Observed
from vanban.rules.engine import FAULTS, Report, checked, crash, in_order
from vanban.rules.where import State

ANY = "tat-ca"
_ADMINISTRATIVE = ("nd30",)


def evaluate(rules: Sequence[Rule], seen: Observed, *, nature: str | None = None) -> Report:
    """Check a .docx by some rules.

    Args:
        rules: rules on .docx files.
        seen: the document.
        nature: what it is taken for ("nd30" judges an old document by today's decree);
            None: what it is.
    """
    findings: list[Finding] = []
    cannot: list[str] = []
    others: list[str] = []
    for rule in rules:
        try:
            state = _state(rule, seen, nature or seen.nature)
            if state is State.LOOK and rule.check:
                findings += checked(rule.check(rule, seen))
        except FAULTS as error:  # a rule's bug must not hide what the others find
            findings.append(crash(rule, error, seen.path))
            state = State.CANNOT
        if state is State.CANNOT:
            cannot.append(rule.id)
        elif state is State.NOT_CONCERNED:
            others.append(rule.id)
    judged = len(rules) - len(cannot) - len(others)
    return Report(in_order(findings), judged, tuple(cannot), tuple(others))


def _state(rule: Rule, seen: Observed, nature: str) -> State:
    """What a rule has to say to a document before it looks closer.

    ``ban_chat`` are the natures it is for, ``thanh_phan`` the components that it judges and
    ``khi_co`` those without which it does not concern a document, ``can`` those without which it
    cannot judge, ``phan`` the kinds of parts in which they stand.
    """
    natures = rule.data.get("ban_chat", _ADMINISTRATIVE)
    if nature not in natures and ANY not in natures:
        return State.NOT_CONCERNED
    if rule.id.startswith(seen.standard.foreign_rules):
        return State.NOT_CONCERNED
    return _of_type(rule, seen) or _of_components(rule, seen)


def _of_type(rule: Rule, seen: Observed) -> State | None:
    where = rule.where
    if seen.kind is not None:
        mine = where.of_kind(seen.kind, seen.standard.slug)
        return None if mine else State.NOT_CONCERNED
    return State.CANNOT if where.mau or where.loai else None


def _of_components(rule: Rule, seen: Observed) -> State:
    parts = tuple(rule.data.get("phan", DOCUMENTS))
    judged = tuple(rule.data.get("thanh_phan", ()))
    found = seen.pieces(*judged, parts=parts)
    if not found and any(seen.unsure(slug, parts=parts) for slug in (*judged, *rule.where.can)):
        return State.CANNOT
    if judged and not found:
        return State.NOT_CONCERNED
    if not all(seen.pieces(slug, parts=parts) for slug in rule.where.khi_co):
        return State.NOT_CONCERNED
    if not all(seen.pieces(slug, parts=parts) for slug in rule.where.can):
        return State.CANNOT
    return State.LOOK
