"""The plugins that are installed and allowed, and what loads them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import partial, reduce
from importlib import import_module
from typing import Any

from vanban.errors import PluginError
from vanban.messages import _
from vanban.plugins import requirement
from vanban.plugins.scan import Installed, known, normal
from vanban.version import __version__


def any_installed() -> bool:
    """Whether there is a plugin that may be used."""
    return os.environ.get("VANBAN_PLUGINS") != "" and bool(known())


def installed() -> Iterator[tuple[str, Callable[[], Any]]]:
    """Name with version, and what loads it, of the plugins that VANBAN_PLUGINS allows.

    The variable lists distributions, with commas between; unset allows all, empty none.
    """
    wanted = os.environ.get("VANBAN_PLUGINS")
    allowed = None if wanted is None else {normal(n) for n in wanted.split(",") if n.strip()}
    for plugin in known() if allowed != set() else ():
        if allowed is None or normal(plugin.name) in allowed:
            for point in plugin.points:
                yield plugin.origin, partial(load, plugin, point)


def load(plugin: Installed, point: str) -> Any:
    """What an entry point of a plugin names, mostly its module.

    Raises:
        PluginError: it was made for another version of vanban.
    """
    if not requirement.fits(plugin.wanted, __version__):
        message = _("viết cho vanban {wanted}, bản đang chạy là {version}")
        raise PluginError.at(message.format(wanted=plugin.wanted, version=__version__))
    module, _colon, attribute = point.partition("[")[0].partition(":")
    names = filter(None, attribute.strip().split("."))
    return reduce(getattr, names, import_module(module.strip()))


def places() -> dict[str, str]:
    """Where each installed plugin lies, by name and version."""
    return {plugin.origin: plugin.place for plugin in known()}
