"""The fields that a column may fill, by every spelling of their full names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from vanban.model.fields import Field, Kind, Many, Reasons, Record
from vanban.sources.rows.names import heading, key, parts

OF_PATTERN = frozenset({"loai", "tieu_chuan", "mau", "kiem_tra", "bo_qua"})
"""Fields that are the same for all rows: only the pattern says them."""

Path = tuple[str, ...]


class Leaf(Struct, frozen=True):
    """A field that holds a text.

    Attributes:
        path: the names that lead to it.
        title: the same in Vietnamese.
        names: its spellings, as `names.key` makes them.
        kind: what it holds.
        listed: whether it belongs to the items of a list, so that a number may say which.
    """

    path: Path
    title: str
    names: frozenset[str]
    kind: Kind
    listed: bool


class FieldNames:
    """Finds fields by headings: "Trích yếu", "Ký: Họ tên", "ky.2.ho_ten"."""

    def __init__(self, fields: Iterable[Field]) -> None:
        self.leaves = [
            leaf for field in fields if field.ten not in OF_PATTERN for leaf in _leaves(field)
        ]
        self._by_name: dict[str, list[Leaf]] = {}
        for leaf in self.leaves:
            for name in leaf.names:
                self._by_name.setdefault(name, []).append(leaf)

    @property
    def names(self) -> frozenset[str]:
        """All spellings."""
        return frozenset(self._by_name)

    def found(self, text: str) -> list[tuple[Leaf, Path]]:
        """The fields that a heading can mean, each with the path to it; [] for none.

        The very names of a field mean that field only.
        """
        names, item = list(parts(text)), ""
        if len(names) > 2 and names[1].isdecimal():
            item = names.pop(1)
        leaves = [
            leaf for leaf in self._by_name.get(".".join(names), ()) if leaf.listed or not item
        ]
        typed = heading(text)
        exact = [leaf for leaf in leaves if _path(leaf, item) == tuple(typed.split("."))]
        return [(leaf, _path(leaf, item)) for leaf in exact or leaves]


def _path(leaf: Leaf, item: str) -> Path:
    return (leaf.path[0], item, *leaf.path[1:]) if item else leaf.path


def _leaves(field: Field) -> Iterator[Leaf]:
    names, listed = frozenset({key(field.ten), key(field.tieu_de)}), False
    inner: Kind = field.kind
    while isinstance(inner, Many):
        inner, listed = inner.kind, True
    if isinstance(inner, Record):
        for leaf in (leaf for each in inner.fields for leaf in _leaves(each)):
            both = frozenset(f"{outer}.{name}" for outer in names for name in leaf.names)
            title = f"{field.tieu_de}: {leaf.title}"
            yield Leaf((field.ten, *leaf.path), title, both, leaf.kind, listed)
    elif not isinstance(inner, Reasons):
        yield Leaf((field.ten,), field.tieu_de, names, inner, False)
