"""ND30-L-002: minutes (biên bản) have all their fields, and are signed by those who are named."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding, Severity
from vanban.messages import _
from vanban.patterns import later
from vanban.rules.base import Rule, Subject
from vanban.rules.kinds.required import lower_first
from vanban.rules.library.signing.offices import beginning
from vanban.rules.library.types import own_parts
from vanban.rules.views.fields import title
from vanban.viet.text import words_of

_NAMED = later(r"\b(?:ông|bà|đ/c|đồng chí) \w+ \w+")
"""A person told by name: chairs may be told by their offices alone."""


def check(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Fields that are empty; a chair or a secretary who does not sign, or another who does."""
    yield from own_parts.fields(rule, subject)
    for field, offices in rule.data["nguoi_ky"].items():
        told = subject.doc.rieng.get(field) or ""
        signing = [ky for ky in subject.doc.ky if beginning(ky.chuc_vu or "", offices)]
        for ky in signing:
            name = words_of(ky.ho_ten or "")
            if name and "[" not in name and _NAMED.search(words_of(told)):
                yield from _compared(rule, subject, field, ky.ho_ten or "")
        if told and not signing and _signed_by_the_other(rule, subject):
            message = _("Biên bản chưa có chữ ký của {name} («{told}»).")
            message = message.format(name=lower_first(title(subject, field)), told=told)
            yield rule.finding(subject, message, ("ky",), severity=_severity(subject))


def _compared(rule: Rule, subject: Subject, field: str, signer: str) -> Iterator[Finding]:
    told = str(subject.doc.rieng[field])
    if words_of(signer) not in words_of(told):
        message = _("Trường «{field}» ghi «{told}», người ký là «{signer}».")
        message = message.format(field=field, told=told, signer=signer)
        yield rule.finding(subject, message, (field,), quote=told, severity=_severity(subject))


def _severity(subject: Subject) -> Severity:
    return Severity.WARNING if subject.doc.ban_hanh else Severity.INFO


def _signed_by_the_other(rule: Rule, subject: Subject) -> bool:
    """Whether the only one who signs is the chair, or the secretary."""
    known = [office for offices in rule.data["nguoi_ky"].values() for office in offices]
    return len(subject.doc.ky) == 1 and bool(beginning(subject.doc.ky[0].chuc_vu or "", known))
