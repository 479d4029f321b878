"""Where on the page the text of cells stands: which text a line is under, and off its middle."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from vanban.layout.drawing import Anchor, Drawing
from vanban.layout.paragraph import Paragraph
from vanban.layout.section import Section
from vanban.layout.table import Block, Table
from vanban.units import Length, pt

_SAME = pt(2)
_INSET = pt(20)
"""A cell that begins so near the margin begins where the page does."""
_ON_PAGE = frozenset({"page", "margin"})


class Room(Struct, frozen=True):
    """What a paragraph has for its text.

    Attributes:
        left: from the left margin of the page to where text begins.
        width: of the text.
        beside: the rooms of its row with the paragraphs in them, its own among them.
    """

    left: Length
    width: Length
    beside: tuple[tuple[Length, Length, tuple[Paragraph, ...]], ...] = ()


class Rooms:
    """The rooms of paragraphs between the margins and in the cells of tables there."""

    def __init__(self, blocks: Sequence[Block], section: Section | None) -> None:
        width = section.text_width if section else None
        self._margin = Length((section.left or 0) + section.gutter) if section else Length(0)
        self._rooms: dict[int, Room] = {}
        if width is None:
            return
        whole = Room(Length(0), width)
        for block in blocks:
            if isinstance(block, Paragraph):
                self._rooms[id(block)] = whole
            elif _is_firm(block):
                self._rooms.update(_of_table(block, width))

    def across(self, home: Paragraph, line: Drawing) -> tuple[Paragraph, ...]:
        """The paragraphs of the cell that a line on the page lies over; () when not known."""
        room, at = self._rooms.get(id(home)), line.anchor
        if room is None or at is None or at.x is None or line.width is None:
            return ()
        if at.across not in _ON_PAGE or at.down not in _ON_PAGE:
            return ()
        middle = at.x + line.width // 2 - (self._margin if at.across == "page" else 0)
        found = (inside for left, end, inside in room.beside if left <= middle < end)
        return next(found, ())

    def offset(self, home: Paragraph, line: Drawing, under: Paragraph) -> Length | None:
        """How far right of the middle of a centred text a line has its own; None: not known."""
        room, above = self._rooms.get(id(home)), self._rooms.get(id(under))
        if room is None or above is None or under.alignment != "center" or "\t" in under.text:
            return None
        shape = under.shape
        free = above.width - shape.left - shape.right - shape.first_line
        text = above.left + shape.left + shape.first_line + free // 2
        found = [Length(middle - text) for middle in self._middles(home, room, line)]
        return min(found, key=abs, default=None)

    def _middles(self, home: Paragraph, room: Room, line: Drawing) -> Iterator[int]:
        """Where the middle of a line may be: cells hold what hangs in them, or they do not."""
        at = line.anchor or Anchor(x_align=home.alignment)
        if at.across not in ("column", *_ON_PAGE) or line.width is None:
            return
        if at.x is None:
            if at.x_align == "center":
                yield room.left + room.width // 2
            return
        middle = at.x + line.width // 2
        yield room.left + middle
        if room.left > _INSET:
            yield middle
        if at.across == "page":
            yield middle - self._margin


def _is_firm(table: Table) -> bool:
    """Whether the widths of its cells are those on the page."""
    if table.frame is not None:
        return False
    cells = [cell for row in table.rows for cell in row.cells]
    grids = [sum(table.widths[c.column : c.column + c.span]) for c in cells]
    pairs = zip(cells, grids, strict=True)
    return all(grid and abs((table.width_of(c) or 0) - grid) <= _SAME for c, grid in pairs)


def _of_table(table: Table, width: Length) -> Iterator[tuple[int, Room]]:
    start = int(table.indent)
    if table.alignment != "left":
        start = (width - sum(table.widths)) // (2 if table.alignment == "center" else 1)
    for row in table.rows:
        beside = []
        for cell in row.cells:
            left = start + sum(table.widths[: cell.column])
            end = left + sum(table.widths[cell.column : cell.column + cell.span])
            inside = tuple(block for block in cell.blocks if isinstance(block, Paragraph))
            beside.append((Length(left), Length(end), inside))
        for cell, (left, end, inside) in zip(row.cells, beside, strict=True):
            first, last = left + cell.margins.left, end - cell.margins.right
            room = Room(Length(first), Length(last - first), tuple(beside))
            yield from ((id(paragraph), room) for paragraph in inside)
