"""The fields of the end: signers, recipients, Lưu, the drafter; and the marks of the page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from vanban.layout.recognized import Part, Piece, Recognized, Signer
from vanban.messages import _
from vanban.model.van_ban import DiaChi, Ky
from vanban.patterns import later
from vanban.viet.text import fold
from vanban.word.drafting.state import State
from vanban.word.drafting.texts import Names, bare, clean, joined
from vanban.word.recognize.words import PREFIX

_FILED = later(r"^lưu\s*[:;]?\s*", re.IGNORECASE)
_DRAFTER = later(r"[.;]\s+(?P<mark>\S+?)\.?\s*\((?P<copies>\d+)\)\.?$")
_MARK = later(r"^\(?(?P<mark>[^()]*?)\.?\s*(?:\((?P<copies>\d+)\))?\)?$")
_CALLS = (
    ("dien_thoai", later(r"(?:ĐT|Điện\s+thoại|Tel)\s*:\s*([^,;]+)", re.IGNORECASE)),
    ("fax", later(r"Fax\s*:\s*([^,;]+)", re.IGNORECASE)),
    ("email", later(r"E-?mail\s*:\s*([^,;\s]+)", re.IGNORECASE)),
    ("website", later(r"(?:Website|Trang\s+TTĐT)\s*:\s*([^,;\s]+)", re.IGNORECASE)),
)
_URGENCY = {"khan": "khan", "thuong_khan": "thuong-khan", "hoa_toc": "hoa-toc"}
_SECRECY = {"mat": "mat", "toi_mat": "toi-mat", "tuyet_mat": "tuyet-mat"}
_CIRCULATION = {"xem_xong_tra_lai": "xem-xong-tra-lai", "luu_hanh_noi_bo": "luu-hanh-noi-bo"}


def fields(found: Recognized, part: Part, names: Names, state: State) -> dict[str, Any]:
    """The fields that the end and the margins give."""
    return {
        "ky": tuple(
            _signer(signer, index, names, state)
            for index, signer in enumerate(part.signature.signers)
        ),
        **_recipients(part, state),
        **_marks(found, part, state),
        "dia_chi": _address(found, part, state),
    }


def _signer(signer: Signer, index: int, names: Names, state: State) -> Ky:
    roles: dict[str, list[Piece]] = {}
    for piece in signer.authority:
        roles.setdefault(piece.role, []).append(piece)
        state.places.setdefault(("ky", index, piece.role), piece)
    if signer.name:
        state.places["ky", index, "ho_ten"] = signer.name
    return Ky(
        vai_tro=joined(roles.get("vai_tro", ())) or None,
        quyen_han=_authorities(roles.get("quyen_han", ())),
        chuc_vu=joined(roles.get("chuc_vu", ())) or None,
        chuc_vu_khac=joined(signer.other_office) or None,
        ho_ten=clean(signer.name.text) if signer.name else None,
    )


def _authorities(pieces: Sequence[Piece]) -> tuple[str, ...]:
    """The lines of authority; lines of one paragraph are one."""
    groups: list[list[Piece]] = []
    for piece in pieces:
        same = groups and groups[-1][-1].paragraph is piece.paragraph
        if same and not PREFIX.match(piece.text):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return tuple(joined(group) for group in groups)


def _recipients(part: Part, state: State) -> dict[str, Any]:
    out: dict[str, Any] = {"noi_nhan": (), "luu": None, "nguoi_soan": None, "so_ban": None}
    names: list[str] = []
    for piece in part.signature.recipients:
        text = bare(piece.words)
        if piece.slug == "nguoi_soan":
            state.places[("nguoi_soan",)] = piece
            _take_drafter(clean(piece.text), out)
        elif piece.role == "luu":
            state.places[("luu",)] = piece
            _take_filed(clean(piece.words), out)
        elif text and not (piece.slug == "noi_nhan" and not piece.text_start):
            state.places["noi_nhan", len(names)] = piece
            names.append(text)
    if part.one("kinh_gui") and len(names) > 1 and fold(names[0]) == "nhu_tren":
        names = _without_first(names, state)
    out["noi_nhan"] = tuple(names)
    return out


def _without_first(names: Sequence[str], state: State) -> list[str]:
    """The recipients without "Như trên", which the writer prints itself under a Kính gửi."""
    for index in range(1, len(names)):
        state.places["noi_nhan", index - 1] = state.places["noi_nhan", index]
    del state.places["noi_nhan", len(names) - 1]
    return list(names[1:])


def _take_filed(text: str, out: dict[str, Any]) -> None:
    drafter = _DRAFTER.search(text)
    if drafter:
        out["nguoi_soan"], out["so_ban"] = drafter["mark"], drafter["copies"]
        text = text[: drafter.start()]
    out["luu"] = _FILED.sub("", bare(text)) or None


def _take_drafter(text: str, out: dict[str, Any]) -> None:
    found = _MARK.match(text)
    out["nguoi_soan"] = (found["mark"] if found else text).strip() or None
    if found and found["copies"]:
        out["so_ban"] = found["copies"]


_MARK_SLUGS = ("luu_hanh", "dau_khan")
_MARK_ROLES = ("dau_mat", "du_thao")


def _marks(found: Recognized, part: Part, state: State) -> dict[str, Any]:
    out: dict[str, Any] = {}
    for piece in (*part.pieces, *found.margins):
        if piece.slug not in _MARK_SLUGS and piece.role not in _MARK_ROLES:
            continue
        key = fold(piece.text)
        if piece.slug == "luu_hanh" and key in _CIRCULATION:
            out["luu_hanh"] = _CIRCULATION[key]
        elif piece.slug == "dau_khan" and key in _URGENCY:
            out["do_khan"] = _URGENCY[key]
        elif piece.role == "dau_mat" and key in _SECRECY:
            out["do_mat"] = _SECRECY[key]
        elif piece.role == "du_thao":
            out["du_thao"] = clean(piece.text)
        elif piece.slug in ("dau_khan", "luu_hanh"):
            reason = _("Dấu chỉ này không ghi được trong tệp nguồn.")
            state.leave(piece.paragraph, reason, piece.text)
    return out


def _address(found: Recognized, part: Part, state: State) -> DiaChi | None:
    pieces = [*(p for p in found.margins if p.slug == "dia_chi"), *part.all("dia_chi")]
    if not pieces:
        return None
    values: dict[str, str] = {}
    rest: list[str] = []
    for piece in dict.fromkeys(clean(piece.text) for piece in pieces):
        told = {name: m[1].strip() for name, wanted in _CALLS if (m := wanted.search(piece))}
        values |= told
        if not told:
            rest.append(piece)
    if rest:
        values["dia_chi"] = ", ".join(rest)
    return DiaChi(**values)
