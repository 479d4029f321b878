"""Kind "note": something that reading changed or noticed, told to the author."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding
from vanban.messages import _
from vanban.model.origin import of_kind
from vanban.rules.base import Rule, Subject


def check(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A finding for each Note of the kind ``ghi_nhan``, with the message ``cau``."""
    message = _(rule.data["cau"])
    for note in of_kind(subject.notes, rule.data["ghi_nhan"]):
        yield Finding(
            rule.id, rule.severity, message.format(quote=note.quote), note.place, rule.basis,
            note.path, note.quote,
        )  # fmt: skip
