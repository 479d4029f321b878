"""Which files a command means: those named, and the documents in the folders named."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from glob import glob
from pathlib import Path

from msgspec import Struct

from vanban.errors import Problem, SourceError
from vanban.location import Place
from vanban.messages import _
from vanban.patterns import later
from vanban.viet.text import nfc

PROFILE = "vanban.yaml"
WORD = frozenset({".docx", ".docm"})
"""Endings of Word files, which only a check takes for documents."""
_LOCK = "~$"
"""How the files begin by which Word tells that a document is open."""
PATTERN = (".mau.yaml", ".mau.yml")
"""Endings of sources that are patterns for tables, and no documents."""

_ALWAYS = (".yaml", ".yml")
_PERHAPS = (".json", ".txt", ".md")
_TYPE_IN_TEXT = later(r"(?m)^\s*[\"']?lo(?:a|ạ)i[\"']?\s*:")
_TYPE_IN_JSON = later(r"\"lo(?:a|ạ)i\"\s*:\s*\"")
_GLOB = later(r"[*?\[]")
_HEAD = 4096
"""So many bytes of a file are looked at to tell whether it is a document."""


class Found(Struct, frozen=True):
    """The files to look at, and what stands in the way of others.

    Attributes:
        paths: each file once, in the order given; those of a folder by name.
        problems: why a folder gives nothing, by its path.
    """

    paths: tuple[str, ...]
    problems: dict[str, Problem]


def documents(paths: Iterable[str], endings: frozenset[str] = frozenset()) -> Found:
    """The files that are meant.

    A file that is named is taken whatever it is. In a folder, and those below it, these are
    documents: YAML files but the office profile and patterns, JSON and text files that
    name a type (``loai``), what plugins read, and Word files if ``endings`` has theirs. Hidden
    files and folders, and what is no file (pipes, devices), are passed over.

    Args:
        paths: files and folders.
        endings: those of the sources that can be read at all.
    """
    found: dict[str, None] = {}
    problems: dict[str, Problem] = {}
    always = endings.difference(_PERHAPS).union(_ALWAYS)
    for path in paths:
        if os.path.isdir(path):
            inside = dict.fromkeys(_inside(Path(path), always, problems))
            found |= inside
            if not inside and path not in problems:
                problems[path] = _empty(path, with_word=bool(WORD & endings))
        else:
            found[path] = None
    return Found(tuple(found), problems)


def expanded(paths: Iterable[str]) -> tuple[str, ...]:
    """The paths, signs like ``*`` replaced by what they stand for (Windows leaves that to us).

    Raises:
        SourceError: nothing is called like that.
    """
    found: list[str] = []
    for path in paths:
        if not _GLOB.search(path) or os.path.lexists(path):
            found.append(path)
            continue
        meant = sorted(glob(path, recursive=True))
        if not meant:
            raise SourceError.at(
                _("Không có tệp nào khớp với tên này."), Place(path), _("Kiểm tra lại tên.")
            )
        found += meant
    return tuple(found)


def _inside(folder: Path, always: frozenset[str], problems: dict[str, Problem]) -> Iterator[str]:
    def unreadable(error: OSError) -> None:
        path = str(error.filename or folder)
        problems[path] = Problem(_("Không đọc được thư mục này."), Place(path))

    for root, folders, files in os.walk(folder, onerror=unreadable):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(root) / name
            if not name.startswith((".", _LOCK)) and _is_document(path, always):
                yield str(path)


def _is_document(path: Path, always: frozenset[str]) -> bool:
    name = path.name.lower()
    if name == PROFILE or name.endswith(PATTERN) or not _is_file(path):
        return False
    suffix = path.suffix.lower()
    return suffix in always or (suffix in _PERHAPS and _names_type(path, suffix))


def _is_file(path: Path) -> bool:
    """Whether a path is a file that ends; a dangling link counts, to be told when it is read."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return True


def _names_type(path: Path, suffix: str) -> bool:
    try:
        with path.open("rb") as stream:
            data = stream.read(_HEAD)
    except OSError:  # what cannot be read here is told when it is named
        return False
    head = nfc(data.decode("utf-8-sig", "replace")).lower().replace("\r", "\n")
    if suffix == ".json":
        return bool(_TYPE_IN_JSON.search(head))
    above = head.partition("\n---")[0] if "\n---" in head else ""
    return bool(_TYPE_IN_TEXT.search(above))


def _empty(path: str, *, with_word: bool) -> Problem:
    kinds = _("Văn bản là tệp .yaml, hoặc .json, .txt, .md có dòng «loai: …».")
    if with_word:
        kinds = _("Văn bản là tệp .docx, .yaml, hoặc .json, .txt, .md có dòng «loai: …».")
    return Problem(_("Thư mục không có văn bản nào."), Place(path), kinds)
