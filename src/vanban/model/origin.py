"""Where the parts of a document came from, and what reading changed in them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from msgspec import Struct, field

from vanban.location import Place

Path = tuple[str | int, ...]


class Segment(Struct, frozen=True):
    """A stretch of text that stands in the source as it stands in the model.

    ``at`` is its offset in the text, ``line`` and ``column`` (1-based) and ``offset``
    (0-based, in the whole source) say where it begins there. Line 0: nobody knows.
    """

    at: int
    line: int
    column: int
    offset: int


class Span(Struct, frozen=True, dict=True):
    """The source of one text: the file, and a segment for each of its lines.

    ``exact`` tells whether every character of the text can be found in the source, which
    is what an edit needs; if not, places are those of the nearest beginning.
    """

    path: str
    segments: tuple[Segment, ...]
    exact: bool = True

    def segment(self, offset: int) -> Segment:
        """The segment that holds a text offset."""
        return self.segments[self._index(offset)]

    def place(self, offset: int = 0) -> Place:
        """The place of a text offset; where the span is not exact, of its line's beginning."""
        found = self.segment(offset)
        if not found.line:
            return Place(self.path)
        column = found.column + (offset - found.at if self.exact else 0)
        return Place(self.path, found.line, column)

    def source_offset(self, offset: int) -> int | None:
        """The offset in the source of a text offset; None when the span is not exact."""
        if not self.exact:
            return None
        found = self.segment(offset)
        return found.offset + offset - found.at

    def shifted(self, start: int, end: int | None = None) -> Span:
        """The span of the text from ``start`` to ``end`` of this one; None: to its end."""
        length = None if end is None else end - start
        return Span(self.path, tuple(self._cut(0, start, length)), self.exact)

    def assembled(self, stretches: Iterable[tuple[int, int, int]]) -> Span:
        """The span of a text put together from stretches of this one, at least one.

        Each is: offset in the new text, offset in this one, number of characters.
        """
        cut: list[Segment] = []
        for stretch in stretches:
            cut += self._cut(*stretch)
        return Span(self.path, tuple(cut), self.exact)

    def _cut(self, at: int, start: int, length: int | None) -> list[Segment]:
        """The segments of a stretch, moved so that it begins at ``at``."""
        index = self._index(start)
        first = self.segments[index]
        skip = start - first.at if self.exact else 0
        cut = [Segment(at, first.line, first.column + skip, first.offset + skip)]
        end = None if length is None else start + length
        for number in range(index + 1, len(self.segments)):
            s = self.segments[number]
            if end is not None and s.at >= end:
                break
            cut.append(Segment(s.at - start + at, s.line, s.column, s.offset))
        return cut

    def _index(self, offset: int) -> int:
        if len(self.segments) == 1:
            return 0
        return max(bisect_right(self._begins, offset) - 1, 0)

    @cached_property
    def _begins(self) -> list[int]:
        return [segment.at for segment in self.segments]


class Origin(Struct):
    """Where each path of a document stands in its source.

    ``source`` is the text that was read (NFC), in which the offsets count; None for a
    document that a program built.
    """

    path: str = ""
    source: str | None = None
    spans: dict[Path, Span] = field(default_factory=dict)

    def span(self, path: Sequence[str | int]) -> Span | None:
        """The span of a path, or of the nearest path around it; None when nothing is known."""
        for end in range(len(path), -1, -1):
            span = self.spans.get(tuple(path[:end]))
            if span:
                return span
        return None

    def elsewhere(self, path: Sequence[str | int]) -> bool:
        """Whether a path stands in another file than the document: its office profile."""
        place = self.place(path)
        return bool(place and self.path and place.path != self.path)

    def place(self, path: Sequence[str | int], offset: int = 0) -> Place | None:
        """The place of a text offset inside a path; None for a document without a file."""
        span = self.span(path)
        if span is None:
            return Place(self.path) if self.path else None
        exact = tuple(path) in self.spans
        return span.place(offset if exact else 0)


class Note(Struct, frozen=True):
    """Something that reading changed or noticed, for rules to tell.

    Attributes:
        kind: what it was: "nfd", "dinh-lien" (mark without a space), "dau-dong" (another
            bullet), "kieu-dau" (another form of mark), "noi-dong" (a line that goes on),
            "cat-phay" (a comma split an item), "cat-chu-thich" (# cut a value), "nbsp".
        place: where in the source.
        quote: the words concerned.
        path: the part of the document; empty for the file.
    """

    kind: str
    place: Place
    quote: str = ""
    path: Path = ()


Notes = tuple[Note, ...]


def of_kind(notes: Notes, *kinds: str) -> Iterator[Note]:
    """The notes of some kinds, in order."""
    return (note for note in notes if note.kind in kinds)
