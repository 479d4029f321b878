"""An appendix that is signed again though it is in the file of the document (ND30-E-001)."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding
from vanban.layout.recognized import Part, Piece
from vanban.messages import _
from vanban.rules.base import Rule
from vanban.rules.docx.observed import Observed
from vanban.rules.docx.telling import tell


def again(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """The name of who signed the document, or the text of a digital signature."""
    signed = {s.name.text for s in seen.main.signature.signers if s.name}
    for part in seen.found.appendices:
        piece = _signature(part, signed) if part is not seen.main else None
        if piece is not None:
            message = _("Phụ lục cùng tệp ký lại «{name}»; phụ lục không ký lại.")
            yield tell(rule, seen, piece, message.format(name=piece.text))


def _signature(part: Part, signed: set[str]) -> Piece | None:
    names = [s.name for s in part.signature.signers if s.name and s.name.text in signed]
    texts = [p for p in part.all("ky_so") if p.sure]
    return next(iter([*names, *texts]), None)
