"""Every rule has a manual page, and its examples are what they say."""

from __future__ import annotations

from typing import Any

import pytest

from vanban.plugins import build
from vanban.rules.base import Rule
from vanban.rules.explain import Example, page, trust
from vanban.testing import Case

CORE = build([])


def example(rule: Rule, source: Example | None, *, passes: bool) -> Case:
    assert source is not None
    data: dict[str, Any] = {"source": source}
    return Case(rule.id, "the right example" if passes else "the wrong example", passes, data)


@pytest.mark.parametrize(
    "rule", [*CORE.rules, *CORE.docx_rules], ids=lambda rule: f"{rule.id}-{rule.scope}"
)
def test_a_rule_tells_why_and_what_to_do(rule: Rule) -> None:
    found = page(rule)
    assert found.why.endswith("."), rule.id
    assert found.remedy.endswith("."), rule.id
    assert trust(rule.trust)


@pytest.mark.parametrize("rule", CORE.rules, ids=lambda rule: rule.id)
def test_the_wrong_example_is_blamed_and_the_right_one_is_not(rule: Rule) -> None:
    found = page(rule)
    assert example(rule, found.wrong, passes=False).findings(CORE)
    assert not example(rule, found.right, passes=True).findings(CORE)


@pytest.mark.parametrize("rule", CORE.docx_rules, ids=lambda rule: rule.id)
def test_the_examples_of_a_rule_on_docx_files_are_words(rule: Rule) -> None:
    found = page(rule)
    assert isinstance(found.wrong, str), rule.id
    assert isinstance(found.right, str), rule.id
    assert found.wrong != found.right


@pytest.mark.parametrize("rule", CORE.docx_rules, ids=lambda rule: rule.id)
def test_a_rule_on_both_has_one_basis(rule: Rule) -> None:
    same = [other for other in CORE.rules if other.id == rule.id]
    for other in same:
        assert (other.severity, other.trust) == (rule.severity, rule.trust)
