"""The signs behind the lines of the basis as the page shows them (ND30-C-002)."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding
from vanban.layout.recognized import Part, Piece
from vanban.messages import _
from vanban.rules.base import Rule
from vanban.rules.docx.observed import Observed
from vanban.rules.docx.telling import tell, tell_once


def punctuated(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """Each line of the basis ends with a semicolon, the last with a full stop."""
    for part in seen.found.parts:
        grounds = _lines(part)
        open_ = [p for p in grounds[:-1] if not p.text.endswith(";")]
        if open_:
            message = _("Dòng căn cứ kết thúc bằng «{end}»; phải kết thúc bằng dấu chấm phẩy.")
            yield tell_once(rule, seen, open_, message.format(end=_end(open_[0])))
        if grounds and not grounds[-1].text.endswith("."):
            message = _("Dòng căn cứ cuối cùng kết thúc bằng «{end}»; phải kết thúc bằng dấu chấm.")
            yield tell(rule, seen, grounds[-1], message.format(end=_end(grounds[-1])))


def _lines(part: Part) -> list[Piece]:
    """The lines of the basis, all sure; of one broken over lines the last."""
    grounds = part.all("can_cu")
    if not all(piece.sure for piece in grounds):
        return []
    return list({piece.paragraph.path: piece for piece in grounds}.values())


def _end(piece: Piece) -> str:
    return piece.text.rstrip()[-1:]
