"""The names at the head and the place: DANG-113 and DANG-114."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from vanban import Finding, Rule, Severity, Subject
from vanban.viet.text import words_of
from vanban_dang.organisations import is_blank, unit


def superior(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A name above the issuing body that is not of the kind that belongs there."""
    for index, body in enumerate(subject.doc.co_quan):
        above = words_of(body.chu_quan or "")
        row = _row(rule, words_of(body.ban_hanh or ""))
        if row is None or "[" in above:
            continue
        if not row["chu_quan"] and above:
            message = f"«{body.ban_hanh}» không in tên cơ quan cấp trên «{body.chu_quan}»."
            path = ("co_quan", index, "chu_quan")
            yield rule.finding(subject, message, path, quote=body.chu_quan or "")
        elif row["chu_quan"] and not _begins(above, row["chu_quan"]):
            yield _another(rule, subject, index, row["nen"])


def _row(rule: Rule, name: str) -> Mapping[str, str] | None:
    """The row of the table (``bang``) for a body; None for one that it does not have."""
    rows: list[Mapping[str, str]] = [] if is_blank(name) else rule.data["bang"]
    return next((row for row in rows if _begins(name, row["ban_hanh"])), None)


def _begins(name: str, pattern: str) -> bool:
    return re.match(rf"(?:{pattern})\b", name) is not None


def _another(rule: Rule, subject: Subject, index: int, right: str) -> Finding:
    """The finding on a name that is absent, which may be on purpose, or of another kind."""
    body = subject.doc.co_quan[index]
    message = f"Trên «{body.ban_hanh}» in {right}"
    message += f", không in «{body.chu_quan}»." if body.chu_quan else "."
    severity = None if body.chu_quan else Severity.INFO
    path = ("co_quan", index, "chu_quan")
    return rule.finding(subject, message, path, severity=severity, quote=body.chu_quan or "")


def place(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A place that is not the province or the commune of the issuing body."""
    name, typed = unit(subject.doc), subject.doc.dia_danh or ""
    told = words_of(typed)
    if name and not is_blank(told) and name not in told and told not in name:
        message = f"Địa danh ghi tên đơn vị của cấp ủy («{name.title()}»), không ghi «{typed}»."
        yield rule.finding(subject, message, ("dia_danh",), quote=typed)
