"""Which letters a font lacks: fonts made for the test, of both formats, and a collection."""

from __future__ import annotations

import struct
from io import BytesIO

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.ttLib import TTCollection, TTFont
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

from vanban.pdf import cmap

LETTERS = "aăâAĂÂđĐ₫"
BEYOND = "\U0001f600"


def font(letters: str, *formats: int) -> TTFont:
    """A font that has these letters, in subtables of these formats."""
    names = {ord(letter): f"g{number}" for number, letter in enumerate(letters)}
    builder = FontBuilder(1000)
    builder.setupGlyphOrder([".notdef", *names.values()])
    builder.setupCharacterMap({})
    table = builder.font["cmap"]
    table.tables = [subtable(form, names) for form in formats]
    return builder.font


def subtable(form: int, names: dict[int, str]) -> CmapSubtable:
    made = CmapSubtable.newSubtable(form)
    made.platformID, made.platEncID, made.language = 3, 10 if form == 12 else 1, 0
    made.cmap = names if form == 12 else {c: n for c, n in names.items() if c < 0x10000}
    return made


def packed(made: TTFont | TTCollection) -> bytes:
    out = BytesIO()
    made.save(out)
    return out.getvalue()


@pytest.mark.parametrize("form", [4, 12])
def test_the_letters_that_are_not_there_are_found(form: int) -> None:
    assert cmap.lacking(packed(font(LETTERS, form)), f"{LETTERS}ếỘ") == "ếỘ"


def test_letters_beyond_the_first_plane_stand_in_format_12() -> None:
    assert cmap.lacking(packed(font(LETTERS + BEYOND, 4, 12)), LETTERS + BEYOND) == ""
    assert cmap.lacking(packed(font(LETTERS + BEYOND, 4)), LETTERS + BEYOND) == BEYOND


def test_a_font_in_a_collection_is_chosen_by_its_index() -> None:
    both = TTCollection()
    both.fonts = [font("ab", 4), font(LETTERS, 4)]
    data = packed(both)
    assert cmap.lacking(data, LETTERS, 0) == LETTERS[1:]
    assert cmap.lacking(data, LETTERS, 1) == ""
    with pytest.raises(ValueError, match="no such font"):
        cmap.lacking(data, LETTERS, 2)


def test_glyphs_that_are_listed_one_by_one_are_found() -> None:
    """Format 4 with an offset into the list of glyphs, where 0 is no glyph."""
    head = struct.pack(">HHHHHHH", 4, 0, 0, 4, 0, 0, 0)
    ends, starts = struct.pack(">HHH", ord("c"), 0xFFFF, 0), struct.pack(">HH", ord("a"), 0xFFFF)
    deltas, offsets = struct.pack(">HH", 0, 1), struct.pack(">HH", 4, 0)
    table = head + ends + starts + deltas + offsets + struct.pack(">HHH", 5, 0, 7)
    index = struct.pack(">HHHHI", 0, 1, 3, 1, 12)
    data = struct.pack(">IHHHH", 0x10000, 1, 0, 0, 0)
    data += struct.pack(">4sIII", b"cmap", 0, 28, len(index + table)) + index + table
    assert cmap.lacking(data, "abcd") == "bd"


@pytest.mark.parametrize("data", [b"", b"abc", b"ttcf", packed(font("ab", 4))[:150]])
def test_what_is_no_font_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"font|cmap"):
        cmap.lacking(data, LETTERS)


def test_a_font_without_a_unicode_table_is_refused() -> None:
    with pytest.raises(ValueError, match="no Unicode cmap"):
        cmap.lacking(packed(font("ab")), "ab")
