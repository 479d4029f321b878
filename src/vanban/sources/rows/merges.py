"""Merged cells: they stand behind the rows of a sheet, so they are looked for without parsing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO

from vanban.sources.rows.grid import Area
from vanban.sources.rows.sheet_xml import column_index
from vanban.sources.rows.xml_stream import CHUNK

_LONGEST = 400
"""No tag for merged cells has more bytes."""
_TAG = re.compile(
    rb"<(?:\w+:)?mergeCell\s[^<>]*?ref\s*=\s*[\"']([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})"
)


def areas(stream: IO[bytes]) -> Iterator[Area]:
    """The merged cells of a sheet, in the order of the file."""
    rest = b""
    while chunk := stream.read(CHUNK):
        data, end = rest + chunk, 0
        if b"mergeCell" in data:
            for found in _TAG.finditer(data):
                end = found.end()
                yield _area(*found.groups())
        rest = data[max(end, len(data) - _LONGEST) :]


def _area(left: bytes, top: bytes, right: bytes, bottom: bytes) -> Area:
    columns = column_index(left.decode()), column_index(right.decode())
    return Area(int(top), columns[0], int(bottom), columns[1])
