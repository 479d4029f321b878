"""What a source says of the parts of a document: texts issued with it, what its type asks for.

META-004 and META-015.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding, Severity
from vanban.messages import _
from vanban.rules.base import Rule, Subject
from vanban.rules.kinds.required import check as components


def attached_type(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A text issued with a decision that is of a type which is never issued so."""
    slug = subject.doc.kem_theo.loai if subject.doc.kem_theo else None
    if slug in rule.data["khong_kem"]:
        message = _("Loại «{slug}» không phải loại văn bản được ban hành kèm theo.")
        yield rule.finding(
            subject, message.format(slug=slug), ("kem_theo", "loai"), quote=slug or ""
        )


def required(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A component that the type asks for, or a part of an attached text, that is absent."""
    yield from components(rule, subject)
    attached = subject.doc.kem_theo
    if attached is None:
        return
    severity = rule.severity if subject.doc.ban_hanh else Severity.WARNING
    for name, title in rule.data["kem_theo"].items():
        if not getattr(attached, name):
            message = _("Văn bản kèm theo thiếu {name} (trường «kem_theo.{field}»).")
            message = message.format(name=_(title["cau"]), field=name)
            yield rule.finding(subject, message, ("kem_theo",), severity=severity)
