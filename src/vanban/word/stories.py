"""A story (the body, a header, a note) as paragraphs and tables with their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vanban.layout.paragraph import Paragraph
from vanban.layout.table import Block, Cell, Row, Table
from vanban.units import Length
from vanban.word.effective import ParagraphLook, Styles, over, paragraph_look
from vanban.word.elements import attribute, child, content, measure, number, toggle, value, w
from vanban.word.runs import RunReader

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_P, _TABLE, _ROW, _CELL, _COLUMN = (w(name) for name in ("p", "tbl", "tr", "tc", "gridCol"))
BLOCKS = frozenset({_P, _TABLE})
_ZERO = Length(0)
_UNSAID = ParagraphLook("left", _ZERO, _ZERO, _ZERO, _ZERO, 0, False)
"""What Word does where a file says nothing."""


class Story:
    """Reads what stands in one part.

    Args:
        part: name of the part.
        styles: the styles of the package.
        notes: number of each footnote by its id; new ones are added as they are met.
    """

    def __init__(self, part: str, styles: Styles, notes: dict[str, int]) -> None:
        self._part = part
        self._styles = styles
        self._runs = RunReader(styles, notes)

    def blocks(
        self, parent: Element, place: tuple[int, ...] = (), *, in_table: bool = False
    ) -> tuple[Block, ...]:
        """The paragraphs and tables in an element, in order.

        Args:
            parent: the body, a header, a note or a cell.
            place: the way to the parent.
            in_table: whether the parent is a cell.
        """
        elements = [element for element in content(parent) if element.tag in BLOCKS]
        return tuple(
            self.paragraph(element, (*place, index), in_table)
            if element.tag == _P
            else self._table(element, (*place, index))
            for index, element in enumerate(elements)
        )

    def paragraph(
        self, element: Element, place: tuple[int, ...] = (), in_table: bool = False
    ) -> Paragraph:
        """A single paragraph."""
        properties = child(element, "pPr")
        style_id = value(properties, "pStyle") or self._styles.default
        shape, base = self._styles.paragraph(style_id)
        look = over(_UNSAID, shape, paragraph_look(properties))
        runs, footnotes = self._runs.read(element, base)
        return Paragraph(
            runs=runs,
            style=self._styles.name(style_id),
            style_id=style_id,
            alignment=look.alignment or "left",
            first_line=look.first_line or _ZERO,
            left=look.left or _ZERO,
            space_before=look.before or _ZERO,
            space_after=look.after or _ZERO,
            outline_level=look.outline or None,
            keep_next=bool(look.keep_next),
            part=self._part,
            place=place,
            in_table=in_table,
            footnotes=footnotes,
        )

    def _table(self, element: Element, place: tuple[int, ...]) -> Table:
        grid = child(element, "tblGrid")
        columns = () if grid is None else grid.iterchildren(_COLUMN)
        rows = (row for row in content(element) if row.tag == _ROW)
        return Table(
            rows=tuple(self._row(row, (*place, index)) for index, row in enumerate(rows)),
            widths=tuple(measure(attribute(column, "w")) or _ZERO for column in columns),
        )

    def _row(self, element: Element, place: tuple[int, ...]) -> Row:
        properties = child(element, "trPr")
        cells = (cell for cell in content(element) if cell.tag == _CELL)
        return Row(
            cells=tuple(self._cell(cell, (*place, index)) for index, cell in enumerate(cells)),
            header=bool(toggle(properties, "tblHeader")),
            cant_split=bool(toggle(properties, "cantSplit")),
        )

    def _cell(self, element: Element, place: tuple[int, ...]) -> Cell:
        span = number(value(child(element, "tcPr"), "gridSpan"))
        return Cell(self.blocks(element, place, in_table=True), span or 1)
