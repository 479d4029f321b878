"""What drafting gathers: where each part of the document comes from, what found no place."""

from __future__ import annotations

from msgspec import Struct, field

from vanban.layout.paragraph import Paragraph
from vanban.layout.recognized import Piece
from vanban.model.origin import Path


class Left(Struct, frozen=True):
    """A place of the .docx that is not, or not wholly, in the document.

    Attributes:
        paragraph: where it is.
        reason: why, in Vietnamese.
        text: the text that is not in the document; "" when only a look is lost.
    """

    paragraph: Paragraph
    reason: str
    text: str = ""


class State(Struct):
    """Grows while a document is drafted; ``parts`` are those that are in it."""

    places: dict[Path, Piece] = field(default_factory=dict)
    left: list[Left] = field(default_factory=list)
    parts: set[int] = field(default_factory=set)

    def leave(self, paragraph: Paragraph, reason: str, text: str = "") -> None:
        """Tell what found no place."""
        self.left.append(Left(paragraph, reason, text))
