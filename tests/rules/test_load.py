"""Rules as data."""

from __future__ import annotations

from pathlib import Path

import pytest

from vanban import resources
from vanban.errors import StandardError
from vanban.plugins import build
from vanban.rules.load import read
from vanban.standards.load import Standard

FILES = sorted(resources.rules().glob("*.yaml"))


def rules_file(tmp_path: Path, entry: str) -> Path:
    path = tmp_path / "rules.yaml"
    path.write_text(f"TINH-001: {entry}\n", "utf-8")
    return path


def test_a_rule_is_what_its_entry_says(tmp_path: Path) -> None:
    entry = "{ten: Thử, muc: warning, kieu: required, thanh_phan: [can-cu], can_cu: Đ.8}"
    (rule,) = read(rules_file(tmp_path, entry), "vanban-tinh 1.0")
    assert (rule.id, rule.ten, rule.severity, rule.basis) == ("TINH-001", "Thử", "warning", "Đ.8")
    assert dict(rule.data) == {"thanh_phan": ["can-cu"]}
    assert rule.origin == "vanban-tinh 1.0"


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("{muc: error, kieu: numbering}", "TINH-001: thiếu «ten»"),
        ("{ten: Thử, muc: nặng, kieu: numbering}", "TINH-001: «muc» phải là error"),
        ("{ten: Thử, muc: error, kieu: khac}", "TINH-001: «kieu» phải là một trong: required"),
        ("chữ", "TINH-001: phải là một nhóm"),
    ],
)
def test_a_fault_names_file_and_rule(tmp_path: Path, entry: str, told: str) -> None:
    with pytest.raises(StandardError) as caught:
        read(rules_file(tmp_path, entry))
    assert told in str(caught.value)
    assert "rules.yaml" in str(caught.value)


def test_every_id_is_used_once() -> None:
    ids = [rule.id for file in FILES for rule in read(file)]
    assert len(set(ids)) == len(ids)
    assert len(build([]).rules) == len(ids)
    assert build([]).rule_problems == ()


def test_components_name_rules_that_exist(nd30: Standard) -> None:
    ids = {rule.id for rule in build([]).rules}
    assert {c.quy_tac for c in nd30.components.values() if c.quy_tac} <= ids


def test_rules_name_components_that_exist(nd30: Standard) -> None:
    named = {name for rule in build([]).rules for name in rule.data.get("thanh_phan", ())}
    assert named <= set(nd30.components)
