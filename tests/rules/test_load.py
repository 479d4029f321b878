"""Rules as data."""

from __future__ import annotations

from pathlib import Path

import pytest

from vanban import api, resources
from vanban.errors import StandardError
from vanban.model.origin import Origin
from vanban.model.van_ban import VanBan
from vanban.plugins import build
from vanban.rules.base import Subject
from vanban.rules.engine import evaluate
from vanban.rules.load import missing, read
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
        ("{muc: error, ma: body.numbering.check}", "TINH-001: thiếu «ten»"),
        ("{ten: Thử, muc: nặng, ma: body.numbering.check}", "TINH-001: «muc» phải là error"),
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


@pytest.mark.parametrize("slug", sorted(build([]).types))
def test_each_component_that_a_type_requires_is_missed_by_one_rule(
    slug: str, nd30: Standard
) -> None:
    registry = build([])
    kind = registry.document_type(slug)
    doc = VanBan(loai=slug, trang_thai="ban-hanh")
    told = [f.message for f in api.check(doc).findings if f.message.startswith("Thiếu")]
    for name in kind.required(nd30.forms[kind.mau]):
        component = nd30.components[name]
        if component.truong:
            expected = f"Thiếu {component.ten[:1].lower()}{component.ten[1:]}."
            assert told.count(expected) == 1


def test_the_function_of_a_code_rule_is_imported_when_it_has_to_look(
    tmp_path: Path, nd30: Standard
) -> None:
    (rule,) = read(rules_file(tmp_path, "{ten: Thử, muc: info, ma: khong-co.tep.ham}"))
    assert "khong-co" in str(missing(rule))
    kind = build([]).document_type("ke-hoach")
    looked_at = Subject(VanBan(loai="ke-hoach"), Origin(), (), kind, nd30)
    (crash,) = evaluate([rule], looked_at).findings
    assert "ModuleNotFoundError" in crash.message


def test_a_rule_may_be_for_some_forms_only(tmp_path: Path) -> None:
    kind = build([]).document_type("ke-hoach")
    for more, expected in (
        ("", True),
        (", mau: [mau-1.4]", True),
        (", mau: [mau-1.5]", False),
        (", tru_mau: [mau-1.4]", False),
        (", tru_mau: [mau-1.5]", True),
    ):
        (rule,) = read(
            rules_file(tmp_path, f"{{ten: Thử, muc: info, ma: body.structure.letters{more}}}")
        )
        assert rule.where.of_kind(kind, "nd30") is expected


def test_every_component_with_a_field_has_a_rule_that_misses_it(nd30: Standard) -> None:
    named = {name for rule in build([]).rules for name in rule.data.get("thanh_phan", ())}
    for slug, component in nd30.components.items():
        assert not component.truong or (component.quy_tac and slug in named)


def test_rules_name_components_that_exist(nd30: Standard) -> None:
    named = {name for rule in build([]).rules for name in rule.data.get("thanh_phan", ())}
    assert named <= set(nd30.components)
