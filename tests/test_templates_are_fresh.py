"""The committed templates are what ``make templates`` makes."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from vanban import resources
from vanban.word import package, shipped

COMMITTED = resources.templates()
MAKE = Path(__file__).parents[1] / "templates" / "make.py"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("templates")
    runpy.run_path(str(MAKE))["make"](folder)
    return folder


def files(folder: Path) -> dict[str, bytes]:
    """The generated files of a folder: everything in the folders of standards."""
    found = (path for path in folder.glob("nd30/**/*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


def test_the_same_files_are_committed(made: Path) -> None:
    assert sorted(files(COMMITTED)) == sorted(files(made)), "run make templates"


def test_they_have_the_same_bytes(made: Path) -> None:
    committed, fresh = files(COMMITTED), files(made)
    assert [name for name in fresh if committed.get(name) != fresh[name]] == []


def test_resolved_parts_belong_to_their_template(made: Path) -> None:
    for path in sorted(made.glob("nd30/*.docx")):
        data = path.read_bytes()
        parts = shipped.resolved(path, data)
        assert parts is not None
        assert list(parts) == list(package.read(data))
        assert shipped.resolved(path, data + b" ") is None
