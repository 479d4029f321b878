"""The packages that vanban uses: which are installed, which are missing or too old."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires, version

from msgspec import Struct

from vanban.patterns import later
from vanban.plugins.requirement import fits

_LINE = later(
    r"(?P<name>[\w.-]+)\s*(?:\[[^\]]*\])?\s*\(?(?P<wanted>[^;)]*)\)?"
    r"(?:;.*?\bextra\s*==\s*[\"'](?P<extra>[\w.-]+)[\"'])?.*",
    re.DOTALL,
)
_FOR_DEVELOPERS = "dev"


class Package(Struct, frozen=True):
    """A package that vanban needs, or that one of its extras does.

    Attributes:
        name: its name.
        wanted: the versions that will do, ">=2.14".
        version: the one that is installed; None when none is.
        extra: the extra that it belongs to; empty: it is needed always.
    """

    name: str
    wanted: str
    version: str | None
    extra: str = ""

    @property
    def fits(self) -> bool:
        """Whether it is installed and new enough."""
        return self.version is not None and fits(self.wanted, self.version)


def packages() -> tuple[Package, ...]:
    """All packages that the metadata of vanban name, but those for its developers.

    Empty when vanban runs from a folder of sources that was never installed.
    """
    try:
        lines = requires("vanban") or []
    except PackageNotFoundError:
        return ()
    return tuple(package for package in _read(lines) if package.extra != _FOR_DEVELOPERS)


def _read(lines: list[str]) -> Iterator[Package]:
    for line in lines:
        found = _LINE.fullmatch(line.strip())
        if found:
            name, wanted = found["name"], found["wanted"].replace(" ", "")
            yield Package(name, wanted, _version(name), found["extra"] or "")


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None
