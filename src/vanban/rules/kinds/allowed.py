"""Kind "allowed": a component that the form of the document's type has no place for.

``tru`` names components that another rule tells.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding
from vanban.messages import _
from vanban.rules.base import Rule, Subject


def check(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """The components that are given and neither required nor allowed."""
    kind, standard = subject.kind, subject.standard
    allowed = kind.allowed(standard.forms[kind.mau])
    told = rule.data.get("tru", ())
    for slug, component in standard.components.items():
        field = component.truong
        if field is None or "." in field or slug in allowed or slug in told:
            continue
        if getattr(subject.doc, field):
            message = _("{type} không có thành phần {name}; phần này không được in.").format(
                type=kind.ten, name=component.ten
            )
            yield rule.finding(subject, message, (field,))
