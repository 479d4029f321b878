"""Fields set for one run (``--set so=12 --set ky.ho_ten="Nguyễn Văn A"``)."""

from __future__ import annotations

from collections.abc import Iterable

from vanban.errors import SourceError, short
from vanban.location import Place
from vanban.messages import _
from vanban.sources.nodes import Items, Node, Pairs, Scalar, scalar
from vanban.viet.text import fold, nfc

MOST_PARTS = 8
"""A path has at most so many names: deeper than any field lies."""


def split(setting: str) -> tuple[tuple[str, ...], str]:
    """The path and the value of a setting.

    >>> split("ky.ho_ten=Lê Thị B")
    (('ky', 'ho_ten'), 'Lê Thị B')

    Raises:
        SourceError: there is no ``=`` or no name before it.
    """
    name, equals, value = nfc(setting).partition("=")
    path = tuple(fold(part) for part in name.split("."))
    if not equals or not all(path) or len(path) > MOST_PARTS:
        raise SourceError.at(
            _("--set cần dạng TRƯỜNG=GIÁ TRỊ, không phải «{setting}».").format(
                setting=short(setting)
            ),
            advice=_("Ví dụ: --set so=12 --set ngay=2022-11-07"),
        )
    return path, value


def apply(document: Node, settings: Iterable[str]) -> Node:
    """The document with the settings put over what it says.

    Raises:
        SourceError: a setting has no right form, or leads into a list without saying where.
    """
    for setting in settings:
        path, value = split(setting)
        document = put(document, path, scalar(value, f"--set {'.'.join(path)}"))
    return document


def put(node: Node | None, path: tuple[str, ...], value: Scalar, depth: int = 0) -> Node:
    """The node with the value at the rest of the path, from ``depth`` on.

    Raises:
        SourceError: the path leads into a list without saying where.
    """
    if depth == len(path):
        return value
    if isinstance(node, Items):
        return _put_in_list(node, path, depth, value)
    pairs = node.pairs if isinstance(node, Pairs) else ()
    place = node.place if isinstance(node, Pairs) else Place(value.span.path)
    name = path[depth]
    kept = tuple(pair for pair in pairs if fold(pair[0].value) != name)
    inner = next((found for key, found in pairs if fold(key.value) == name), None)
    key = scalar(name, value.span.path)
    return Pairs((*kept, (key, put(inner, path, value, depth + 1))), place)


def _put_in_list(node: Items, path: tuple[str, ...], depth: int, value: Scalar) -> Items:
    """The list with the item changed that the path names by its number, from 1."""
    number = int(path[depth]) if path[depth].isdecimal() and len(path[depth]) < MOST_PARTS else 0
    if not 1 <= number <= len(node.items):
        raise _not_an_item(node, path, depth, value.span.path)
    items = list(node.items)
    items[number - 1] = put(items[number - 1], path, value, depth + 1)
    return Items(tuple(items), node.place, node.flow)


def _not_an_item(node: Items, path: tuple[str, ...], depth: int, source: str) -> SourceError:
    name = ".".join(path[:depth])
    rest = [part for part in path[depth:] if not part.isdecimal()]
    example = ".".join((name, "1", *rest))
    return SourceError.at(
        _("«{name}» là danh sách {count} mục nên phải ghi mục thứ mấy.").format(
            name=name, count=len(node.items)
        ),
        Place(source),
        _("Ví dụ: --set {example}=GIÁ TRỊ").format(example=example),
    )
