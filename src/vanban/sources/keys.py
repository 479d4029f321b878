"""Keys of records: each only once, however it is spelt."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from vanban.errors import Problem
from vanban.messages import _
from vanban.sources.nodes import Node, Scalar
from vanban.viet.text import fold

_folded = lru_cache(maxsize=1024)(fold)


def duplicates(pairs: Iterable[tuple[Scalar, Node]]) -> list[Problem]:
    """A problem for each key of a record that stood before it, folded keys compared."""
    first: dict[str, Scalar] = {}
    problems = []
    for key, _value in pairs:
        earlier = first.setdefault(_folded(key.value) or key.value, key)
        if earlier is not key:
            problems.append(_duplicate(key, earlier))
    return problems


def _duplicate(key: Scalar, earlier: Scalar) -> Problem:
    if key.value == earlier.value:
        message = _("Khóa “{key}” đã có ở dòng {line}.")
    elif earlier.place.line is None:  # data without places, from a plugin's reader
        message = _("Khóa “{key}” là một với khóa “{earlier}”.")
    else:
        message = _("Khóa “{key}” là một với khóa “{earlier}” ở dòng {line}.")
    return Problem(
        message.format(key=key.value, earlier=earlier.value, line=earlier.place.line),
        key.place,
        _("Giữ một, xóa khóa kia."),
    )
