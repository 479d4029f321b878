"""The rules of the house that a machine can check."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from vanban import api

TOP = Path(__file__).parents[1]
MODULES = sorted((TOP / "src").rglob("*.py"))
EXAMPLES = sorted((TOP / "examples").glob("*.yaml"))
MOST_LINES = 400


def name(path: Path) -> str:
    return str(path.relative_to(TOP))


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_has_a_docstring_and_no_more_lines_than_one_reads(path: Path) -> None:
    source = path.read_text("utf-8")
    assert len(source.splitlines()) <= MOST_LINES
    assert ast.get_docstring(ast.parse(source))


def test_nine_modules_of_ten_are_short() -> None:
    long = [path for path in MODULES if len(path.read_text("utf-8").splitlines()) > 250]
    assert len(long) <= len(MODULES) / 10


def test_nothing_below_the_command_line_prints() -> None:
    below = [path for path in MODULES if "cli" not in path.parts]
    printing = [name(path) for path in below if _prints(ast.parse(path.read_text("utf-8")))]
    assert printing == []


def _prints(tree: ast.Module) -> bool:
    called = (node.func for node in ast.walk(tree) if isinstance(node, ast.Call))
    return any(isinstance(function, ast.Name) and function.id == "print" for function in called)


@pytest.mark.parametrize("path", EXAMPLES, ids=name)
def test_every_example_renders_and_is_free_of_errors(path: Path) -> None:
    reading = api.read(path, use_profile=False)
    assert api.render(reading) == api.render(reading)
    assert api.check(reading).errors == ()
