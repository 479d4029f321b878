"""Blaming a stretch of one field or line, told by its path and offsets in it."""

from __future__ import annotations

from vanban.findings import Finding, Severity
from vanban.model.origin import Path
from vanban.rules.base import Rule, Subject
from vanban.rules.views.text import Passage


def at(subject: Subject, path: Path) -> Passage | None:
    """The passage with a path; None for an empty text and for what is no words."""
    return next((one for one in subject.text.passages if one.path == path), None)


def blame(
    rule: Rule,
    subject: Subject,
    path: Path,
    start: int,
    end: int,
    message: str,
    *,
    right: str | None = None,
    safe: bool = True,
    severity: Severity | None = None,
) -> Finding:
    """A finding at the characters ``start`` to ``end`` of the text with a path.

    Other arguments as for `Rule.hit`.
    """
    passage = at(subject, path)
    assert passage is not None  # the caller has read the text from there
    begin, stop = passage.start + start, passage.start + end
    return rule.hit(subject, begin, stop, message, right=right, safe=safe, severity=severity)
