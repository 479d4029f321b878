"""The items of a batch in a file: written once, read in ranges by whoever works on them.

A table of 50,000 rows is never in memory, and other processes need no more than a place in
the file.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec
from msgspec import Struct

from vanban import outputs
from vanban.batch.jobs import Item
from vanban.errors import OutputError
from vanban.location import Place
from vanban.messages import _

SMALLEST = 5
"""So many items are handed out together at least, where there are more."""

_ENCODER = msgspec.json.Encoder()
_DECODER = msgspec.json.Decoder(Item)


class Range(Struct, frozen=True):
    """Some items that follow each other.

    Attributes:
        count: how many there are.
        offset, length: the bytes of the file that hold them.
    """

    count: int
    offset: int
    length: int


class Spool(Struct, frozen=True):
    """A spooled file.

    Attributes:
        path: the file.
        count: the number of items.
        size: how many of them follow each start; the last one may have fewer.
        starts: places in the file, its end the last: eight bytes each, for there may be many.
    """

    path: str
    count: int
    size: int
    starts: array[int]

    def joined(self, size: int) -> Iterator[Range]:
        """Ranges of so many items; of the smallest size at least."""
        step = max(1, size // self.size)
        for at in range(0, len(self.starts) - 1, step):
            end = min(at + step, len(self.starts) - 1)
            count = min(end * self.size, self.count) - at * self.size
            yield Range(count, self.starts[at], self.starts[end] - self.starts[at])


def write(path: Path, items: Iterable[Item], size: int = SMALLEST) -> Spool:
    """Write items into a file, cut into ranges of a size.

    Args:
        path: the file, which is empty.
        items: the items, taken one at a time.
        size: how many items a range has.

    Raises:
        OutputError: the file cannot be written.
    """
    try:
        return _write(path, items, size)
    except OSError as error:
        raise OutputError.at(
            _("Không ghi được tệp tạm: {reason}.").format(reason=outputs.cause(error)),
            Place(str(path)),
            _("Xóa bớt tệp, hoặc đặt biến TMPDIR (Windows: TEMP) là thư mục ghi được."),
        ) from None


def _write(path: Path, items: Iterable[Item], size: int) -> Spool:
    starts = array("Q", [0])
    with path.open("wb") as stream:
        count = end = 0
        for item in items:
            end += stream.write(_ENCODER.encode(item) + b"\n")
            count += 1
            if count % size == 0:
                starts.append(end)
    if count % size:
        starts.append(end)
    return Spool(str(path), count, size, starts)


def read(path: str, part: Range) -> list[Item]:
    """The items of a range."""
    with open(path, "rb") as stream:
        stream.seek(part.offset)
        lines = stream.read(part.length).splitlines()
    return [_DECODER.decode(line) for line in lines]
