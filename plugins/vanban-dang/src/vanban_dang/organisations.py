"""What a Party organisation is, told by the name that stands at the head of its documents."""

from __future__ import annotations

import re

from vanban import VanBan
from vanban.viet.text import words_of

_COMMITTEE = re.compile(
    r"(?:tỉnh ủy|thành ủy|đảng ủy|chi bộ|ban (?:chấp hành|thường vụ)|ủy ban kiểm tra)\b"
)
_COMMUNE = r"(?:xã|phường|đặc khu)"
_UNDER_A_COMMUNE = re.compile(rf"đảng bộ {_COMMUNE}\b")
_UNITS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?:tỉnh ủy|thành ủy) (?:tỉnh |thành phố )?(?P<ten>.+)",
        rf"đảng ủy {_COMMUNE} (?P<ten>.+)",
        rf"đảng bộ {_COMMUNE} (?P<ten>.+)",
    )
)

CELL, CELL_CONGRESS = "chi-bo", "dai-hoi-chi-bo"
GRASS_ROOTS, GRASS_ROOTS_STANDING = "dang-uy-co-so", "ban-thuong-vu-co-so"


def issuer(doc: VanBan) -> str:
    """The words of the name of the first issuing body; empty for none."""
    return words_of(doc.co_quan[0].ban_hanh or "") if doc.co_quan else ""


def superior(doc: VanBan) -> str:
    """The words of the name above it; empty for none."""
    return words_of(doc.co_quan[0].chu_quan or "") if doc.co_quan else ""


def is_blank(name: str) -> bool:
    """Whether a name is still to be filled in, or absent."""
    return not name or "[" in name or "…" in name


def is_collective(name: str) -> bool:
    """Whether a body decides together: a committee, a chi bộ, an ủy ban kiểm tra."""
    return _COMMITTEE.match(name) is not None


def is_cell(name: str) -> bool:
    """Whether a body is a chi bộ."""
    return name.startswith("chi bộ ")


def grade(doc: VanBan) -> str:
    """The column of the regulation's table that the issuing body falls in; empty when untold.

    Only what the names tell for sure: an "Đảng ủy" is of the grass roots when the đảng bộ of a
    commune stands above it, and acts through its ban thường vụ when that signs.
    """
    name, above = issuer(doc), superior(doc)
    if is_cell(name):
        return CELL
    if name.startswith("đại hội") and is_cell(above):
        return CELL_CONGRESS
    if name.startswith("đảng ủy ") and _UNDER_A_COMMUNE.match(above):
        return _signing_grade(doc)
    return ""


def _signing_grade(doc: VanBan) -> str:
    lines = [words_of(line) for ky in doc.ky for line in ky.quyen_han]
    if any("ban thường vụ" in line for line in lines):
        return GRASS_ROOTS_STANDING
    whole = ("ban chấp hành", "đảng ủy")
    return GRASS_ROOTS if any(name in line for line in lines for name in whole) else ""


def unit(doc: VanBan) -> str:
    """The province or commune that the body, or the one above it, is named after; else empty."""
    for name in (issuer(doc), superior(doc)):
        for pattern in _UNITS:
            found = pattern.fullmatch(name)
            if found and not is_blank(name):
                return found["ten"]
    return ""
