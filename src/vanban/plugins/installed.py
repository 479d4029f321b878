"""The plugins that are installed: entry points of the group "vanban"."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from vanban.hookspecs import NAME

if TYPE_CHECKING:
    from importlib.metadata import Distribution, EntryPoint


def installed() -> Iterator[tuple[str, Callable[[], Any]]]:
    """Name with version, and what loads it, of the plugins that VANBAN_PLUGINS allows.

    The variable lists distributions, with commas between; unset allows all, empty none.
    """
    wanted = os.environ.get("VANBAN_PLUGINS")
    allowed = None if wanted is None else {_normal(n) for n in wanted.split(",") if n.strip()}
    if allowed == set() or not any(_declares(folder or ".") for folder in sys.path):
        return
    from importlib.metadata import distributions

    seen: set[str] = set()
    for distribution in distributions():
        points = _points(distribution)
        name = distribution.metadata["Name"] if points else ""
        if _normal(name) in seen or not (allowed is None or _normal(name) in allowed):
            continue
        if points:  # what stands later on the path under the same name is hidden
            seen.add(_normal(name))
        for point in points:
            yield f"{name} {distribution.version}", point.load


def _points(distribution: Distribution) -> list[EntryPoint]:
    """The plugins of a distribution; none when its entry points cannot be read."""
    try:
        return [point for point in distribution.entry_points if point.group == NAME]
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
            return f"[{NAME}]".encode() in stream.read()
    except OSError:
        return False
