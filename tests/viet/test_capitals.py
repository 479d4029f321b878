"""Questions about capitals."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.viet.capitals import is_title_name, is_upper


@pytest.mark.parametrize(
    "text", ["GIÁM ĐỐC", "QUẬN 1", "KT. CHỦ TỊCH", "Đ", unicodedata.normalize("NFD", "ỦY")]
)
def test_text_without_small_letters_is_in_capitals(text: str) -> None:
    assert is_upper(text)


@pytest.mark.parametrize("text", ["Giám đốc", "TTr", "", "15/11", "đ"])
def test_a_small_letter_or_no_letter_at_all_is_not(text: str) -> None:
    assert not is_upper(text)


@pytest.mark.parametrize(
    "name",
    [
        "Nguyễn Văn A",
        "Đặng Thị Ỷ",
        "Vla-đi-mia I-lích Lê-nin",
        "H’Hen Niê",
        "Y'Moan Ênuôl",
        "NGUYỄN VĂN A",
        "Nguyễn\u00a0Văn\u00a0A",
        unicodedata.normalize("NFD", "Nguyễn Văn Ổn"),
    ],
)
def test_names_of_people_are_recognised(name: str) -> None:
    assert is_title_name(name)


@pytest.mark.parametrize(
    "text", ["Nguyễn văn A", "nguyễn Văn A", "", " ", "TS. Nguyễn Văn A", "Quận 1", "- A"]
)
def test_other_text_is_no_name(text: str) -> None:
    assert not is_title_name(text)


@given(st.text())
def test_composition_makes_no_difference(text: str) -> None:
    assert is_title_name(unicodedata.normalize("NFD", text)) == is_title_name(
        unicodedata.normalize("NFC", text)
    )
