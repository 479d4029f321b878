"""Địa danh and date as they are printed: ND30-D-001, D-006, D-008, D-009, D-014 (PLI-I-II.4)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vanban.findings import Finding
from vanban.layout.recognized import Part, Piece
from vanban.messages import _
from vanban.patterns import later
from vanban.rules.base import Rule
from vanban.rules.docx.kinds.missing import requires, unclear
from vanban.rules.docx.kinds.text import compiled
from vanban.rules.docx.looks import alone, faults
from vanban.rules.docx.observed import Observed
from vanban.rules.docx.telling import cut, mending, tell
from vanban.viet.text import nfc

_DAY = later(r"(?i)ngày\s*(?P<d>\d+)\s*tháng\s*(?P<m>\d+)\s*năm\s*(?P<y>\d{4})")
_NUMERIC = later(r"\b(?P<d>\d{1,2})\s*[/.-]\s*(?P<m>\d{1,2})\s*[/.-]\s*(?P<y>\d{4})\b")
_PLACE = later(r"(?i)^(?P<place>.*?)(?P<joint>\s*[,;.:]?\s*)\bngày\b")
_BLANK = later(r"[\[…]|\.{2}|_{2}|^\s*$")
_DAYLIKE = later(r"(?i)\bngày\b|\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}")
_UNITS = frozenset({"phố", "xã", "trấn", "khu", "thành", "thị", "tỉnh", "phường", "đặc"})
_DASHES = frozenset({"-", "–"})


def form(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """A line that is not ``phai_la``, or none where the type needs one."""
    pieces = [*seen.pieces("dia_danh_ngay"), *_perhaps(seen)]
    wanted = compiled(rule.data["phai_la"], 0)
    for piece in pieces:
        if not wanted.fullmatch(nfc(piece.shown)):
            told = _("«{text}» không đúng mẫu «Hà Nội, ngày 05 tháng 3 năm 2026».")
            yield tell(rule, seen, piece, told.format(text=cut(piece.shown)))
    if not pieces and _lacks(seen):
        yield tell(rule, seen, None, _("Thiếu địa danh và thời gian ban hành văn bản."))


def _perhaps(seen: Observed) -> list[Piece]:
    """A line of the right column that begins like a date and was not known as one."""
    main = seen.main
    unknown = [p for p in main.header.right if not p.sure and not p.slug]
    return [p for p in unknown if _DAYLIKE.search(p.text) and not main.all("dia_danh_ngay")]


def _lacks(seen: Observed) -> bool:
    main = seen.main
    there = main.kind != "van-ban" or main.all("dia_danh_ngay")
    return not there and requires(seen, "ngay") and not seen.view(unclear)


def impossible(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """A day that no calendar has."""
    for piece in seen.pieces("dia_danh_ngay"):
        found = _DAY.search(piece.text) or _NUMERIC.search(piece.text)
        if found and not _exists(int(found["y"]), int(found["m"]), int(found["d"])):
            told = _("Không có ngày {d}/{m}/{y}.").format(d=found["d"], m=found["m"], y=found["y"])
            yield tell(rule, seen, piece, told)


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def spelling(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """A place with small first letters, in capitals, or without the comma behind it."""
    for piece in seen.pieces("dia_danh_ngay"):
        found = _PLACE.match(piece.shown)
        if not found or _BLANK.search(found["place"]):
            continue
        place = found["place"]
        if found["joint"].strip() != ",":
            told = _("Sau địa danh «{place}» phải có dấu phẩy.").format(place=place)
            yield tell(rule, seen, piece, told)
        if any(map(_is_small, place.split())) or _is_shouted(place):
            told = _("Địa danh «{place}» phải viết hoa chữ cái đầu của mỗi âm tiết.")
            yield tell(rule, seen, piece, told.format(place=place))


def _is_small(word: str) -> bool:
    return word[0].islower() and word.lower() not in _UNITS and word not in _DASHES


def _is_shouted(place: str) -> bool:
    """Whether a whole name is in capitals; short ones may be abbreviations, told elsewhere."""
    return place.isupper() and len(place) > 5 and " " in place and "." not in place


def level(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """A date that is not on the line of the number."""
    for part in seen.found.parts:
        number, day = part.one("so_ky_hieu"), part.one("dia_danh_ngay")
        if number and day and number.sure and day.sure and _apart(part, number, day):
            told = _("Địa danh, ngày tháng năm không cùng dòng với số, ký hiệu.")
            yield tell(rule, seen, day, told)


def _apart(part: Part, number: Piece, day: Piece) -> bool:
    one, other = number.paragraph.place, day.paragraph.place
    if part.header.kind == "table":
        table = len(one) >= 4 and len(other) >= 4 and one[0] == other[0]
        return table and one[1] != other[1]
    if part.header.kind in ("tabs", "spaces"):
        return one != other
    return False


def centred(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """A date that is not centred under Quốc hiệu, or in the left column."""
    for part in seen.found.parts:
        piece = part.one("dia_danh_ngay")
        if piece and piece.sure and part.kind in ("van-ban", "ban-sao"):
            yield from _centred(rule, seen, part, piece)


def _centred(rule: Rule, seen: Observed, part: Part, piece: Piece) -> Iterator[Finding]:
    if any(piece is other for other in part.header.left):
        told = _("Địa danh, ngày tháng năm ở cột trái; phải ở dưới Quốc hiệu.")
        yield tell(rule, seen, piece, told)
    elif alone(piece) and part.header.kind in ("table", "boxes"):
        for fault in faults(seen, piece, ["canh"]):
            message = _("{name}: {faults}.").format(name=seen.name(piece.slug), faults=fault.told)
            yield tell(rule, seen, piece, message, fix=mending(fault.formats))
