"""The look of the lines above a signature (ND30-K-010)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.findings import Finding
from vanban.messages import _
from vanban.rules.base import Rule
from vanban.rules.docx.looks import faults
from vanban.rules.docx.observed import DOCUMENTS, Observed
from vanban.rules.docx.telling import mending, tell


def check(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """Authority and office: capitals, bold, upright, 13 to 14; ``tru`` are others."""
    other = re.compile(rule.data["tru"])
    signers = (s for p in seen.found.parts if p.kind in DOCUMENTS for s in p.signature.signers)
    for piece in (p for s in signers for p in (*s.authority, *s.other_office) if p.sure):
        found = [] if other.match(piece.text) else list(faults(seen, piece, rule.data["xet"]))
        if found:
            message = _("«{words}»: {faults}.").format(
                words=piece.shown, faults="; ".join(fault.told for fault in found)
            )
            fix = mending(*[fault.formats for fault in found])
            yield tell(rule, seen, piece, message, fix=fix)
