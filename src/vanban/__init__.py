"""vanban: Vietnamese administrative documents (Nghị định 30/2020/NĐ-CP) from plain data.

    >>> import vanban
    >>> van_ban = vanban.load("examples/ket-luan-giao-ban.yaml")    # doctest: +SKIP
    >>> Path("ket-luan.docx").write_bytes(vanban.render(van_ban))   # doctest: +SKIP

The names below are the public ones; each is loaded when it is first used, so that
``import vanban`` costs next to nothing. (The example is run by tests/test_public_names.py.)
"""

from typing import TYPE_CHECKING, Any

from vanban.version import __version__

if TYPE_CHECKING:
    from vanban.api import Reading, Report, check, convert, load, read, render
    from vanban.errors import VanbanError
    from vanban.findings import Finding, Severity
    from vanban.hookspecs import hookimpl
    from vanban.model.van_ban import VanBan
    from vanban.rules.base import Rule, Subject


__all__ = [
    "load",
    "read",
    "check",
    "render",
    "convert",
    "VanBan",
    "Reading",
    "Report",
    "Finding",
    "Severity",
    "Rule",
    "Subject",
    "VanbanError",
    "hookimpl",
    "__version__",
]

_HOMES = {
    "load": "vanban.api",
    "read": "vanban.api",
    "check": "vanban.api",
    "render": "vanban.api",
    "convert": "vanban.api",
    "Reading": "vanban.api",
    "Report": "vanban.api",
    "VanBan": "vanban.model.van_ban",
    "Finding": "vanban.findings",
    "Severity": "vanban.findings",
    "Rule": "vanban.rules.base",
    "Subject": "vanban.rules.base",
    "VanbanError": "vanban.errors",
    "hookimpl": "vanban.hookspecs",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'vanban' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
