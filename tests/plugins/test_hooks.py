"""Each hook has its documentation, a page, an implementation that uses it, and a test."""

from __future__ import annotations

import importlib.util
import inspect
import re
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from vanban import hookspecs
from vanban.hookspecs import hookimpl
from vanban.plugins import build

ROOT = Path(__file__).parents[2]
HOOKS = [f for name, f in vars(hookspecs).items() if name.startswith("vanban_")]
SECTIONS = re.compile(
    r".+\n\nCalled: .+\n\nReturns:\n.+\n\nExample::\n\n(?P<example>.+)\n\nUsed by: (?P<by>.+)\.",
    re.DOTALL,
)
each = pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook.__name__)


def told(hook: Callable[..., Any]) -> re.Match[str]:
    found = SECTIONS.fullmatch(inspect.getdoc(hook) or "")
    assert found, f"{hook.__name__}: Called, Returns, Example, Used by"
    return found


def test_there_are_seven() -> None:
    assert len(HOOKS) == 7


@each
def test_a_hook_tells_when_it_is_called_and_what_to_return(hook: Callable[..., Any]) -> None:
    assert told(hook)


@each
def test_the_example_of_a_hook_is_accepted(hook: Callable[..., Any]) -> None:
    plugin = ModuleType("plugin")
    vars(plugin).update({"hookimpl": hookimpl, "Path": Path, "__file__": __file__})
    exec(inspect.cleandoc(told(hook)["example"]), vars(plugin))
    assert build([("vanban-tinh 1.0", plugin)]).problems == ()


@each
def test_who_is_said_to_use_a_hook_does(hook: Callable[..., Any]) -> None:
    if not (ROOT / "plugins").exists():
        pytest.skip("only in a checkout")
    for name in told(hook)["by"].split(", "):
        module = name.replace("-", "_")
        file = ROOT / "plugins" / name / "src" / module / "__init__.py"
        code = ROOT / "src" / "vanban" / "bundled.py" if name == "vanban" else file
        assert f"def {hook.__name__}(" in code.read_text("utf-8"), name
    assert told(hook)["by"] != "vanban", "a plugin uses each hook"


@each
def test_a_hook_has_a_test(hook: Callable[..., Any]) -> None:
    asked = f"{hook.__name__.removeprefix('vanban_')}="
    files = [p for p in (ROOT / "tests").rglob("test_*.py") if p != Path(__file__)]
    assert any(asked in path.read_text("utf-8") for path in files), asked


def test_the_page_is_fresh() -> None:
    script = ROOT / ".ci" / "hooks_page.py"
    if not script.exists():
        pytest.skip("only in a checkout")
    spec = importlib.util.spec_from_file_location("hooks_page", script)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    page = module.page_of_hooks()
    assert page == module.README.read_text("utf-8"), "run: make hooks"
    assert [hook for hook in HOOKS if f"### {hook.__name__}\n" not in page] == []
