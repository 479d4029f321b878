"""TTR-002: who issued the decision signs the conclusion, or a deputy for him (KT.)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vanban import Finding, Rule, Subject
from vanban.viet.text import comparable
from vanban_thanh_tra import decisions, issuers

_FIRST_DAY = date(2025, 7, 1)
"""Of earlier decisions the body may be gone, and another one signs."""
_FOR_OTHERS = ("TL.", "TUQ.")


def check(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A signer of another office than who issued the decision, or one who signs by order."""
    told = decisions.told(subject)
    if len(subject.doc.ky) != 1 or (told.ngay and told.ngay < _FIRST_DAY):
        return
    by_order = [a for a in subject.doc.ky[0].quyen_han if a.upper().startswith(_FOR_OTHERS)]
    if by_order:
        message = (
            "Kết luận thanh tra do người ra quyết định ký, cấp phó ký thay (KT.);"
            f" không ký «{by_order[0]}»."
        )
        yield rule.finding(subject, message, ("ky", 0), quote=by_order[0])
    else:
        yield from _office(rule, subject, told.nguoi_ky or decisions.by_text(subject))


def _office(rule: Rule, subject: Subject, head: str) -> Iterator[Finding]:
    """A finding when both offices are known and differ."""
    ky = subject.doc.ky[0]
    wanted, office = issuers.office(head), issuers.office(ky.chuc_vu or "")
    if wanted and office and wanted != office and not _is_named(ky.ho_ten, head):
        message = f"Người ký là «{ky.chuc_vu}», người ra quyết định thanh tra là «{head}»."
        yield rule.finding(subject, message, ("ky", 0, "chuc_vu"), quote=ky.chuc_vu or "")


def _is_named(ho_ten: str | None, head: str) -> bool:
    return bool(ho_ten) and comparable(ho_ten or "") in comparable(head)
