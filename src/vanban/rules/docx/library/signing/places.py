"""Where the signature stands: on the right, level with "Nơi nhận" (ND30-K-023, ND30-R-020)."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding
from vanban.layout.paragraph import Paragraph
from vanban.layout.recognized import Piece, Signature
from vanban.messages import _
from vanban.rules.base import Rule
from vanban.rules.docx.observed import Observed
from vanban.rules.docx.telling import tell
from vanban.rules.docx.views.heights import height
from vanban.rules.docx.views.room import room_of

_NEAR = 10
"""Points: lines are level when no more is between them."""


def halves(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """Recipients on the right of who signs, or one who signs on the left of the page."""
    signature = seen.main.signature
    if len(signature.signers) != 1 or not signature.signers[0].authority:
        return
    top = signature.signers[0].authority[0]
    if signature.recipients_at == "right":
        message = _("«Nơi nhận» ở nửa phải, khối ký ở nửa trái; khối ký phải ở nửa phải trang.")
        yield tell(rule, seen, top, message)
    elif signature.kind == "single" and _is_left(seen, top.paragraph):
        message = _("Khối ký ở nửa trái trang; quyền hạn, chức vụ, họ tên phải ở nửa phải.")
        yield tell(rule, seen, top, message)


def _is_left(seen: Observed, paragraph: Paragraph) -> bool:
    """Whether a paragraph over the whole width stands left of the middle."""
    room = room_of(seen.layout, paragraph).width
    shape = paragraph.shape
    if room is None or shape.alignment not in ("left", "both") or paragraph.text[:1] in "\t ":
        return False
    return shape.left + shape.first_line < room // 3


def level(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """ "Nơi nhận:" not on the line of the authority."""
    signature = seen.main.signature
    label = next((p for p in signature.recipients if p.slug == "noi_nhan" and p.sure), None)
    if label is None or len(signature.signers) != 1 or not signature.signers[0].authority:
        return
    if not _is_level(seen, signature, label):
        message = _("«Nơi nhận:» không ngang hàng với dòng quyền hạn, chức vụ của người ký.")
        yield tell(rule, seen, label, message)


def _is_level(seen: Observed, signature: Signature, label: Piece) -> bool:
    if signature.recipients_at in ("above", "below"):
        return False
    top = signature.signers[0].authority[0]
    if signature.kind != "table" or label.paragraph is top.paragraph:
        return True
    here, there = label.paragraph.place, top.paragraph.place
    if len(here) != 4 or len(there) != 4 or here[0] != there[0]:
        return True
    return here[1] == there[1] and abs(_above(seen, label) - _above(seen, top)) < _NEAR


def _above(seen: Observed, piece: Piece) -> float:
    """Points of empty paragraphs above a piece in its cell."""
    cell = room_of(seen.layout, piece.paragraph).cell
    blocks = cell.blocks[: piece.paragraph.place[3]] if cell else ()
    empty = [b for b in blocks if isinstance(b, Paragraph) and not b.text.strip()]
    return sum(height(paragraph) for paragraph in empty)
