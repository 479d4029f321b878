"""Number formats: any number, in any format, as Excel shows it."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.sources.rows import shown_numbers
from vanban.sources.rows.number_format import parse

WHOLE = st.integers(min_value=-(10**14), max_value=10**14)
CODES = st.text('0#?.,%;@"\\[]_*<>=-() dmyhsE+đGeneral$', max_size=25)


def shown(number: str, code: str) -> str:
    value = shown_numbers.number(number)
    assert value is not None
    return shown_numbers.shown(value, parse(code))


@pytest.mark.parametrize(
    ("number", "code", "text"),
    [
        ("7", "00", "07"),
        ("12", "0000000", "0000012"),
        ("0", "#,##0", "0"),
        ("0", "#", ""),
        ("1234.5", "#,##0.00", "1.234,50"),
        ("1234.5", "#,##0.##", "1.234,5"),
        ("1234", "#,##0.##", "1.234"),
        ("2.675", "0.00", "2,68"),
        ("-1234.5", "#,##0.0", "-1.234,5"),
        ("-0.001", "0.0", "0,0"),
        ("-5", '#,##0;[Red]-#,##0 "âm"', "-5 âm"),
        ("0", '#,##0;-#,##0;"không"', "không"),
        ("1500000", '#,##0,, "triệu"', "2 triệu"),
        ("1500000", '#,##0.0,, "triệu"', "1,5 triệu"),
        ("0.0825", "0.00%", "8,25%"),
        ("500", '[<1000]0 "nhỏ";0 "lớn"', "500 nhỏ"),
        ("5000", '[<1000]0 "nhỏ";0 "lớn"', "5000 lớn"),
        ("912345678", '"(+84) "###\\ ###\\ ###', "(+84) 912 345 678"),
        ("12", '0 "ngày"', "12 ngày"),
        ("12", '"Số "0\\/QĐ', "Số 12/QĐ"),
        ("1234567", "General", "1234567"),
        ("0.5", "# ?/?", "0,5"),
        ("123456789", "0.00E+00", "123456789"),
        ("12", "_-* #,##0 _₫_-", "12"),
        ("1.5E3", "#,##0", "1.500"),
    ],
)
def test_a_number_in_its_format(number: str, code: str, text: str) -> None:
    assert shown(number, code) == text


@given(WHOLE)
def test_whole_numbers_in_groups_are_the_same_number(number: int) -> None:
    assert shown(str(number), "#,##0") == f"{number:,}".replace(",", ".")


@given(WHOLE, st.integers(1, 20))
def test_zeros_fill_as_many_places_as_the_format_has(number: int, places: int) -> None:
    text = shown(str(number), "0" * places)

    assert (int(text), len(text.lstrip("-"))) == (number, max(places, len(str(abs(number)))))


@given(st.decimals(-(10**6), 10**6, places=4), st.integers(0, 4))
def test_decimals_are_rounded_half_up(value: Decimal, places: int) -> None:
    text = shown(f"{value:f}", "0." + "0" * places if places else "0")

    expected = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    assert Decimal(text.replace(",", ".")) == expected


@given(WHOLE)
def test_a_number_without_a_format_keeps_all_its_digits(number: int) -> None:
    assert shown_numbers.general(Decimal(number)) == str(number)


@given(st.text("#?0", min_size=1, max_size=6), st.integers(0, 10**9), st.booleans())
def test_places_that_stand_together_are_filled_as_others_are(
    places: str, number: int, grouped: bool
) -> None:
    code = f'"a"{"#," if grouped else ""}{places}"b"'
    slow = f'"a"{"#," if grouped else ""}{places[0]}""{places[1:]}"b"'

    assert shown(str(number), code) == shown(str(number), slow)


@given(CODES, st.decimals(-(10**20), 10**20, allow_nan=False))
def test_no_format_is_so_odd_that_it_fails(code: str, value: Decimal) -> None:
    assert isinstance(shown_numbers.shown(value, parse(code)), str)


@pytest.mark.parametrize("text", ["", "abc", "NaN", "Infinity", "1e999999999", "-1e-999999"])
def test_what_is_no_number_is_none(text: str) -> None:
    assert shown_numbers.number(text) is None


@pytest.mark.parametrize(
    ("code", "is_date"),
    [
        ("dd/mm/yyyy", True),
        ("[h]:mm", True),
        ("mm:ss.0", True),
        ("[$-42A]d mmmm yyyy", True),
        ('0 "ngày"', False),
        ("#,##0 VND", False),
        ("General", False),
        ("@", False),
    ],
)
def test_formats_of_dates_are_known(code: str, is_date: bool) -> None:
    numbers = parse(code).numbers

    assert bool(numbers and numbers[0].is_date) is is_date
