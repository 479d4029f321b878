"""QPPL-001: legal regulations, told by their number or by what they say of themselves."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding
from vanban.messages import _
from vanban.rules.base import Rule, Subject
from vanban.rules.library.heading import number


def check(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """The number of a regulation, or the words that a document is one."""
    if subject.doc.so:
        yield from number.regulation(rule, subject)
    text, words = subject.text, rule.data["tu_goi"]
    for at in text.find(words) if "phạm" in text.words else ():
        if text.passage(at).path[0] == "noi_dung" and not text.quoted(at):
            message = _(
                "Văn bản tự ghi là văn bản quy phạm pháp luật; thể thức loại đó theo Nghị định số"
                " 78/2025/NĐ-CP, không theo Nghị định số 30/2020/NĐ-CP."
            )
            yield rule.hit(subject, at, at + len(words), message)
            return
