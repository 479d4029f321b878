"""A draft's mark on a document that is issued (ND30-M-007)."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding
from vanban.messages import _
from vanban.rules.base import Rule
from vanban.rules.docx.observed import Observed
from vanban.rules.docx.telling import tell
from vanban.rules.docx.views import issue


def left(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """The mark beside a number, a day and a name."""
    if issue.is_numbered(seen) and seen.found.one("ho_ten") is not None:
        for mark in issue.draft_marks(seen):
            message = _("Văn bản đã có số, ngày, họ tên người ký mà còn «{words}».")
            yield tell(rule, seen, mark, message.format(words=mark.shown))
