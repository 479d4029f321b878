"""Source data with its places: text, lists, records. YAML, JSON, --set and tables make these.

Scalars stay text: ``08``, ``12:30``, ``no`` and ``0912345678`` are what was typed.
"""

from __future__ import annotations

from msgspec import Struct

from vanban.location import Place
from vanban.model.origin import Segment, Span


class Scalar(Struct, frozen=True):
    """A text value.

    Attributes:
        value: the text; NFC.
        span: where each of its lines stands.
        style: "plain", "quoted", "block" (literal or folded) or "json".
        absent: nothing was written (``so:``, JSON null), so the field counts as left out.
    """

    value: str
    span: Span
    style: str = "plain"
    absent: bool = False

    @property
    def place(self) -> Place:
        """Where the value begins."""
        return self.span.place()


class Items(Struct, frozen=True):
    """A list; ``flow`` when written in brackets."""

    items: tuple[Node, ...]
    place: Place
    flow: bool = False


class Pairs(Struct, frozen=True):
    """A record: keys as typed with their values, each key once (after folding too)."""

    pairs: tuple[tuple[Scalar, Node], ...]
    place: Place


Node = Scalar | Items | Pairs


def scalar(text: str, path: str, line: int = 1, column: int = 1) -> Scalar:
    """A value made by a program or the command line, at a nominal place."""
    return Scalar(text, Span(path, (Segment(0, line, column, 0),), exact=False), "quoted")
