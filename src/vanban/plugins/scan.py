"""Looking for plugins among the installed distributions, and keeping what was found.

Asking importlib.metadata takes 60 ms. What it answered is kept, and holds while no folder of
Python's path has changed: installing, upgrading and removing a package changes one.
"""

from __future__ import annotations

import os
import re
import sys
import time
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from vanban import cache
from vanban.plugins import requirement
from vanban.version import __version__

if TYPE_CHECKING:
    from importlib.metadata import Distribution

GROUP = "vanban"
"""The group of entry points by which packages tell that they are plugins."""

_SETTLED = 2_000_000_000
"""Nanoseconds: a folder that changed just now may change again without its time telling."""


class Installed(Struct, frozen=True):
    """A distribution with a plugin.

    Attributes:
        name, version: as pip tells them.
        wanted: the versions of vanban that it is for (">=0.1,<1"); empty: any.
        points: what its entry points name ("package.module:attribute").
        place: the folder that it is installed in.
    """

    name: str
    version: str
    wanted: str
    points: tuple[str, ...]
    place: str

    @property
    def origin(self) -> str:
        """Name and version, as contributions carry it."""
        return f"{self.name} {self.version}"


class _Kept(Struct, frozen=True):
    by: str
    path: tuple[tuple[str, int], ...]
    plugins: tuple[Installed, ...]


def known() -> tuple[Installed, ...]:
    """All plugins on Python's path, kept ones where they hold."""
    path = tuple((folder, _changed(folder)) for folder in _folders())
    name = f"plugins-{_digest(path)}.json"
    kept = _kept(name)
    if kept and kept.path == path and kept.by == __version__:
        return kept.plugins
    found = tuple(scan())
    newest = max((changed for _folder, changed in path), default=0)
    if newest + _SETTLED < time.time_ns():
        cache.write(name, msgspec.json.encode(_Kept(__version__, path, found)))
    return found


def scan() -> Iterator[Installed]:
    """All plugins on Python's path, asked anew."""
    if not any(map(_declares, _folders())):
        return
    from importlib.metadata import distributions

    seen: set[str] = set()
    for distribution in distributions():
        points = _points(distribution)
        name = normal(distribution.metadata["Name"]) if points else ""
        if points and name not in seen:  # a later one of that name on the path is hidden
            seen.add(name)
            yield _installed(distribution, points)


def of(distribution: Distribution) -> Installed:
    """What is to be known of a distribution, which may have no plugin at all."""
    return _installed(distribution, _points(distribution))


def normal(name: str) -> str:
    """The name as package tools compare it: "Vanban_Dang" is "vanban-dang"."""
    return re.sub(r"[-_.]+", "-", name).lower().strip()


def _installed(distribution: Distribution, points: tuple[str, ...]) -> Installed:
    return Installed(
        name=distribution.metadata["Name"],
        version=distribution.version,
        wanted=requirement.clauses(distribution.requires or ()),
        points=points,
        place=str(distribution.locate_file("")),
    )


def _points(distribution: Distribution) -> tuple[str, ...]:
    """What a distribution's entry points name; nothing when they cannot be read."""
    try:
        return tuple(p.value for p in distribution.entry_points if p.group == GROUP)
    except Exception:  # a broken package of somebody else must not stop anything here
        return ()


def _folders() -> list[str]:
    return [os.path.abspath(folder) for folder in sys.path]


def _changed(folder: str) -> int:
    try:
        return os.stat(folder).st_mtime_ns
    except (OSError, ValueError):
        return 0


def _digest(path: tuple[tuple[str, int], ...]) -> str:
    return f"{zlib.crc32(repr([folder for folder, _changed in path]).encode()):08x}"


def _kept(name: str) -> _Kept | None:
    try:
        return msgspec.json.decode(cache.read(name) or b"", type=_Kept)
    except msgspec.DecodeError:  # nothing, or what another version wrote
        return None


def _declares(folder: str) -> bool:
    """Whether a distribution in a folder of the path declares a plugin.

    Most machines have none: reading the few entry_points.txt files takes 2 ms.
    """
    try:
        with os.scandir(folder) as entries:
            found = [e.path for e in entries if e.name.endswith((".dist-info", ".egg-info"))]
    except (OSError, ValueError):  # the path may name what is no folder, or is not ours to read
        return False
    return any(_names_group(os.path.join(path, "entry_points.txt")) for path in found)


def _names_group(file: str) -> bool:
    try:
        with open(file, "rb") as stream:
            return f"[{GROUP}]".encode() in stream.read()
    except OSError:
        return False
