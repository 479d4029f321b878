"""Every rule on .docx files finds its fault seeded in a clean document, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from vanban.plugins import build
from vanban.testing.docx_cases import DocxCase, load_folder, renderer

FOLDER = Path(__file__).parent / "cases"
EXAMPLES = Path(__file__).parents[3] / "examples"
CASES = load_folder(FOLDER)
CORE = build([])
"""The registry of the core alone, whatever is installed here."""
RENDER = renderer(EXAMPLES, CORE)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_rule_does_what_its_case_says(case: DocxCase) -> None:
    case.run(RENDER, CORE)


@pytest.mark.parametrize("rule", [rule.id for rule in CORE.docx_rules])
def test_a_rule_has_a_case_that_fails(rule: str) -> None:
    assert any(case.rule == rule and not case.passes for case in CASES)


def test_every_file_of_cases_is_about_a_rule() -> None:
    known = {rule.id for rule in CORE.docx_rules}
    assert {path.stem for path in FOLDER.glob("*.yaml")} <= known
