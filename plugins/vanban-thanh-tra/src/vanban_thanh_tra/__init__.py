"""Thanh tra: document types, rules and a summary for inspectorates, for vanban.

What vanban asks for is returned as paths and names: nothing is opened or imported before it is
needed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from vanban import hookimpl

HERE = Path(__file__).parent


@hookimpl
def vanban_document_types() -> Iterable[Path]:
    """The types, a YAML file each."""
    return sorted((HERE / "types").glob("*.yaml"))


@hookimpl
def vanban_templates() -> Mapping[str, Path]:
    """The Word templates: "standard/type", with "-co-13" for the smaller sizes."""
    return {f"nd30/{path.stem}": path for path in sorted((HERE / "templates").glob("*.docx"))}


@hookimpl
def vanban_rules() -> Iterable[Path]:
    """The rules, files of entries."""
    return sorted((HERE / "rules").glob("*.yaml"))


@hookimpl
def vanban_commands() -> Mapping[str, str]:
    """The commands by name."""
    return {"tong-hop-thanh-tra": "vanban_thanh_tra.command:command"}
