"""A whole document as YAML, by the table of fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

from vanban.model import fields
from vanban.model.blocks import CuocChu
from vanban.model.fields import CORE, Field, Kind, Many, Record
from vanban.model.origin import Path
from vanban.model.van_ban import VanBan
from vanban.sources.writing import bodies
from vanban.sources.writing.scalars import day, scalar

_STEP = "  "
_BODY = "noi_dung"


class Written(Struct, frozen=True):
    """A source that was written.

    Attributes:
        text: the YAML.
        paths: for each line of it, counted from 1, the path of what it says.
        lost: paths of texts whose bold or italic parts cannot be marked in a source.
    """

    text: str
    paths: Mapping[int, Path]
    lost: tuple[Path, ...] = ()


def write(doc: VanBan, own: Sequence[Field] = (), head: str = "") -> Written:
    """The YAML of a document.

    Args:
        doc: the document.
        own: the fields that its type declares.
        head: comment lines to stand first, each beginning with "#" and ending in a newline.
    """
    return _Writer(doc, own).write(head)


class _Writer:
    """Writes field after field; footnotes stand under the body that calls them first."""

    def __init__(self, doc: VanBan, own: Sequence[Field]) -> None:
        self.doc, self.own = doc, own
        self.notes: list[CuocChu] = list(doc.cuoc_chu)
        self.lost: list[Path] = []

    def write(self, head: str) -> Written:
        lines = list(self._document())
        first = head.count("\n") + 1
        text = head + "".join(f"{line}\n" for line, _path in lines)
        paths = {first + index: path for index, (_line, path) in enumerate(lines) if path}
        return Written(text, paths, tuple(self.lost))

    def _document(self) -> Iterator[tuple[str, Path]]:
        for field in CORE:
            if field.ten == _BODY:
                yield from self._fields(self.own, self.doc.rieng, (), "")
            yield from self._field(field, getattr(self.doc, field.ten), (), "")

    def _fields(
        self, known: Sequence[Field], values: Any, path: Path, indent: str
    ) -> Iterator[tuple[str, Path]]:
        for field in known:
            value = values.get(field.ten) if isinstance(values, Mapping) else None
            if not isinstance(values, Mapping):
                value = getattr(values, field.ten)
            yield from self._field(field, value, path, indent)

    def _field(
        self, field: Field, value: Any, path: Path, indent: str
    ) -> Iterator[tuple[str, Path]]:
        if value is None or value is False or value in ((), "") or value == {}:
            return
        here = (*path, field.ten)
        yield from _joined(f"{indent}{field.ten}:", self._value(field.kind, value, here, indent))

    def _value(self, kind: Kind, value: Any, path: Path, indent: str) -> Iterator[tuple[str, Path]]:
        """The lines of a value; the first goes on the line of its key when it is not indented."""
        deeper = indent + _STEP
        match kind:
            case Many():
                yield from self._many(kind, value, path, indent)
            case Record():
                yield "", path
                yield from self._fields(kind.fields, value, path, deeper)
            case fields.Content():
                yield "|", path
                found = bodies.write(value, path, self.notes)
                self.lost += found.lost
                written = {p[1] for _line, p in found.lines if p[:1] == ("cuoc_chu",)}
                self.notes = [note for note in self.notes if note.nhan not in written]
                yield from ((f"{deeper}{line}".rstrip(), p) for line, p in found.lines)
            case fields.Reasons():
                yield "", path
                for rule, reason in value.items():
                    yield f"{deeper}{rule}: {scalar(reason)}", (*path, rule)
            case _:
                yield from _text(kind, value, path, deeper)

    def _many(
        self, kind: Many, values: Sequence[Any], path: Path, indent: str
    ) -> Iterator[tuple[str, Path]]:
        """A list; a single record stands for itself, save for appendices."""
        inner = kind.kind
        if isinstance(inner, Record) and len(values) == 1 and path != ("phu_luc",):
            yield from self._value(inner, values[0], (*path, 0), indent)
            return
        if path[-1] == "quyen_han" and len(values) == 1:
            yield from self._value(inner, values[0], (*path, 0), indent)
            return
        yield "", path
        for index, value in enumerate(values):
            here = (*path, index)
            lines = list(self._value(inner, value, here, indent + _STEP))
            yield from _dashed(lines, indent + _STEP)


def _joined(key: str, lines: Iterator[tuple[str, Path]]) -> Iterator[tuple[str, Path]]:
    first, path = next(lines)
    yield (f"{key} {first}" if first else key), path
    yield from lines


def _dashed(lines: Sequence[tuple[str, Path]], indent: str) -> Iterator[tuple[str, Path]]:
    """The lines of an item of a list: the first one behind the dash."""
    (first, path), *rest = lines
    if not first and rest:
        (line, path), *rest = rest
        first = line.strip()
    yield f"{indent}- {first}", path
    yield from rest


def _text(kind: Kind, value: Any, path: Path, deeper: str) -> Iterator[tuple[str, Path]]:
    if isinstance(kind, fields.Day):
        yield day(value), path
    elif isinstance(kind, fields.Flag):
        yield ("có" if value else "không"), path
    elif isinstance(value, str) and "\n" in value:
        yield "|-", path
        yield from ((f"{deeper}{line}", path) for line in value.split("\n"))
    else:
        yield scalar(str(value)), path
