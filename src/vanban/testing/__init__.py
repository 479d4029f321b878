"""The kit for plugin authors: cases for rules, comparison of .docx files, conformance tests."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vanban.testing.cases import Case, load, load_folder
    from vanban.testing.checks import conformance
    from vanban.testing.sources import completed

__all__ = ["Case", "completed", "conformance", "load", "load_folder"]

_HOMES = {
    "Case": "cases",
    "load": "cases",
    "load_folder": "cases",
    "conformance": "checks",
    "completed": "sources",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
