"""Notes at the foot of a page or the end of the text, and comments in the margin."""

from __future__ import annotations

from msgspec import Struct

from vanban.layout.marks import NoteKind
from vanban.layout.paragraph import Paragraph
from vanban.layout.table import Block, joined, paragraphs


class Footnote(Struct, frozen=True):
    """A footnote or endnote; ``number`` counts its kind from 1 in the order of references."""

    number: int
    blocks: tuple[Block, ...]
    kind: NoteKind = "footnote"

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Its paragraphs, those in tables too."""
        return tuple(paragraphs(self.blocks))

    @property
    def text(self) -> str:
        """The texts of its paragraphs, one a line, without the mark in front."""
        return joined(self.blocks).strip()


class Comment(Struct, frozen=True):
    """A comment.

    Attributes:
        id: as paragraphs name it.
        author, date: as the file gives them ("2026-11-20T08:00:00Z"); None when it does not.
        text: one paragraph a line.
    """

    id: str
    author: str | None
    date: str | None
    text: str
