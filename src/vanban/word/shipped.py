"""Finding and compiling templates, each once in a process.

Beside a shipped template lies what its tags resolve to (``NAME.patched/``), generated with
it, so that a cold start needs no docxtpl. It is used only while it belongs to the file.
"""

from __future__ import annotations

import zlib
from functools import lru_cache
from pathlib import Path

from vanban.errors import TemplateError
from vanban.location import Place
from vanban.messages import _
from vanban.standards.load import Standard
from vanban.word.template import Patched, Template, compile_template

CHECKSUM = "checksum"


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
        return compile_template(data, str(path), standard, co, patched(path, data))
    except TemplateError as error:
        if any(problem.place is None for problem in error.problems):
            raise TemplateError.at(error.problems[0].message, Place(str(path))) from None
        raise


def patched(path: Path, data: bytes) -> Patched | None:
    """The resolved parts generated with a template; None when there are none for it."""
    folder = path.with_suffix(".patched")
    try:
        if (folder / CHECKSUM).read_text("ascii").strip() != checksum(data):
            return None
        names = ("word/document.xml", "docProps/core.xml")
        return {name: (folder / name).read_text("utf-8") for name in names}
    except OSError:
        return None


def checksum(data: bytes) -> str:
    """What ties resolved parts to their template."""
    return f"{zlib.crc32(data):08x}"
