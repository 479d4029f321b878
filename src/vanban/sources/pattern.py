"""A source as a pattern for many documents: ``{{ cột }}`` is filled in, row by row.

Filling in is plain replacement, once: what a cell holds is text and nothing else. In a body the
signs that would mean something are escaped; its line breaks are those of the cell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from msgspec.structs import replace

from vanban.patterns import later
from vanban.sources.nodes import Items, Node, Pairs, Scalar
from vanban.sources.settings import put
from vanban.viet.text import fold

BODIES = frozenset({"noi_dung"})
"""Fields of the core that hold bodies, also in appendices and attached texts."""

_PLACEHOLDER = later(r"\{\{\s*(?P<name>[^{}\n]+?)\s*\}\}")
_MEANINGFUL = later(r"[\\*|@\[{]")

Filler = Callable[[Node], Node]


def placeholders(node: Node) -> dict[str, Scalar]:
    """The names in a tree as they are typed, each with the first value that has it."""
    found: dict[str, Scalar] = {}
    for scalar in _scalars(node):
        for match in _PLACEHOLDER.finditer(scalar.value):
            found.setdefault(match["name"], scalar)
    return found


def inside(node: Node) -> frozenset[str]:
    """The folded names of placeholders that stand with other words in one value."""
    return frozenset(
        fold(match["name"])
        for scalar in _scalars(node)
        for match in _PLACEHOLDER.finditer(scalar.value)
        if match[0] != scalar.value.strip()
    )


def _scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Pairs):
        for _key, value in node.pairs:
            yield from _scalars(value)
    else:
        for item in node.items:
            yield from _scalars(item)


def filled(
    node: Node,
    values: Mapping[str, str],
    fields: Mapping[tuple[str, ...], str],
    bodies: frozenset[str] = BODIES,
) -> Node:
    """The tree of one document.

    Args:
        node: the pattern.
        values: the texts of placeholders by their folded names.
        fields: texts to put into fields, by the names that lead to them; empty ones leave
            the field as the pattern has it.
        bodies: the names of fields that hold bodies.
    """
    made = _filled(node, values, bodies, body=False)
    for path, text in fields.items():
        if text:
            made = put(made, path, _scalar(text, path, bodies))
    return made


def _filled(node: Node, values: Mapping[str, str], bodies: frozenset[str], *, body: bool) -> Node:
    if isinstance(node, Scalar):
        return _text(node, values, body=body) if "{{" in node.value else node
    if isinstance(node, Items):
        items = tuple(_filled(item, values, bodies, body=body) for item in node.items)
        return Items(tuple(item for item in items if not _is_left_out(item)), node.place, node.flow)
    pairs = (
        (key, _filled(value, values, bodies, body=body or fold(key.value) in bodies))
        for key, value in node.pairs
    )
    return Pairs(tuple(pairs), node.place)


def _is_left_out(node: Node) -> bool:
    """Whether an item of a list came to nothing: it was a single placeholder."""
    return isinstance(node, Scalar) and node.absent


def _text(scalar: Scalar, values: Mapping[str, str], *, body: bool) -> Scalar:
    """A value filled in; one that is nothing but an empty cell counts as left out."""

    def value(name: str) -> str:
        text = values[fold(name)]
        return escaped(text) if body else text

    made = _PLACEHOLDER.sub(lambda match: value(match["name"]), scalar.value)
    span = replace(scalar.span, exact=False)
    return Scalar(made, span, scalar.style, absent=scalar.absent or not made.strip())


def _scalar(text: str, path: tuple[str, ...], bodies: frozenset[str]) -> Scalar:
    from vanban.sources.nodes import scalar

    shown = escaped(text) if path[-1] in bodies else text
    return replace(scalar(shown, ".".join(path)), style="quoted")


def escaped(text: str) -> str:
    r"""A text for a body, its signs taken for what they are.

    >>> escaped("5*3 [1] @nhan")
    '5\\*3 \\[1] \\@nhan'
    """
    return _MEANINGFUL.sub(r"\\\g<0>", text)
