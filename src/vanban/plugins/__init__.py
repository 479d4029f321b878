"""Discovery: what the core and the installed plugins contribute, as one frozen Registry."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vanban.plugins.building import Registry, build
    from vanban.plugins.contributions import BUILT_IN, Contribution, Contributions

__all__ = ["BUILT_IN", "Contribution", "Contributions", "Registry", "build", "registry"]

_HOMES = {
    "Registry": "building",
    "build": "building",
    "BUILT_IN": "contributions",
    "Contribution": "contributions",
    "Contributions": "contributions",
}


@cache
def registry() -> Registry:
    """The registry of this process, made when first asked for."""
    from vanban.plugins.building import build
    from vanban.plugins.installed import installed

    return build(installed())


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
