"""Minutes: no date line, two signatures, recipients below them (ND30-L-001, L-003, L-005)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.findings import Finding
from vanban.layout.recognized import Piece, Signer
from vanban.messages import _
from vanban.rules.base import Rule
from vanban.rules.docx.observed import Observed
from vanban.rules.docx.telling import tell

_WRITER = re.compile(r"thư ký|người ghi", re.IGNORECASE)
_CHAIR = re.compile(r"chủ t[ọo]|chủ toạ|chủ trì", re.IGNORECASE)


def no_date(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """A line with place and day in the head."""
    for piece in seen.main.header.pieces:
        if piece.slug == "dia_danh_ngay" and piece.sure:
            message = _("Biên bản không có dòng địa danh, ngày ở đầu; ghi trong nội dung.")
            yield tell(rule, seen, piece, message)


def signatures(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """The chair on the left or above: the secretary signs on the left, the chair on the right."""
    signers = seen.main.signature.signers
    if len(signers) != 2:
        return
    first, second = signers
    if _is(_CHAIR, first) and _is(_WRITER, second):
        message = _("«{chair}» ký bên trái; biên bản: THƯ KÝ ký bên trái, CHỦ TỌA ký bên phải.")
        yield tell(rule, seen, first.authority[0], message.format(chair=first.authority[0].shown))
    elif _is(_WRITER, first) and _is(_CHAIR, second) and first.column == second.column:
        message = _("Hai chữ ký đứng trên dưới; biên bản: THƯ KÝ bên trái, CHỦ TỌA bên phải.")
        yield tell(rule, seen, second.authority[0], message)


def _is(pattern: re.Pattern[str], signer: Signer) -> bool:
    return any(pattern.search(piece.text) for piece in signer.authority)


def recipients(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """Recipients that are not below the signatures; a Lưu line other than "VT, Hồ sơ"."""
    signature = seen.main.signature
    label: Piece | None = next(iter(signature.recipients), None)
    if label is not None and signature.signers and signature.recipients_at not in ("below", None):
        message = _("«Nơi nhận» của biên bản đặt dưới các chữ ký, không ngang hàng với chữ ký.")
        yield tell(rule, seen, label, message)
    pattern = re.compile(rule.data["luu"])
    for line in seen.pieces("danh_sach_nhan:luu", parts=("van-ban",)):
        if not pattern.search(line.text):
            message = _("Dòng Lưu của biên bản ghi «- Lưu: VT, Hồ sơ.», không phải «{quote}».")
            yield tell(rule, seen, line, message.format(quote=line.text))
