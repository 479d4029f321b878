"""Which types of documents there are, and who may issue which.

DANG-007 and DANG-008 (399-QĐ/TW, Đ.5-7, Đ.11 and Đ.13).
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban import Finding, Rule, Subject
from vanban_dang.organisations import grade


def listed(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A document, or a text issued with one, of a type that the regulation does not list."""
    issued = subject.doc.kem_theo.loai if subject.doc.kem_theo else None
    types = ((("loai",), subject.kind.slug), (("kem_theo", "loai"), issued))
    for path, slug in types:
        if slug and slug.removesuffix("-dang") not in rule.data["the_loai"]:
            message = f"«{slug}» không thuộc 25 thể loại và 8 giấy tờ của Quy định 399-QĐ/TW."
            yield rule.finding(subject, message, path, quote=slug)
        elif slug and not slug.endswith("-dang"):
            message = f"Loại «{slug}» theo thể thức của Đảng là «{slug}-dang»."
            yield rule.finding(subject, message, path, quote=slug)


def authorised(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A type that the level of the issuing body may not issue."""
    column = rule.data["cap"].get(grade(subject.doc))
    slug = subject.kind.slug.removesuffix("-dang")
    free = {*rule.data["giay_to"], *rule.data["ban_sao"]}
    if column and slug not in free and slug not in column["duoc"]:
        message = f"{column['ten']} không ban hành {subject.kind.ten.lower()}."
        yield rule.finding(subject, message, ("loai",), quote=subject.kind.slug)
