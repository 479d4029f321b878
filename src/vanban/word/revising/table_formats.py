"""The borders of tables and cells as properties."""

from __future__ import annotations

from collections.abc import Mapping

from vanban.word.revising.markup import Markup, Node
from vanban.word.revising.names import Names
from vanban.word.revising.properties import Track, properties
from vanban.word.revising.text_formats import Value

_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def table(markup: Markup, node: Node, wanted: Mapping[str, Value], track: Track | None) -> None:
    """Change a ``w:tbl``; ``borders`` None takes its lines away.

    Raises:
        LookupError: it is no table, or a property cannot be set.
    """
    _change(markup, node, ("tbl", "tblPr", "tblBorders"), wanted, track)


def cell(markup: Markup, node: Node, wanted: Mapping[str, Value], track: Track | None) -> None:
    """Change a ``w:tc``, as for a table."""
    _change(markup, node, ("tc", "tcPr", "tcBorders"), wanted, track)


def _change(
    markup: Markup,
    node: Node,
    elements: tuple[str, str, str],
    wanted: Mapping[str, Value],
    track: Track | None,
) -> None:
    name, kind, borders = elements
    if node.name != name or dict(wanted) != {"borders": None}:
        raise LookupError(f"{node.name}: {dict(wanted)}")
    names, known = Names(markup, node), node.child(kind)
    old = properties(markup, kind, known)
    none = "".join(names.element(side, val="nil") for side in _SIDES)
    text = old.with_(names, {borders: names.element(borders, none)}, track)
    if known is not None:
        markup.replace(known.start, known.end, text)
    else:
        markup.fill(node, text)
