"""The core's own contributions, through the same hooks as anybody's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from vanban import resources
from vanban.hookspecs import hookimpl
from vanban.rules.base import Rule


@hookimpl
def vanban_document_types() -> Iterable[Path]:
    """The types of Nghị định 30 and of practice."""
    return sorted((resources.standards() / "nd30" / "types").glob("*.yaml"))


@hookimpl
def vanban_standards() -> Iterable[Path]:
    """Nghị định 30/2020/NĐ-CP."""
    return [resources.standards() / "nd30"]


@hookimpl
def vanban_templates() -> Mapping[str, Path]:
    """The shipped Word templates."""
    folder = resources.templates()
    return {f"nd30/{path.stem}": path for path in sorted((folder / "nd30").glob("*.docx"))}


@hookimpl
def vanban_rules() -> Iterable[Path | Rule]:
    """The rules on sources."""
    return sorted(resources.rules().glob("*.yaml"))
