"""Text: normal form, accents, keys, wrong letters."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.viet import text as viet

SMALL = "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ"
LETTERS = SMALL + SMALL.upper()
vietnamese = st.text(LETTERS + " -_\u00a0,.0123456789")


@pytest.mark.parametrize(
    "typed",
    [
        "Trích yếu",
        "trích yếu",
        "trich-yeu",
        "TRÍCH_YẾU",
        "  trích\u00a0 yếu\t",
        unicodedata.normalize("NFD", "Trích yếu"),
        "\ufeffTrích yếu",
        "trích\u2011yếu",
    ],
)
def test_every_way_to_type_a_key_folds_to_one(typed: str) -> None:
    assert viet.fold(typed) == "trich_yeu"


def test_an_icelandic_eth_in_a_key_is_read_as_the_vietnamese_letter() -> None:
    assert viet.fold("\u00d0ịa danh") == viet.fold("địa danh") == "dia_danh"


def test_the_vietnamese_alphabet_has_134_letters_with_accents_to_drop() -> None:
    accented = [letter for letter in LETTERS if not letter.isascii()]
    assert len(accented) == 134
    assert all(viet.unaccent(letter).isascii() for letter in accented)
    assert viet.unaccent("ĐẶC KHU Phú Quý") == "DAC KHU Phu Quy"


def test_letters_of_other_languages_keep_their_accents() -> None:
    assert viet.unaccent("Müller, señor, \u00d0") == "Müller, señor, \u00d0"


def test_marks_in_a_wrong_order_are_dropped_too() -> None:
    assert viet.unaccent("tie\u0301\u0302ng") == "tieng"


@given(st.text())
def test_nfc_unaccent_and_fold_change_nothing_the_second_time(text: str) -> None:
    for function in (viet.nfc, viet.unaccent, viet.fold):
        assert function(function(text)) == function(text)


@given(st.text())
def test_what_comes_out_is_nfc(text: str) -> None:
    for function in (viet.nfc, viet.unaccent, viet.fold, viet.upper):
        assert unicodedata.is_normalized("NFC", function(text))


@given(vietnamese)
def test_composed_and_decomposed_text_fold_alike(text: str) -> None:
    decomposed = unicodedata.normalize("NFD", text)
    assert viet.fold(text) == viet.fold(decomposed) == viet.fold(text.upper())
    assert viet.fold(text).isascii()


@given(vietnamese)
def test_first_letters_and_capitals_keep_vietnamese_text_nfc(text: str) -> None:
    assert viet.capitalize_first(text) == viet.nfc(viet.capitalize_first(text))
    assert len(viet.upper(text)) == len(text)


def test_lookalikes_come_with_offset_and_right_letter() -> None:
    assert viet.lookalikes("\u00d0ơn \u00f0ề nghị, \u0189 \u0256") == [
        (0, "Đ"),
        (4, "đ"),
        (13, "Đ"),
        (15, "đ"),
    ]
    assert viet.lookalikes("Đơn đề nghị") == []
    assert {ord(right) for right in viet.LOOKALIKES.values()} == {0x110, 0x111}


def test_characters_that_xml_cannot_hold_are_found() -> None:
    assert viet.forbidden("a\x00b\x0b\x1f\ud800\ufffe\uffff") == [
        (1, "\x00"),
        (3, "\x0b"),
        (4, "\x1f"),
        (5, "\ud800"),
        (6, "\ufffe"),
        (7, "\uffff"),
    ]


def test_tab_newline_and_rare_scripts_are_allowed_in_xml() -> None:
    assert viet.forbidden("một\thai\r\nba\u00a0\u200b\U0001f600\U0010ffff\x85\ue000") == []


def test_capitals_of_a_name_keep_every_accent() -> None:
    assert viet.upper("Ủy ban nhân dân đặc khu Phú Quý") == "ỦY BAN NHÂN DÂN ĐẶC KHU PHÚ QUÝ"


@pytest.mark.parametrize(
    ("given_text", "expected"),
    [
        ("về việc họp", "Về việc họp"),
        ("đề nghị", "Đề nghị"),
        ("“tổ chức” họp", "“Tổ chức” họp"),
        ("5 tỷ", "5 tỷ"),
        ("", ""),
        ("  ", "  "),
    ],
)
def test_the_first_letter_becomes_a_capital(given_text: str, expected: str) -> None:
    assert viet.capitalize_first(given_text) == expected


def test_the_nearest_name_is_found_in_spite_of_accents() -> None:
    fields = ["trich_yeu", "noi_nhan", "noi_dung"]
    assert viet.nearest("Trích yêu", fields) == "trich_yeu"
    assert viet.nearest("noi_nhân_", fields) == "noi_nhan"
    assert viet.nearest("giay_moi", ["Giấy mời", "Giấy giới thiệu"]) == "Giấy mời"


def test_nothing_is_suggested_when_nothing_is_near() -> None:
    assert viet.nearest("xyz", ["trich_yeu", "noi_nhan"]) is None
    assert viet.nearest("xyz", []) is None
