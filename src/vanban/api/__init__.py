"""What programs call: read, check, render. The only room that wires the others.

Each name is loaded when it is first used: `render` needs no rules, `schema` no Word.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vanban.api.authoring import schema, skeleton
    from vanban.api.checking import check, check_set, entry_of, selected, subject_of
    from vanban.api.commenting import comment
    from vanban.api.converting import convert
    from vanban.api.documents import check_docx
    from vanban.api.fixing import Fixed, fix
    from vanban.api.importing import Imported, import_docx
    from vanban.api.mending import fix_docx
    from vanban.api.patterns import Pattern
    from vanban.api.reading import Reading, load, read
    from vanban.api.rendering import render, unprinted
    from vanban.api.templates import check_template, template_of
    from vanban.rules.engine import Report

__all__ = [
    "Fixed",
    "Imported",
    "Pattern",
    "Reading",
    "Report",
    "check",
    "check_docx",
    "check_set",
    "check_template",
    "comment",
    "convert",
    "entry_of",
    "fix",
    "fix_docx",
    "import_docx",
    "load",
    "read",
    "render",
    "schema",
    "selected",
    "skeleton",
    "subject_of",
    "template_of",
    "unprinted",
]

_HOMES = {
    "Fixed": "vanban.api.fixing",
    "Imported": "vanban.api.importing",
    "Pattern": "vanban.api.patterns",
    "Reading": "vanban.api.reading",
    "Report": "vanban.rules.engine",
    "check": "vanban.api.checking",
    "check_docx": "vanban.api.documents",
    "check_set": "vanban.api.checking",
    "check_template": "vanban.api.templates",
    "comment": "vanban.api.commenting",
    "convert": "vanban.api.converting",
    "entry_of": "vanban.api.checking",
    "fix": "vanban.api.fixing",
    "fix_docx": "vanban.api.mending",
    "import_docx": "vanban.api.importing",
    "load": "vanban.api.reading",
    "read": "vanban.api.reading",
    "render": "vanban.api.rendering",
    "schema": "vanban.api.authoring",
    "selected": "vanban.api.checking",
    "skeleton": "vanban.api.authoring",
    "subject_of": "vanban.api.checking",
    "template_of": "vanban.api.templates",
    "unprinted": "vanban.api.rendering",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
