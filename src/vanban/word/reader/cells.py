"""The form of cells: widths, borders, margins and looks as a table and its style give them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from msgspec import Struct

from vanban.layout.border import Border, Borders
from vanban.layout.table import Sides
from vanban.units import Length, pt
from vanban.word.elements import attribute, child, children, measure, value, w
from vanban.word.reader.borders import borders, shading
from vanban.word.reader.effective import deep_print_of
from vanban.word.reader.table_styles import Banding, Context, TableStyles

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

Said = dict[str, Border | None]
Merge = Literal["start", "continue"]

SIDES = ("top", "right", "bottom", "left")
ALIGNMENTS = {"center": "center", "right": "right", "end": "right"}
USUAL_MARGINS = {"left": pt(5.4), "right": pt(5.4)}
"""What Word puts beside text in cells where a file says nothing."""
_BORDERS, _MARGINS, _WIDTH, _MERGE, _SHADE = (
    w(name) for name in ("tcBorders", "tcMar", "tcW", "vMerge", "shd")
)


class Edges(NamedTuple):
    """At which edges of its table a cell stands."""

    top: bool
    bottom: bool
    left: bool
    right: bool


class Form(Struct, frozen=True):
    """How a cell is formed; see the attributes of Cell."""

    width: Length | None
    merge: Merge | None
    borders: Borders
    margins: Sides
    vertical: str
    shading: str | None
    direction: str | None


class Whole(Struct, frozen=True):
    """What holds for a whole table; ``forms`` are those of its cells that are known."""

    style: str | None
    banding: Banding
    borders: Said
    margins: Sides
    rows: int
    columns: int
    forms: dict[Any, Form]


class StyledTable(NamedTuple):
    """What a style says of the whole table."""

    borders: Said
    margins: Mapping[str, Length]
    alignment: str
    indent: Length


class StyledCell(NamedTuple):
    """What a style says of the cells at one place of a table."""

    borders: Said
    margins: Mapping[str, Length]
    shading: str | None
    vertical: str


class CellForms:
    """Resolves the form of cells; cells of a table that are alike are resolved once."""

    def __init__(self, styles: TableStyles) -> None:
        self._styles = styles
        self._cells: dict[Context, StyledCell] = {}
        self._tables: dict[str | None, StyledTable] = {}

    def form(
        self, whole: Whole, properties: Element | None, context: Context, edges: Edges
    ) -> Form:
        """The form of a cell.

        Args:
            whole: its table.
            properties: its ``w:tcPr``; None when it has none.
            context: the parts of the table that it is in.
            edges: of the table that it stands at.
        """
        key = (() if properties is None else deep_print_of(properties), context, edges)
        found = whole.forms.get(key)
        if found is None:
            found = whole.forms[key] = self._form(whole, properties, context, edges)
        return found

    def _form(
        self, whole: Whole, properties: Element | None, context: Context, edges: Edges
    ) -> Form:
        own = children(properties)
        styled = self._cell(context)
        lines = _edge_lines(whole.borders, edges) | styled.borders
        lines |= {s: b for s, b in borders(own.get(_BORDERS)).items() if s in SIDES}
        given = {**styled.margins, **margins(own.get(_MARGINS))}
        return Form(
            width=width(own.get(_WIDTH)),
            merge=_merge(own.get(_MERGE)),
            borders=Borders(**lines),
            margins=_sides(whole.margins, given) if given else whole.margins,
            vertical=value(properties, "vAlign") or styled.vertical,
            shading=shading(own[_SHADE]) if _SHADE in own else styled.shading,
            direction=value(properties, "textDirection"),
        )

    def table(self, style: str | None) -> StyledTable:
        """What a style says of the whole table."""
        if style not in self._tables:
            lines: Said = {}
            space: dict[str, Length] = {}
            alignment, indent = "left", Length(0)
            for _name, element in self._styles.elements((style, ())):
                properties = child(element, "tblPr")
                lines |= borders(child(properties, "tblBorders"))
                space |= margins(child(properties, "tblCellMar"))
                alignment = ALIGNMENTS.get(value(properties, "jc") or "", alignment)
                indent = width(child(properties, "tblInd")) or indent
            self._tables[style] = StyledTable(lines, space, alignment, indent)
        return self._tables[style]

    def _cell(self, context: Context) -> StyledCell:
        if context not in self._cells:
            lines: Said = {}
            space: dict[str, Length] = {}
            colour, vertical = None, "top"
            for _name, element in self._styles.elements(context):
                properties = child(element, "tcPr")
                lines |= borders(child(properties, "tcBorders"))
                space |= margins(child(properties, "tcMar"))
                colour = shading(child(properties, "shd")) or colour
                vertical = value(properties, "vAlign") or vertical
            edges = {side: line for side, line in lines.items() if side in SIDES}
            self._cells[context] = StyledCell(edges, space, colour, vertical)
        return self._cells[context]


def _edge_lines(lines: Said, edges: Edges) -> Said:
    """The lines that a table gives to a cell by where it stands."""
    inside_h, inside_v = lines.get("inside_h"), lines.get("inside_v")
    return {
        "top": lines.get("top") if edges.top else inside_h,
        "bottom": lines.get("bottom") if edges.bottom else inside_h,
        "left": lines.get("left") if edges.left else inside_v,
        "right": lines.get("right") if edges.right else inside_v,
    }


def margins(element: Element | None) -> dict[str, Length]:
    """The margins of cells that a ``w:tcMar`` or ``w:tblCellMar`` gives, by side."""
    if element is None:
        return {}
    names = {
        "top": ("top",),
        "right": ("right", "end"),
        "bottom": ("bottom",),
        "left": ("left", "start"),
    }
    found = {}
    for side, tags in names.items():
        for tag in tags:
            length = width(child(element, tag))
            if length is not None:
                found[side] = length
    return found


def _sides(below: Sides, given: Mapping[str, Length]) -> Sides:
    return Sides(**{side: given.get(side, getattr(below, side)) for side in SIDES})


def width(element: Element | None) -> Length | None:
    """A width in twips or with a unit; None for automatic ones and those in per cent."""
    kind = attribute(element, "type") or "dxa"
    text = attribute(element, "w")
    if kind not in ("dxa", "nil") or text is None or text.endswith("%"):
        return None
    return measure(text) if kind == "dxa" else Length(0)


def _merge(found: Element | None) -> Literal["start", "continue"] | None:
    if found is None:
        return None
    return "start" if attribute(found, "val") == "restart" else "continue"
