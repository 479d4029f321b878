"""The core's own contributions: a function a hook, as plugins have them (`vanban.hookspecs`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from vanban import resources
from vanban.commands import COMMANDS, home

if TYPE_CHECKING:
    from vanban.rules.base import Rule


def vanban_document_types() -> Iterable[Path]:
    """The types of Nghị định 30 and of practice."""
    return sorted((resources.standards() / "nd30" / "types").glob("*.yaml"))


def vanban_standards() -> Iterable[Path]:
    """Nghị định 30/2020/NĐ-CP."""
    return [resources.standards() / "nd30"]


def vanban_templates() -> Mapping[str, Path]:
    """The shipped Word templates."""
    folder = resources.templates()
    return {f"nd30/{path.stem}": path for path in sorted((folder / "nd30").glob("*.docx"))}


def vanban_sources() -> Mapping[str, str]:
    """YAML, JSON and text."""
    forms = {
        ".yaml": "yaml",
        ".yml": "yaml",
        ".json": "json",
        ".txt": "head_and_text",
        ".md": "head_and_text",
    }
    return {ending: f"vanban.sources.formats:{form}" for ending, form in forms.items()}


def vanban_executors() -> Mapping[str, str]:
    """Processes of this machine."""
    return {"process": "vanban.batch.executors:processes"}


def vanban_commands() -> Mapping[str, str]:
    """The commands, a module of the room ``cli`` each."""
    return {name: f"{home(name)}:command" for name in COMMANDS}


def vanban_rules() -> Iterable[Path | Rule]:
    """The rules on sources, and those on .docx files."""
    data = resources.rules()
    return [*sorted(data.glob("*.yaml")), *sorted((data / "docx").glob("*.yaml"))]
