"""What a picture file says of itself: reading refuses what the writer could not place."""

from __future__ import annotations

import struct

PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_FRAMES = range(0xC0, 0xC4)
_ALONE = (0x01, *range(0xD0, 0xD8))  # markers without a length


def pixels(data: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG or JPEG from its header; None when it tells no real size.

    >>> pixels(PNG + b"\\0\\0\\0\\rIHDR" + b"\\0\\0\\0\\x20" + b"\\0\\0\\0\\x10")
    (32, 16)
    """
    if data.startswith(PNG):
        size = data[16:24] if data[12:16] == b"IHDR" else b""
        return _real(struct.unpack(">LL", size)) if len(size) == 8 else None
    return _jpeg(data) if data.startswith(JPEG) else None


def _jpeg(data: bytes) -> tuple[int, int] | None:
    """Walk the segments up to the frame header, which holds height and width."""
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker in _FRAMES:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return _real((width, height))
        if marker == 0xFF:  # filling
            at += 1
        elif marker in _ALONE:
            at += 2
        else:
            at += 2 + max(2, int.from_bytes(data[at + 2 : at + 4], "big"))
    return None


def _real(size: tuple[int, ...]) -> tuple[int, int] | None:
    width, height = size
    return (width, height) if width and height else None
