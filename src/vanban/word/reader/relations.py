"""Which parts belong together: relationships, and the names parts usually have."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from urllib.parse import unquote

from msgspec import Struct

from vanban.word.reader.archive import Archive


class Relation(Struct, frozen=True):
    """A way from one part: the last word of its type, where it leads, whether that is outside."""

    kind: str
    target: str
    outside: bool


def relations(archive: Archive, part: str) -> Mapping[str, Relation]:
    """The relationships of a part by id; those of the whole package for ``part`` ""."""
    folder, name = posixpath.split(part)
    own = posixpath.join(folder, "_rels", f"{name}.rels")
    if own not in archive:
        return {}
    found = {}
    for element in archive.root(own):
        outside = element.get("TargetMode") == "External"
        target = element.get("Target", "")
        kind = element.get("Type", "").rpartition("/")[2]
        found[element.get("Id", "")] = Relation(
            kind, target if outside else _part(folder, target), outside
        )
    return found


def _part(folder: str, target: str) -> str:
    whole = posixpath.join("/", folder, unquote(target))
    return posixpath.normpath(whole).lstrip("/")


def main_part(archive: Archive) -> str | None:
    """The part that holds the body; None when the package has none."""
    for relation in relations(archive, "").values():
        if relation.kind == "officeDocument" and relation.target in archive:
            return relation.target
    return "word/document.xml" if "word/document.xml" in archive else None


def related(archive: Archive, main: str, found: Mapping[str, Relation], kind: str) -> str | None:
    """The part of a kind ("styles") that belongs to the main part; None when there is none."""
    for relation in found.values():
        if relation.kind == kind and not relation.outside and relation.target in archive:
            return relation.target
    usual = posixpath.join(posixpath.dirname(main), _USUAL.get(kind, f"{kind}.xml"))
    return usual if usual in archive else None


_USUAL = {"theme": "theme/theme1.xml"}
