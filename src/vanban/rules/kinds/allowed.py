"""Kind "allowed": a component that the form of the document's type has no place for.

``tru`` names components that another rule tells, ``van_in`` those that are printed all the
same. What the office profile says is meant for the documents that have a place for it.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding
from vanban.messages import _
from vanban.rules.base import Rule, Subject


def check(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """The components that are given and neither required nor allowed."""
    form = subject.standard.forms[subject.kind.mau]
    allowed = subject.kind.allowed(form)
    told = rule.data.get("tru", ())
    for slug, component in subject.standard.components.items():
        field = component.truong
        if field is None or "." in field or slug in allowed or slug in told:
            continue
        yield from _found(rule, subject, field, component.ten, slug)
    if "muc_luc" not in {piece.phan for piece in form.trinh_bay}:
        yield from _found(rule, subject, "muc_luc", _("Mục lục"))


def _found(
    rule: Rule, subject: Subject, field: str, name: str, slug: str = ""
) -> Iterator[Finding]:
    """A finding when the document itself says what has no place."""
    if not getattr(subject.doc, field) or subject.origin.elsewhere((field,)):
        return
    message = _("{type} không có thành phần {name}; phần này không được in.")
    if slug in rule.data.get("van_in", ()):
        message = _("Mẫu của {type} không có thành phần {name}; phần này vẫn được in.")
    yield rule.finding(subject, message.format(type=subject.kind.ten, name=name), (field,))
