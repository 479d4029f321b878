"""Fields of a document by their names ("ky.ho_ten"), its own and those of its type."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from vanban.model.fields import CORE, Field, Many, Record
from vanban.model.origin import Path

if TYPE_CHECKING:
    from vanban.rules.base import Subject


def values(subject: Subject, name: str) -> Iterator[tuple[Path, Any]]:
    """What a document says under a name, with the path of each; through the items of lists.

    A list that the name ends with is one value: ``noi_nhan`` gives the list of recipients.
    """
    first, *rest = name.split(".")
    value = getattr(subject.doc, first, None)
    if value is None:
        value = subject.doc.rieng.get(first)
    return _values(value, (first,), rest)


def _values(value: Any, path: Path, names: list[str]) -> Iterator[tuple[Path, Any]]:
    if value is None:
        return
    if not names:
        yield path, value
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _values(item, (*path, index), names)
    elif isinstance(value, Mapping):
        yield from _values(value.get(names[0]), (*path, names[0]), names[1:])
    else:
        yield from _values(getattr(value, names[0], None), (*path, names[0]), names[1:])


def title(subject: Subject, name: str) -> str:
    """The Vietnamese title of a field; its name where there is none."""
    known: Iterable[Field] = (*CORE, *subject.kind.truong)
    found: Field | None = None
    for part in name.split("."):
        found = next((field for field in known if field.ten == part), None)
        if found is None:
            return name
        kind = found.kind.kind if isinstance(found.kind, Many) else found.kind
        known = kind.fields if isinstance(kind, Record) else ()
    return found.tieu_de if found else name
