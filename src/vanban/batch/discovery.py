"""Which files a command means: those named, and the documents in the folders named."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from vanban.errors import SourceError
from vanban.location import Place
from vanban.messages import _

PROFILE = "vanban.yaml"
PATTERN = (".mau.yaml", ".mau.yml")
"""Endings of sources that are patterns for tables, and no documents."""

_ALWAYS = (".yaml", ".yml")
_PERHAPS = (".json", ".txt", ".md")
_NAMES_TYPE = re.compile(rb"(?im)^\s*[\"']?lo(?:a|\xe1\xba\xa1)i[\"']?\s*:")  # loai, loại
_HEAD = 4096
"""So many bytes of a file are looked at to tell whether it is a document."""


def documents(paths: Iterable[str]) -> list[str]:
    """The files to look at, each once, in the order given; those of a folder by name.

    A file that is named is taken whatever it is. In a folder, and those below it, these are
    documents: YAML files but the office profile and patterns, and JSON and text files that
    name a type (``loai``). Hidden files and folders are passed over.

    Raises:
        SourceError: a folder holds no document.
    """
    found: dict[str, None] = {}
    for path in paths:
        if os.path.isdir(path):
            inside = dict.fromkeys(_inside(Path(path)))
            if not inside:
                raise _empty(path)
            found |= inside
        else:
            found[path] = None
    return list(found)


def _inside(folder: Path) -> Iterator[str]:
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(root) / name
            if not name.startswith(".") and _is_document(path):
                yield str(path)


def _is_document(path: Path) -> bool:
    name = path.name.lower()
    if name == PROFILE or name.endswith(PATTERN):
        return False
    suffix = path.suffix.lower()
    return suffix in _ALWAYS or (suffix in _PERHAPS and _names_type(path))


def _names_type(path: Path) -> bool:
    try:
        with path.open("rb") as stream:
            head = stream.read(_HEAD)
    except OSError:  # what cannot be read here is told when it is named
        return False
    if path.suffix.lower() != ".json":
        head = head.partition(b"\n---")[0] if b"\n---" in head else b""
    return bool(_NAMES_TYPE.search(head))


def _empty(path: str) -> SourceError:
    return SourceError.at(
        _("Thư mục không có văn bản nào."),
        Place(path),
        _("Văn bản là tệp .yaml, hoặc .json, .txt, .md có dòng «loai: …»."),
    )
