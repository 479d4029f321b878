"""The last net: words of a file that neither the document says nor the writer supplies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from vanban.layout.recognized import Piece, Recognized
from vanban.messages import _
from vanban.model.van_ban import VanBan
from vanban.patterns import later
from vanban.standards.schema import Form
from vanban.standards.types import DocumentType
from vanban.viet.text import nfc
from vanban.word.drafting.state import State
from vanban.word.recognize.words import letters

_OF = later(r"\bcủa\s+(?P<name>[^()]*?)[\s.]*\)?\s*$", re.IGNORECASE)
_WORD = later(r"\w+")
_SUPPLIED = frozenset(
    {"quoc_hieu", "tieu_ngu", "cum_tu", "phu_luc", "kem_theo", "ten_muc_luc", "muc_luc", "ten_loai",
     "so_trang", "dau_khan", "luu_hanh"}
)  # fmt: skip
"""What the writer prints by itself."""
_LABELS = (
    "Số Luật ngày tháng năm Kính gửi trình V/v Về việc Nơi nhận Lưu Như trên Bảng Biểu số"
    " ĐT Điện thoại Fax E-Mail Email Website Tel Trang TTĐT bản"
)
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹ⁿ₀₁₂₃₄₅₆₇₈₉", "0123456789n0123456789")


def tell(found: Recognized, doc: VanBan, kind: DocumentType, form: Form, state: State) -> None:
    """Tell the pieces with words that are nowhere in the document."""
    _tell_belonging(found, doc, state)
    said = set(words(" ".join(_texts(doc))))
    said |= set(words(f"{_LABELS} {kind.ma} {kind.ten_in}"))
    said |= {word for piece in form.trinh_bay for word in words(piece.tuy_chon.get("chu", ""))}
    told = {(id(one.paragraph), one.text) for one in state.left if one.text}
    for piece in _pieces(found, state):
        if piece.slug in _SUPPLIED or piece.role == "ke":
            continue
        if said.issuperset(words(piece.text)):
            continue
        missing = [word for word in _shown(piece) if _plain(word) not in said]
        if missing and not _is_told(piece, told):
            reason = _("Có chữ của đoạn này không vào được tệp nguồn.")
            state.leave(piece.paragraph, reason, " ".join(missing))


def _tell_belonging(found: Recognized, doc: VanBan, state: State) -> None:
    """Tell "(Kèm theo … của …)" of somebody else than the issuer, whom the writer names there."""
    issuer = ", ".join(body.ban_hanh for body in doc.co_quan if body.ban_hanh)
    for part in found.parts[1:]:
        pieces = part.all("kem_theo") if part.index in state.parts else ()
        of = _OF.search(" ".join(" ".join(piece.words for piece in pieces).split()))
        if of and letters(of["name"]) and letters(of["name"]) != letters(issuer):
            reason = _("Dòng «Kèm theo» in lại là «của {issuer}».").format(issuer=issuer)
            state.leave(pieces[-1].paragraph, reason, of["name"])


def _pieces(found: Recognized, state: State) -> Iterator[Piece]:
    """The pieces of the parts that are in the document, of margins and notes."""
    for part in found.parts:
        if part.index in state.parts:
            yield from part.pieces
    yield from found.margins
    yield from found.notes


def _is_told(piece: Piece, told: set[tuple[int, str]]) -> bool:
    """Whether the words of a piece were told as left already."""
    home = id(piece.paragraph)
    return any(at == home and piece.text in text for at, text in told)


def words(text: str) -> Iterator[str]:
    """The words of a text for comparing: small letters, numbers without zeros in front.

    >>> list(words("Số: 05/QĐ-UBND"))
    ['số', '5', 'qđ', 'ubnd']
    """
    return (word.lstrip("0") or "0" for word in _WORD.findall(_level(nfc(text)).casefold()))


def _plain(word: str) -> str:
    return _level(word).casefold().lstrip("0") or "0"


def _level(text: str) -> str:
    """A text with raised and lowered figures on the line; few have any."""
    return text if _RAISED.keys().isdisjoint(map(ord, text)) else text.translate(_RAISED)


def _shown(piece: Piece) -> Iterable[str]:
    return _WORD.findall(nfc(piece.text))


def _texts(value: Any) -> Iterator[str]:
    """Every text in a document, its numbers too."""
    if isinstance(value, str | int):
        yield str(value)
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from _texts(getattr(value, name))
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, tuple | list):
        yield from _joined(value)


def _joined(values: Iterable[Any]) -> Iterator[str]:
    """The texts of some values; runs of a line go on without a gap."""
    line = ""
    for one in values:
        text = getattr(one, "text", None)
        if isinstance(text, str):
            line += text
        else:
            yield line
            line = ""
            yield from _texts(one)
    yield line
