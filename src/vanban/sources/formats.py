"""The forms of sources that come with vanban: functions of the hook ``vanban_sources``.

They return nodes with the place of every word; what a plugin's reader returns is plain data
(`vanban.sources.plain`).
"""

from __future__ import annotations

from collections.abc import Callable

from vanban.model.origin import Notes
from vanban.sources import text
from vanban.sources.nodes import Node
from vanban.sources.tree import Tree


def yaml(data: bytes, path: str) -> Tree:
    """A YAML source."""
    from vanban.sources import yaml

    return _parsed(data, path, yaml.parse)


def json(data: bytes, path: str) -> Tree:
    """A JSON source."""
    from vanban.sources import json

    return _parsed(data, path, json.parse)


def head_and_text(data: bytes, path: str) -> Tree:
    """A YAML head, a line ``---`` and the body."""
    from vanban.sources import head_and_text

    return _parsed(data, path, head_and_text.parse)


def _parsed(data: bytes, path: str, parse: Callable[[str, str], tuple[Node, Notes]]) -> Tree:
    source, notes = text.decode(data, path)
    node, more = parse(source, path)
    return Tree(node, path, source, (*notes, *more))
