"""Borders and shading as a file writes them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from vanban.layout.border import Border
from vanban.units import pt
from vanban.word.elements import attribute, number, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

Said = Mapping[str, Border | None]
"""What is said of each side; None: expressly no line."""

_SIDES = {
    w("top"): "top",
    w("left"): "left",
    w("start"): "left",
    w("bottom"): "bottom",
    w("right"): "right",
    w("end"): "right",
    w("between"): "between",
    w("insideH"): "inside_h",
    w("insideV"): "inside_v",
}
_NONE = frozenset({"nil", "none"})


def borders(parent: Element | None) -> dict[str, Border | None]:
    """What a ``w:pBdr``, ``w:tblBorders`` … says, by side."""
    if parent is None:
        return {}
    return {_SIDES[str(e.tag)]: border(e) for e in parent if e.tag in _SIDES}


def border(element: Element) -> Border | None:
    """A single line; None when it says that there is none."""
    style = attribute(element, "val") or "none"
    if style in _NONE:
        return None
    return Border(
        style=style,
        width=pt((number(attribute(element, "sz")) or 0) / 8),
        space=pt(number(attribute(element, "space")) or 0),
        colour=colour(attribute(element, "color")) or "auto",
    )


def colour(text: str | None) -> str | None:
    """A colour as six capital digits or "auto"; None when nothing is said."""
    if not text:
        return None
    return "auto" if text == "auto" else text[:16].lstrip("#").upper()


def shading(element: Element | None) -> str | None:
    """The background of a ``w:shd``: six digits; None when it is clear."""
    if element is None or attribute(element, "val") == "nil":
        return None
    found = colour(attribute(element, "fill"))
    return None if found in ("auto", None) else found
