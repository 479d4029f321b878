"""The whole document: head, text and end of its main part, what comes with it, what is left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct

from vanban.layout.paragraph import Paragraph
from vanban.layout.recognized import Caption, Part, Piece, Recognized
from vanban.messages import _
from vanban.model.blocks import CuocChu
from vanban.model.inlines import Inlines, Run
from vanban.model.origin import Path
from vanban.model.van_ban import KemTheo, PhuLuc, VanBan
from vanban.standards.schema import Form
from vanban.standards.types import DocumentType
from vanban.word.drafting import ends, forms, heads, remains, unsaid
from vanban.word.drafting.bodies import body
from vanban.word.drafting.runs import inlines
from vanban.word.drafting.state import Left, State
from vanban.word.drafting.texts import Names, joined
from vanban.word.recognize.words import letters

_HEADS = frozenset(
    {"ten_loai", "trich_yeu", "vv", "kinh_gui", "noi_kinh_gui", "can_cu", "tham_quyen", "cum_tu",
     "phu_luc", "ten_phu_luc", "kem_theo", "muc_luc", "ten_muc_luc"}
)  # fmt: skip
"""What stands in front of a text and is no part of it."""
_SMALL = 13.0


class Draft(Struct, frozen=True):
    """A document made of a .docx.

    Attributes:
        doc: the document.
        places: for the paths of its parts, the piece that says it.
        left: what is not in it, or lost its look, in reading order.
    """

    doc: VanBan
    places: Mapping[Path, Piece]
    left: tuple[Left, ...]


def draft(
    found: Recognized, loai: str, kind: DocumentType, form: Form, *, telling: bool = True
) -> Draft:
    """The document that says what was recognized.

    Args:
        found: what was recognized.
        loai: slug of the type to write.
        kind: that type.
        form: its form.
        telling: whether it is wanted what is not in it; False leaves ``left`` half empty.
    """
    state = State(parts={found.main.index})
    main = found.main
    names = Names([piece.text for piece in found.pieces()])
    values = heads.fields(main, kind, names, state)
    values |= ends.fields(found, main, names, state)
    text = _items(main)
    own = forms.read(text, form, kind.truong, state)
    values["noi_dung"] = body(own.items, ("noi_dung",), state)
    if own.authority and not values["tham_quyen"]:
        values["tham_quyen"] = _authority(own.authority, main, names)
    values["rieng"] = forms.frozen(own.values)
    values |= _with_it(found, state)
    values["cuoc_chu"] = _notes(found, state)
    values["muc_luc"] = bool(main.one("ten_muc_luc"))
    values["co_chu"] = "13" if _is_small(main) else None
    doc = VanBan(loai=loai, **values)
    if telling:
        _tell_longer_title(main, kind, state)
        remains.tell(found, form, state)
        unsaid.tell(found, doc, kind, form, state)
    return Draft(doc, state.places, _ordered(state.left))


def _tell_longer_title(main: Part, kind: DocumentType, state: State) -> None:
    """The name of the type as printed, where the writer prints another."""
    title = main.one("ten_loai")
    if title and letters(title.text) != letters(kind.ten_in):
        reason = _("Tên loại in trong tệp khác tên «{name}» mà tệp nguồn in ra.")
        state.leave(title.paragraph, reason.format(name=kind.ten_in), title.text)


def _ordered(left: Sequence[Left]) -> tuple[Left, ...]:
    once = dict.fromkeys((one.reason, one.text, id(one.paragraph)) for one in left)
    by_key = {(one.reason, one.text, id(one.paragraph)): one for one in left}
    return tuple(sorted((by_key[key] for key in once), key=lambda one: one.paragraph.index))


def _authority(printed: str, main: Part, names: Names) -> str | None:
    """Who sends a công điện, where that is not the issuing body."""
    issuer = joined(main.all("ban_hanh"))
    return None if printed.lower() == issuer.lower() else names.natural(printed)


def _items(part: Part) -> list[Piece | Caption]:
    """The text of a part in order: its pieces, a table where its first cell stands."""
    tables = {caption.table.place: caption for caption in part.tables}
    own = {id(piece) for piece in part.body}
    out: list[Piece | Caption] = []
    for piece in part.pieces:
        if id(piece) in own or (piece.slug in ("noi_dien", "noi_nhan_dien")):
            out.append(piece)
        elif piece.cell is not None and piece.paragraph.place[:1] in tables:
            out.append(tables.pop(piece.paragraph.place[:1]))
    return out


def _with_it(found: Recognized, state: State) -> dict[str, Any]:
    """The text issued with the document and its appendices."""
    out: dict[str, Any] = {"kem_theo": None, "phu_luc": ()}
    for part in found.parts[1:]:
        state.parts.add(part.index)
        if part.kind == "kem-theo" and out["kem_theo"] is None:
            out["kem_theo"] = _attached(part, state)
        elif part.kind == "phu-luc":
            out["phu_luc"] = (*out["phu_luc"], _appendix(found, part, len(out["phu_luc"]), state))
        else:
            state.parts.discard(part.index)
            first = next((piece.paragraph for piece in part.pieces), None)
            if first is not None:
                text = "\n".join(piece.text for piece in part.pieces)
                reason = _("Phần này của tệp chưa nhập được; tách thành tệp riêng.")
                state.leave(first, reason, text)
    return out


def _attached(part: Part, state: State) -> KemTheo:
    title = part.all("trich_yeu")
    if title:
        state.places["kem_theo", "trich_yeu"] = title[0]
    text = body(_items(part), ("kem_theo", "noi_dung"), state)
    return KemTheo(part.loai, joined(title) or None, text)


def _appendix(found: Recognized, part: Part, index: int, state: State) -> PhuLuc:
    title = part.all("ten_phu_luc")
    if title:
        state.places["phu_luc", index, "ten"] = title[0]
    text = body(_items(part), ("phu_luc", index, "noi_dung"), state)
    return PhuLuc(joined(title) or None, text, _lies(found, part))


def _lies(found: Recognized, part: Part) -> bool:
    """Whether the pages of a part lie."""
    sections = found.layout.sections
    home = [s for s in sections if s.begin <= part.first < max(s.end, s.begin + 1)]
    return home[-1].landscape if home else False


def _notes(found: Recognized, state: State) -> tuple[CuocChu, ...]:
    """The footnotes; paragraphs of one become one line."""
    out: dict[str, Inlines] = {}
    for kind, group in (("", found.layout.footnotes), ("c", found.layout.endnotes)):
        for note in group:
            label = f"{kind}{note.number}"
            for paragraph in note.paragraphs:
                if paragraph.text.strip():
                    piece = _note_piece(paragraph)
                    state.places.setdefault(("cuoc_chu", label), piece)
                    more = inlines(piece, state)
                    out[label] = (*out[label], Run(" "), *more) if label in out else more
    return tuple(CuocChu(label, chu) for label, chu in out.items())


def _note_piece(paragraph: Paragraph) -> Piece:
    text = paragraph.text
    lead = len(text) - len(text.lstrip())
    return Piece("cuoc_chu", paragraph, lead, len(text.rstrip()))


def _is_small(part: Part) -> bool:
    """Whether most of the text is in 13 points."""
    sizes = [size for piece in part.body if (size := piece.size)]
    return bool(sizes) and sizes.count(_SMALL) * 2 > len(sizes)
