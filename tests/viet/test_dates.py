"""Dates of issue: what is read, what is refused, how it is printed."""

import contextlib
import pickle
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.viet import dates
from vanban.viet.dates import ImpossibleDate, Ngay, NotADate, parse_date

FULL = Ngay(7, 11, 2022)

days = st.none() | st.integers(1, 28)
months = st.none() | st.integers(1, 12)
years = st.none() | st.integers(dates.FIRST_YEAR, dates.LAST_YEAR)
partial = st.builds(Ngay, days, months, years)


@pytest.mark.parametrize(
    "typed",
    [
        "2022-11-07",
        "07/11/2022",
        "7-11-2022",
        "7.11.2022",
        "  07/11/2022\u00a0",
        "ngày 07 tháng 11 năm 2022",
        "Ngày 7 tháng 11 năm 2022",
        "nga\u0300y 07 tháng 11 năm 2022",
        "ngày\u00a007\u00a0tháng 11 năm\u00a02022",
    ],
)
def test_every_usual_form_of_a_full_date_is_read(typed: str) -> None:
    assert parse_date(typed) == FULL


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("11/2022", Ngay(None, 11, 2022)),
        ("2022-11", Ngay(None, 11, 2022)),
        ("2022", Ngay(None, None, 2022)),
        ("ngày … tháng 11 năm 2022", Ngay(None, 11, 2022)),
        ("ngày    tháng    năm 2022", Ngay(None, None, 2022)),
        ("ngày......tháng......năm 2022", Ngay(None, None, 2022)),
        ("ngày ____ tháng 3 năm 20…", Ngay(None, 3, None)),
        ("ngày 07 tháng … năm …", Ngay(7, None, None)),
        ("ngày     tháng     năm     ", Ngay()),
    ],
)
def test_parts_that_are_not_known_stay_blank(typed: str, expected: Ngay) -> None:
    assert parse_date(typed) == expected


@pytest.mark.parametrize(
    ("typed", "part"),
    [
        ("31/02/2022", "ngay"),
        ("29/02/2023", "ngay"),
        ("29/02/2100", "ngay"),
        ("31/04/2022", "ngay"),
        ("00/11/2022", "ngay"),
        ("32/11/2022", "ngay"),
        ("07/13/2022", "thang"),
        ("13/2022", "thang"),
        ("2022-00", "thang"),
        ("07/11/1899", "nam"),
        ("2101", "nam"),
        ("ngày 31 tháng 6 năm 2022", "ngay"),
        ("ngày 30 tháng 2 năm …", "ngay"),
    ],
)
def test_dates_that_the_calendar_lacks_are_refused_with_the_part_at_fault(
    typed: str, part: str
) -> None:
    with pytest.raises(ImpossibleDate) as caught:
        parse_date(typed)
    assert caught.value.part == part


@pytest.mark.parametrize(
    "typed",
    [
        "", "hôm nay", "45", "07/11/22", "7/11-2022", "07/11", "20222", "2022/11/07",
        "2022-11-07 00:00:00", "ngày 07 tháng 11 năm 22", "ngày 07 tháng 11",
        "ngày 1… tháng 11 năm 2022", "٠٧/١١/٢٠٢٢",
        "Tây Ninh, ngày 07 tháng 11 năm 2022", "ngày 07 tháng 11 năm 2022.", "7.11.2022.",
    ],
)  # fmt: skip
def test_what_has_no_form_of_a_date_is_refused(typed: str) -> None:
    with pytest.raises(NotADate) as caught:
        parse_date(typed)
    assert caught.value.text == typed


@pytest.mark.parametrize("typed", ["29/02/2024", "29/02/2000", "ngày 29 tháng 02 năm …"])
def test_the_leap_day_is_accepted_where_the_year_may_have_it(typed: str) -> None:
    assert parse_date(typed).ngay == 29


def test_a_month_below_three_is_padded_and_no_other() -> None:
    printed = [Ngay(15, month, 2020).words() for month in range(1, 13)]
    assert printed[:3] == [
        "ngày 15 tháng 01 năm 2020",
        "ngày 15 tháng 02 năm 2020",
        "ngày 15 tháng 3 năm 2020",
    ]
    assert not any("tháng 0" in text for text in printed[2:])


def test_a_day_below_ten_is_padded() -> None:
    assert Ngay(5, 3, 2020).words() == "ngày 05 tháng 3 năm 2020"
    assert Ngay(10, 3, 2020).words() == "ngày 10 tháng 3 năm 2020"


def test_a_blank_part_is_five_spaces_wide() -> None:
    assert Ngay(None, 11, 2022).words() == "ngày" + 5 * " " + "tháng 11 năm 2022"
    assert Ngay(7, None, 2022).words() == "ngày 07 tháng" + 5 * " " + "năm 2022"
    assert Ngay().words() == "ngày" + 5 * " " + "tháng" + 5 * " " + "năm" + 5 * " "


@given(partial)
def test_a_date_in_words_is_read_back_equal(ngay: Ngay) -> None:
    assert parse_date(ngay.words()) == ngay


@given(st.dates(date(dates.FIRST_YEAR, 1, 1), date(dates.LAST_YEAR, 12, 31)))
def test_the_calendar_agrees_with_the_standard_library(day: date) -> None:
    ngay = Ngay(day.day, day.month, day.year)
    assert ngay.is_full
    assert ngay.as_date() == day
    assert ngay.iso() == day.isoformat()
    assert parse_date(ngay.iso()) == parse_date(f"{day.day}/{day.month}/{day.year}") == ngay


def test_iso_writes_as_much_as_it_can() -> None:
    written = [
        Ngay(None, 11, 2022).iso(),
        Ngay(7, None, 2022).iso(),
        Ngay(7, 11, None).iso(),
        Ngay().iso(),
    ]
    assert written == ["2022-11", "2022", "", ""]


def test_a_partial_date_is_no_day_of_the_calendar() -> None:
    assert Ngay(None, 11, 2022).as_date() is None
    assert not Ngay(None, 11, 2022).is_full


def test_an_impossible_date_cannot_be_made_by_a_program_either() -> None:
    with pytest.raises(ImpossibleDate):
        Ngay(31, 2, 2022)


def test_dates_and_their_failures_survive_a_worker_process() -> None:
    assert pickle.loads(pickle.dumps(FULL)) == FULL
    assert str(pickle.loads(pickle.dumps(ImpossibleDate("thang", 13)))) == "impossible thang: 13"
    assert pickle.loads(pickle.dumps(NotADate("x"))).text == "x"


@given(st.text(alphabet="ngàytháăm 0123456789./-…_"))
def test_any_text_is_a_date_or_refused_as_a_value_error(text: str) -> None:
    with contextlib.suppress(NotADate, ImpossibleDate):
        assert isinstance(parse_date(text), Ngay)


def test_importing_the_room_loads_nothing_heavy() -> None:
    source = Path(dates.__file__).parents[1]
    program = f"""
import sys, types
vanban = sys.modules["vanban"] = types.ModuleType("vanban")
vanban.__path__ = [{str(source)!r}]
import vanban.viet.text, vanban.viet.dates, vanban.viet.numerals, vanban.viet.widths
heavy = {{"babel", "difflib", "pathlib"}} & set(sys.modules)
assert not heavy, heavy
"""
    subprocess.run([sys.executable, "-E", "-c", program], check=True)
