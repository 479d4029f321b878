"""The README of each room names the files that are in it, and no others."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from vanban.resources import PACKAGE

ROOMS = sorted(
    path.parent.relative_to(PACKAGE).as_posix() for path in PACKAGE.glob("*/__init__.py")
)


@pytest.mark.parametrize("room", ROOMS)
def test_the_readme_of_a_room_names_each_of_its_modules(room: str) -> None:
    named = _named(PACKAGE / room)

    assert [name for name in _modules(PACKAGE / room) if name not in named] == []


@pytest.mark.parametrize("room", ROOMS)
def test_the_readme_of_a_room_names_no_module_that_is_gone(room: str) -> None:
    folder = PACKAGE / room
    known = {path.name for path in (*folder.rglob("*.py"), *PACKAGE.glob("*.py"))}

    assert [name for name in _named(folder) if "/" not in name and name not in known] == []


def test_the_readme_of_the_package_names_each_room_and_module() -> None:
    text = (PACKAGE / "README.md").read_text("utf-8")

    missing = [name for name in _modules(PACKAGE) if f"`{name}`" not in text]
    missing += [room for room in ROOMS if f"({room}/README.md)" not in text]

    assert missing == []


def _modules(folder: Path) -> list[str]:
    hidden = {"__init__.py"} if folder != PACKAGE else set()
    return sorted(path.name for path in folder.glob("*.py") if path.name not in hidden)


def _named(folder: Path) -> list[str]:
    return re.findall(r"`([\w./]+\.py)`", (folder / "README.md").read_text("utf-8"))
