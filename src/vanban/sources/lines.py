"""The lines of a body, each knowing where its characters stand in the source text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

_BLANKS = " \t\u00a0\u2007\u202f\u2002\u2003\u2009\u3000\u200b\ufeff"


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the blanks around it.

    ``pieces`` are pairs (offset in ``text``, offset in the body), one for each source line
    that was joined into it; ``indented`` tells whether it began with a blank.
    """

    text: str
    pieces: tuple[tuple[int, int], ...]
    indented: bool = False

    def at(self, offset: int) -> int:
        """The offset in the body of an offset in this line."""
        begin, source = self.pieces[0]
        for begin_here, source_here in self.pieces:
            if begin_here <= offset:
                begin, source = begin_here, source_here
        return source + offset - begin


def read(body: str) -> Iterator[Line]:
    """The lines of a body that are not blank; a trailing backslash joins the next line."""
    pending: Line | None = None
    offset = 0
    for raw in body.split("\n"):
        line = _line(raw, offset)
        offset += len(raw) + 1
        if pending:
            line = _joined(pending, line)
            pending = None
        if _goes_on(line.text):
            pending = Line(line.text[:-1].rstrip(_BLANKS), line.pieces, line.indented)
        elif line.text:
            yield line
    if pending and pending.text:
        yield pending


def _line(raw: str, offset: int) -> Line:
    start = len(raw) - len(raw.lstrip(_BLANKS))
    return Line(raw.strip(_BLANKS), ((0, offset + start),), start > 0)


def _goes_on(text: str) -> bool:
    backslashes = len(text) - len(text.rstrip("\\"))
    return backslashes % 2 == 1


def _joined(first: Line, second: Line) -> Line:
    gap = f"{first.text} " if first.text else ""
    moved = tuple((at + len(gap), source) for at, source in second.pieces)
    return Line(gap + second.text, first.pieces + moved, first.indented)
