"""The length and the kind of stroke of a drawn line; it stays in the middle of where it was."""

from __future__ import annotations

from collections.abc import Mapping

from vanban.units import Length
from vanban.word.ooxml import WP, A
from vanban.word.revising import vml_formats
from vanban.word.revising.markup import Markup, Node
from vanban.word.revising.names import attributes, put
from vanban.word.revising.text_formats import Value

_EXTENT, _SIZE, _DASH = f"{WP} extent", f"{A} ext", f"{A} prstDash"
_ACROSS, _OFFSET = f"{WP} positionH", f"{WP} posOffset"


def change(markup: Markup, node: Node, wanted: Mapping[str, Value]) -> None:
    """Change a ``w:drawing`` or a ``w:pict``.

    Args:
        markup: the part.
        node: the drawing.
        wanted: "width" in EMU, "dash" as the file names it.

    Raises:
        LookupError: it is none, or says nothing of what is to be changed.
    """
    if node.name not in ("drawing", "pict"):
        raise LookupError(f"no drawing that can be changed: {node.name}")
    lengths, strokes = (_width, _dash) if node.name == "drawing" else vml_formats.WRITERS
    for name, value in wanted.items():
        if name == "width":
            lengths(markup, node, Length(int(value or 0)))
        elif name == "dash":
            strokes(markup, node, str(value or "solid"))
        else:
            raise KeyError(name)


def _width(markup: Markup, drawing: Node, width: Length) -> None:
    found = [n for n in drawing.within() if n.name in (_EXTENT, _SIZE)]
    sized = {n.name: n for n in found if "cx=" in markup.opening(n)}
    if _EXTENT not in sized or len(sized) < sum("cx=" in markup.opening(n) for n in found):
        raise LookupError("a drawing of several parts")
    before = int(attributes(markup.opening(sized[_EXTENT]))["cx"])
    for node in sized.values():
        put(markup, node, {"cx": str(int(width))})
    _move(markup, drawing, (before - width) // 2)


def _move(markup: Markup, drawing: Node, distance: int) -> None:
    """Move a drawing to the right that stands at a distance from something."""
    across = next((node for node in drawing.within() if node.name == _ACROSS), None)
    offset = next((n for n in across.children if n.name == _OFFSET), None) if across else None
    if offset is not None:
        inside = markup.inside(offset)
        text = markup.data[inside : offset.close].decode().strip()
        markup.replace(inside, offset.close, str(int(text) + distance))


def _dash(markup: Markup, drawing: Node, kind: str) -> None:
    lines = [node for node in drawing.within() if node.name == _DASH]
    if not lines:
        raise LookupError("a drawing without a stroke of its own")
    for node in lines:
        put(markup, node, {"val": kind})
