"""Kính gửi and the line about filing: DANG-110 and DANG-111."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban import Finding, Rule, Subject

_FILED = re.compile(r"[-–\s]*lưu\b", re.IGNORECASE)
_REGISTRY = re.compile(r"\bVT\b|văn thư", re.IGNORECASE)


def addressed(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Addressees in a document of a type that has none."""
    if subject.doc.kinh_gui and subject.kind.kinh_gui == "khong":
        message = f"{subject.kind.ten} không ghi Kính gửi; ghi nơi nhận ở phần Nơi nhận."
        yield rule.finding(subject, message, ("kinh_gui",))


def _lines(subject: Subject) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """What is told of filing: in its field, or among the recipients."""
    if subject.doc.luu:
        yield ("luu",), subject.doc.luu
    for index, name in enumerate(subject.doc.noi_nhan):
        if _FILED.match(name):
            yield ("noi_nhan", index), name


def filed(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A line about filing as administrative documents have it: "Lưu: VT, VP"."""
    for path, line in _lines(subject):
        if _REGISTRY.search(line):
            message = f"Dòng lưu ghi «Lưu Văn phòng …» hoặc «Lưu Đảng ủy», không ghi «{line}»."
            yield rule.finding(subject, message, path, quote=line)
