"""The plugin does what it promises, its examples are clean, its command tells the truth."""

from __future__ import annotations

import doctest
import pkgutil
import runpy
import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from importlib import import_module
from pathlib import Path

import pytest
import vanban_thanh_tra
from vanban_thanh_tra import money, tables
from vanban_thanh_tra.command import command

from vanban import Severity, VanbanError, check, read, render
from vanban.testing import conformance
from vanban.testing.docx import differences, text

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"
MODULES = [f"vanban_thanh_tra.{m.name}" for m in pkgutil.iter_modules(vanban_thanh_tra.__path__)]
PROSE = """\
loai: ket-luan-thanh-tra
trich_yeu: "=Thanh tra tại xã A"
noi_dung: |
  Tổng số tiền vi phạm là 1 tỷ 250 triệu đồng.
"""

test_the_plugin_is_in_order = conformance("vanban-thanh-tra")

Run = Callable[..., int]


@pytest.fixture
def run() -> Run:
    """Runs the command with some arguments; its exit code."""

    def _run(*arguments: object) -> int:
        code = command().main([str(a) for a in arguments], standalone_mode=False)
        return int(code or 0)

    return _run


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.yaml")), ids=lambda path: path.stem)
def test_an_example_is_clean(path: Path) -> None:
    found = check(read(path)).findings
    assert [finding for finding in found if finding.severity is not Severity.INFO] == []


def test_there_is_an_example_of_each_type() -> None:
    types = Path(vanban_thanh_tra.HERE, "types").glob("*.yaml")
    assert {path.stem for path in types} == {path.stem for path in EXAMPLES.glob("*.yaml")}


def test_the_templates_are_what_the_script_makes() -> None:
    made = dict(runpy.run_path(str(ROOT / "make_templates.py"))["templates"]())
    folder = Path(vanban_thanh_tra.HERE, "templates")
    assert sorted(made) == sorted(path.name for path in folder.glob("*.docx"))
    for name, data in made.items():
        assert differences(data, (folder / name).read_bytes()) == []


@pytest.mark.parametrize("module", MODULES)
def test_the_examples_in_the_code_are_true(module: str) -> None:
    assert doctest.testmod(import_module(module)).failed == 0


def test_violations_are_printed_in_a_table() -> None:
    printed = text(render(read(EXAMPLES / "ket-luan-thanh-tra.yaml")))
    assert "(Kèm theo Kết luận thanh tra số 18/KL-TTr ngày 09 tháng 6 năm 2026)" in printed
    assert "338.570.000\nThu hồi: 244.250.000 đồng" in printed


def test_a_conclusion_that_is_only_text_prints_no_table() -> None:
    printed = text(render(read(EXAMPLES / "ket-luan-kiem-tra.yaml")))
    assert "TỔNG HỢP VI PHẠM" not in printed


def test_minutes_print_both_sides() -> None:
    printed = text(render(read(EXAMPLES / "bien-ban-lam-viec-thanh-tra.yaml")))
    assert "hôm nay, hồi 08 giờ 30, ngày 14 tháng 4 năm 2026" in printed
    assert "- Ông Mai Thanh Tùng, Trưởng khoa Khám bệnh." in printed


@pytest.mark.parametrize(
    ("words", "value", "step"),
    [
        ("1.234.567 đồng", "1234567", "1"),
        ("1234567đ", "1234567", "1"),
        ("12,5 triệu đồng", "12500000", "100000"),
        ("1.234,56 triệu đồng", "1234560000", "10000"),
        ("1 tỷ 250 triệu đồng", "1250000000", "1000000"),
        ("1 tỷ, 250 triệu, 300 nghìn đồng", "1250300000", "1000"),
        ("2 nghìn tỷ đồng", "2000000000000", "1000000000000"),
        ("3 tỉ VNĐ", "3000000000", "1000000000"),
        ("năm 2025 12.000 đồng", "12000", "1"),
    ],
)
def test_a_sum_of_money_is_read(words: str, value: str, step: str) -> None:
    found = list(money.amounts(words))
    assert [(one.value, one.step) for one in found] == [(Decimal(value), Decimal(step))]


@pytest.mark.parametrize(
    "words",
    ["12 đồng chí", "15.000 đồng/m²", "12/2025 đồng thời", "1.234 USD", "5 triệu", "đồng", ""],
)
def test_what_is_no_sum_of_money_is_left_alone(words: str) -> None:
    assert list(money.amounts(words)) == []


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("1.250.000", "1250000"), ("1.250.000,5", "1250000.5"), ("-", "0"), ("", "0"),
        ("−5", "-5"), ("12 triệu đồng", "12"), ("1.25", None), ("1,234,567", None),
        ("3 hồ sơ", None),
    ],
)  # fmt: skip
def test_a_number_in_a_cell_is_read(cell: str, value: str | None) -> None:
    assert tables.number(cell) == (None if value is None else Decimal(value))


def test_the_command_prints_violations_and_totals(
    run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(EXAMPLES) == 0
    out = capsys.readouterr().out
    assert "18/KL-TTr  09/06/2026  Trung tâm Y tế Phước Lộc" in out
    assert "2 kết luận, 4 vi phạm: 406.970.000 đồng; kiến nghị thu hồi 244.250.000 đồng." in out


def test_the_command_writes_a_table_for_excel(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(PROSE, "utf-8")
    target = tmp_path / "out.csv"
    assert run(tmp_path, EXAMPLES / "ket-luan-thanh-tra.yaml", "-o", target) == 0
    data = target.read_bytes()
    lines = data.decode("utf-8-sig").split("\r\n")
    assert data.startswith(b"\xef\xbb\xbfT")
    assert lines[0].split(";")[7:] == ["Số tiền (đồng)", "Kiến nghị", "Thu hồi (đồng)"]
    assert lines[1].endswith("; =Thanh tra tại xã A;;;;1250000000;;")
    assert lines[-2] == "Tổng cộng;;;;;;;1588570000;;244250000"
    assert list(tmp_path.glob(".*")) == []


def test_the_command_replaces_nothing_unasked(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    target.write_text("cũ", "utf-8")
    with pytest.raises(VanbanError, match="đã có"):
        run(EXAMPLES, "-o", target)
    assert target.read_text("utf-8") == "cũ"
    assert run(EXAMPLES, "-o", target, "--force") == 0


def test_the_command_goes_on_past_what_it_cannot_read(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "hỏng.yaml"
    bad.write_text("loai: ket-luan-thanh-tra\nso: [\n", "utf-8")
    assert run(tmp_path, EXAMPLES / "quyet-dinh-thanh-tra.yaml", EXAMPLES) == 2
    told = capsys.readouterr()
    assert "2 kết luận" in told.out
    assert "hỏng.yaml" in told.err
    assert "không phải kết luận" in told.err


def test_a_folder_without_conclusions_is_told(run: Run, tmp_path: Path) -> None:
    with pytest.raises(VanbanError, match="Không có kết luận"):
        run(tmp_path)


def test_a_total_that_differs_from_its_parts_is_shown(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = "loai: ket-luan-thanh-tra\nvi_pham: [{noi_dung: A, so_tien: 5}]\ntong_so_tien: 6\n"
    (tmp_path / "a.yaml").write_text(source, "utf-8")
    assert run(tmp_path) == 0
    assert "Khác với tổng ghi trong văn bản" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--help"], 0),
        ([str(EXAMPLES)], 0),
        ([str(EXAMPLES), "-o", "-"], 0),
        ([], 2),
        (["khong-co.yaml"], 2),
        ([str(EXAMPLES), "-o", "a.xlsx"], 2),
        ([str(EXAMPLES), "-o", "khong-co/a.csv"], 2),
    ],
)
def test_vanban_runs_the_command_and_leaves_with_its_code(arguments: list[str], code: int) -> None:
    line = [sys.executable, "-m", "vanban", "tong-hop-thanh-tra", *arguments]
    done = subprocess.run(line, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == code
    assert "Traceback" not in done.stderr
