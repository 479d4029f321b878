"""Whether there is a signature, with a name where the document is issued (ND30-K-001)."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding, Severity
from vanban.messages import _
from vanban.rules.base import Rule
from vanban.rules.docx.kinds.missing import requires, unclear
from vanban.rules.docx.observed import Observed
from vanban.rules.docx.telling import tell
from vanban.rules.docx.views import issue


def check(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """No one who signs, or no name; a draft may leave the name blank."""
    signers = seen.main.signature.signers
    if seen.main.kind != "van-ban" or not requires(seen, rule.data["can_co"]):
        return
    issued = issue.is_numbered(seen)
    if not signers and not _is_unclear(seen):
        message = _("Thiếu khối ký: quyền hạn, chức vụ, họ tên người ký.")
        yield tell(rule, seen, None, message, severity=None if issued else Severity.WARNING)
    elif issued and signers and all(s.name is None for s in signers):
        message = _("Văn bản đã có số, ngày mà thiếu họ tên người ký.")
        yield tell(rule, seen, signers[0].authority[-1] if signers[0].authority else None, message)


def _is_unclear(seen: Observed) -> bool:
    """Whether something was not recognized that may be the signature."""
    return bool(seen.found.unknown() or seen.found.doubts) or seen.view(unclear)
