"""What a form asks for beyond the common components: fields, their order, parts of the text.

ND30-L-002, L-006, L-007, L-010 (Mẫu 1.6-1.9) and L-020.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from vanban.findings import Finding, Severity
from vanban.messages import _
from vanban.model.blocks import DeMuc, Doan
from vanban.model.inlines import plain
from vanban.model.levels import DIVISIONS, Level
from vanban.rules.base import Rule, Subject
from vanban.rules.kinds import order, own_field, sections
from vanban.rules.kinds.required import lower_first
from vanban.rules.views.fields import title
from vanban.viet.text import words_of

_OUTER = frozenset({*DIVISIONS, Level.DIEU, Level.CHU_HOA, Level.LA_MA, Level.SO})


def fields(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Fields of the form that are empty, and days in the wrong order (``thu_tu``).

    ``nen_co`` lists {truong, chu, muc}: fields whose line the form prints only when they are
    filled; one of the words in the body stands for them too. ``muc`` tells how bad it is that one
    is lacking in a document to be issued; in a draft all are infos.
    """
    yield from own_field.check(rule, subject)
    lines = (b for b in subject.doc.noi_dung if isinstance(b, Doan | DeMuc))
    body = " ".join(words_of(plain(line.chu)) for line in lines)
    for wanted in rule.data.get("nen_co", ()):
        told = subject.doc.rieng.get(wanted["truong"])
        if not told and not any(words_of(words) in body for words in wanted["chu"]):
            yield _lacking(rule, subject, wanted)
    if "thu_tu" in rule.data:
        yield from order.check(rule, subject)


def _lacking(rule: Rule, subject: Subject, wanted: dict[str, Any]) -> Finding:
    name = wanted["truong"]
    message = _("Thiếu {name} (trường «{field}»).")
    message = message.format(name=lower_first(title(subject, name)), field=name)
    severity = Severity(wanted["muc"]) if subject.doc.ban_hanh else Severity.INFO
    return rule.finding(subject, message, (name,), severity=severity)


def parts(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Parts that documents of the type have, in a body that is divided into parts at all."""
    outer = [b for b in subject.doc.noi_dung if isinstance(b, DeMuc) and b.cap in _OUTER]
    if sum(item.tieu_de or item.cap is Level.DIEU for item in outer) > 1:
        yield from sections.check(rule, subject)
