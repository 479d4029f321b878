"""The items of a batch in a file: written once, read in ranges by whoever works on them.

A table of 50,000 rows is never in memory, and other processes need no more than a place in
the file.
"""

from __future__ import annotations

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
        first, count: the place of the first among all, from 0, and how many there are.
        offset, length: the bytes of the file that hold them.
    """

    first: int
    count: int
    offset: int
    length: int


class Spool(Struct, frozen=True):
    """A spooled file and the ranges into which it is cut."""

    path: str
    ranges: tuple[Range, ...]

    @property
    def count(self) -> int:
        """The number of items."""
        return sum(each.count for each in self.ranges)

    def joined(self, size: int) -> Iterator[Range]:
        """The ranges, those that follow each other joined up to a number of items."""
        held: Range | None = None
        for each in self.ranges:
            if held and held.count + each.count <= size:
                length = held.length + each.length
                held = Range(held.first, held.count + each.count, held.offset, length)
                continue
            if held:
                yield held
            held = each
        if held:
            yield held


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
    ranges: list[Range] = []
    with path.open("wb") as stream:
        offset = count = first = length = 0
        for item in items:
            length += stream.write(_ENCODER.encode(item) + b"\n")
            count += 1
            if count == size:
                ranges.append(Range(first, count, offset, length))
                first, offset, count, length = first + count, offset + length, 0, 0
        if count:
            ranges.append(Range(first, count, offset, length))
    return Spool(str(path), tuple(ranges))


def read(path: str, part: Range) -> list[Item]:
    """The items of a range."""
    with open(path, "rb") as stream:
        stream.seek(part.offset)
        lines = stream.read(part.length).splitlines()
    return [_DECODER.decode(line) for line in lines]
