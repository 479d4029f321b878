"""Every rule does what its cases say, and every rule has cases."""

from __future__ import annotations

from pathlib import Path

import pytest

from vanban.plugins import build
from vanban.testing import Case, load_folder

FOLDER = Path(__file__).parent / "cases"
CASES = load_folder(FOLDER)
CORE = build([])
"""The registry of the core alone, whatever is installed here."""


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_rule_does_what_its_case_says(case: Case) -> None:
    case.run(CORE)


@pytest.mark.parametrize("rule", [rule.id for rule in CORE.rules])
def test_a_rule_has_a_case_that_passes_and_one_that_fails(rule: str) -> None:
    kinds = {case.passes for case in CASES if case.rule == rule}
    assert kinds == {True, False}


def test_every_file_of_cases_is_about_a_rule() -> None:
    known = {rule.id for rule in CORE.rules}
    assert {path.stem for path in FOLDER.glob("*.yaml")} <= known
