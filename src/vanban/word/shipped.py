"""Finding and compiling templates, each once in a process.

Beside the shipped templates lie their parts with their tags resolved, generated with them,
so that a cold start needs neither docxtpl nor zipfile. They are used only while they belong
to the file.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import msgspec

from vanban.errors import Problem, TemplateError
from vanban.location import Place
from vanban.messages import _
from vanban.standards.load import Standard
from vanban.word import package, tags
from vanban.word.template import Template, compile_template

RESOLVED = "resolved.json"
"""Beside the templates: ``texts`` by checksum, and for each file its checksum and parts."""


def load(path: Path, standard: Standard, co: str) -> Template:
    """The compiled template of a file; the same file is compiled once.

    Raises:
        TemplateError: it cannot be read, or is no usable template.
    """
    try:
        found = path.stat()
    except (OSError, ValueError):
        raise TemplateError.at(
            _("Không tìm thấy tệp mẫu Word."), Place(str(path)), _("Kiểm tra tên và thư mục.")
        ) from None
    return _load(path.absolute(), (found.st_mtime_ns, found.st_size), standard, co, str(path))


@lru_cache(maxsize=64)
def _load(path: Path, stamp: tuple[int, int], standard: Standard, co: str, name: str) -> Template:
    try:
        data = content(path, name)
        ready = resolved(path, data)
        parts = ready or package.read(data)
        return compile_template(parts, name, standard, co, resolved=ready is not None)
    except TemplateError as error:
        raise TemplateError(
            [Problem(p.message, p.place or Place(name), p.advice) for p in error.problems]
        ) from None


def file(standard: Standard, form: str, co: str) -> bytes:
    """The Word file of a form, laid out from the data of its standard."""
    from vanban.word import forms

    made = forms.parts(standard, standard.forms[form], co)
    return package.write(package.deflate(name, xml.encode()) for name, xml in made.items())


@lru_cache(maxsize=64)
def laid_out(standard: Standard, form: str, co: str) -> Template:
    """The template of a form for which nobody made a file, from the data of its standard.

    Raises:
        StandardError: the standard has no such form.
    """
    from vanban.word import forms

    made = forms.parts(standard, standard.forms[form], co)
    parts = {name: tags.resolved(xml).encode() for name, xml in made.items()}
    return compile_template(parts, f"{standard.slug}/{form}", standard, co, resolved=True)


def content(path: Path, name: str) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(package.LARGEST)
    except IsADirectoryError:
        message = _("Đây là thư mục, không phải tệp mẫu Word.")
    except OSError as error:
        message = _("Không đọc được tệp mẫu Word: {error}.").format(error=error.strerror)
    raise TemplateError.at(message, Place(name), _("Kiểm tra tên, thư mục và quyền đọc tệp."))


def resolved(path: Path, data: bytes) -> Mapping[str, bytes] | None:
    """The parts generated with a template, tags resolved; None when there are none for it."""
    known = _packed(path.parent)
    entry = known.templates.get(path.name)
    if not entry or entry.checksum != checksum(data):
        return None
    text = msgspec.json.Decoder(str).decode
    return {name: text(known.texts[key]).encode() for name, key in entry.parts.items()}


def pack(templates: Mapping[str, tuple[bytes, Mapping[str, str]]]) -> bytes:
    """What goes into RESOLVED: for each template its bytes and its resolved parts."""
    texts: dict[str, str] = {}
    entries = {}
    for name, (data, parts) in templates.items():
        keys = {part: checksum(xml.encode()) for part, xml in parts.items()}
        texts |= {keys[part]: xml for part, xml in parts.items()}
        entries[name] = {"checksum": checksum(data), "parts": keys}
    packed = {"templates": entries, "texts": dict(sorted(texts.items()))}
    return msgspec.json.format(msgspec.json.encode(packed), indent=1) + b"\n"


class _Template(msgspec.Struct):
    checksum: str
    parts: dict[str, str]


class _Packed(msgspec.Struct):
    """What RESOLVED holds; a text is decoded when it is asked for."""

    templates: dict[str, _Template] = {}
    texts: dict[str, msgspec.Raw] = {}


@lru_cache(maxsize=16)
def _packed(folder: Path) -> _Packed:
    try:
        return msgspec.json.decode((folder / RESOLVED).read_bytes(), type=_Packed)
    except (OSError, msgspec.DecodeError):
        return _Packed()


def checksum(data: bytes) -> str:
    """What ties resolved parts to their template."""
    return f"{zlib.crc32(data):08x}"
