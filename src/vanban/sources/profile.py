"""The office profile ``vanban.yaml``: what an office would else write in every file."""

from __future__ import annotations

from pathlib import Path

from vanban.sources.nodes import Node, Pairs, Scalar
from vanban.viet.text import fold

NAME = "vanban.yaml"

WHOLE = frozenset({"ky"})
"""Records that a document replaces whole: a deputy's block must not get the head's name."""


def find(source: Path) -> Path | None:
    """The profile beside or above a source, None when there is none.

    The search stops at the first one, at the root of a repository and at home.
    """
    folder = source.resolve().parent
    home = Path.home()
    for candidate in (folder, *folder.parents):
        if (candidate / NAME).is_file():
            return candidate / NAME
        if candidate == home or (candidate / ".git").exists():
            return None
    return None


def merge(document: Node, profile: Node) -> Node:
    """The document with the profile's values where it says nothing.

    Records (``co_quan``, ``dia_chi``) are filled in field by field, lists and ``ky`` taken
    whole from the one or the other.
    """
    if not (isinstance(document, Pairs) and isinstance(profile, Pairs)):
        return document
    given = {fold(key.value): (key, value) for key, value in document.pairs}
    for key, value in profile.pairs:
        name = fold(key.value)
        if name not in given or _absent(given[name][1]):
            given[name] = (key, value)
        elif name not in WHOLE:
            given[name] = (given[name][0], merge(given[name][1], value))
    return Pairs(tuple(given.values()), document.place)


def _absent(node: Node) -> bool:
    return isinstance(node, Scalar) and node.absent
