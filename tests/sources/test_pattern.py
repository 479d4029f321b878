"""Patterns filled in: what a cell holds is text, whatever it looks like."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban import api
from vanban.sources.pattern import escaped

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


@given(
    st.text(st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\u2028\u2029"))
)
def test_what_is_escaped_for_a_body_says_what_it_said(text: str) -> None:
    assert escaped(text).replace("\\", "") == text.replace("\\", "")
