"""Putting nodes together from a stream of values and brackets, without recursion."""

from __future__ import annotations

from msgspec import Struct, field

from vanban.errors import Problem, SourceError
from vanban.location import Place
from vanban.messages import _
from vanban.sources.keys import duplicates
from vanban.sources.nodes import Items, Node, Pairs, Scalar

MAX_DEPTH = 30
MAX_NODES = 200_000


def too_deep(place: Place) -> SourceError:
    """Lists and records inside each other, deeper than any document is."""
    return SourceError.at(
        _("Dữ liệu lồng nhau quá {depth} tầng.").format(depth=MAX_DEPTH),
        place,
        _("Bỏ bớt tầng; thường là do thừa dấu ngoặc hoặc dấu “-”."),
    )


class Open(Struct):
    """A list or record whose end has not come; of a record, keys and values in turn."""

    place: Place
    record: bool
    flow: bool
    nodes: list[Node] = field(default_factory=list)


class Builder:
    """Takes what a parser meets, in order, and gives the root record.

    Raises SourceError for a root of another form, for depth, number of nodes and, at the
    end, for all duplicate keys of the file at once.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self._stack: list[Open] = []
        self._left = MAX_NODES
        self._duplicates: list[Problem] = []
        self._root: Pairs | None = None

    @property
    def current(self) -> Open | None:
        """The innermost open list or record; None at the root."""
        return self._stack[-1] if self._stack else None

    @property
    def awaits_key(self) -> bool:
        """Whether the next node is a key."""
        if not self._stack:
            return False
        current = self._stack[-1]
        return current.record and len(current.nodes) % 2 == 0

    def open(self, place: Place, *, record: bool, flow: bool = False) -> None:
        """Begin a list or record."""
        if not self._stack and not record:
            raise root_refused(place)
        if len(self._stack) == MAX_DEPTH:
            raise too_deep(place)
        self._count(place)
        self._stack.append(Open(place, record, flow))

    def add(self, scalar: Scalar) -> None:
        """Take a key or a text value."""
        if not self._stack:
            raise root_refused(scalar.place)
        self._left -= 1
        if self._left < 0:
            self._count(scalar.place)
        self._stack[-1].nodes.append(scalar)

    def close(self) -> Node:
        """End the innermost list or record and return it."""
        ended = self._stack.pop()
        node = self._record(ended) if ended.record else _items(ended)
        if self._stack:
            self._stack[-1].nodes.append(node)
        elif isinstance(node, Pairs):
            self._root = node
        return node

    def root(self) -> Pairs:
        """The record of the whole file."""
        if self._duplicates:
            raise SourceError(sorted(self._duplicates, key=_position))
        if self._root is None:
            raise root_missing(Place(self._path))
        return self._root

    def _count(self, place: Place) -> None:
        self._left -= 1
        if self._left < 0:
            raise SourceError.at(
                _("Tệp có hơn {count} giá trị.").format(count=MAX_NODES),
                place,
                _("Chia văn bản thành nhiều tệp."),
            )

    def _record(self, ended: Open) -> Pairs:
        nodes = ended.nodes
        pairs = tuple(
            (key, value)
            for key, value in zip(nodes[::2], nodes[1::2], strict=True)
            if isinstance(key, Scalar)
        )
        self._duplicates += duplicates(pairs)
        return Pairs(pairs, ended.place)


def root_refused(place: Place, advice: str | None = None) -> SourceError:
    """The root is a list or a text."""
    return SourceError(
        [
            Problem(
                _("Tệp phải là một bản ghi gồm các khóa và giá trị."),
                place,
                advice or _("Bắt đầu bằng khóa loai, ví dụ “loai: cong-van”."),
            )
        ]
    )


def root_missing(place: Place) -> SourceError:
    """There is no data at all."""
    return SourceError(
        [
            Problem(
                _("Chưa có khóa và giá trị nào."),
                place,
                _("Tạo bản mẫu bằng lệnh: vanban new LOẠI."),
            )
        ]
    )


def _items(ended: Open) -> Items:
    return Items(tuple(ended.nodes), ended.place, ended.flow)


def _position(problem: Problem) -> tuple[int, int]:
    place = problem.place
    return (place.line or 0, place.column or 0) if place else (0, 0)
