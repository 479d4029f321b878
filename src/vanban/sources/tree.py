"""A source as nodes, whatever it was written in."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from vanban.model.origin import Notes
from vanban.sources.nodes import Node


class Tree(Struct, frozen=True):
    """A source as nodes; ``text`` is what its offsets count in; ``profile`` the file used."""

    node: Node
    path: str
    text: str
    notes: Notes
    profile: Path | None = None
