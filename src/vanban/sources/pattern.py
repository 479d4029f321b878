"""A source as a pattern for many documents: ``{{ cột }}`` is filled in, row by row.

Filling in is plain replacement, once: what a cell holds is text and nothing else; see
`cells_in_text` for what that means in a body.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum

from msgspec.structs import replace

from vanban.errors import Problem, SourceError, short
from vanban.messages import _
from vanban.model.fields import Day, Field, Kind, Many, Record
from vanban.patterns import later
from vanban.sources import cells_in_text
from vanban.sources.cells_in_text import PLACEHOLDER
from vanban.sources.nodes import Items, Node, Pairs, Scalar, scalar
from vanban.sources.settings import put
from vanban.viet.text import fold

BODIES = frozenset({"noi_dung"})
"""Fields of the core that hold bodies, also in appendices and attached texts."""

_STRAY = later(r"\{\{|\}\}")


class _Reads(Enum):
    """How a text is read that cells are put into."""

    AS_TYPED = 0
    LINES = 1
    """A body: lines with marks."""
    ONE = 2
    """The text of one block, with inline marks."""


def placeholders(node: Node) -> dict[str, Scalar]:
    """The names in a tree as they are typed, each with the first value that has it."""
    found: dict[str, Scalar] = {}
    for text in _scalars(node):
        for match in PLACEHOLDER.finditer(text.value):
            found.setdefault(match["name"], text)
    return found


def inside(node: Node) -> frozenset[str]:
    """The folded names of placeholders that stand with other words in one value."""
    return frozenset(
        fold(match["name"])
        for text in _scalars(node)
        for match in PLACEHOLDER.finditer(text.value)
        if match[0] != text.value.strip()
    )


def days(node: Node, fields: Iterable[Field]) -> frozenset[str]:
    """The folded names of placeholders that alone fill a date.

    Args:
        node: the pattern.
        fields: the fields that its documents may have.
    """
    return frozenset(_days(node, Record(tuple(fields))))


def _days(node: Node, kind: Kind | None) -> Iterator[str]:
    while isinstance(kind, Many):
        kind = kind.kind
    if isinstance(node, Items):
        for item in node.items:
            yield from _days(item, kind)
    elif isinstance(node, Pairs) and isinstance(kind, Record):
        kinds = {field.ten: field.kind for field in kind.fields}
        for key, value in node.pairs:
            yield from _days(value, kinds.get(fold(key.value)))
    elif isinstance(node, Scalar) and isinstance(kind, Day):
        found = PLACEHOLDER.fullmatch(node.value.strip())
        yield from [fold(found["name"])] if found else []


def at(node: Node, path: tuple[str, ...]) -> Scalar | None:
    """The text that folded names lead to; None where there is none.

    A number among them says which item of a list is meant; without one it is the first.
    """
    if not path:
        return node if isinstance(node, Scalar) else None
    if isinstance(node, Items):
        number, rest = (int(path[0]), path[1:]) if path[0].isdecimal() else (1, path)
        return at(node.items[number - 1], rest) if 0 < number <= len(node.items) else None
    pairs = node.pairs if isinstance(node, Pairs) else ()
    inner = next((value for key, value in pairs if fold(key.value) == path[0]), None)
    return at(inner, path[1:]) if inner else None


def refuse_stray_braces(node: Node) -> None:
    """Refuse a pattern with a ``{{`` or ``}}`` that belongs to no placeholder.

    Raises:
        SourceError: with all of them.
    """
    problems = [_stray(text, at) for text in _scalars(node) for at in _strays(text.value)]
    if problems:
        raise SourceError(problems)


def _strays(text: str) -> Iterator[int]:
    """Where such braces stand; ``}}`` may close two braces that were opened one by one."""
    rest = PLACEHOLDER.sub(lambda found: " " * len(found[0]), text)
    for found in _STRAY.finditer(rest):
        before = rest[: found.start()]
        if found[0] == "{{" or before.count("{") - before.count("}") < len(found[0]):
            yield found.start()


def _stray(node: Scalar, at: int) -> Problem:
    start = node.value.rfind("\n", 0, at) + 1
    end = node.value.find("\n", at)
    line = node.value[start : end if end >= 0 else None].strip()
    return Problem(
        _("Dấu {braces} lẻ, không thành chỗ điền: «{text}».").format(
            braces=node.value[at : at + 2], text=short(line)
        ),
        node.span.place(at),
        _("Ghi đủ trên một dòng, ví dụ {example}").format(example="{{ Họ và tên }}"),
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
    made = _filled(node, values, bodies, _Reads.AS_TYPED)
    for path, text in fields.items():
        if text:
            made = put(made, path, _scalar(text, path, bodies))
    return made


def _filled(node: Node, values: Mapping[str, str], bodies: frozenset[str], reads: _Reads) -> Node:
    if isinstance(node, Scalar):
        return _text(node, values, reads) if "{{" in node.value else node
    if isinstance(node, Items):
        reads = _Reads.ONE if reads is _Reads.LINES else reads
        items = tuple(_filled(item, values, bodies, reads) for item in node.items)
        return Items(tuple(item for item in items if not _is_left_out(item)), node.place, node.flow)
    pairs = (
        (
            key,
            _filled(value, values, bodies, _Reads.LINES if fold(key.value) in bodies else reads),
        )
        for key, value in node.pairs
    )
    return Pairs(tuple(pairs), node.place)


def _is_left_out(node: Node) -> bool:
    """Whether an item of a list came to nothing: it was a single placeholder."""
    return isinstance(node, Scalar) and node.absent


def _text(node: Scalar, values: Mapping[str, str], reads: _Reads) -> Scalar:
    """A value filled in; one that is nothing but an empty cell counts as left out."""
    match reads:
        case _Reads.LINES:
            made = cells_in_text.in_lines(node.value, values)
        case _Reads.ONE:
            made = cells_in_text.in_one(node.value, values)
        case _:
            made = PLACEHOLDER.sub(lambda found: values[fold(found["name"])], node.value)
    span = replace(node.span, exact=False)
    return Scalar(made, span, node.style, absent=node.absent or not made.strip())


def _scalar(text: str, path: tuple[str, ...], bodies: frozenset[str]) -> Scalar:
    if path[-1] in bodies:
        text = cells_in_text.in_lines("{{ x }}", {"x": text})
    return replace(scalar(text, ".".join(path)), style="quoted")
