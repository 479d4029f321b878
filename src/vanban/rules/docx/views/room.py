"""Where a paragraph stands: its cell, its text box, its section, and how wide that is."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from vanban.layout.document import Layout
from vanban.layout.drawing import Drawing
from vanban.layout.paragraph import Paragraph
from vanban.layout.section import Section
from vanban.layout.table import Block, Cell, Row, Table
from vanban.units import Length

_BOX_INSETS = Length(2 * 91_440)
"""Word's own room at both sides inside a text box."""


class Room(Struct, frozen=True):
    """What holds a paragraph; the innermost table, row, cell or box, None outside of any.

    ``width`` is that between its edges, margins of the cell left out; None when not told.
    """

    width: Length | None
    table: Table | None = None
    row: Row | None = None
    cell: Cell | None = None
    box: Drawing | None = None
    grid_width: Length | None = None


def room_of(layout: Layout, paragraph: Paragraph) -> Room:
    """The room of a paragraph of the body, of a cell or a text box in it."""
    if paragraph.part != layout.main_part or not paragraph.place:
        return Room(None)
    section = section_of(layout, paragraph)
    outer = Room(section.text_width if section else None)
    try:
        return _inside(layout.blocks, list(paragraph.place), outer)
    except IndexError:
        return Room(None)


def _inside(blocks: Sequence[Block], place: list[int], room: Room) -> Room:
    block = blocks[place.pop(0)]
    if not place:
        return room
    if isinstance(block, Table):
        row = block.rows[place.pop(0)]
        cell = row.cells[place.pop(0)]
        return _inside(cell.blocks, place, _cell(block, row, cell))
    box = block.drawings[place.pop(0)]
    width = Length(box.width - _BOX_INSETS) if box.width else None
    return _inside(box.blocks, place, Room(width, box=box))


def _cell(table: Table, row: Row, cell: Cell) -> Room:
    columns = table.widths[cell.column : cell.column + cell.span]
    inner = cell.margins.left + cell.margins.right
    given = table.width_of(cell)
    width = Length(given - inner) if given is not None else None
    grid = Length(sum(columns) - inner) if columns else None
    return Room(width, table, row, cell, None, grid)


def text_room(layout: Layout, paragraph: Paragraph) -> Length | None:
    """The room for the first line of a paragraph's text, its indents left out."""
    room = room_of(layout, paragraph).width
    shape = paragraph.shape
    if room is None:
        return None
    return Length(room - shape.left - shape.right - max(shape.first_line, 0))


def section_of(layout: Layout, paragraph: Paragraph) -> Section | None:
    """The section in which a paragraph of the body stands; None when there is none."""
    at = paragraph.place[0] if paragraph.place else 0
    found = (s for s in layout.sections if s.begin <= at < s.end)
    return next(found, layout.sections[0] if layout.sections else None)
