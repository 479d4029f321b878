"""Digests: what tells whether a document would be the same if it were made again."""

from __future__ import annotations

import os
from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path

from vanban.batch.jobs import MadeOf
from vanban.version import __version__


def base(asked: object, files: Iterable[str | None]) -> bytes:
    """The digest of what all documents of a job are made of.

    Args:
        asked: the options that change a document.
        files: the files that all of them are made of; None for one that is not used.
    """
    made = blake2b(__version__.encode(), digest_size=16)
    made.update(repr(asked).encode())
    for file in files:
        made.update(blake2b(content(file)).digest() if file else b"\0")
    return made.digest()


def digest(base: bytes, content: bytes) -> str:
    """The digest of one document."""
    return blake2b(base + content, digest_size=16).hexdigest()


def made_of(path: str) -> MadeOf:
    """A file as it is now."""
    try:
        found = os.stat(path)
    except OSError:
        return MadeOf(path, -1, 0)
    return MadeOf(path, found.st_size, found.st_mtime_ns)


def content(path: str) -> bytes:
    """The bytes of a file; nothing where it cannot be read, which is told when it is needed."""
    try:
        return Path(path).read_bytes()
    except (OSError, ValueError):
        return b""
