"""What a form asks for beyond the common components: fields and their order.

ND30-L-002, L-006, L-007 and L-010 (Mẫu 1.6-1.9).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from vanban.findings import Finding, Severity
from vanban.messages import _
from vanban.model.blocks import DeMuc, Doan
from vanban.model.inlines import plain
from vanban.patterns import later
from vanban.rules.base import Rule, Subject
from vanban.rules.kinds import order, own_field
from vanban.rules.kinds.required import absent, lower_first
from vanban.rules.library import passages
from vanban.rules.views.fields import title
from vanban.viet.text import words_of

_HOUR = later(r"(?<!\d)(?P<gio>\d{1,2})\s*(?:giờ|h|g|:)\s*(?:(?P<phut>\d{1,2})(?!\d))?")
_NO_HOUR = later(r"[\[…]|\.\.|buổi|sáng|trưa|chiều|tối|cả ngày|từ ngày|đến ngày")
"""A blank to fill in; a part of a day, or days, instead of an hour."""
_LAST_HOUR, _LAST_MINUTE = 24, 59


def fields(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Fields of the form that are empty, and days in the wrong order (``thu_tu``).

    ``nen_co`` lists {truong, chu, muc}: fields whose line the form prints only when they are
    filled; one of the words in the body stands for them too, but for those of ``tru``. ``muc``
    tells how bad it is that one is lacking in a document to be issued (``muc_hop``: where
    ``toi_du`` or the subject speaks of a meeting); in a draft all are infos. ``gio`` are fields
    that tell an hour.
    """
    yield from own_field.check(rule, subject)
    lines = (b for b in subject.doc.noi_dung if isinstance(b, Doan | DeMuc))
    body = " ".join(words_of(plain(line.chu)) for line in lines)
    for wanted in rule.data.get("nen_co", ()):
        told = subject.doc.rieng.get(wanted["truong"])
        if not told and not _says(body, wanted):
            yield _lacking(rule, subject, wanted)
    for name in rule.data.get("gio", ()):
        yield from _hours(rule, subject, name)
    if "thu_tu" in rule.data:
        yield from order.check(rule, subject)


def _lacking(rule: Rule, subject: Subject, wanted: dict[str, Any]) -> Finding:
    name = wanted["truong"]
    message = _("Thiếu {name} (trường «{field}»).")
    message = message.format(name=lower_first(title(subject, name)), field=name)
    about = words_of(f"{subject.doc.rieng.get('toi_du') or ''} {subject.doc.trich_yeu or ''}")
    meets = any(words in about for words in rule.data.get("hop", ()))
    level = wanted["muc_hop"] if meets and "muc_hop" in wanted else wanted["muc"]
    severity = Severity(level) if subject.doc.ban_hanh else Severity.INFO
    return absent(rule, subject, message, (name,), severity)


def _says(body: str, wanted: dict[str, Any]) -> bool:
    """Whether a body has one of the words that stand for a field."""
    for words in wanted.get("tru", ()):
        body = body.replace(words_of(words), "")
    return any(words_of(words) in body for words in wanted["chu"])


def _hours(rule: Rule, subject: Subject, name: str) -> Iterator[Finding]:
    """An hour that there is not, or none in a time that has to have one."""
    text = str(subject.doc.rieng.get(name) or "")
    found = list(_HOUR.finditer(text.lower()))
    for hour in found:
        if int(hour["gio"]) > _LAST_HOUR or int(hour["phut"] or 0) > _LAST_MINUTE:
            message = _("Không có giờ «{quote}».").format(quote=hour[0].strip())
            yield passages.blame(rule, subject, (name,), *hour.span(), message)
    if text and not found and not _NO_HOUR.search(text.lower()):
        message = _("{name} chưa ghi giờ (trường «{field}»).")
        message = message.format(name=title(subject, name), field=name)
        severity = Severity.WARNING if subject.doc.ban_hanh else Severity.INFO
        yield rule.finding(subject, message, (name,), quote=text, severity=severity)
