"""How the report of a check is written: for people, and for programs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vanban.batch.checks import Checked

FORMATS = ("text", "json", "sarif", "junit", "html")
"""The formats, each a module of this name in this room with a function ``write``."""


def writer(name: str) -> Callable[[Sequence[Checked]], str]:
    """The function that writes a report in a format of `FORMATS`."""
    module = f"as_{name}" if name in ("json", "html") else name
    found: Callable[[Sequence[Checked]], str] = import_module(f"vanban.cli.formats.{module}").write
    return found
