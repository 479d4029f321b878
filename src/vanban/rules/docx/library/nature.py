"""What kind of document a file is, and what of it was not recognized: META-020 to META-023."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding
from vanban.layout.paragraph import Paragraph
from vanban.messages import _
from vanban.rules.base import Rule
from vanban.rules.docx.observed import Observed
from vanban.rules.docx.telling import tell, tell_once


def told(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """Why the decree's rules do not judge it; once a file."""
    yield tell(rule, seen, None, f"{_(rule.data['cau'])} {seen.found.reason}".strip())


def doubts(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """What was not recognized for sure, so that rules left it alone; a reason once."""
    alike: dict[str, list[Paragraph]] = {}
    for doubt in seen.found.doubts:
        alike.setdefault(doubt.reason, []).append(doubt.paragraph)
    for reason, paragraphs in alike.items():
        yield tell_once(rule, seen, paragraphs, reason)
