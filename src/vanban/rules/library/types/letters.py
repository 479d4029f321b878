"""What a letter or a submission ends with: a request, a list of what comes with it.

ND30-L-023 and L-024.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding
from vanban.messages import _
from vanban.model.blocks import DeMuc, Doan
from vanban.model.inlines import plain
from vanban.rules.base import Rule, Subject
from vanban.viet.text import words_of

_LAST = 3
"""So many lines at the end of a body are looked at."""


def enclosures(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A submission that does not say which documents come with it."""
    doc = subject.doc
    if doc.noi_dung and not doc.phu_luc and not _has(subject, rule.data["mot_trong"]):
        message = _("Tờ trình chưa nêu hồ sơ, tài liệu gửi kèm theo.")
        yield rule.finding(subject, message, ("noi_dung", len(doc.noi_dung) - 1))


def _has(subject: Subject, phrases: list[str]) -> bool:
    return any(subject.text.has(phrase) for phrase in phrases)


def closing(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A letter without a closing request, or with a subject made of two."""
    if (lines := _last_lines(subject)) and not any(
        words_of(phrase) in lines for phrase in rule.data["cau_ket"]
    ):
        message = _(
            "Công văn chưa có câu kết (đề nghị, trân trọng, để biết, phối hợp thực hiện …)."
        )
        yield rule.finding(subject, message, ("noi_dung", len(subject.doc.noi_dung) - 1))
    subject_line = subject.doc.trich_yeu or ""
    if ";" in subject_line.rstrip(" ;"):
        message = _("Mỗi công văn chỉ nên có một chủ đề; trích yếu này có hai.")
        yield rule.finding(subject, message, ("trich_yeu",), quote=subject_line)


def _last_lines(subject: Subject) -> str:
    blocks = [b for b in subject.doc.noi_dung if isinstance(b, Doan | DeMuc)]
    return " ".join(words_of(plain(block.chu)) for block in blocks[-_LAST:])
