"""Finding and compiling templates, each once in a process.

Beside a shipped template lie its parts with their tags resolved (``NAME.resolved/``),
generated with it, so that a cold start needs neither docxtpl nor zipfile. They are used only
while they belong to the file.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from vanban.errors import TemplateError
from vanban.location import Place
from vanban.messages import _
from vanban.standards.load import Standard
from vanban.word import package
from vanban.word.template import Template, compile_template

FOLDER = ".resolved"
CONTENTS = "contents"
"""File in that folder: the checksum of the template, then the names of the parts."""


def load(path: Path, standard: Standard, co: str) -> Template:
    """The compiled template of a file; the same file is compiled once.

    Raises:
        TemplateError: it cannot be read, or is no usable template.
    """
    try:
        stamp = path.stat().st_mtime_ns
    except OSError:
        raise TemplateError.at(
            _("Không tìm thấy tệp mẫu Word."), Place(str(path)), _("Kiểm tra tên và thư mục.")
        ) from None
    return _load(path, stamp, standard, co)


@lru_cache(maxsize=64)
def _load(path: Path, stamp: int, standard: Standard, co: str) -> Template:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise TemplateError.at(
            _("Không đọc được tệp mẫu Word: {error}.").format(error=error.strerror),
            Place(str(path)),
        ) from None
    try:
        ready = resolved(path, data)
        parts = ready or package.read(data)
        return compile_template(parts, str(path), standard, co, resolved=ready is not None)
    except TemplateError as error:
        if any(problem.place is None for problem in error.problems):
            raise TemplateError.at(error.problems[0].message, Place(str(path))) from None
        raise


def resolved(path: Path, data: bytes) -> Mapping[str, bytes] | None:
    """The parts generated with a template, tags resolved; None when there are none for it."""
    folder = path.with_suffix(FOLDER)
    try:
        known, *names = (folder / CONTENTS).read_text("ascii").split()
        if known != checksum(data):
            return None
        return {name: (folder / name).read_bytes() for name in names}
    except (OSError, ValueError):
        return None


def checksum(data: bytes) -> str:
    """What ties resolved parts to their template."""
    return f"{zlib.crc32(data):08x}"
