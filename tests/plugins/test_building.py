"""What plugins contribute, how they clash, how broken ones are left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from msgspec.structs import replace

from vanban import api
from vanban.errors import PluginError, SourceError
from vanban.findings import Finding, Severity
from vanban.hookspecs import hookimpl
from vanban.model.van_ban import VanBan
from vanban.plugins import Contributions, Registry, build
from vanban.rules.base import Rule, Subject
from vanban.testing import docx

TypeFile = Callable[..., Path]


def plugin(**hooks: Any) -> ModuleType:
    """A plugin that answers the hooks ``vanban_…`` with these values."""
    module = ModuleType("plugin")
    for name, answer in hooks.items():
        setattr(module, f"vanban_{name}", _implementation(f"vanban_{name}", answer))
    return module


def _implementation(name: str, answer: Any) -> Any:
    def hook() -> Any:
        return answer() if callable(answer) else answer

    hook.__name__ = name
    return hookimpl(hook)


def told(registry: Registry) -> list[str]:
    return [str(problem) for problem in registry.problems]


def always(rule: Rule, subject: Subject) -> Iterator[Finding]:
    yield rule.finding(subject, "Luôn có.")


RULE = Rule("TINH-001", "Thử", Severity.WARNING, "", always)


def test_without_plugins_there_is_the_core() -> None:
    registry = build([])
    assert {"ke-hoach", "bao-cao", "ket-luan"} <= set(registry.types)
    assert list(registry.standards) == ["nd30"]
    assert told(registry) == []


def test_a_type_of_a_plugin_is_used_like_any_other(type_file: TypeFile) -> None:
    known = build([("vanban-tinh 1.0", plugin(document_types=[type_file(slug="giay-ra-vao")]))])
    assert told(known) == []
    assert api.schema("giay-ra-vao", registry=known)
    assert api.render(VanBan(loai="giay-ra-vao"), registry=known)
    assert "ke-hoach" in known.types


def test_a_template_of_a_plugin_is_found_by_the_type_or_by_its_form(type_file: TypeFile) -> None:
    shipped = build([]).templates.get("nd30/mau-1.4").value
    types = [type_file(slug="giay-ra-vao"), type_file("mau: mau-so\n", slug="giay-mau-so")]
    templates = {"nd30/giay-ra-vao": shipped, "nd30/mau-so": shipped}
    known = build([("vanban-tinh 1.0", plugin(document_types=types, templates=templates))])
    for slug in ("giay-ra-vao", "giay-mau-so"):
        assert known.template("nd30", known.document_type(slug), "14") == shipped


def test_the_smaller_size_set_has_a_template_of_its_own() -> None:
    known = build([])
    kind = known.document_type("ke-hoach")
    found = {co: known.template("nd30", kind, co) for co in ("13", "14")}
    assert {co: path and path.stem for co, path in found.items()} == {
        "13": "mau-1.4-co-13",
        "14": "mau-1.4",
    }


def test_a_form_without_a_template_is_laid_out_from_the_standard(type_file: TypeFile) -> None:
    known = build([])
    bare = replace(known, templates=Contributions([], "mẫu Word"))
    doc = VanBan(loai="ke-hoach", trich_yeu="Công tác năm 2026")
    assert bare.template("nd30", known.document_type("ke-hoach"), "14") is None
    assert docx.text(api.render(doc, registry=bare)) == docx.text(api.render(doc, registry=known))


def test_rules_of_a_plugin_run_and_carry_its_name(tmp_path: Path) -> None:
    file = tmp_path / "rules.yaml"
    file.write_text("TINH-002: {ten: Thử, muc: info, ma: body.numbering.check}\n", "utf-8")
    known = build([("vanban-tinh 1.0", plugin(rules=[file, RULE]))])
    own = {rule.id: rule.origin for rule in known.rules if rule.id.startswith("TINH")}
    assert own == {"TINH-002": "vanban-tinh 1.0", "TINH-001": "vanban-tinh 1.0"}
    report = api.check(VanBan(loai="ke-hoach"), registry=known)
    assert "TINH-001" in [finding.rule for finding in report.findings]


def test_of_two_plugins_with_one_name_neither_is_usable(type_file: TypeFile) -> None:
    one = plugin(document_types=[type_file(slug="giay-ra-vao")])
    other = plugin(document_types=[type_file(slug="giay-ra-vao"), type_file(slug="khac")])
    known = build([("vanban-a 1.0", one), ("vanban-b 2.0", other)])
    with pytest.raises(PluginError) as caught:
        known.document_type("giay-ra-vao")
    assert "«giay-ra-vao» do vanban-a 1.0 và vanban-b 2.0" in str(caught.value)
    assert known.document_type("khac").ten == "Loại mới"
    assert known.document_type("ke-hoach").ten == "Kế hoạch"


def test_of_two_rules_with_one_id_neither_is_used() -> None:
    known = build([("vanban-a 1.0", plugin(rules=[RULE])), ("vanban-b 2.0", plugin(rules=[RULE]))])
    assert "TINH-001" not in [rule.id for rule in known.rules]
    (problem,) = known.rule_problems
    assert "«TINH-001» do vanban-a 1.0 và vanban-b 2.0" in str(problem)


def test_a_built_in_name_cannot_be_taken(type_file: TypeFile) -> None:
    mine = plugin(document_types=[type_file(slug="ke-hoach")])
    known = build([("vanban-tinh 1.0", mine)])
    assert known.document_type("ke-hoach").ten == "Kế hoạch"
    (problem,) = told(known)
    assert "«ke-hoach» là tên có sẵn" in problem
    assert "vanban-tinh 1.0" in problem


def test_the_id_of_a_built_in_rule_cannot_be_taken() -> None:
    taken = Rule("ND30-T-004", "Thử", Severity.INFO, "", always)
    known = build([("vanban-tinh 1.0", plugin(rules=[taken]))])
    (kept,) = (rule for rule in known.rules if rule.id == "ND30-T-004")
    assert kept.origin == "vanban"
    assert "ND30-T-004" in str(known.rule_problems[0])


def test_a_name_that_nobody_has_suggests_the_nearest() -> None:
    with pytest.raises(PluginError, match="Có phải «ke-hoach» không"):
        build([]).document_type("ke-hoach-")
    with pytest.raises(PluginError, match="Không có tiêu chuẩn «dang»"):
        build([]).standard("dang")


def broken() -> Any:
    raise ImportError("No module named 'thu_vien'")


def exiting() -> Any:
    raise SystemExit("cần Python 3.14")


GOOD = ("vanban-tot 1.0", plugin(rules=[RULE]))


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (broken, "ImportError: No module named 'thu_vien'"),
        (exiting, "SystemExit: cần Python 3.14"),
        (plugin(document_types=lambda: 1 / 0), "ZeroDivisionError"),
        (plugin(document_types=5), "TypeError"),
        (plugin(document_types="types.yaml"), "TypeError: not a Path: 't'"),
        (plugin(document_types=[RULE]), "TypeError: not a Path"),
        (plugin(standards=["dang"]), "TypeError: not a Path: 'dang'"),
        (plugin(templates={"nd30/a": "a.docx"}), "TypeError: not a Path: 'a.docx'"),
        (plugin(templates={5: Path("a.docx")}), "TypeError: not a name: 5"),
        (plugin(templates=[Path("a.docx")]), "TypeError"),
        (plugin(rules=[always]), "TypeError: not a Path"),
        (plugin(rules=None), "TypeError"),
        (plugin(document_typs=[]), "PluginValidationError"),
        (ModuleType("empty"), "TypeError: no @hookimpl"),
        (plugin(sources={"toml": "goi.doc:doc"}), "TypeError: not an ending such as .toml"),
        (plugin(sources={".TOML": "goi.doc:doc"}), "TypeError: not an ending such as .toml"),
        (plugin(sources={".toml": "goi.doc"}), "TypeError: not a text module:function"),
        (plugin(executors={"": "goi:chay"}), "TypeError: not a name"),
        (plugin(commands={"lenh": always}), "TypeError: not a text module:function"),
        (plugin(commands=["lenh"]), "ValueError"),
    ],
)
def test_a_broken_plugin_is_named_with_its_version_and_the_rest_works(
    bad: Any, reason: str
) -> None:
    known = build([("vanban-hong 0.3", bad), GOOD])
    (problem,) = told(known)
    assert problem.startswith("vanban-hong 0.3: Phần mở rộng vanban-hong 0.3 bị bỏ qua")
    assert reason in problem
    assert "ke-hoach" in known.types
    assert "TINH-001" in [rule.id for rule in known.rules]


def test_a_broken_hook_leaves_the_other_hooks_of_its_plugin(type_file: TypeFile) -> None:
    half = plugin(rules=[5], document_types=[type_file(slug="giay-ra-vao")])
    known = build([("vanban-nua 1.0", half)])
    assert len(known.problems) == 1
    assert known.document_type("giay-ra-vao").ma == "LM"


def test_a_rule_file_with_a_fault_is_told_and_the_rest_works(tmp_path: Path) -> None:
    known = build([("vanban-hong 0.3", plugin(rules=[tmp_path / "khong-co.yaml"])), GOOD])
    assert "TINH-001" in [rule.id for rule in known.rules]
    assert "khong-co.yaml" in str(known.rule_problems[0])


def test_one_distribution_may_declare_several_plugins(type_file: TypeFile) -> None:
    one = plugin(document_types=[type_file(slug="mot")])
    two = plugin(document_types=[type_file(slug="hai")])
    known = build([("vanban-tinh 1.0", one), ("vanban-tinh 1.0", two)])
    assert {"mot", "hai"} <= set(known.types)
    assert told(known) == []


def test_a_type_whose_form_a_standard_lacks_is_refused(type_file: TypeFile, tmp_path: Path) -> None:
    standard = tmp_path / "rieng"
    standard.mkdir()
    (standard / "standard.yaml").write_text("ten: Riêng\ndua_tren: nd30\n", "utf-8")
    types = [type_file("mau: mau-rieng\n", slug="giay-mau-rieng")]
    known = build([("tinh 1.0", plugin(document_types=types, standards=[standard]))])
    source = b"loai: giay-mau-rieng\ntieu_chuan: rieng\n"
    with pytest.raises(SourceError, match=r"Tiêu chuẩn «rieng» không có loại «giay-mau-rieng»"):
        api.read("a.yaml", data=source, use_profile=False, registry=known)
    api.read("a.yaml", data=b"loai: ke-hoach\ntieu_chuan: rieng\n", registry=known)
