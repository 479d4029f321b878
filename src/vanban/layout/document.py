"""A whole .docx as it was observed, and the names of all that is observed in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from vanban.layout.border import Border, Borders
from vanban.layout.drawing import Anchor, Drawing
from vanban.layout.facts import Control, Properties, Settings
from vanban.layout.look import Look
from vanban.layout.marks import Field, ListNumber, NoteMark
from vanban.layout.notes import Comment, Footnote
from vanban.layout.paragraph import Alignment, Paragraph, Run
from vanban.layout.provenance import Provenance
from vanban.layout.section import LineNumbers, Section, Stories, Story
from vanban.layout.shape import Frame, Shape, Tab
from vanban.layout.table import Block, Cell, Row, Sides, Table, joined, paragraphs, tables

__all__ = [
    "Layout",
    "Block",
    "Paragraph",
    "Run",
    "Look",
    "Shape",
    "Provenance",
    "Alignment",
    "Tab",
    "Frame",
    "Border",
    "Borders",
    "ListNumber",
    "Field",
    "NoteMark",
    "Table",
    "Row",
    "Cell",
    "Sides",
    "Drawing",
    "Anchor",
    "Section",
    "Stories",
    "Story",
    "LineNumbers",
    "Footnote",
    "Comment",
    "Control",
    "Settings",
    "Properties",
    "joined",
    "paragraphs",
    "tables",
]


class Layout(Struct, frozen=True):
    """What was observed in a .docx.

    Attributes:
        blocks: the paragraphs and tables of the body, in order.
        sections: in order; empty when the file has no page settings at all.
        footnotes: those that the text refers to, by number; a note that is missing from the
            file is missing here.
        endnotes: the same.
        comments: all that the file has.
        controls: the content controls of all stories.
        settings, properties: what the file says of itself.
        main_part: name of the part that holds the body.
        language: of text whose runs say nothing else ("vi-VN"); None when not set.
        unread: what shows and was not understood, outside paragraphs ("altChunk"), with the
            path to it in the main part.
    """

    blocks: tuple[Block, ...]
    sections: tuple[Section, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    endnotes: tuple[Footnote, ...] = ()
    comments: tuple[Comment, ...] = ()
    controls: tuple[Control, ...] = ()
    settings: Settings = Settings()
    properties: Properties = Properties()
    main_part: str = "word/document.xml"
    language: str | None = None
    unread: tuple[tuple[str, tuple[int, ...]], ...] = ()

    def paragraphs(self) -> Iterator[Paragraph]:
        """All paragraphs of the body in reading order, those in tables too."""
        return paragraphs(self.blocks)

    def stories(self) -> Iterator[Story]:
        """The headers and footers in use, each part once."""
        found: dict[str, Story] = {}
        for section in self.sections:
            for group in (section.headers, section.footers):
                for story in (group.default, group.first, group.even):
                    found.setdefault(story.part, story)
        return (story for part, story in found.items() if part)

    def everything(self) -> Iterator[Paragraph]:
        """All paragraphs of all stories: body, headers, footers, notes, text boxes."""
        yield from _with_boxes(self.blocks)
        for story in self.stories():
            yield from _with_boxes(story.blocks)
        for note in (*self.footnotes, *self.endnotes):
            yield from _with_boxes(note.blocks)

    def boxes(self) -> Iterator[Drawing]:
        """The text boxes of the body, in order of their anchors, those in boxes too."""
        return (d for d in self.drawings() if d.blocks)

    def drawings(self) -> Iterator[Drawing]:
        """All drawings of the body, in order of their anchors, those in boxes too."""
        return (d for p in _with_boxes(self.blocks) for d in p.drawings)

    @property
    def headers(self) -> tuple[Paragraph, ...]:
        """The paragraphs of the headers in use, each header once."""
        groups = [section.headers for section in self.sections]
        used = {s.part: s for g in groups for s in (g.default, g.first, g.even)}
        return tuple(p for story in used.values() for p in story.paragraphs)

    @property
    def title(self) -> str | None:
        """The title in the properties of the file; None when there is none."""
        return self.properties.title

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables of the body, without those inside cells."""
        return tuple(block for block in self.blocks if isinstance(block, Table))

    @property
    def text(self) -> str:
        """The texts of the body's paragraphs, one a line; footnotes are not in it."""
        return joined(self.blocks)


def _with_boxes(blocks: Sequence[Block]) -> Iterator[Paragraph]:
    """All paragraphs, each followed by those of the text boxes that hang on it."""
    for paragraph in paragraphs(blocks):
        yield paragraph
        for drawing in paragraph.drawings:
            yield from _with_boxes(drawing.blocks)
