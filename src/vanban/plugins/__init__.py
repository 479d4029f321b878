"""Discovery: what the core and the installed plugins contribute, as one frozen Registry."""

from __future__ import annotations

from functools import cache

from vanban.plugins.building import Registry, build
from vanban.plugins.contributions import BUILT_IN, Contribution, Contributions
from vanban.plugins.installed import installed

__all__ = ["BUILT_IN", "Contribution", "Contributions", "Registry", "build", "registry"]


@cache
def registry() -> Registry:
    """The registry of this process, made when first asked for."""
    return build(installed())
