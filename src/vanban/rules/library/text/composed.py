"""TXT-001: a source typed with letters and accents apart (Unicode tổ hợp).

Reading composes them, so the page is right; the fix makes the file what was read.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from vanban.findings import Edit, Finding, Fix
from vanban.messages import _
from vanban.model.origin import of_kind
from vanban.rules.base import Rule, Subject


def check(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A finding for each file of the document that reading had to compose."""
    for note in of_kind(subject.notes, "nfd"):
        message = _("Chữ gõ theo Unicode tổ hợp đã được đổi sang dựng sẵn (từ «{quote}»).")
        finding = Finding(
            rule.id, rule.severity, message.format(quote=note.quote), note.place, rule.basis,
            note.path, note.quote,
        )  # fmt: skip
        yield replace(finding, fix=_whole(subject, note.place.path))


def _whole(subject: Subject, path: str) -> Fix | None:
    """The fix that writes the file as it was read; None for another file than the document."""
    source = subject.origin.source
    if source is None or path != subject.origin.path:
        return None
    return Fix((Edit(0, len(source), source),))
