"""What a level of the file says of a paragraph: the properties in a ``w:pPr``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import islice
from typing import TYPE_CHECKING, Any, get_args

from vanban.layout.border import Borders
from vanban.layout.provenance import Level as Kind
from vanban.layout.provenance import Provenance
from vanban.layout.shape import Alignment, Frame, LineRule, Shape, Tab
from vanban.units import Length, pt
from vanban.word.elements import attribute, child, measure, number, w
from vanban.word.reader.borders import borders, shading
from vanban.word.reader.said import Level

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_ALIGNMENTS: Mapping[str, Alignment] = {
    "left": "left", "start": "left", "center": "center", "right": "right", "end": "right",
    "both": "both", "distribute": "both", "thaiDistribute": "both", "lowKashida": "both",
    "mediumKashida": "both", "highKashida": "both",
}  # fmt: skip
_RULES: Mapping[str, LineRule] = {"exact": "exact", "atLeast": "at-least"}
_OFF = frozenset({"0", "false", "off"})
_SWITCHES = {
    w("keepNext"): "keep_next",
    w("keepLines"): "keep_lines",
    w("pageBreakBefore"): "page_break_before",
    w("widowControl"): "widow_control",
    w("contextualSpacing"): "contextual",
    w("bidi"): "right_to_left",
}


def said_of_shape(properties: Element | None, giver: Provenance) -> Level:
    """What a ``w:pPr`` says by itself; None says nothing.

    Beside the attributes of Shape there are "tab" and a place, and "border" and a side.
    """
    found: Level = {}
    for element in () if properties is None else properties:
        tag = str(element.tag)
        if tag in _SWITCHES:
            found[_SWITCHES[tag]] = (attribute(element, "val") not in _OFF, giver)
        elif tag in _READERS:
            found |= {name: (value, giver) for name, value in _READERS[tag](element).items()}
    return found


def _alignment(element: Element) -> dict[str, Any]:
    found = _ALIGNMENTS.get(attribute(element, "val") or "")
    return {} if found is None else {"alignment": found}


def _indents(element: Element) -> dict[str, Any]:
    hanging = measure(attribute(element, "hanging"))
    first = measure(attribute(element, "firstLine"))
    found = {
        "left": measure(attribute(element, "left", "start")),
        "right": measure(attribute(element, "right", "end")),
        "first_line": first if hanging is None else Length(-hanging),
    }
    return {name: value for name, value in found.items() if value is not None}


_SIDES = tuple(
    (side, w(side), w(f"{side}Lines"), w(f"{side}Autospacing")) for side in ("before", "after")
)


def _spacing(element: Element) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for side, said_length, said_lines, said_automatic in _SIDES:
        lines = number(element.get(said_lines))
        length = measure(element.get(said_length))
        if length is None and lines is not None:
            length = pt(lines * 0.12)
        if length is not None:
            found[side] = Length(max(0, length))
        automatic = element.get(said_automatic)
        if automatic is not None:
            found[f"{side}_auto"] = automatic not in _OFF
    line = measure(attribute(element, "line"))
    if line is not None:
        found["line_rule"] = _RULES.get(attribute(element, "lineRule") or "", "auto")
        found["line"] = line
    return found


def _outline(element: Element) -> dict[str, Any]:
    level = number(attribute(element, "val"))
    if level is None:
        return {}
    return {"outline_level": level + 1 if level < 9 else None}


def _tabs(element: Element) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for tab in islice(element.iterchildren(w("tab")), _MOST_TABS):
        position = measure(attribute(tab, "pos"))
        kind = attribute(tab, "val") or "left"
        if position is not None:
            stop = Tab(position, _TAB_KINDS.get(kind, kind), attribute(tab, "leader") or "none")
            found[f"tab {position.twips}"] = None if kind == "clear" else stop
    return found


_MOST_TABS = 64  # as many as Word allows
_TAB_KINDS = {"start": "left", "end": "right", "num": "left"}


def _frame(element: Element) -> dict[str, Any]:
    dropped = attribute(element, "dropCap")
    frame = Frame(
        width=measure(attribute(element, "w")),
        height=measure(attribute(element, "h")),
        x=measure(attribute(element, "x")),
        y=measure(attribute(element, "y")),
        x_align=attribute(element, "xAlign"),
        y_align=attribute(element, "yAlign"),
        across=attribute(element, "hAnchor") or "page",
        down=attribute(element, "vAnchor") or "page",
        drop_cap=None if dropped == "none" else dropped,
    )
    return {"frame": frame}


_READERS: Mapping[str, Callable[[Element], dict[str, Any]]] = {
    w("jc"): _alignment,
    w("ind"): _indents,
    w("spacing"): _spacing,
    w("outlineLvl"): _outline,
    w("tabs"): _tabs,
    w("pBdr"): lambda e: {f"border {side}": line for side, line in borders(e).items()},
    w("shd"): lambda e: {"shading": shading(e)},
    w("framePr"): _frame,
}


def shape_of(level: Level) -> Shape:
    """The shape that all levels together give."""
    values = {name: value for name, (value, _giver) in level.items() if " " not in name}
    origins = {name: giver for name, (_value, giver) in level.items()}
    lines = {n[7:]: v for n, (v, _g) in level.items() if n.startswith("border ")}
    stops = [v for n, (v, _g) in level.items() if n.startswith("tab ") and v is not None]
    _line(values)
    _named(origins)
    return Shape(
        **values,
        borders=Borders(**lines),
        tabs=tuple(sorted(stops, key=lambda tab: tab.position)),
        origins=origins,
    )


def _line(values: dict[str, Any]) -> None:
    """The height of lines: a length, or a number of single lines."""
    line = values.get("line")
    if line is not None and values.get("line_rule") == "auto":
        values["lines"] = line.twips / 240
        values["line"] = None
    elif line is not None:
        values["lines"] = None
        values["line"] = Length(abs(line))


def _named(origins: dict[str, Provenance]) -> None:
    """Who gave the tabs and borders as a whole: the strongest that gave one."""
    for name in [name for name in origins if " " in name]:
        giver = origins.pop(name)
        whole = _WHOLES[name.split()[0]]
        known = origins.get(whole)
        if known is None or _RANKS[known.level] <= _RANKS[giver.level]:
            origins[whole] = giver
    if "line" in origins:
        origins["lines"] = origins["line"]


_WHOLES = {"tab": "tabs", "border": "borders"}
_RANKS = {name: rank for rank, name in enumerate(get_args(Kind))}


def level_of(properties: Element | None) -> tuple[str | None, int | None]:
    """The list and the level that a ``w:pPr`` names; None where it names none."""
    found = child(properties, "numPr")
    if found is None:
        return None, None
    level = child(found, "ilvl")
    return attribute(child(found, "numId"), "val"), number(attribute(level, "val"))
