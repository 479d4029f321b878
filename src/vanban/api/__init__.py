"""What programs call: read, check, render. The only room that wires the others.

Each name is loaded when it is first used: `render` needs no rules, `schema` no Word.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vanban.api.authoring import schema, skeleton
    from vanban.api.checking import check
    from vanban.api.reading import Reading, load, read
    from vanban.api.rendering import render, unprinted
    from vanban.api.templates import check_template
    from vanban.rules.engine import Report

__all__ = [
    "Reading",
    "Report",
    "check",
    "check_template",
    "load",
    "read",
    "render",
    "schema",
    "skeleton",
    "unprinted",
]

_HOMES = {
    "Reading": "vanban.api.reading",
    "Report": "vanban.rules.engine",
    "check": "vanban.api.checking",
    "check_template": "vanban.api.templates",
    "load": "vanban.api.reading",
    "read": "vanban.api.reading",
    "render": "vanban.api.rendering",
    "schema": "vanban.api.authoring",
    "skeleton": "vanban.api.authoring",
    "unprinted": "vanban.api.rendering",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
