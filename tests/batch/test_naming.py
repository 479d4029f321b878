"""Names of files: made of rows, taken by every system."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.batch.naming import Name, identity, safe
from vanban.errors import SourceError


@given(st.text(max_size=400))
def test_a_safe_name_stays_and_is_one_name_of_a_length_that_systems_take(text: str) -> None:
    name = safe(text)
    assert name == safe(name)
    assert 0 < len(name.encode()) <= 221
    assert not set(name) & set('<>:"/\\|?*\0\n')
    assert name[-1] not in " ."


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nguyễn Thị Ánh", "Nguyễn Thị Ánh"),
        ("..\\..\\windows", "windows"),
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "CON_"),
        ("com1.bak", "com1_.bak"),
        ("12/QĐ-UBND", "12-QĐ-UBND"),
        ("hai\ndòng", "hai dòng"),
    ],
)
def test_what_would_lead_elsewhere_or_name_a_device_does_not(text: str, name: str) -> None:
    assert safe(text) == name


def test_a_part_may_lose_its_marks_for_other_systems() -> None:
    name = Name("{so}-{Họ tên|slug}")
    values = {"so": "12", "ho_ten": "Đặng Thị Ánh"}
    assert list(name.parts()) == ["so", "ho_ten"]
    assert name.of(values.__getitem__) == "12-dang-thi-anh"


@pytest.mark.parametrize("text", ["{so|hoa}", "{so", "so}"])
def test_a_form_or_a_brace_that_says_nothing_is_refused(text: str) -> None:
    with pytest.raises(SourceError):
        list(Name(text).parts())


def test_names_that_differ_in_case_or_composition_are_one_file() -> None:
    assert identity("A/Hoà.docx") == identity("a/hoà.DOCX")
    assert identity("a.docx") != identity("b.docx")
