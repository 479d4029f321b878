"""Số, ký hiệu as it is printed: ND30-N-011 (PLI-I-II.3)."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding
from vanban.layout.recognized import Piece
from vanban.messages import _
from vanban.rules.base import Rule
from vanban.rules.docx.looks import Fault, alone, faults
from vanban.rules.docx.observed import Observed
from vanban.rules.docx.telling import mending, tell


def place(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """A number that is not centred, or not in the column of the issuing body."""
    for part in seen.found.parts:
        piece = part.one("so_ky_hieu")
        if piece and piece.sure and part.kind in ("van-ban", "ban-sao"):
            if any(piece is other for other in part.header.right):
                told = _("Số, ký hiệu ở cột phải; phải ở dưới tên cơ quan ban hành.")
                yield tell(rule, seen, piece, told)
            elif alone(piece) and part.header.kind in ("table", "boxes"):
                yield from (_aside(rule, seen, piece, f) for f in faults(seen, piece, ["canh"]))


def _aside(rule: Rule, seen: Observed, piece: Piece, fault: Fault) -> Finding:
    message = _("{name}: {faults}.").format(name=seen.name(piece.slug), faults=fault.told)
    return tell(rule, seen, piece, message, fix=mending(fault.formats))
