"""The plugin does what it promises: its examples are clean, both standards judge and print."""

from __future__ import annotations

import doctest
import pkgutil
import re
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
import vanban_dang

from vanban import VanbanError, check, read

EXAMPLES = sorted((Path(__file__).parents[1] / "examples").glob("*.yaml"))
WITHOUT_NUMBER = {"giay-nghi-phep-van-phong", "phieu-gui-van-phong"}
MODULES = [f"vanban_dang.{m.name}" for m in pkgutil.iter_modules(vanban_dang.__path__)]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MARGINS = {"top": 20, "bottom": 20, "left": 30, "right": 15, "header": 10}
MM = 1440 / 25.4

Words = Callable[..., str]

every_example = pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)


@every_example
def test_an_example_is_clean(path: Path) -> None:
    assert check(read(path)).findings == ()


@every_example
def test_an_example_has_what_the_party_prints(path: Path, printed: Words) -> None:
    shown = printed(path.stem)
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in shown
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" not in shown
    assert "Độc lập - Tự do" not in shown
    assert "./." not in shown
    numbers = re.findall(r"^Số:? \d.*$", shown, re.MULTILINE)
    assert bool(numbers) == (path.stem not in WITHOUT_NUMBER)
    assert all(re.fullmatch(r"Số \d{2,}-[A-ZĐ][A-Za-zĐ]*/[A-ZĐ]+", line) for line in numbers)


@every_example
def test_an_example_has_the_fixed_margins(path: Path, part: Callable[..., Element]) -> None:
    for found in part(path.stem).iter(f"{W}pgMar"):
        sides = {side: round(int(found.get(f"{W}{side}", "0")) / MM) for side in MARGINS}
        assert sides == MARGINS


def test_the_old_standard_separates_recipients_by_commas(printed: Words) -> None:
    old = printed("ket-luan-2024")
    assert "- Các đồng chí Tỉnh ủy viên,\n" in old
    assert "- Lưu Văn phòng Tỉnh ủy." in old
    assert "- Các đồng chí Tỉnh ủy viên;\n" in printed("ket-luan-2024", "tieu_chuan=dang-2026")


def test_the_old_standard_sends_a_submission_instead_of_submitting_it(printed: Words) -> None:
    old = printed("to-trinh-dang-uy-xa", "tieu_chuan=dang-2018")
    assert "Kính gửi: Ban Thường vụ Tỉnh ủy" in old
    assert "Kính trình:" not in old


def test_the_old_standard_has_lower_lines(looks: Callable[..., dict[str, str]]) -> None:
    found = looks("ket-luan-2024", "Sau khi xem xét")
    assert (found["line"], found["lineRule"]) == ("360", "exact")


def test_the_old_standard_is_judged_by_the_same_rules(tmp_path: Path) -> None:
    source = next(p for p in EXAMPLES if p.stem == "ket-luan-2024").read_text("utf-8")
    path = tmp_path / "a.yaml"
    path.write_text(source.replace("T/M Ban", "TM. Ban"), "utf-8")
    assert "DANG-016" in {finding.rule for finding in check(read(path)).findings}


@pytest.mark.parametrize("module", MODULES)
def test_the_examples_in_the_code_are_true(module: str) -> None:
    assert doctest.testmod(import_module(module)).failed == 0


def rules_that_find(path: Path, source: str) -> set[str]:
    path.write_text(source, "utf-8")
    return {finding.rule for finding in check(read(path)).findings}


def test_rules_of_administrative_documents_leave_those_of_the_party_alone(tmp_path: Path) -> None:
    source = "loai: ke-hoach-dang\nso: 12\nluu: Văn phòng Tỉnh ủy\n"
    found = rules_that_find(tmp_path / "a.yaml", source)
    assert {rule for rule in found if rule.startswith("ND30-")} == set()


def test_a_sentence_begins_with_a_capital_though_the_subject_does_not(tmp_path: Path) -> None:
    source = "loai: ke-hoach-dang\ntrich_yeu: về công tác năm 2026\n"
    assert "ND30-V-001" not in rules_that_find(tmp_path / "a.yaml", source)
    source += "noi_dung: Họp ngày 05/9/2026. các đảng ủy báo cáo.\n"
    assert "ND30-V-001" in rules_that_find(tmp_path / "b.yaml", source)


def test_rules_of_any_vietnamese_text_do_not(tmp_path: Path) -> None:
    body = "Họp ngày 31 tháng 02 năm 2026  tại tỉnh Bình Thuận"
    source = f"loai: ke-hoach-dang\nngay: 2026-10-15\nnoi_dung: {body}\n"
    assert {"TXT-003", "TXT-013", "ADM-002"} <= rules_that_find(tmp_path / "a.yaml", source)


def test_a_type_of_another_standard_is_refused_with_the_right_one(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("loai: ke-hoach\ntieu_chuan: dang-2026\n", "utf-8")
    with pytest.raises(VanbanError, match="ke-hoach-dang"):
        read(path)
