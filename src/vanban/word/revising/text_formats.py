"""The look of text as properties of a run: from "size" and 13.0 to w:sz and 26."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from vanban.units import Length
from vanban.word.revising.names import Names
from vanban.word.revising.properties import Properties

Value = str | int | float | bool | None
_Writer = Callable[[Names, Properties, Value], dict[str, str]]


def look(names: Names, old: Properties, wanted: Mapping[str, Value]) -> dict[str, str]:
    """The children of a w:rPr that give text a look.

    Args:
        names: how elements are written there.
        old: the properties that the run has.
        wanted: values by the names of `vanban.layout.Look`.

    Raises:
        KeyError: a property that cannot be set.
    """
    found: dict[str, str] = {}
    for name, value in wanted.items():
        found |= _WRITERS[name](names, old, value)
    return found


def switch(names: Names, name: str, value: Value) -> str:
    """A property that is on or off."""
    return names.element(name) if value else names.element(name, val=0)


def _switches(*elements: str) -> _Writer:
    def write(names: Names, _old: Properties, value: Value) -> dict[str, str]:
        return {name: switch(names, name, value) for name in elements}

    return write


def _word(element: str, nothing: str) -> _Writer:
    """A property with a word; ``nothing`` is that for none, which a style cannot overrule."""

    def write(names: Names, old: Properties, value: Value) -> dict[str, str]:
        told = nothing if value is None else str(value)
        kept = old.get(element) if element == "u" and value is not None else None
        return {element: names.changed(element, kept, {"val": told})}

    return write


def _size(names: Names, _old: Properties, value: Value) -> dict[str, str]:
    half_points = round(2 * float(value or 0))
    return {name: names.element(name, val=half_points) for name in ("sz", "szCs")}


def _font(names: Names, old: Properties, value: Value) -> dict[str, str]:
    wanted: dict[str, str | int | None] = {}
    for plain, theme in _FONTS.items():
        wanted |= {plain: str(value), theme: None}
    return {"rFonts": names.changed("rFonts", old.get("rFonts"), wanted)}


_FONTS = {"ascii": "asciiTheme", "hAnsi": "hAnsiTheme", "cs": "cstheme"}


def _twips(element: str) -> _Writer:
    def write(names: Names, _old: Properties, value: Value) -> dict[str, str]:
        return {element: names.element(element, val=Length(int(value or 0)).twips)}

    return write


def _scale(names: Names, _old: Properties, value: Value) -> dict[str, str]:
    return {"w": names.element("w", val=int(value or 100))}


def _colour(names: Names, _old: Properties, value: Value) -> dict[str, str]:
    return {"color": names.element("color", val=str(value or "auto"))}


def _shading(names: Names, _old: Properties, value: Value) -> dict[str, str]:
    return {"shd": names.element("shd", val="clear", color="auto", fill=str(value or "auto"))}


_WRITERS: Mapping[str, _Writer] = {
    "size": _size,
    "bold": _switches("b", "bCs"),
    "italic": _switches("i", "iCs"),
    "caps": _switches("caps"),
    "small_caps": _switches("smallCaps"),
    "strike": _switches("strike"),
    "font": _font,
    "colour": _colour,
    "underline": _word("u", "none"),
    "highlight": _word("highlight", "none"),
    "vertical": _word("vertAlign", "baseline"),
    "shading": _shading,
    "spacing": _twips("spacing"),
    "scale": _scale,
}
