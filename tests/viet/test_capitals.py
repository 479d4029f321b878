"""Questions about capitals."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.viet.capitals import CAPITAL, SMALL, is_title_name, is_upper, too_many


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


@pytest.mark.parametrize("letter", "aăâđêôơưỹỵẫử")
def test_the_classes_of_letters_hold_small_and_capital_ones(letter: str) -> None:
    assert re.fullmatch(f"[{SMALL}]", letter)
    assert re.fullmatch(f"[{CAPITAL}]", letter.upper())


@given(st.characters(categories=["Lu", "Ll"]))
def test_no_letter_is_both_small_and_capital(letter: str) -> None:
    small, capital = re.fullmatch(f"[{SMALL}]", letter), re.fullmatch(f"[{CAPITAL}]", letter)
    assert not (small and capital)
    assert not small or letter.islower()
    assert not capital or letter.isupper()


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Sở Tài Chính", "Sở Tài chính"),
        ("Ủy ban Nhân dân", "Ủy ban nhân dân"),
        ("Uỷ Ban nhân dân", "Ủy ban nhân dân"),
        ("Trạm Y Tế", "Trạm Y tế"),
    ],
)
def test_a_name_can_have_too_many_capitals(typed: str, name: str) -> None:
    assert too_many(typed, name)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Sở Tài chính", "Sở Tài chính"),
        ("sở tài chính", "Sở Tài chính"),
        ("SỞ TÀI CHÍNH", "Sở Tài chính"),
        ("Sở TÀI CHÍNH", "Sở Tài chính"),
    ],
)
def test_words_in_capitals_and_small_names_have_none_too_many(typed: str, name: str) -> None:
    assert not too_many(typed, name)
