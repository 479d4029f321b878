"""What a document has no place for: pictures, comments, hidden text, unknown pieces."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.layout.paragraph import Paragraph
from vanban.layout.recognized import Part, Piece, Recognized
from vanban.messages import _
from vanban.standards.schema import Form
from vanban.word.drafting.state import State
from vanban.word.recognize.words import letters

_KNOWN_ROLES = frozenset({"ke", "dau_khan", "dau_mat", "du_thao"})
_PRINTED = frozenset({"so_trang", "dia_chi", "luu_hanh", "dau_khan"})


def tell(found: Recognized, form: Form, state: State) -> None:
    """Tell everything of a file that found no place in its document."""
    for piece, reason in _pieces(found, form, state):
        state.leave(piece.paragraph, reason, piece.text)
    for paragraph in found.unknown():
        state.leave(paragraph, _("Đoạn này không rõ là thành phần nào."), paragraph.text)
    for paragraph in found.layout.everything():
        for reason, text in _of(paragraph):
            state.leave(paragraph, reason, text)
    for comment in found.layout.comments:
        state.leave(_home(found, comment.id), _("Nhận xét bên lề không nhập."), comment.text)


def _pieces(found: Recognized, form: Form, state: State) -> Iterator[tuple[Piece, str]]:
    for part in found.parts:
        if part.index not in state.parts:
            continue
        for piece in part.pieces:
            reason = _reason(part, piece, form)
            if reason:
                yield piece, reason
        yield from _signed(part)
    for piece in found.margins:
        if piece.slug not in _PRINTED:
            yield piece, _("Chữ ở đầu trang, chân trang không nhập.")


def _reason(part: Part, piece: Piece, form: Form) -> str:
    """Why a piece is not in the document; "" for one that is, or that the writer supplies."""
    if piece.slug == "" and piece.role not in _KNOWN_ROLES:
        return _("Chữ này không rõ là thành phần nào.")
    if piece.slug == "ky_so":
        return _("Thông tin ký số không nhập.")
    if piece.slug == "dia_danh_ngay" and part.kind == "van-ban" and not _dated(form):
        return _("Mẫu của loại văn bản này không in địa danh, ngày; dòng này không được in lại.")
    if piece.slug == "kem_theo" and part.kind == "van-ban":
        return _("Dòng «Kèm theo» ở văn bản chính không nhập.")
    if piece.role == "xac_nhan":
        return "" if _prints(form, piece) else _("Phần xác nhận của cơ quan khác không nhập.")
    if piece.role == "sau_ky":
        return _("Đoạn đứng sau phần ký không nhập.")
    return _("Ghi chú trong phần ký không nhập.") if piece.role == "ghi_chu" else ""


def _signed(part: Part) -> Iterator[tuple[Piece, str]]:
    """Signers and recipients of a part that has none by rule."""
    if part.kind not in ("phu-luc", "kem-theo"):
        return
    pieces = [*part.signature.recipients]
    for signer in part.signature.signers:
        pieces += [*signer.authority, *signer.other_office, *([signer.name] if signer.name else [])]
    for piece in pieces:
        yield piece, _("Phần ký của phụ lục, văn bản kèm theo không nhập.")


def _dated(form: Form) -> bool:
    """Whether the head of the form has a date line."""
    return all(one.tuy_chon.get("ngay") != "không" for one in form.trinh_bay)


def _prints(form: Form, piece: Piece) -> bool:
    """Whether the form prints a line itself."""
    return any(
        letters(one.tuy_chon.get("chu", "")) == letters(piece.text)
        for one in form.trinh_bay
        if one.phan == "xac_nhan"
    )


def _of(paragraph: Paragraph) -> Iterator[tuple[str, str]]:
    for drawing in paragraph.drawings:
        if drawing.kind in ("picture", "chart"):
            yield _("Hình không nhập; lưu thành tệp rồi thêm dòng ![mô tả](tệp)."), ""
        elif drawing.kind == "other":
            yield _("Hình vẽ, đối tượng không nhập."), ""
    for run in paragraph.unseen:
        if run.text.strip():
            hidden = run.change is None
            yield (_("Chữ ẩn không nhập.") if hidden else _("Chữ đã xóa không nhập.")), run.text
    if paragraph.unread:
        yield _("Đối tượng không đọc được: {names}.").format(names=", ".join(paragraph.unread)), ""


def _home(found: Recognized, comment: str) -> Paragraph:
    """The paragraph that a comment hangs on; the first one when none names it."""
    everything = list(found.layout.everything())
    return next((p for p in everything if comment in p.comments), everything[0])
