"""Which characters a font has: the table ``cmap`` of TrueType and OpenType files.

Formats 4 and 12 of its Unicode subtables, which all fonts with Vietnamese letters have.
Offsets are in bytes, numbers big-endian (ISO/IEC 14496-22, 5.2.1).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from struct import unpack_from

_UNICODE = frozenset([(0, n) for n in (0, 1, 2, 3, 4, 6)] + [(3, 1), (3, 10)])
"""The platform and the encoding of subtables whose characters are those of Unicode."""

_COLLECTION = b"ttcf"


def lacking(font: bytes, characters: str, index: int = 0) -> str:
    """Those of some characters that a font has no glyph for.

    Args:
        font: the content of a .ttf, .otf or .ttc file.
        characters: what to look for.
        index: which font of a collection (.ttc).

    Raises:
        ValueError: it is no font, or has no table of Unicode characters.
    """
    try:
        tables = tuple(_subtables(font, _cmap(font, index)))
        if not tables:
            raise ValueError("no Unicode cmap of format 4 or 12")
        return "".join(c for c in characters if not _has(font, tables, ord(c)))
    except struct.error as error:
        raise ValueError(f"damaged font: {error}") from None


def _cmap(font: bytes, index: int) -> int:
    """The offset of the table ``cmap``."""
    start = 0
    if font[:4] == _COLLECTION:
        (count,) = unpack_from(">I", font, 8)
        if index >= count:
            raise ValueError("no such font in the collection")
        (start,) = unpack_from(">I", font, 12 + 4 * index)
    (count,) = unpack_from(">H", font, start + 4)
    for entry in range(start + 12, start + 12 + 16 * count, 16):
        tag, _sum, offset, _length = unpack_from(">4sIII", font, entry)
        if tag == b"cmap":
            return int(offset)
    raise ValueError("no table cmap")


def _subtables(font: bytes, cmap: int) -> Iterator[tuple[int, int]]:
    """The format and the offset of each subtable that can be read."""
    (count,) = unpack_from(">H", font, cmap + 2)
    for entry in range(cmap + 4, cmap + 4 + 8 * count, 8):
        platform, encoding, offset = unpack_from(">HHI", font, entry)
        (form,) = unpack_from(">H", font, cmap + offset)
        if (platform, encoding) in _UNICODE and form in (4, 12):
            yield form, cmap + offset


def _has(font: bytes, tables: tuple[tuple[int, int], ...], code: int) -> bool:
    return any(
        _segment_glyph(font, offset, code) if form == 4 else _group_glyph(font, offset, code)
        for form, offset in tables
    )


def _segment_glyph(font: bytes, table: int, code: int) -> int:
    """The glyph of a character in a table of format 4; 0: none."""
    (double,) = unpack_from(">H", font, table + 6)  # twice the number of segments
    ends, starts = table + 14, table + 16 + double
    for at in range(0, double, 2):
        (end,) = unpack_from(">H", font, ends + at)
        if code > end:
            continue
        (start,) = unpack_from(">H", font, starts + at)
        (delta,) = unpack_from(">H", font, starts + double + at)
        (shift,) = unpack_from(">H", font, starts + 2 * double + at)
        if code < start:
            return 0
        if not shift:
            return int(code + delta) & 0xFFFF
        where = starts + 2 * double + at + shift + 2 * (code - start)
        (glyph,) = unpack_from(">H", font, where)
        return (int(glyph) + int(delta)) & 0xFFFF if glyph else 0
    return 0


def _group_glyph(font: bytes, table: int, code: int) -> int:
    """The glyph of a character in a table of format 12; 0: none."""
    (count,) = unpack_from(">I", font, table + 12)
    for at in range(table + 16, table + 16 + 12 * count, 12):
        start, end, glyph = unpack_from(">III", font, at)
        if start <= code <= end:
            return int(glyph) + code - int(start)
    return 0
