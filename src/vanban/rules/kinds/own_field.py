"""Kind "own_field": a field of the type's own that its form always prints is empty.

A line with a condition (``neu``) may be left out, so what only such lines print is optional.
In a draft it is an info.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from vanban.findings import Finding, Severity
from vanban.messages import _
from vanban.model.fields import Field, Record
from vanban.model.origin import Path
from vanban.patterns import later
from vanban.rules.base import Rule, Subject
from vanban.rules.kinds.required import absent, lower_first
from vanban.standards.schema import Form

_TAG = later(r"\{\{-?\s*(?P<name>\w+(?:\.\w+)*)")


def check(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """The fields that the form prints without a condition and that are empty."""
    always = _always_printed(subject.standard.forms[subject.kind.mau])
    severity = rule.severity if subject.doc.ban_hanh else Severity.INFO
    for path, field, value in _fields(subject.kind.truong, subject.doc.rieng, ()):
        name = ".".join(map(str, path))
        if name in always and not value:
            message = _("Thiếu {name} (trường «{field}»).")
            message = message.format(name=lower_first(field.tieu_de), field=name)
            yield absent(rule, subject, message, path, severity)


def _always_printed(form: Form) -> frozenset[str]:
    """The names in lines without a condition: "den", "nguoi.ho_ten", of a list its name."""
    names: set[str] = set()
    for piece in form.trinh_bay:
        if "neu" not in piece.tuy_chon:
            line = piece.tuy_chon.get("chu", "")
            names.update(_TAG.findall(line) if "{{" in line else ())
            names.add(piece.tuy_chon.get("moi", "").removesuffix("_dong"))
    return frozenset(names)


def _fields(
    known: tuple[Field, ...], given: Any, around: Path
) -> Iterator[tuple[Path, Field, Any]]:
    """Every field that the type declares, those of its groups too, with what was given."""
    for field in known:
        path, value = (*around, field.ten), (given or {}).get(field.ten)
        if isinstance(field.kind, Record):
            yield from _fields(field.kind.fields, value, path)
        else:
            yield path, field, value
