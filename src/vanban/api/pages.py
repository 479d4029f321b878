"""What a page shows, as plain data that a report can print: lines of a source, or of a .docx."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from vanban.layout.document import Block as Observed
from vanban.layout.document import Layout, Paragraph, Table
from vanban.sources.files import content

Key = tuple[str, tuple[int, ...]]
"""A part of a .docx and the path to an element in it."""


class Line(Struct, frozen=True):
    """A line of a source, or a paragraph of a .docx.

    Attributes:
        text: what it says; offsets of findings count in it.
        number: of the line, or of the paragraph in its part, from 1.
        key: where it stands in a .docx; None for a source.
        label: what stands before the text and is none: the number that Word makes.
        align: "left", "center", "right", "both".
        bold, italic: whether all of it is.
        size: points; None for a source.
        boxed: whether it stands in a text box.
    """

    text: str
    number: int
    key: Key | None = None
    label: str = ""
    align: str = "left"
    bold: bool = False
    italic: bool = False
    size: float | None = None
    boxed: bool = False


class Grid(Struct, frozen=True):
    """A table: the rows, the cells of each, the blocks of each cell.

    ``widths`` are the widths of its columns in any unit; ``spans`` how many of them each cell
    takes; ``ruled`` tells whether it has lines.
    """

    rows: tuple[tuple[tuple[Line | Grid, ...], ...], ...]
    key: Key
    widths: tuple[int, ...] = ()
    spans: tuple[tuple[int, ...], ...] = ()
    ruled: bool = False


Block = Line | Grid


class Page(Struct, frozen=True):
    """What a document shows.

    Attributes:
        blocks: its text, in order.
        around: what stands in headers, footers and notes, by the part.
        word: whether it is a .docx.
    """

    blocks: tuple[Block, ...]
    around: tuple[Line, ...] = ()
    word: bool = False


def page_of_source(text: str) -> Page:
    """The lines of a source."""
    lines = text.removesuffix("\n").split("\n")
    return Page(tuple([Line(line, number) for number, line in enumerate(lines, 1)]))


def page_of_docx(document: bytes | str | Path) -> Page:
    """The paragraphs and tables of a .docx.

    Raises:
        SourceError: it cannot be read.
    """
    from vanban.word.reader import read

    layout = read(document if isinstance(document, bytes) else content(str(document)))
    return Page(tuple(_blocks(layout.blocks)), tuple(_around(layout)), word=True)


def _blocks(observed: Iterable[Observed]) -> Iterator[Block]:
    for block in observed:
        if isinstance(block, Table):
            yield _grid(block)
        else:
            yield _line(block)
            for drawing in block.drawings:
                yield from _blocks(drawing.blocks)


def _grid(table: Table) -> Grid:
    rows = tuple([tuple([tuple(_blocks(c.blocks)) for c in row.cells]) for row in table.rows])
    spans = tuple([tuple([cell.span for cell in row.cells]) for row in table.rows])
    borders = table.borders
    ruled = borders.inside_h is not None or borders.inside_v is not None or borders.box
    widths = tuple([max(1, int(width)) for width in table.widths])
    return Grid(rows, (table.part, table.path), widths, spans, ruled)


def _line(paragraph: Paragraph) -> Line:
    number = paragraph.number
    return Line(
        text=paragraph.text,
        number=paragraph.index + 1,
        key=(paragraph.part, paragraph.path),
        label=number.text if number else "",
        align=paragraph.alignment,
        bold=paragraph.bold,
        italic=paragraph.italic,
        size=paragraph.size,
        boxed=paragraph.in_box,
    )


def _around(layout: Layout) -> Iterator[Line]:
    """The paragraphs with text that stand outside the body."""
    stories: Sequence[Iterable[Paragraph]] = (
        *(story.paragraphs for story in layout.stories()),
        *(note.paragraphs for note in (*layout.footnotes, *layout.endnotes)),
    )
    return (_line(p) for story in stories for p in story if p.text.strip())
