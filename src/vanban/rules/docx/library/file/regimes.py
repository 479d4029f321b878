"""Signs of the Party's form and of the State's in one document (MIX-001)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.findings import Finding
from vanban.layout.recognized import Part, Piece
from vanban.messages import _
from vanban.rules.base import Rule
from vanban.rules.docx.observed import Observed
from vanban.rules.docx.telling import tell

_NUMBER = re.compile(r"^\s*số\s*:?\s*\d+\s*-\s*[A-ZĐ]", re.IGNORECASE)
_TM = re.compile(r"^\s*(?:T|K)\s*/\s*[MTL]\b")


def mixed(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """Party signs under Quốc hiệu, or signs of the State under the Party's title."""
    for part in seen.found.parts:
        if part.kind != "van-ban":
            continue
        party = next((p for p in part.header.pieces if p.role == "dang"), None)
        state = part.one("quoc_hieu")
        if party is not None and state is not None:
            message = _(
                "Đầu trang có cả Quốc hiệu và «ĐẢNG CỘNG SẢN VIỆT NAM»; chỉ dùng một thể thức."
            )
            yield tell(rule, seen, party, message)
        elif state is not None:
            yield from _told(
                rule, seen, _party_signs(part), _("Dưới Quốc hiệu có «{quote}» của thể thức Đảng.")
            )
        elif party is not None:
            yield from _told(
                rule,
                seen,
                _state_signs(part),
                _("Văn bản Đảng có «{quote}» của thể thức Nhà nước."),
            )


def _told(rule: Rule, seen: Observed, signs: Iterator[Piece], message: str) -> Iterator[Finding]:
    for piece in signs:
        yield tell(rule, seen, piece, message.format(quote=piece.shown[-40:]))


def _party_signs(part: Part) -> Iterator[Piece]:
    number = part.one("so_ky_hieu")
    if number is not None and _NUMBER.match(number.text):
        yield number
    authority = [p for signer in part.signature.signers for p in signer.authority]
    yield from (p for p in authority if _TM.match(p.text))


def _state_signs(part: Part) -> Iterator[Piece]:
    number = part.one("so_ky_hieu")
    if number is not None and re.match(r"^\s*số\s*:\s*\d+\s*/", number.text, re.IGNORECASE):
        yield number
    authority = [p for signer in part.signature.signers for p in signer.authority]
    yield from (p for p in authority if re.match(r"^\s*(?:TM|KT|TL|TUQ)\.", p.text))
    last = part.body[-1] if part.body else None
    if last is not None and last.text.rstrip().endswith("./."):
        yield last
