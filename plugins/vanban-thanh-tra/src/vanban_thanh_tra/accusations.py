"""TTR-011: each thing that somebody is accused of is judged in the conclusion."""

from __future__ import annotations

from collections.abc import Iterator

from vanban import Finding, Rule, Subject
from vanban.viet.text import words_of
from vanban_thanh_tra import own_fields

LIST = "noi_dung_to_cao"


def check(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A finding for each item of the list without a judgement, or with one that is none."""
    for index, item in enumerate(own_fields.records(subject.doc, LIST)):
        judged = own_fields.text(item, "ket_luan")
        if item.get("noi_dung") and not _judges(rule, judged):
            message = (
                f"Nội dung tố cáo thứ {index + 1} chưa có kết luận đúng, đúng một phần hay sai."
            )
            yield rule.finding(subject, message, (LIST, index), quote=item["noi_dung"])


def _judges(rule: Rule, judged: str) -> bool:
    words = f" {words_of(judged)} "
    return any(f" {words_of(one)} " in words for one in rule.data["ket_luan"])
