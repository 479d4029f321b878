"""The fields of the head: bodies, number, place and day, subject, addressees, grounds."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from vanban.layout.recognized import Part, Piece
from vanban.messages import _
from vanban.model.van_ban import CoQuan
from vanban.patterns import later
from vanban.standards.types import DocumentType
from vanban.viet.dates import ImpossibleDate, Ngay
from vanban.word.drafting.state import State
from vanban.word.drafting.texts import Names, bare, clean, joined
from vanban.word.recognize.words import is_body, is_office

_NUMBER = later(r"^(?:luật\s+)?số\s*[:.;]?\s*", re.IGNORECASE)
_DAY = later(r"[,;]?\s*ngày(?P<ngay>.*?)tháng(?P<thang>.*?)(?:năm(?P<nam>.*))?$", re.IGNORECASE)
_SHORT_DAY = later(
    r"[,;]?\s*(?:ngày\s*)?(?P<ngay>\d+)\s*[/.-]\s*(?P<thang>\d+)\s*[/.-]\s*"
    r"(?P<nam>\d{4})\.?$",
    re.IGNORECASE,
)
_JOINT = "van-ban-lien-tich"
_BETWEEN = later(r"\s+[-–]\s+")
_MATTER = later(r"^v\s*[/.\\]\s*v\s*[:.]?\s+", re.IGNORECASE)


def fields(part: Part, kind: DocumentType | None, names: Names, state: State) -> dict[str, Any]:
    """The fields that the head and the opening of a part give."""
    out: dict[str, Any] = {}
    bodies = _bodies(part, names, state)
    so, code = _number(part, state)
    bodies, ky_hieu = _codes(code, kind, bodies)
    out["co_quan"] = bodies
    out["so"], out["ky_hieu"] = so, ky_hieu
    out["dia_danh"], out["ngay"] = _place_and_day(part, state)
    out["trich_yeu"] = _subject(part, state)
    out["tham_quyen"] = names.natural(_text(part, "tham_quyen", state)) or None
    out["kinh_gui"] = _addressees(part, state)
    out["can_cu"] = _listed(part.all("can_cu"), "can_cu", state)
    return out


def _text(part: Part, slug: str, state: State) -> str:
    pieces = part.all(slug)
    if pieces:
        state.places[(slug,)] = pieces[0]
    return joined(pieces)


def _bodies(part: Part, names: Names, state: State) -> tuple[CoQuan, ...]:
    """The issuing bodies; those of a joint document are joined by dashes."""
    above, own = part.all("chu_quan"), part.all("ban_hanh")
    issuers: list[list[Piece]] = [[]]
    for piece in own:
        issuers[-1].append(piece)
        if piece.text.rstrip().endswith(("-", "–")):
            issuers.append([])
    issuers = [lines for lines in issuers if lines]
    if part.loai == _JOINT and len(own) == 1:
        issuers = [[half] for half in _halves(own[0])]
    superior = names.natural(joined(above)) or None
    out = []
    for index, lines in enumerate(issuers or [[]]):
        name = "\n".join(names.natural(line) for line in _printed_lines(lines)) or None
        out.append(CoQuan(superior if not index else None, name))
        if lines:
            state.places["co_quan", index, "ban_hanh"] = lines[0]
    if above:
        state.places["co_quan", 0, "chu_quan"] = above[0]
    return tuple(one for one in out if one.chu_quan or one.ban_hanh)


def _halves(piece: Piece) -> list[Piece]:
    """Bodies that stand on one line ("SỞ NỘI VỤ - SỞ TƯ PHÁP")."""
    from msgspec.structs import replace

    out, start = [], piece.start
    for dash in _BETWEEN.finditer(piece.text):
        if is_body(piece.text[dash.end() :]):
            end = piece.start + dash.start()
            out.append(replace(piece, start=start, end=end, text_start=start))
            start = piece.start + dash.end()
    return [*out, replace(piece, start=start, text_start=start)]


def _printed_lines(pieces: Sequence[Piece]) -> list[str]:
    """A name on one line, which the writer breaks; an office above its body stays a line."""
    out: list[str] = []
    for index, piece in enumerate(pieces):
        text = clean(piece.text).rstrip("-– ")
        apart = index and is_office(pieces[index - 1].text) and is_body(text)
        if out and not apart:
            out[-1] = f"{out[-1]} {text}"
        else:
            out.append(text)
    return out


def _number(part: Part, state: State) -> tuple[str | None, str]:
    """The number and the codes behind it."""
    piece = part.one("so_ky_hieu")
    if piece is None:
        return None, ""
    state.places[("so",)] = piece
    text = _NUMBER.sub("", clean(piece.text))
    number, slash, code = text.partition("/")
    if not slash:
        number, _dash, code = text.partition("-")
    number = number.strip(" ._…")
    short = number.lstrip("0") or number
    return (short if short.isdigit() else number) or None, code.strip(" .")


def _codes(
    code: str, kind: DocumentType | None, bodies: tuple[CoQuan, ...]
) -> tuple[tuple[CoQuan, ...], str | None]:
    """The codes of the bodies, where type and bodies give the ký hiệu; else it itself."""
    from msgspec.structs import replace

    if not code:
        return bodies, None
    groups = code.split("-")
    if kind is None or not bodies or any(not group or " " in group for group in groups):
        return bodies, code
    if kind.ma:
        if groups[0] != kind.ma or len(groups) < 2:
            return bodies, code
        groups = groups[1:]
        if len(bodies) == 1:
            groups = ["-".join(groups)]
        if len(groups) != len(bodies):
            return bodies, code
        pairs = zip(bodies, groups, strict=True)
        return tuple(replace(one, viet_tat=group) for one, group in pairs), None
    if len(bodies) > 1 or len(groups) > 2:
        return bodies, code
    unit = groups[1] if len(groups) == 2 else None
    return (replace(bodies[0], viet_tat=groups[0], don_vi=unit),), None


def _place_and_day(part: Part, state: State) -> tuple[str | None, Ngay | None]:
    pieces = part.all("dia_danh_ngay")
    if not pieces:
        return None, None
    state.places[("dia_danh",)] = state.places[("ngay",)] = pieces[0]
    text = joined(pieces)
    found = _DAY.search(text) or _SHORT_DAY.search(text)
    place = text[: found.start()].strip(" ,;._…") if found else text
    return place or None, _day(found.groupdict(), pieces[0], state) if found else None


def _day(parts: Mapping[str, str | None], piece: Piece, state: State) -> Ngay | None:
    numbers = [_whole(parts[name]) for name in ("ngay", "thang", "nam")]
    if numbers == [None, None, None]:
        return None
    try:
        return Ngay(*numbers)
    except ImpossibleDate:
        state.leave(piece.paragraph, _("Ngày không có trong lịch."), piece.text)
        return None


def _whole(text: str | None) -> int | None:
    bare_text = (text or "").strip(" .,_…")
    return int(bare_text) if bare_text.isdigit() else None


def _subject(part: Part, state: State) -> str | None:
    pieces = part.all("trich_yeu") or part.all("vv")
    pieces = pieces or tuple(p for p in part.all("cum_tu") if p.role == "trich_yeu")
    if not pieces:
        return None
    state.places[("trich_yeu",)] = pieces[0]
    return _MATTER.sub("", joined(pieces)) or None


def _addressees(part: Part, state: State) -> tuple[str, ...]:
    label = part.one("kinh_gui")
    if label is None:
        return ()
    first = (label,) if label.words.strip() else ()
    return _listed((*first, *part.all("noi_kinh_gui")), "kinh_gui", state)


def _listed(pieces: Sequence[Piece], name: str, state: State) -> tuple[str, ...]:
    """The lines of a list; a line without a dash goes on from the one before it."""
    out: list[str] = []
    for piece in pieces:
        text = bare(piece.words)
        if text:
            state.places[name, len(out)] = piece
            out.append(text)
    return tuple(out)
