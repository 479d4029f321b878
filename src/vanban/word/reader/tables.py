"""Tables: rows and cells in their place, with the form that they show."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

from vanban.layout.border import Borders
from vanban.layout.shape import Frame
from vanban.layout.table import Block, Cell, Row, Sides, Table
from vanban.units import Length
from vanban.word.elements import attribute, child, measure, number, toggle, value, w
from vanban.word.reader.borders import borders
from vanban.word.reader.cells import (
    ALIGNMENTS,
    SIDES,
    USUAL_MARGINS,
    CellForms,
    Edges,
    StyledTable,
    Whole,
    margins,
    width,
)
from vanban.word.reader.content import Path
from vanban.word.reader.table_styles import Context, TableStyles, places

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_ROW, _CELL, _COLUMN = (w(name) for name in ("tr", "tc", "gridCol"))
_WIDEST = 1_000  # columns that a cell may cover; Word allows 63
_ZERO = Length(0)

Walk = Callable[["Element", Path], Iterable[tuple["Element", Path]]]
"""The children of an element that show, each with its path."""
Inside = Callable[["Element", Path, Path, Context], tuple[Block, ...]]
"""The blocks in a cell: the element, its path, its place, where it stands in its table."""


class Spot(NamedTuple):
    """Where a cell stands in its table: row and column of the grid, whether it ends its row."""

    row: int
    column: int
    last: bool


class TableReader:
    """Reads tables.

    Args:
        styles: what table styles say.
        walk: leads through content controls.
        inside: reads what a cell holds.
    """

    def __init__(self, styles: TableStyles, walk: Walk, inside: Inside) -> None:
        self._styles = styles
        self._forms = CellForms(styles)
        self._walk = walk
        self._inside = inside

    def read(
        self, element: Element, path: Path, place: Path, part: str, style: tuple[str | None, ...]
    ) -> Table:
        """A ``w:tbl``; ``style`` is the id and the name of its style."""
        properties = child(element, "tblPr")
        grid = child(element, "tblGrid")
        columns = () if grid is None else grid.iterchildren(_COLUMN)
        widths = tuple([measure(attribute(c, "w")) or _ZERO for c in columns])
        rows = [(r, way) for r, way in self._walk(element, path) if r.tag == _ROW and not _gone(r)]
        styled = self._forms.table(style[0])
        whole = self._whole(style[0], styled, properties, len(rows), len(widths))
        aligned = value(properties, "jc")
        shift = child(properties, "tblInd")
        read_rows = [self._row(r, way, (*place, i), whole, i) for i, (r, way) in enumerate(rows)]
        return Table(
            rows=tuple(read_rows),
            widths=widths,
            width=width(child(properties, "tblW")),
            percent=_percent(child(properties, "tblW")),
            alignment=ALIGNMENTS.get(aligned, "left") if aligned else styled.alignment,
            indent=styled.indent if shift is None else width(shift) or _ZERO,
            fixed=attribute(child(properties, "tblLayout"), "type") == "fixed",
            borders=Borders(**whole.borders),
            margins=whole.margins,
            style=style[1],
            frame=_floating(child(properties, "tblpPr")),
            title=value(properties, "tblCaption"),
            description=value(properties, "tblDescription"),
            part=part,
            place=place,
            path=path,
        )

    def _whole(
        self,
        style: str | None,
        styled: StyledTable,
        properties: Element | None,
        rows: int,
        columns: int,
    ) -> Whole:
        space = {**USUAL_MARGINS, **styled.margins, **margins(child(properties, "tblCellMar"))}
        return Whole(
            style=style,
            banding=self._styles.banding(style, properties),
            borders={**styled.borders, **borders(child(properties, "tblBorders"))},
            margins=Sides(**{side: space.get(side, _ZERO) for side in SIDES}),
            rows=rows,
            columns=columns,
            forms={},
        )

    def _row(self, element: Element, path: Path, place: Path, whole: Whole, row: int) -> Row:
        properties = child(element, "trPr")
        height = child(properties, "trHeight")
        column = before = _count(properties, "gridBefore")
        cells: list[Cell] = []
        found = [(c, way) for c, way in self._walk(element, path) if c.tag == _CELL]
        for index, (cell, way) in enumerate(found):
            spot = Spot(row, column, index == len(found) - 1)
            cells.append(self._cell(cell, way, (*place, index), whole, spot))
            column += cells[-1].span
        return Row(
            cells=tuple(cells),
            header=bool(toggle(properties, "tblHeader")),
            cant_split=bool(toggle(properties, "cantSplit")),
            height=measure(attribute(height, "val")),
            exact=attribute(height, "hRule") == "exact",
            before=before,
            after=_count(properties, "gridAfter"),
            path=path,
        )

    def _cell(self, element: Element, path: Path, place: Path, whole: Whole, spot: Spot) -> Cell:
        properties = child(element, "tcPr")
        span = max(1, min(_count(properties, "gridSpan"), _WIDEST))
        edges = Edges(spot.row == 0, spot.row == whole.rows - 1, spot.column == 0, spot.last)
        context = _context(whole, spot, span)
        form = self._forms.form(whole, properties, context, edges)
        return Cell(
            blocks=self._inside(element, path, place, context),
            span=span,
            column=spot.column,
            width=form.width,
            merge=form.merge,
            borders=form.borders,
            margins=form.margins,
            vertical=form.vertical,
            shading=form.shading,
            direction=form.direction,
            path=path,
        )


def _context(whole: Whole, spot: Spot, span: int) -> Context:
    """The parts of the table's style that hold for a cell."""
    after = spot.column + span
    columns = after if spot.last else max(whole.columns, after + 1)
    column = after - 1 if spot.column else 0
    return whole.style, places(whole.banding, spot.row, whole.rows, column, columns)


def _gone(row: Element) -> bool:
    properties = child(row, "trPr")
    return properties is not None and child(properties, "del") is not None


def _percent(element: Element | None) -> float | None:
    text = attribute(element, "w") or ""
    if text.endswith("%"):
        plain = text[:-1].replace(".", "", 1)
        return float(text[:-1]) if plain.isascii() and plain.isdigit() and len(plain) < 9 else None
    count = number(text)
    return count / 50 if attribute(element, "type") == "pct" and count is not None else None


def _count(properties: Element | None, name: str) -> int:
    return number(value(properties, name)) or 0


def _floating(element: Element | None) -> Frame | None:
    """Where a table floats; None when it stands in the text."""
    if element is None:
        return None
    return Frame(
        x=measure(attribute(element, "tblpX")),
        y=measure(attribute(element, "tblpY")),
        x_align=attribute(element, "tblpXSpec"),
        y_align=attribute(element, "tblpYSpec"),
        across=attribute(element, "horzAnchor") or "text",
        down=attribute(element, "vertAnchor") or "page",
    )
