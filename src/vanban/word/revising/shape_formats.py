"""The shape of a paragraph as properties: from "alignment" and "both" to w:jc."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from vanban.units import Length
from vanban.word.revising.names import Names, attributes
from vanban.word.revising.names import Value as Told
from vanban.word.revising.properties import Properties
from vanban.word.revising.text_formats import Value, switch

_SWITCHES = {
    "keep_next": "keepNext",
    "keep_lines": "keepLines",
    "page_break_before": "pageBreakBefore",
    "widow_control": "widowControl",
    "contextual": "contextualSpacing",
}
_IN_LINES = {"before": "beforeLines", "after": "afterLines"}
_IN_LETTERS = {
    "left": ("leftChars", "startChars"),
    "right": ("rightChars", "endChars"),
    "first_line": ("firstLineChars", "hangingChars"),
}
_STRICT = {"left": "start", "right": "end"}
_RULES = {"auto": "auto", "exact": "exact", "at-least": "atLeast"}
_OUTLINE_OF_TEXT = 9


def shape(
    names: Names, old: Properties, wanted: Mapping[str, Value], *, strict: bool = False
) -> dict[str, str]:
    """The children of a w:pPr that give a paragraph a shape.

    Args:
        names: how elements are written there.
        old: the properties that it has.
        wanted: values by the names of `vanban.layout.Shape`; lengths in EMU.
        strict: whether the file follows the strict standard, which says "start" for "left".

    Raises:
        KeyError: a property that cannot be set.
    """
    found: dict[str, str] = {}
    space: dict[str, Told] = {}
    indent: dict[str, Told] = {}
    for name, value in wanted.items():
        if name in _SWITCHES:
            found[_SWITCHES[name]] = switch(names, _SWITCHES[name], value)
        elif name in _SPACES:
            space |= _SPACES[name](value, _has(old, "spacing"))
        elif name in _INDENTS:
            indent |= _INDENTS[name](value, _has(old, "ind"))
        else:
            found |= _OTHERS[name](names, value, strict)
    if space:
        found["spacing"] = names.changed("spacing", old.get("spacing"), space)
    if indent:
        found["ind"] = names.changed("ind", old.get("ind"), indent)
    return found


def _has(old: Properties, name: str) -> frozenset[str]:
    """The attributes that a property has, without their prefix."""
    raw = old.get(name)
    found = attributes(raw) if raw else {}
    return frozenset(name.rpartition(":")[2] for name in found)


def _space(side: str) -> Callable[[Value, frozenset[str]], dict[str, Told]]:
    def write(value: Value, has: frozenset[str]) -> dict[str, Told]:
        rest = {name: 0 for name in (_IN_LINES[side], f"{side}Autospacing") if name in has}
        return {side: Length(int(value or 0)).twips, **rest}

    return write


def _automatic(side: str) -> Callable[[Value, frozenset[str]], dict[str, Told]]:
    def write(value: Value, _has: frozenset[str]) -> dict[str, Told]:
        return {f"{side}Autospacing": int(bool(value))}

    return write


def _lines(value: Value, _has: frozenset[str]) -> dict[str, Told]:
    return {"line": round(240 * float(value or 1)), "lineRule": "auto"}


def _line(value: Value, _has: frozenset[str]) -> dict[str, Told]:
    return {"line": Length(int(value or 0)).twips}


def _line_rule(value: Value, _has: frozenset[str]) -> dict[str, Told]:
    return {"lineRule": _RULES[str(value)]}


_SPACES: Mapping[str, Callable[[Value, frozenset[str]], dict[str, Told]]] = {
    "before": _space("before"),
    "after": _space("after"),
    "before_auto": _automatic("before"),
    "after_auto": _automatic("after"),
    "lines": _lines,
    "line": _line,
    "line_rule": _line_rule,
}


def _side(side: str) -> Callable[[Value, frozenset[str]], dict[str, Told]]:
    def write(value: Value, has: frozenset[str]) -> dict[str, Told]:
        name = _STRICT[side] if _STRICT[side] in has else side
        return {name: Length(int(value or 0)).twips, **_no_letters(side, has)}

    return write


def _first_line(value: Value, has: frozenset[str]) -> dict[str, Told]:
    length = Length(int(value or 0)).twips
    mine, other = ("hanging", "firstLine") if length < 0 else ("firstLine", "hanging")
    return {mine: abs(length), other: None, **_no_letters("first_line", has)}


def _no_letters(side: str, has: frozenset[str]) -> dict[str, Told]:
    """An indent counted in letters goes before the length, so it has to be 0."""
    return {name: 0 for name in _IN_LETTERS[side] if name in has}


_INDENTS: Mapping[str, Callable[[Value, frozenset[str]], dict[str, Told]]] = {
    "left": _side("left"),
    "right": _side("right"),
    "first_line": _first_line,
}


def _alignment(names: Names, value: Value, strict: bool) -> dict[str, str]:
    word = str(value or "left")
    return {"jc": names.element("jc", val=_STRICT.get(word, word) if strict else word)}


def _outline(names: Names, value: Value, _strict: bool) -> dict[str, str]:
    level = _OUTLINE_OF_TEXT if value is None else int(value) - 1
    return {"outlineLvl": names.element("outlineLvl", val=level)}


_OTHERS: Mapping[str, Callable[[Names, Value, bool], dict[str, str]]] = {
    "alignment": _alignment,
    "outline_level": _outline,
}
