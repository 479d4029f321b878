"""One line of a file of JSON Lines: its values as texts, or what is wrong with it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, NoReturn

from msgspec import Struct
from msgspec.structs import replace

from vanban.errors import Problem, SourceError, short
from vanban.location import Place
from vanban.messages import _
from vanban.sources import json as json_source
from vanban.sources.rows.names import key


class Record(Struct, frozen=True):
    """A line: its number, its values by their keys, and what is wrong with it; None: nothing."""

    number: int
    values: Mapping[str, str]
    problem: Problem | None = None


class _Unusable(ValueError):
    """A value or key that no cell of a table can be."""


class _Pairs(list[tuple[str, Any]]):
    """An object as it was written, keys that repeat with it."""


def _no_number(text: str) -> NoReturn:
    raise ValueError(text)


_DECODER = json.JSONDecoder(
    object_pairs_hook=_Pairs, parse_float=str, parse_int=str, parse_constant=_no_number
)


def parse(text: str, path: str, number: int) -> Record:
    """The record in a line; its texts are not cleaned yet."""
    place = Place(path, number)
    try:
        data = _DECODER.decode(text)
    except (ValueError, RecursionError):
        return Record(number, {}, _syntax(text, place))
    if not isinstance(data, _Pairs):
        return Record(number, {}, _problem(place, _("Dòng này không phải là một bản ghi.")))
    try:
        return Record(number, _values(data))
    except (_Unusable, RecursionError) as error:
        return Record(number, {}, _problem(place, str(error)))


def _values(data: _Pairs) -> dict[str, str]:
    """The values by their keys; each key once, however it is spelt."""
    values: dict[str, str] = {}
    seen: set[str] = set()
    for name, text in _flat(data, ""):
        folded = key(name)
        if not folded or folded in seen:
            raise _Unusable(_("Khóa «{name}» trống hoặc có hai lần.").format(name=short(name)))
        seen.add(folded)
        values[name] = text
    return values


def _flat(data: _Pairs, above: str) -> Iterator[tuple[str, str]]:
    for name, value in data:
        path = f"{above}.{name}" if above else name
        if isinstance(value, _Pairs):
            yield from _flat(value, path)
        else:
            yield path, _text(value, path)


def _text(value: object, name: str) -> str:
    """A value as it is typed; a list is a text of lines."""
    match value:
        case str():
            return value
        case None:
            return ""
        case bool():
            return "có" if value else "không"
        case list() if not isinstance(value, _Pairs) and not any(
            isinstance(item, list) for item in value
        ):
            return "\n".join(_text(item, name) for item in value)
    raise _Unusable(_("Khóa «{name}» là danh sách của danh sách.").format(name=short(name)))


def _problem(place: Place, message: str) -> Problem:
    return Problem(message, place, _('Mỗi dòng một bản ghi, ví dụ {"ho_ten": "Nguyễn Văn An"}'))


def _syntax(text: str, place: Place) -> Problem:
    """What our own reader says of a line, which explains better than the fast one."""
    try:
        json_source.parse(text, place.path)
    except SourceError as error:
        found = error.problems[0]
        column = found.place.column if found.place else None
        return replace(found, place=replace(place, column=column))
    return _problem(place, _("Dòng này không phải JSON."))
