"""Places in a source file, as editors count them."""

from msgspec import Struct


class Place(Struct, frozen=True):
    """A place that a message points to.

    ``line`` and ``column`` are 1-based, the column counted in characters; ``None`` means
    that the whole file (or the whole line) is meant. ``path`` is the path as the user gave
    it, ``-`` for standard input, ``--set so`` for a field set on the command line.

    >>> str(Place("a.yaml", 3, 7)), str(Place("a.yaml"))
    ('a.yaml:3:7', 'a.yaml')
    """

    path: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        numbers = (self.line, self.column if self.line else None)
        return ":".join([self.path, *(str(n) for n in numbers if n is not None)])
