"""A whole .docx as it was observed, and the names of all that is observed in it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from vanban.layout.paragraph import Alignment, Paragraph, Run
from vanban.layout.section import Section
from vanban.layout.table import Block, Cell, Row, Table, joined, paragraphs

__all__ = [
    "Layout",
    "Block",
    "Paragraph",
    "Run",
    "Alignment",
    "Table",
    "Row",
    "Cell",
    "Section",
    "Footnote",
]


class Footnote(Struct, frozen=True):
    """A footnote; ``number`` counts from 1 in the order in which the text refers to notes."""

    number: int
    paragraphs: tuple[Paragraph, ...]

    @property
    def text(self) -> str:
        """The texts of its paragraphs, one a line, without the mark in front."""
        return joined(self.paragraphs).strip()


class Layout(Struct, frozen=True):
    """What was observed in a .docx.

    Attributes:
        blocks: the paragraphs and tables of the body, in order.
        sections: in order; empty when the file has no page settings at all.
        footnotes: those that the text refers to, by number; a note that is missing from the
            file is missing here.
        headers: the paragraphs of the headers in use, each header once.
        title: the title in the properties of the file; None when there is none.
        language: of text whose runs say nothing else ("vi-VN"); None when not set.
    """

    blocks: tuple[Block, ...]
    sections: tuple[Section, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    headers: tuple[Paragraph, ...] = ()
    title: str | None = None
    language: str | None = None

    def paragraphs(self) -> Iterator[Paragraph]:
        """All paragraphs of the body in reading order, those in tables too."""
        return paragraphs(self.blocks)

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables of the body, without those inside cells."""
        return tuple(block for block in self.blocks if isinstance(block, Table))

    @property
    def text(self) -> str:
        """The texts of the body's paragraphs, one a line; footnotes are not in it."""
        return joined(self.blocks)
