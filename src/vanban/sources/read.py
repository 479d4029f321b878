"""Reading a source as a tree of nodes: by its kind, with its profile and settings."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from msgspec import Struct

from vanban.errors import SourceError
from vanban.location import Place
from vanban.messages import _
from vanban.model.origin import Notes
from vanban.sources import profile, settings, text
from vanban.sources.nodes import Node

Parser = Callable[[str, str], tuple[Node, Notes]]
SUFFIXES = (".yaml", ".yml", ".json", ".txt", ".md")
STANDARD_INPUT = "-"


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
) -> Tree:
    """The nodes of a source file, ``-`` for standard input.

    Args:
        path: the file as the user named it.
        profile_file: the office profile; None looks for one beside and above the source.
        use_profile: False reads no profile at all.
        fields: settings ``field=value`` put over what the file says.

    Raises:
        SourceError: the file cannot be read or is not what its name says.
    """
    tree = _parse(path, _bytes(path))
    found = profile_file
    if use_profile and found is None:
        found = profile.find(Path.cwd() / "-" if path == STANDARD_INPUT else Path(path))
    node, notes = tree.node, tree.notes
    if use_profile and found:
        defaults = _parse(str(found), _bytes(str(found)))
        node, notes = profile.merge(node, defaults.node), (*notes, *defaults.notes)
    node = settings.apply(node, fields)
    return Tree(node, path, tree.text, notes, found if use_profile else None)


def _parse(path: str, data: bytes) -> Tree:
    source, notes = text.decode(data, path)
    node, more = _parser(path, source)(source, path)
    return Tree(node, path, source, (*notes, *more))


def _parser(path: str, source: str) -> Parser:
    suffix = Path(path).suffix.lower()
    if suffix == ".json" or (path == STANDARD_INPUT and source.lstrip().startswith("{")):
        from vanban.sources import json

        return json.parse
    if suffix in {".txt", ".md"}:
        from vanban.sources import head_and_text

        return head_and_text.parse
    from vanban.sources import yaml

    return yaml.parse


def _bytes(path: str) -> bytes:
    if path == STANDARD_INPUT:
        return sys.stdin.buffer.read()
    try:
        return Path(path).read_bytes()
    except FileNotFoundError:
        raise SourceError.at(
            _("Không tìm thấy tệp."), Place(path), _("Kiểm tra lại tên và thư mục của tệp.")
        ) from None
    except IsADirectoryError:
        raise SourceError.at(_("Đây là thư mục, không phải tệp."), Place(path)) from None
    except OSError as error:
        raise SourceError.at(
            _("Không đọc được tệp: {error}.").format(error=error.strerror), Place(path)
        ) from None
