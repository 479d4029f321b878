"""META-030: rules that a document ignores and that there are not."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.errors import short
from vanban.findings import Finding
from vanban.messages import _
from vanban.rules.base import Rule, Subject
from vanban.viet.text import nearest


def check(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Ids in ``bo_qua`` that no rule has, each with the nearest that one has."""
    for name in subject.doc.bo_qua:
        if subject.rules and name not in subject.rules:
            message = _("Không có quy tắc «{name}» nên không bỏ qua gì.").format(name=short(name))
            near = nearest(name, subject.rules)
            if near:
                message += " " + _("Có phải «{near}» không?").format(near=near)
            yield rule.finding(subject, message, ("bo_qua", name), quote=name)
