"""Patterns filled in: what a cell holds is text, whatever it looks like."""

from __future__ import annotations

from pathlib import Path

import pytest

from vanban import api
from vanban.errors import SourceError
from vanban.model.blocks import Doan
from vanban.model.inlines import plain

PATTERN = """\
loai: ke-hoach
so: "{{ Số }}"
trich_yeu: Công tác của {{ Đơn vị }}
noi_dung: |
  Giao {{ Đơn vị }} thực hiện.
noi_nhan:
  - "{{ Nơi nhận }}"
  - Các phòng
"""


@pytest.fixture
def pattern(tmp_path: Path) -> api.Pattern:
    path = tmp_path / "kh.mau.yaml"
    path.write_text(PATTERN, "utf-8")
    return api.Pattern(path, use_profile=False)


def test_a_pattern_tells_which_columns_it_asks_for(pattern: api.Pattern) -> None:
    assert pattern.placeholders == ("Số", "Đơn vị", "Nơi nhận")
    assert pattern.inside == {"don_vi"}
    assert (pattern.loai, pattern.place("Đơn vị").line) == ("ke-hoach", 3)


def test_a_cell_is_data_and_nothing_else(pattern: api.Pattern) -> None:
    cell = "{{ Số }} *đậm* @nhan [1] {x}"
    doc = pattern.fill({"so": "7", "don_vi": cell, "noi_nhan": "A"}).doc
    assert doc.trich_yeu == f"Công tác của {cell}"
    assert f"Giao {cell} thực hiện." in str(doc.noi_dung)


def test_an_empty_cell_leaves_its_field_and_its_line_out(pattern: api.Pattern) -> None:
    doc = pattern.fill({"so": "", "don_vi": "A", "noi_nhan": ""}).doc
    assert doc.so is None
    assert len(doc.noi_nhan) == 1


def test_other_columns_fill_fields_by_their_names(pattern: api.Pattern) -> None:
    values = {"so": "7", "don_vi": "A", "noi_nhan": "B"}
    fields = {("ky", "ho_ten"): "Lê An", ("trich_yeu",): "", ("dia_danh",): "Huế"}
    doc = pattern.fill(values, fields).doc
    assert (doc.ky[0].ho_ten, doc.dia_danh) == ("Lê An", "Huế")
    assert doc.trich_yeu == "Công tác của A"


MORE = """\
loai: ke-hoach
ngay: "{{ Ngày ký }}"
trich_yeu: Ngày {{ Ngày ký }}
ky:
  - {chuc_vu: Giám đốc, ho_ten: "{{ Tên }}"}
  - ho_ten: Lê An
noi_dung:
  - "Ông {{ Tên }}: **{{ Việc }}**"
  - doan: "{{ Việc }}"
"""


def made(folder: Path, text: str) -> api.Pattern:
    path = folder / "m.mau.yaml"
    path.write_text(text, "utf-8")
    return api.Pattern(path, use_profile=False)


def test_fields_are_found_by_the_names_that_lead_to_them(tmp_path: Path) -> None:
    pattern = made(tmp_path, MORE)

    assert pattern.text("ky.ho_ten", {"ten": "An"}) == "An"
    assert (pattern.text("ky.2.ho_ten", {}), pattern.text("ky.chuc_vu", {})) == (
        "Lê An",
        "Giám đốc",
    )
    missing = ("ky", "ky.3.ho_ten", "ky.0.ho_ten", "ky.ten", "so", "so.x", "")
    assert [pattern.value(name) for name in missing] == [None] * len(missing)


def test_placeholders_that_alone_fill_dates_are_known(tmp_path: Path) -> None:
    assert made(tmp_path, MORE).days == {"ngay_ky"}


def test_blocks_of_a_list_are_filled_in_without_marks_of_lines(tmp_path: Path) -> None:
    values = {"ngay_ky": "07/11/2022", "ten": "*An*", "viec": "1. (x)"}
    doc = made(tmp_path, MORE).fill(values).doc

    assert [plain(block.chu) for block in doc.noi_dung if isinstance(block, Doan)] == [
        "Ông *An*: 1. (x)",
        "1. (x)",
    ]


def test_a_column_that_fills_a_body_is_text(pattern: api.Pattern) -> None:
    values = {"so": "7", "don_vi": "A", "noi_nhan": "B"}
    doc = pattern.fill(values, {("noi_dung",): "1. Một\n- *hai*"}).doc

    assert [plain(block.chu) for block in doc.noi_dung if isinstance(block, Doan)] == [
        "1. Một",
        "- *hai*",
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('so: "{{ Số"\n', "m.mau.yaml:2:6: Dấu {{ lẻ, không thành chỗ điền: «{{ Số»."),
        ('so: "Số }}"\n', "m.mau.yaml:2:9: Dấu }} lẻ"),
        ('so: "{ Số }}"\n', "m.mau.yaml:2:"),
        ('so: "{{ }}"\n', "m.mau.yaml:2:6: Dấu {{ lẻ"),
        ("noi_dung: |\n  Một\n  Ông {{ Tên\n", "m.mau.yaml:4:7: Dấu {{ lẻ"),
    ],
)
def test_a_placeholder_that_is_not_whole_is_refused(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(SourceError) as caught:
        made(tmp_path, f"loai: ke-hoach\n{text}")

    assert told in str(caught.value)
    assert all(problem.advice for problem in caught.value.problems)


def test_single_braces_are_text(tmp_path: Path) -> None:
    assert made(tmp_path, 'loai: ke-hoach\nso: "{1, {2}} {x} {{ Số }}"\n').placeholders == ("Số",)


def test_a_pattern_says_its_type(tmp_path: Path) -> None:
    for text in ("so: 1\n", 'loai: "{{ Loại }}"\n'):
        with pytest.raises(SourceError) as caught:
            _ = made(tmp_path, text).loai
        assert caught.value.problems[0].advice
