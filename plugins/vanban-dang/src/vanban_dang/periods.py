"""Which standard was in force on the day of issue: DANG-120."""

from __future__ import annotations

from collections.abc import Iterator

from vanban import Finding, Rule, Subject


def in_force(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A document made by a standard that was not yet, or no more, in force on its day."""
    day = subject.doc.ngay.iso() if subject.doc.ngay and subject.doc.ngay.is_full else ""
    known = rule.data["hieu_luc"].get(subject.standard.slug)
    if not day or not known:
        return
    if day < known.get("tu", day) or day > known.get("den", day):
        assert subject.doc.ngay is not None  # it has a whole date
        message = f"Văn bản {subject.doc.ngay.words()} theo thể thức «{known['khac']}»: ghi "
        yield rule.finding(subject, f"{message}tieu_chuan: {known['khac']}.", ("ngay",), quote=day)
