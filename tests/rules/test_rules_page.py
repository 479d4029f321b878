"""The list of rules in src/vanban/rules/README.md is what the data says."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from vanban.plugins import build

SCRIPT = Path(__file__).parents[2] / ".ci" / "rules_page.py"


def test_the_page_is_fresh() -> None:
    if not SCRIPT.exists():
        pytest.skip("only in a checkout")
    spec = importlib.util.spec_from_file_location("rules_page", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    page = module.page_of_rules(build([]))
    assert page == module.README.read_text("utf-8"), "run: make rules"
    for rule in (*build([]).rules, *build([]).docx_rules):
        assert f"#### {rule.id} " in page
