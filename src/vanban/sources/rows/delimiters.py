"""What stands between the cells of a CSV file, told by its first records."""

from __future__ import annotations

import csv
import re
from collections import Counter
from itertools import islice
from pathlib import Path
from typing import TextIO

from vanban.patterns import later

_SIGNS = ";\t,"
"""In the order in which they are preferred."""
_SEEN, _HEAD = 20, 1 << 16
"""So many records in so many characters are looked at."""
_TOLD = later(r"\"?sep=(.)\"?(?:\r\n|\n|\r)", re.IGNORECASE)


def delimiter(stream: TextIO, path: str) -> tuple[str, int]:
    """The sign between cells and the line where the records begin, to which the stream goes.

    A first line ``sep=;`` tells the sign to Excel, and to us.
    """
    head = stream.read(_HEAD)
    stream.seek(0)
    if told := _TOLD.match(head):
        stream.readline()
        return told[1], 2
    if Path(path).suffix.lower() == ".tsv":
        return "\t", 1
    return max(_SIGNS, key=lambda sign: _fit(head, sign)), 1


def _fit(head: str, sign: str) -> tuple[int, int]:
    """How well a sign cuts the first records into cells; (0, 0): not at all.

    Counted are the records that have the commonest number of cells. The sign has to stand in
    the first record; below titles without it, three columns are evidence enough.
    """
    widths = _widths(head, sign)
    width, count = max(Counter(widths).items(), key=lambda item: (item[1], item[0]))
    if width < 2 or (widths[0] < 2 and width < 3):
        return 0, 0
    return count, width


def _widths(head: str, sign: str) -> list[int]:
    """The number of cells of each of the first records."""
    records = csv.reader(head.splitlines(keepends=True), delimiter=sign)
    try:
        return [len(record) for record in islice(records, _SEEN) if any(record)] or [0]
    except csv.Error:
        return [0]
