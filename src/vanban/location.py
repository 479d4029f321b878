"""Places in a file: in a source as editors count them, in a .docx by paragraph."""

from __future__ import annotations

from msgspec import Struct


class Spot(Struct, frozen=True):
    """A place inside a .docx.

    Attributes:
        part: the part of the package ("word/document.xml").
        path: to the element (``w:p``, ``w:tbl``, ``w:sectPr``): indices of child elements from
            the root of the part, as in ``layout.Paragraph.path``; () is the whole part.
        paragraph: the number of the paragraph in its part, from 1, those in cells counted too;
            None when it is about no paragraph.
        start, end: offsets in the paragraph's text; None: all of it.
    """

    part: str
    path: tuple[int, ...] = ()
    paragraph: int | None = None
    start: int | None = None
    end: int | None = None


class Place(Struct, frozen=True):
    """A place that a message points to.

    ``line`` and ``column`` are 1-based, the column counted in characters; ``None`` means
    that the whole file (or the whole line) is meant. ``path`` is the path as the user gave
    it, ``-`` for standard input, ``--set so`` for a field set on the command line. ``spot`` is
    the place inside a .docx, which has no lines.

    >>> str(Place("a.yaml", 3, 7)), str(Place("a.yaml"))
    ('a.yaml:3:7', 'a.yaml')
    """

    path: str
    line: int | None = None
    column: int | None = None
    spot: Spot | None = None

    def __str__(self) -> str:
        numbers = (self.line, self.column if self.line else None)
        return ":".join([self.path, *(str(n) for n in numbers if n is not None)])
