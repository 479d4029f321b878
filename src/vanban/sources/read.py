"""Reading a source as a tree of nodes: by its kind, with its profile and settings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path

from msgspec import Struct

from vanban.errors import SourceError
from vanban.location import Place
from vanban.model.origin import Notes
from vanban.sources import profile, settings, text
from vanban.sources.files import STANDARD_INPUT, content
from vanban.sources.nodes import Node, Pairs

Parser = Callable[[str, str], tuple[Node, Notes]]
SUFFIXES = (".yaml", ".yml", ".json", ".txt", ".md")


class Tree(Struct, frozen=True):
    """A source as nodes; ``text`` is what its offsets count in; ``profile`` the file used."""

    node: Node
    path: str
    text: str
    notes: Notes
    profile: Path | None = None


def read(
    path: str,
    *,
    profile_file: Path | None = None,
    use_profile: bool = True,
    fields: Iterable[str] = (),
    data: bytes | None = None,
) -> Tree:
    """The nodes of a source file, ``-`` for standard input.

    Args:
        path: the file as the user named it.
        profile_file: the office profile; None looks for one beside and above the source.
        use_profile: False reads no profile at all.
        fields: settings ``field=value`` put over what the file says.
        data: the bytes of the file, where they are known already; None reads it.

    Raises:
        SourceError: the file cannot be read or is not what its name says.
    """
    profile.refuse_as_document(path)
    tree = _parse(path, data)
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
        return _parse(str(path), data)
    except SourceError as error:
        raise profile.explained(error, path) from None


def _parse(path: str, data: bytes | None = None) -> Tree:
    source, notes = text.decode(content(path) if data is None else data, path)
    node, more = _parser(path, source)(source, path)
    return Tree(node, path, source, (*notes, *more))


def _parser(path: str, source: str) -> Parser:
    suffix = Path(path).suffix.lower()
    if path == STANDARD_INPUT:
        suffix = _suffix_of(source)
    if suffix == ".json":
        from vanban.sources import json

        return json.parse
    if suffix in {".txt", ".md"}:
        from vanban.sources import head_and_text

        return head_and_text.parse
    from vanban.sources import yaml

    return yaml.parse


def _suffix_of(source: str) -> str:
    """The kind of a source without a name; a second document is not taken for a body."""
    if source.lstrip().startswith("{"):
        return ".json"
    head, line, body = source.lstrip("-\n ").partition("\n---\n")
    if not line or re.search(r"(?im)^(noi_dung|nội dung)\s*:", head):
        return ".yaml"
    return ".yaml" if re.match(r"(?i)(\s*#.*\n)*\s*lo[aạ]i\s*:", body) else ".txt"
