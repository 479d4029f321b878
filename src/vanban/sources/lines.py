"""The lines of a body, each knowing where its characters stand in the source text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

BLANKS = " \t\u00a0\u2007\u202f\u2002\u2003\u2009\u3000\u200b\ufeff"
"""What may stand around a line and is no part of it."""

Stretch = tuple[int, int, int]
"""Characters that stand together: offset in a text, offset where they come from, how many."""


class Line(Struct, frozen=True):
    """A line without the blanks around it.

    ``pieces`` are pairs (offset in ``text``, offset in the body), one for each source line
    that was joined into it; ``indent`` is the number of blanks before it.
    """

    text: str
    pieces: tuple[tuple[int, int], ...]
    indent: int = 0

    def at(self, offset: int) -> int:
        """The offset in the body of an offset in this line."""
        index = bisect_right(self.pieces, offset, key=_begin) - 1 if len(self.pieces) > 1 else 0
        begin, source = self.pieces[max(index, 0)]
        return source + offset - begin

    def stretches(self, start: int, end: int) -> Iterator[Stretch]:
        """Where the text from ``start`` to ``end`` stands in the body."""
        if len(self.pieces) == 1:
            return iter(((0, self.at(start), end - start),))
        first = bisect_right(self.pieces, start, key=_begin)
        last = bisect_left(self.pieces, end, key=_begin)
        begins = [start, *(begin for begin, _source in self.pieces[first:last]), end]
        return ((b - start, self.at(b), e - b) for b, e in pairwise(begins))


def _begin(piece: tuple[int, int]) -> int:
    return piece[0]


def read(body: str) -> Iterator[Line]:
    """The lines of a body that are not blank; a trailing backslash joins the next line.

    >>> [line.text for line in read("Một \\\\\\n hai\\n\\nba")]
    ['Một hai', 'ba']
    """
    parts: list[Line] = []
    offset = 0
    for raw in body.split("\n"):
        line = _line(raw, offset)
        offset += len(raw) + 1
        if _goes_on(line.text):
            parts.append(Line(line.text[:-1].rstrip(BLANKS), line.pieces, line.indent))
        elif line.text:
            yield join((*parts, line))
            parts = []
    if any(part.text for part in parts):
        yield join(parts)


def join(parts: Sequence[Line]) -> Line:
    """One line out of several, with a space between each and the next."""
    if len(parts) == 1:
        return parts[0]
    texts: list[str] = []
    pieces: list[tuple[int, int]] = []
    length = 0
    for part in parts:
        if part.text:
            length += 1 if texts else 0
            pieces += ((length + begin, source) for begin, source in part.pieces)
            texts.append(part.text)
            length += len(part.text)
    return Line(" ".join(texts), tuple(pieces) or parts[0].pieces, parts[0].indent)


def _line(raw: str, offset: int) -> Line:
    start = len(raw) - len(raw.lstrip(BLANKS))
    return Line(raw.strip(BLANKS), ((0, offset + start),), start)


def _goes_on(text: str) -> bool:
    backslashes = len(text) - len(text.rstrip("\\"))
    return backslashes % 2 == 1
