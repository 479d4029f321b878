"""Reading a source as a tree of nodes: by its kind, with its profile and settings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path

from vanban.errors import SourceError
from vanban.location import Place
from vanban.sources import formats, plain, profile, settings, text
from vanban.sources.files import STANDARD_INPUT, content
from vanban.sources.nodes import Pairs
from vanban.sources.plain import Reader
from vanban.sources.tree import Tree

Readers = Callable[[str], Reader | None]
"""Gives the reader for an ending of file names; None when there is none."""


def read(
    path: str,
    readers: Readers,
    *,
    profile_file: Path | None = None,
    use_profile: bool = True,
    fields: Iterable[str] = (),
    data: bytes | None = None,
) -> Tree:
    """The nodes of a source file, ``-`` for standard input.

    Args:
        path: the file as the user named it.
        readers: gives the reader for an ending; what has none is taken for YAML.
        profile_file: the office profile; None looks for one beside and above the source.
        use_profile: False reads no profile at all.
        fields: settings ``field=value`` put over what the file says.
        data: the bytes of the file, where they are known already; None reads it.

    Raises:
        SourceError: the file cannot be read or is not what its name says.
    """
    profile.refuse_as_document(path)
    tree = _parse(path, readers, data)
    used = (profile_file or profile.find(Path(path))) if use_profile else None
    node, notes = tree.node, tree.notes
    if used:
        defaults = _defaults(used)
        node, notes = profile.merge(node, defaults.node), (*notes, *defaults.notes)
    return Tree(settings.apply(node, fields), path, tree.text, notes, used)


def _defaults(path: Path) -> Tree:
    """The nodes of a profile; none when all of it is comments."""
    data = content(str(path))
    if profile.is_blank(data.decode("utf-8-sig", "replace")):
        return Tree(Pairs((), Place(str(path))), str(path), "", ())
    try:
        return formats.yaml(data, str(path))
    except SourceError as error:
        raise profile.explained(error, path) from None


def _parse(path: str, readers: Readers, data: bytes | None) -> Tree:
    data = content(path) if data is None else data
    suffix = Path(path).suffix.lower()
    if path == STANDARD_INPUT:
        suffix = _suffix_of(text.decode(data, path)[0])
    return plain.read(readers(suffix) or formats.yaml, data, path)


def _suffix_of(source: str) -> str:
    """The kind of a source without a name; a second document is not taken for a body."""
    if source.lstrip().startswith("{"):
        return ".json"
    head, line, body = source.lstrip("-\n ").partition("\n---\n")
    if not line or re.search(r"(?im)^(noi_dung|nội dung)\s*:", head):
        return ".yaml"
    return ".yaml" if re.match(r"(?i)(\s*#.*\n)*\s*lo[aạ]i\s*:", body) else ".txt"
