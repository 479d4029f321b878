"""What table styles give: to the table, and to cells by where they stand in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from vanban.layout.provenance import Provenance
from vanban.word.elements import attribute, child, number, value, w
from vanban.word.reader.said import Level, said_of_text
from vanban.word.reader.shaping import said_of_shape
from vanban.word.reader.styles import Styles

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

Context = tuple[str | None, tuple[str, ...]]
"""Where a cell stands: the id of its table's style, and the parts of the table it is in."""

NOWHERE: Context = (None, ())
_BITS = {
    "firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100,
    "noHBand": 0x200, "noVBand": 0x400,
}  # fmt: skip


class Banding(Struct, frozen=True):
    """Which parts of its style a table uses (w:tblLook), and how wide its bands are."""

    used: frozenset[str]
    rows: int = 1
    columns: int = 1


class TableStyles:
    """Resolves what table styles say, once for each place in a table."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._levels: dict[Context, tuple[Level, Level]] = {}
        self._sizes: dict[str | None, tuple[int, int]] = {}
        self._parts: dict[str | None, dict[str, list[tuple[str | None, Element]]]] = {}

    def said(self, context: Context) -> tuple[Level, Level]:
        """What the style says of the paragraphs and of the text of a cell."""
        if context not in self._levels:
            shape: Level = {}
            text: Level = {}
            for name, element in self.elements(context):
                giver = Provenance("table-style", name)
                shape |= said_of_shape(child(element, "pPr"), giver)
                text |= said_of_text(child(element, "rPr"), self._styles.fonts, giver)
            self._levels[context] = shape, text
        return self._levels[context]

    def elements(self, context: Context) -> list[tuple[str | None, Element]]:
        """The ``w:style`` and ``w:tblStylePr`` that hold at a place, the weakest first."""
        style_id, places = context
        parts = self._of(style_id)
        found = list(parts.get("wholeTable", ()))
        for place in places:
            found += parts.get(place, ())
        return found

    def banding(self, style_id: str | None, properties: Element | None) -> Banding:
        """What a table uses of its style."""
        look = child(properties, "tblLook")
        bits = _hexadecimal(attribute(look, "val"))
        used = {
            name for name, bit in _BITS.items() if _yes(attribute(look, name), bool(bits & bit))
        }
        return Banding(frozenset(used), *self._band_sizes(style_id))

    def _band_sizes(self, style_id: str | None) -> tuple[int, int]:
        if style_id not in self._sizes:
            sizes = [child(element, "tblPr") for _name, element in self.elements((style_id, ()))]
            rows = [number(value(size, "tblStyleRowBandSize")) for size in sizes]
            columns = [number(value(size, "tblStyleColBandSize")) for size in sizes]
            self._sizes[style_id] = _last(rows), _last(columns)
        return self._sizes[style_id]

    def _of(self, style_id: str | None) -> dict[str, list[tuple[str | None, Element]]]:
        if style_id not in self._parts:
            found: dict[str, list[tuple[str | None, Element]]] = {}
            for _id, style in reversed(self._styles.line("table", style_id)):
                name = value(style, "name")
                found.setdefault("wholeTable", []).append((name, style))
                for part in style.iterchildren(w("tblStylePr")):
                    found.setdefault(attribute(part, "type") or "", []).append((name, part))
            self._parts[style_id] = found
        return self._parts[style_id]


def places(banding: Banding, row: int, rows: int, column: int, columns: int) -> tuple[str, ...]:
    """The parts of a table that a cell is in, the weakest first.

    Args:
        banding: what the table uses of its style.
        row, column: of the cell, from 0.
        rows, columns: how many the table has.
    """
    used = banding.used
    top, bottom = "firstRow" in used and row == 0, "lastRow" in used and row == rows - 1
    left = "firstColumn" in used and column == 0
    right = "lastColumn" in used and column == columns - 1
    found = []
    if "noVBand" not in used:
        band = (column - ("firstColumn" in used)) // banding.columns % 2 + 1
        found.append(f"band{band}Vert")
    if "noHBand" not in used and not top:
        band = (row - ("firstRow" in used)) // banding.rows % 2 + 1
        found.append(f"band{band}Horz")
    edges = ((left, "firstCol"), (right, "lastCol"), (top, "firstRow"), (bottom, "lastRow"))
    found += [name for here, name in edges if here]
    corners = (
        (top and right, "neCell"), (top and left, "nwCell"),
        (bottom and right, "seCell"), (bottom and left, "swCell"),
    )  # fmt: skip
    return (*found, *(name for here, name in corners if here))


def _hexadecimal(text: str | None) -> int:
    try:
        return int(text or "0", 16)
    except ValueError:
        return 0


def _yes(text: str | None, otherwise: bool) -> bool:
    return otherwise if text is None else text in ("1", "true", "on")


def _last(sizes: Sequence[int | None]) -> int:
    given = [size for size in sizes if size]
    return given[-1] if given else 1
