"""What a level of the file says of text: the properties in a ``w:rPr``, by attribute of Look.

A level is a dictionary of values with who gave them. Toggles (bold, italic, capitals …) of a
table, paragraph and character style cancel each other out (ISO 29500-1, 17.7.3); everything
else is replaced by the stronger level.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from vanban.layout.provenance import Provenance
from vanban.units import Length, pt
from vanban.word.elements import attribute, measure, number, w
from vanban.word.reader.borders import border, colour, shading

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

Level = dict[str, tuple[Any, Provenance]]
"""Values with who gave them."""

_OFF = frozenset({"0", "false", "off"})
_TOGGLES = {
    w("b"): "bold",
    w("bCs"): "bold_complex",
    w("i"): "italic",
    w("iCs"): "italic_complex",
    w("caps"): "caps",
    w("smallCaps"): "small_caps",
    w("strike"): "strike",
    w("dstrike"): "double_strike",
    w("vanish"): "hidden",
}
TOGGLES = frozenset(_TOGGLES.values())
_SWITCHES = {w("cs"): "cs", w("rtl"): "rtl"}
_STYLES = frozenset({"table-style", "paragraph-style", "character-style"})
_VERTICALS = {"superscript": "superscript", "subscript": "subscript"}
_FONTS = (
    ("font", "ascii", "asciiTheme"),
    ("font_accented", "hAnsi", "hAnsiTheme"),
    ("font_complex", "cs", "cstheme"),
    ("font_east_asia", "eastAsia", "eastAsiaTheme"),
)


def said_of_text(properties: Element | None, fonts: Mapping[str, str], giver: Provenance) -> Level:
    """What a ``w:rPr`` says by itself.

    Args:
        properties: None says nothing.
        fonts: the fonts of the theme.
        giver: who says it.
    """
    found: Level = {}
    for element in () if properties is None else properties:
        tag = str(element.tag)
        if tag in _TOGGLES:
            found[_TOGGLES[tag]] = (_on(element), giver)
        elif tag in _SWITCHES:
            found[_SWITCHES[tag]] = (_on(element), giver)
        elif tag == _RFONTS:
            found |= _fonts(element, fonts, giver)
        elif tag in _VALUES:
            name, read = _VALUES[tag]
            value = read(element)
            if value is not None:
                found[name] = (None if value is _NOTHING else value, giver)
    return found


def over(base: Level, upper: Level) -> Level:
    """A level laid over another: what it says replaces, toggles of styles cancel out."""
    out = base | upper
    for name in TOGGLES & base.keys() & upper.keys():
        (low, low_giver), (high, high_giver) = base[name], upper[name]
        if high_giver.level not in _STYLES:
            continue
        if low_giver.level == "defaults" and low:
            out[name] = base[name]
        elif low_giver.level in _STYLES and low_giver.level != high_giver.level:
            out[name] = (low != high, high_giver if high else low_giver)
    return out


def _on(element: Element) -> bool:
    return attribute(element, "val") not in _OFF


def _fonts(element: Element, fonts: Mapping[str, str], giver: Provenance) -> Level:
    """The four fonts of a ``w:rFonts``; one from the theme goes before one that is named."""
    found: Level = {}
    theme = Provenance("theme", giver.style)
    for name, plain, themed in _FONTS:
        by_theme = fonts.get(attribute(element, themed) or "")
        if by_theme:
            found[name] = (by_theme, theme)
        elif named := attribute(element, plain):
            found[name] = (named, giver)
    return found


def _size(element: Element) -> float | None:
    """Points from half points or from a number with its unit."""
    text = attribute(element, "val")
    count = number(text)
    length = measure(text) if count is None else pt(count / 2)
    return length.pt if length is not None and length > 0 else None


def _word(element: Element) -> Any:
    found = attribute(element, "val")
    return _NOTHING if found in ("none", "", None) else found


def _scale(element: Element) -> int | None:
    return number((attribute(element, "val") or "").rstrip("%"))


def _language(element: Element) -> str | None:
    return attribute(element, "val")


_NOTHING = object()
"""Said to be nothing, unlike None: not said."""
_RFONTS = w("rFonts")
_VALUES: Mapping[str, tuple[str, Callable[[Element], Any]]] = {
    w("sz"): ("size", _size),
    w("szCs"): ("size_complex", _size),
    w("u"): ("underline", _word),
    w("color"): ("colour", lambda e: colour(attribute(e, "val"))),
    w("highlight"): ("highlight", _word),
    w("shd"): ("shading", lambda e: shading(e) or _NOTHING),
    w("vertAlign"): ("vertical", lambda e: _VERTICALS.get(attribute(e, "val") or "", "baseline")),
    w("spacing"): ("spacing", lambda e: measure(attribute(e, "val"))),
    w("w"): ("scale", _scale),
    w("position"): ("position", lambda e: _half_points(attribute(e, "val"))),
    w("bdr"): ("border", lambda e: border(e) or _NOTHING),
    w("lang"): ("language", _language),
}


def _half_points(text: str | None) -> Length | None:
    """A length from half points or from a number with its unit; negative when lowered."""
    found = measure(text)
    plain = (text or "").lstrip("-").isdigit()
    return Length(found * 10) if found is not None and plain else found
