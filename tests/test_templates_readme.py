"""templates/README.md names every placeholder and every style that there is."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

TEMPLATES = Path(__file__).parents[1] / "templates"


@pytest.fixture(name="describe")
def _describe() -> ModuleType:
    spec = importlib.util.spec_from_file_location("describe", TEMPLATES / "describe.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_tables_are_fresh(describe: ModuleType) -> None:
    text = (TEMPLATES / "README.md").read_text("utf-8")

    assert describe.described(text) == text, "run: make templates"


def test_every_name_of_the_context_is_in_the_table(describe: ModuleType) -> None:
    table = describe.placeholders()

    assert [name for name in describe.names() if f"`{name}`" not in table] == []


def test_the_tables_stand_between_their_markers(describe: ModuleType) -> None:
    bare = (
        "a\n<!-- placeholders -->\n<!-- /placeholders -->\n<!-- styles -->\nb\n<!-- /styles -->\nc"
    )

    made = describe.described(bare)

    assert made.startswith("a\n<!-- placeholders -->\n| Tên |")
    assert made.endswith("<!-- /styles -->\nc")
    assert "\nb\n" not in made
