"""What a source says of the parts of a document: texts issued with it, columns of the register.

META-004, META-006 and META-015.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding, Severity
from vanban.messages import _
from vanban.rules import sets
from vanban.rules.base import Rule, Subject
from vanban.rules.kinds.required import check as components
from vanban.rules.sets import Register


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


def registered(rule: Rule, register: Register) -> Iterator[Finding]:
    """A document to be issued that leaves columns of the register of outgoing texts blank."""
    columns, absent = rule.data["cot"], rule.data["khong_co"]
    for entry in register.entries:
        if not entry.ban_hanh or entry.loai in rule.data["khong_vao_so"]:
            continue
        blank = [name for name in entry.lacking if entry.loai not in absent.get(name, ())]
        if blank:
            message = _("Sổ đăng ký văn bản đi thiếu: {columns}.")
            message = message.format(columns="; ".join(_(columns[name]["cau"]) for name in blank))
            yield sets.finding(rule, message, entry.so_place)
