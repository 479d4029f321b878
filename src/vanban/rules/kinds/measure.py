"""Kind "measure": a field that is longer, or a list that has more items, than it may.

``gioi_han`` lists: {truong, ky_tu: at most so many characters} or {truong, so_muc: at most so many
items}; with ``muc`` where one of several limits is worse than the rule. The message ``cau`` may
have {name}, {count} and {limit}.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from vanban.findings import Finding, Severity
from vanban.messages import _
from vanban.model.origin import Path
from vanban.rules.base import Rule, Subject
from vanban.rules.views.fields import title, values


def check(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A finding for each field beyond its limit."""
    for limit in rule.data["gioi_han"]:
        for path, value in values(subject, limit["truong"]):
            count, most = _measured(limit, value)
            if count > most:
                yield _finding(rule, subject, limit, path, count, most)


def _measured(limit: Mapping[str, Any], value: Any) -> tuple[int, int]:
    if "so_muc" in limit:
        return len(value) if isinstance(value, tuple) else 0, int(limit["so_muc"])
    return len(value) if isinstance(value, str) else 0, int(limit["ky_tu"])


def _finding(
    rule: Rule, subject: Subject, limit: Mapping[str, Any], path: Path, count: int, most: int
) -> Finding:
    message = _(limit.get("cau", rule.data.get("cau", "")))
    name = title(subject, limit["truong"])
    severity = Severity(limit["muc"]) if "muc" in limit else None
    message = message.format(name=name, count=count, limit=most)
    return rule.finding(subject, message, path, severity=severity)
