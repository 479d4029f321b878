"""Choosing rules by their ids and by what these begin with."""

from __future__ import annotations

import pytest

from vanban.errors import PluginError
from vanban.findings import Severity
from vanban.rules.base import Rule
from vanban.rules.selection import choose

RULES = [
    Rule(name, "", Severity.INFO, "", None)
    for name in ("ND30-N-001", "ND30-N-002", "ND30-NA-001", "TXT-001", "TXT-010")
]


@pytest.mark.parametrize(
    ("select", "ignore", "expected"),
    [
        ((), (), "ND30-N-001 ND30-N-002 ND30-NA-001 TXT-001 TXT-010"),
        (("ND30-N",), (), "ND30-N-001 ND30-N-002"),
        (("nd30-n-002", " TXT "), (), "ND30-N-002 TXT-001 TXT-010"),
        (("ND30",), ("ND30-N",), "ND30-NA-001"),
        ((), ("TXT-001", "ND30"), "TXT-010"),
    ],
)
def test_rules_are_chosen_by_whole_parts_of_ids(
    select: tuple[str, ...], ignore: tuple[str, ...], expected: str
) -> None:
    assert " ".join(rule.id for rule in choose(RULES, select, ignore)) == expected


@pytest.mark.parametrize("name", ["TXT-01", "KHAC", ""])
def test_a_name_that_no_rule_has_is_told(name: str) -> None:
    with pytest.raises(PluginError, match="Không có quy tắc"):
        choose(RULES, [name])


def test_the_nearest_name_is_told() -> None:
    with pytest.raises(PluginError, match="«TXT-001»"):
        choose(RULES, [], ["TXT-0011"])
