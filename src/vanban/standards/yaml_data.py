"""Reading the YAML data of standards, types and rules: text scalars, faults with their file.

These files come with the package or with a plugin, so they are read by libyaml directly;
documents, which people write, have `vanban.sources` with places for every value.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from vanban.errors import StandardError
from vanban.location import Place
from vanban.messages import _

COMPILED = "compiled.json"
"""Beside shipped YAML files lies what they say, for a quick start (``make data``)."""


def load(path: Path) -> Mapping[str, Any]:
    """The record in a YAML file; every scalar is text.

    What was compiled from the very bytes of the file is taken in its place.

    Raises:
        StandardError: the file is missing, is not YAML or is not a record.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise StandardError.at(
            _("Không đọc được tệp dữ liệu: {error}").format(error=error.strerror), Place(str(path))
        ) from None
    known = _compiled(path.parent).get(path.name)
    if known and known.crc == zlib.crc32(content):
        ready: dict[str, Any] = msgspec.json.decode(known.data)
        return ready
    return parse(content, path)


def parse(content: bytes, path: Path) -> Mapping[str, Any]:
    """The record in the bytes of a YAML file; raises as `load` does."""
    import yaml

    loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        data = yaml.load(content, Loader=loader)  # a base loader makes only text
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = Place(str(path), mark.line + 1, mark.column + 1) if mark else Place(str(path))
        raise StandardError.at(_("Tệp dữ liệu không phải YAML hợp lệ."), place) from None
    if not isinstance(data, dict):
        raise StandardError.at(_("Tệp dữ liệu phải là các cặp khóa: giá trị."), Place(str(path)))
    return data


def compile_folder(folder: Path) -> bytes:
    """What goes into COMPILED for the YAML files of a folder."""
    found = {
        path.name: {"crc": zlib.crc32(path.read_bytes()), "data": parse(path.read_bytes(), path)}
        for path in sorted(folder.glob("*.yaml"))
    }
    return msgspec.json.format(msgspec.json.encode(found), indent=1) + b"\n"


class _File(msgspec.Struct):
    """What a YAML file said when it was compiled; the record is decoded when it is asked for."""

    crc: int
    data: msgspec.Raw


@cache
def _compiled(folder: Path) -> Mapping[str, _File]:
    try:
        return msgspec.json.decode((folder / COMPILED).read_bytes(), type=dict[str, _File])
    except (OSError, msgspec.DecodeError):
        return {}


class Entry:
    """One record of a data file; asking for a value checks its presence and its form."""

    def __init__(self, data: object, path: Path, name: str) -> None:
        self.path, self.name = path, name
        if not isinstance(data, dict):
            raise self.fault(_("phải là một nhóm khóa: giá trị"))
        self.data: dict[str, Any] = data

    def fault(self, what: str) -> StandardError:
        """The failure that says what is wrong with this entry."""
        message = _("{entry}: {what}.").format(entry=self.name or "·", what=what)
        return StandardError.at(message, Place(str(self.path)))

    def only(self, *known: str) -> None:
        """Refuse keys that are not known."""
        for key in self.data:
            if key not in known:
                raise self.fault(_("khóa không biết «{key}»").format(key=key))

    def text(self, key: str, default: str | None = None) -> str:
        """A text; without a default it must be there."""
        value = self.data.get(key, default)
        if not isinstance(value, str):
            raise self.fault(_("thiếu «{key}» hoặc giá trị không phải chữ").format(key=key))
        return value

    def flag(self, key: str) -> bool:
        """có or không; absent is no."""
        value = self.data.get(key, "không")
        if value not in {"có", "không"}:
            raise self.fault(_("«{key}» phải là có hoặc không").format(key=key))
        return bool(value == "có")

    def choice(self, key: str, allowed: Mapping[str, Any], default: str | None = None) -> str:
        """One of the allowed words."""
        value = self.text(key, default)
        if value not in allowed:
            words = ", ".join(allowed)
            raise self.fault(_("«{key}» phải là một trong: {words}").format(key=key, words=words))
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; absent is empty."""
        value = self.data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.fault(_("«{key}» phải là danh sách chữ").format(key=key))
        return tuple(value)

    def entry(self, key: str) -> Entry:
        """The record under a key."""
        return Entry(self.data.get(key), self.path, f"{self.name}.{key}" if self.name else key)

    def entries(self) -> dict[str, Entry]:
        """The records under all keys."""
        return {key: self.entry(key) for key in self.data}
