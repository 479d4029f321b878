"""The same for the lines of VML, which Word 2007 and its elders write."""

from __future__ import annotations

from collections.abc import Callable
from re import Match

from vanban.patterns import later
from vanban.units import Length
from vanban.word.revising.markup import Markup, Node
from vanban.word.revising.names import attributes, put

_V = "urn:schemas-microsoft-com:vml"
_LINE, _STROKE = f"{_V} line", f"{_V} stroke"
_SHAPES = frozenset(f"{_V} {name}" for name in ("line", "shape", "rect"))
_POINT = later(r"\s*(-?[\d.]+)pt\s*(,.*)")
_WIDTH = later(r"(?<![\w-])(width)\s*:\s*(-?[\d.]+)pt")
_LEFT = later(r"(?<![\w-])(margin-left)\s*:\s*(-?[\d.]+)pt")


def _width(markup: Markup, picture: Node, width: Length) -> None:
    node = _only(picture)
    told = attributes(markup.opening(node))
    if node.name == _LINE:
        begin, end = (_POINT.fullmatch(told.get(name, "")) for name in ("from", "to"))
        if not begin or not end:
            raise LookupError("a line whose ends are not told in points")
        middle = (float(begin[1]) + float(end[1])) / 2
        points = {"from": middle - width.pt / 2, "to": middle + width.pt / 2}
        rest = {"from": begin[2], "to": end[2]}
        put(markup, node, {name: f"{at:g}pt{rest[name]}" for name, at in points.items()})
        return
    style = told.get("style", "")
    found = _WIDTH.search(style)
    if not found:
        raise LookupError("a shape whose width is not told in points")
    distance = (float(found[2]) - width.pt) / 2

    def moved(left: Match[str]) -> str:
        return f"{left[1]}:{float(left[2]) + distance:g}pt"

    style = _LEFT.sub(moved, _WIDTH.sub(f"width:{width.pt:g}pt", style))
    put(markup, node, {"style": style})


def _dash(markup: Markup, picture: Node, kind: str) -> None:
    strokes = [node for node in picture.within() if node.name == _STROKE]
    if not strokes:
        raise LookupError("a shape without a stroke of its own")
    for node in strokes:
        put(markup, node, {"dashstyle": kind})


def _only(picture: Node) -> Node:
    """The one shape of a picture."""
    found = [node for node in picture.within() if node.name in _SHAPES]
    if len(found) != 1:
        raise LookupError("a drawing of several parts")
    return found[0]


WRITERS: tuple[Callable[[Markup, Node, Length], None], Callable[[Markup, Node, str], None]] = (
    _width,
    _dash,
)
"""What gives the line in a ``w:pict`` a length, and what a kind of stroke."""
