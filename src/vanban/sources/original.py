r"""The bytes of a source file under the text that was read from them, so that edits keep them.

Reading drops the byte order mark, writes "\n" for every line end, composes letters and makes
odd spaces at margins plain. An edit is told in the offsets of the text that was read; here it
is made in the file as it is, and everything that no edit touches stays byte by byte.
"""

from __future__ import annotations

import unicodedata
from codecs import BOM_UTF8
from collections.abc import Iterator, Sequence

from vanban.findings import Edit
from vanban.sources.encoding import decode_utf8
from vanban.viet.text import nfc


def edited(data: bytes, read: str, edits: Sequence[Edit], path: str = "") -> bytes:
    r"""The bytes of a file with edits made in them.

    Args:
        data: the bytes of the file.
        read: the text that was read from them, in which the edits count.
        edits: in their order, none overlapping another.
        path: the file, for messages.

    Raises:
        ValueError: the text was not read from these bytes, or an edit stands between letters
            that are one in the file.
        SourceError: as when reading.

    >>> edited(b"so: 5\r\n", "so: 5\n", [Edit(4, 5, "6")])
    b'so: 6\r\n'
    """
    raw = decode_utf8(data, path)
    at = _offsets(raw, read)
    newline = "\r\n" if "\r\n" in raw else "\n"
    parts: list[str] = []
    last = 0
    for edit in edits:
        if at[edit.start] < 0 or at[edit.end] < 0:
            raise ValueError("an edit stands between letters that were composed together")
        parts += [raw[last : at[edit.start]], edit.text.replace("\n", newline)]
        last = at[edit.end]
    bom = BOM_UTF8 if data.startswith(BOM_UTF8) else b""
    return bom + "".join([*parts, raw[last:]]).encode()


def _offsets(raw: str, read: str) -> Sequence[int]:
    """For each offset of the text that was read, and its end, the offset in the raw text.

    An offset between letters that reading composed together has none: -1.
    """
    if raw == read:
        return range(len(raw) + 1)
    found: list[int] = []
    at = len(raw) - len(raw.removeprefix("\ufeff"))
    for piece in _pieces(raw[at:]):
        found += [at, *[-1] * (len("\n" if piece[0] == "\r" else nfc(piece)) - 1)]
        at += len(piece)
    if len(found) != len(read):
        raise ValueError("the text was not read from these bytes")
    return [*found, len(raw)]


def _pieces(raw: str) -> Iterator[str]:
    """The text in pieces that reading changes by themselves: letters with their marks, CR LF."""
    begin = 0
    for at in range(1, len(raw) + 1):
        last, following = raw[at - 1], raw[at : at + 1]
        if last == "\r" and following == "\n":
            continue
        if following and unicodedata.combining(following) and last not in "\r\n":
            continue
        yield raw[begin:at]
        begin = at
