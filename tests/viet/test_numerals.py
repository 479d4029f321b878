"""Numbers: zeros, Roman, grouping, money, words."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.viet import numerals

ONES = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5,
    "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
}  # fmt: skip


def read_words(text: str) -> int:
    """Read back what `words` writes, by a way of its own."""
    if " tỷ" in text:
        before, _, after = text.rpartition(" tỷ")
        return read_words(before) * 10**9 + read_words(after)
    total = group = digit = 0
    for word in text.split():
        if word in ONES:
            digit = ONES[word]
        elif word == "mười":
            group += 10
        elif word in ("mươi", "trăm"):
            group, digit = group + digit * {"mươi": 10, "trăm": 100}[word], 0
        elif word in ("nghìn", "triệu"):
            total += (group + digit) * {"nghìn": 10**3, "triệu": 10**6}[word]
            group = digit = 0
    return total + group + digit


@pytest.mark.parametrize(
    ("typed", "printed"),
    [("5", "05"), ("12", "12"), ("007", "007"), ("12a", "12a"), ("", ""), ("05", "05"), ("²", "²")],
)
def test_only_a_single_digit_gets_a_leading_zero(typed: str, printed: str) -> None:
    assert numerals.two_digits(typed) == printed


@given(st.text())
def test_a_second_zero_is_never_added(text: str) -> None:
    once = numerals.two_digits(text)
    assert numerals.two_digits(once) == once


@pytest.mark.parametrize(
    ("n", "text"), [(1, "I"), (4, "IV"), (39, "XXXIX"), (1945, "MCMXLV"), (3999, "MMMCMXCIX")]
)
def test_roman_numerals_are_canonical(n: int, text: str) -> None:
    assert numerals.roman(n) == text


@given(st.integers(1, 3999))
def test_a_roman_numeral_is_read_back(n: int) -> None:
    assert numerals.from_roman(numerals.roman(n)) == n


@pytest.mark.parametrize("text", ["", "IIII", "VX", "IC", "iv", "XIVa", " I", "MMMM", "VV", "IVI"])
def test_what_is_not_canonical_is_no_roman_numeral(text: str) -> None:
    assert numerals.from_roman(text) is None


@pytest.mark.parametrize("n", [0, -1, 4000])
def test_numbers_without_a_roman_numeral_are_refused(n: int) -> None:
    with pytest.raises(ValueError, match="Roman"):
        numerals.roman(n)


@pytest.mark.parametrize(
    ("value", "decimals", "printed"),
    [
        (1234.5, None, "1.234,5"),
        (0, None, "0"),
        (-1234567, None, "-1.234.567"),
        ("1.200.000", None, "1.200.000"),
        ("0.1234", None, "0,1234"),
        ("1234.5", None, "1.234,5"),
        (Decimal("2.50"), 2, "2,50"),
        (Decimal("0.125"), 2, "0,13"),
        (2.5, 0, "3"),
        (10**30, 2, "1" + ".000" * 10 + ",00"),
    ],
)
def test_numbers_have_points_between_thousands_and_a_decimal_comma(
    value: numerals.Value, decimals: int | None, printed: str
) -> None:
    assert numerals.number(value, decimals) == printed


@pytest.mark.parametrize("value", ["abc", "", "1,234.5", float("nan"), float("inf")])
def test_what_is_no_finite_number_is_refused(value: numerals.Value) -> None:
    with pytest.raises(ValueError, match="number"):
        numerals.number(value)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4))
def test_a_printed_number_is_read_back_equal(value: Decimal) -> None:
    assert numerals.parse_number(numerals.number(value)) == value


@pytest.mark.parametrize(
    "text", ["", "1.23", "1,2,3", "1.2345", "0.123", "12.34.567", "a", "1,", ",5", "--1"]
)
def test_what_is_not_grouped_by_thousands_is_no_number(text: str) -> None:
    assert numerals.parse_number(text) is None


def test_a_typographic_minus_and_spaces_around_are_read() -> None:
    assert numerals.parse_number(" \u22121.000 ") == -1000


def test_money_has_its_unit_after_it() -> None:
    assert numerals.money(1200000) == "1.200.000 đồng"
    assert numerals.money("2,5", "tỷ đồng") == "2,5 tỷ đồng"


@pytest.mark.parametrize(
    ("n", "text"),
    [
        (0, "không"),
        (4, "bốn"),
        (10, "mười"),
        (11, "mười một"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (25, "hai mươi lăm"),
        (100, "một trăm"),
        (104, "một trăm linh bốn"),
        (105, "một trăm linh năm"),
        (111, "một trăm mười một"),
        (1005, "một nghìn không trăm linh năm"),
        (1_000_005, "một triệu không trăm linh năm"),
        (2_026_000, "hai triệu không trăm hai mươi sáu nghìn"),
        (10**9, "một tỷ"),
        (10**12, "một nghìn tỷ"),
        (10**18, "một tỷ tỷ"),
        (-7, "âm bảy"),
    ],
)
def test_numbers_in_words(n: int, text: str) -> None:
    assert numerals.words(n) == text


def test_the_word_for_an_empty_ten_can_be_chosen() -> None:
    assert numerals.words(105, linh="lẻ") == "một trăm lẻ năm"


@given(st.integers(0, numerals.MOST_IN_WORDS))
def test_words_are_read_back_to_the_same_number(n: int) -> None:
    assert read_words(numerals.words(n)) == n


def test_numbers_beyond_the_bound_are_refused() -> None:
    with pytest.raises(ValueError, match="too large"):
        numerals.words(10**18 + 1)


def test_money_in_words_begins_with_a_capital() -> None:
    assert numerals.money_words(1_200_000) == "Một triệu hai trăm nghìn đồng"
