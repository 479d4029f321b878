"""What is known and found while the opening of a text is read, and where reading stands."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field

from vanban.layout.recognized import Piece
from vanban.layout.table import Table
from vanban.model.marks import find
from vanban.model.open_items import OpenItems
from vanban.word.recognize import words
from vanban.word.recognize.names import Names
from vanban.word.recognize.spans import Span
from vanban.word.recognize.state import Notes

Item = Span | Table
LONGEST_SUBJECT = 500
SHORT = 120
DECISIONS = frozenset({"mau-1.1", "mau-1.2"})
"""The forms that have an authority above their căn cứ."""


class Opening(Struct):
    """What was found so far.

    Attributes:
        pieces: in reading order.
        at: index of the item where the text begins.
        title: the line with the name of the type.
        telegram: whether a công điện names its receivers.
    """

    pieces: list[Piece] = field(default_factory=list)
    at: int = 0
    title: Span | None = None
    telegram: bool = False

    def has(self, *slugs: str) -> bool:
        """Whether a piece with one of these slugs was found."""
        return any(piece.slug in slugs for piece in self.pieces)


class Around(Struct, frozen=True):
    """What is known before the opening is read.

    Attributes:
        names: the types.
        official: whether there is a head with a number or Quốc hiệu.
        letter: whether the head is that of a công văn (it has V/v).
        personal: whether the head is a letter's: a date, but no Quốc hiệu and no number.
        appendix: whether the part is an appendix.
    """

    names: Names
    official: bool
    letter: bool = False
    personal: bool = False
    appendix: bool = False


class Walk:
    """Walks over the items of an opening; ``out.at`` is the next one, ``form`` that of the type."""

    def __init__(self, items: Sequence[Item], around: Around, note: Notes) -> None:
        self.items, self.around, self.note = items, around, note
        self.out = Opening()
        self.form = ""

    def span(self, ahead: int = 0) -> Span | None:
        """The next line; None at a table or the end."""
        at = self.out.at + ahead
        item = self.items[at] if at < len(self.items) else None
        return item if isinstance(item, Span) else None

    @staticmethod
    def is_marked(span: Span) -> bool:
        """Whether a line has a number, a letter or a dash before it, typed or made by Word."""
        return bool(span.paragraph.number) or bool(find(span.text, OpenItems()))

    def take(
        self, span: Span, slug: str, *, sure: bool = True, role: str = "", text_start: int = 0
    ) -> bool:
        """Take the next line as a piece; True."""
        self.out.pieces.append(span.piece(slug, sure=sure, role=role, text_start=text_start))
        self.out.at += 1
        return True


def begins_other(text: str) -> bool:
    """Whether a line begins a component that is known by its words."""
    return bool(
        words.ADDRESSEES.match(text)
        or words.ISSUED_WITH.match(text)
        or words.CONTENTS.match(text)
        or (words.is_deciding(text) and not find(text, OpenItems()))
    )
