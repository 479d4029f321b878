"""The plugins that are installed: entry points of the group "vanban"."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from vanban.errors import PluginError
from vanban.messages import _
from vanban.plugins import requirement
from vanban.version import __version__

if TYPE_CHECKING:
    from importlib.metadata import Distribution, EntryPoint

GROUP = "vanban"
"""The group of entry points by which packages tell that they are plugins."""


def any_installed() -> bool:
    """Whether there may be a plugin: reading this much is 30 times cheaper than asking which."""
    return os.environ.get("VANBAN_PLUGINS") != "" and any(
        _declares(folder or ".") for folder in sys.path
    )


def installed() -> Iterator[tuple[str, Callable[[], Any]]]:
    """Name with version, and what loads it, of the plugins that VANBAN_PLUGINS allows.

    The variable lists distributions, with commas between; unset allows all, empty none.
    """
    wanted = os.environ.get("VANBAN_PLUGINS")
    allowed = None if wanted is None else {_normal(n) for n in wanted.split(",") if n.strip()}
    if allowed == set() or not any_installed():
        return
    for distribution, name in _plugins(allowed):
        for point in _points(distribution):
            yield f"{name} {distribution.version}", partial(load, distribution, point)


def load(distribution: Distribution, point: EntryPoint) -> Any:
    """The module of a plugin.

    Raises:
        PluginError: it was made for another version of vanban.
    """
    wanted = requirement.clauses(distribution.requires or ())
    if not requirement.fits(wanted, __version__):
        message = _("viết cho vanban {wanted}, bản đang chạy là {version}")
        raise PluginError.at(message.format(wanted=wanted, version=__version__))
    return point.load()


def places() -> dict[str, str]:
    """Where each installed plugin lies, by name and version."""
    return {
        f"{name} {distribution.version}": str(distribution.locate_file(""))
        for distribution, name in (_plugins(None) if any_installed() else ())
    }


def _plugins(allowed: set[str] | None) -> Iterator[tuple[Distribution, str]]:
    """The distributions with plugins that are allowed, each with its name."""
    from importlib.metadata import distributions

    seen: set[str] = set()
    for distribution in distributions():
        if not _points(distribution):
            continue
        name = distribution.metadata["Name"]
        normal = _normal(name)
        if normal in seen:  # what stands later on the path under the same name is hidden
            continue
        seen.add(normal)
        if allowed is None or normal in allowed:
            yield distribution, name


def _points(distribution: Distribution) -> list[EntryPoint]:
    """The plugins of a distribution; none when its entry points cannot be read."""
    try:
        return [point for point in distribution.entry_points if point.group == GROUP]
    except Exception:  # a broken package of somebody else must not stop anything here
        return []


def _normal(name: str) -> str:
    """The name as package tools compare it: "Vanban_Dang" is "vanban-dang"."""
    return re.sub(r"[-_.]+", "-", name).lower().strip()


def _declares(folder: str) -> bool:
    """Whether a distribution in a folder of the path declares a plugin.

    Reading the few entry_points.txt files takes 2 ms; importlib.metadata, which tells the
    same, takes 60 ms to import, and most machines have no plugin.
    """
    try:
        with os.scandir(folder) as entries:
            found = [e.path for e in entries if e.name.endswith((".dist-info", ".egg-info"))]
    except OSError:  # the path may name what is no folder, or is not ours to read
        return False
    return any(_names_group(os.path.join(path, "entry_points.txt")) for path in found)


def _names_group(file: str) -> bool:
    try:
        with open(file, "rb") as stream:
            return f"[{GROUP}]".encode() in stream.read()
    except OSError:
        return False
