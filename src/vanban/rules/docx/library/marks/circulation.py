"""The note of circulation as the page shows it (ND30-M-006)."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding
from vanban.layout.recognized import Piece
from vanban.messages import _
from vanban.rules.base import Rule
from vanban.rules.docx.library.marks.stamps import is_framed
from vanban.rules.docx.looks import faults
from vanban.rules.docx.observed import Observed
from vanban.rules.docx.telling import mending, tell


def check(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """Capitals, bold, upright, 13 to 14, in a single frame."""
    for note in _notes(seen):
        found = list(faults(seen, note, ["hoa", "dam", "nghieng", "co"]))
        told = [fault.told for fault in found]
        if not is_framed(seen, note):
            told.append(_("không có khung viền đơn"))
        if told:
            message = _("Chỉ dẫn «{words}»: {faults}.")
            fix = mending(*[fault.formats for fault in found])
            text = message.format(words=note.shown, faults="; ".join(told))
            yield tell(rule, seen, note, text, fix=fix)


def _notes(seen: Observed) -> list[Piece]:
    """The notes, in headers or in the head."""
    margins = [p for p in seen.found.margins if p.slug == "luu_hanh" and p.sure]
    return [*margins, *seen.pieces("luu_hanh")]
