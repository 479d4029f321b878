"""Days named in a text, possible or not."""

from __future__ import annotations

from datetime import date

import pytest

from vanban.rules.views.days import in_text


@pytest.mark.parametrize(
    ("text", "parts", "in_words"),
    [
        ("ngày 05 tháng 3 năm 2020", ("05", "3", "2020"), True),
        ("Ngày 5 tháng 11", ("5", "11", ""), True),
        ("05/3/2020", ("05", "3", "2020"), False),
        ("ngày 05/3/2020", ("05", "3", "2020"), False),
        ("ngày 27/7", ("27", "7", ""), False),
        ("ngày 30-4-1975", ("30", "4", "1975"), False),
        ("ngày 30.4.1975.", ("30", "4", "1975"), False),
        ("ngày 12/05/2020", ("12", "05", "2020"), False),
    ],
)
def test_days_in_words_and_in_figures(
    text: str, parts: tuple[str, str, str], in_words: bool
) -> None:
    (day,) = in_text(text)
    assert (day.ngay, day.thang, day.nam) == parts
    assert day.in_words is in_words


@pytest.mark.parametrize(
    "text",
    [
        "tháng 11/2022",
        "12/15 phiếu",
        "1/2",
        "tỷ lệ 30/4",
        "112/05/2020",
        "30/4/20266",
        "mã 1.5/3/2020",
    ],
)
def test_what_is_no_day_is_not_found(text: str) -> None:
    assert in_text(text) == ()


def test_a_day_knows_where_it_stands() -> None:
    text = "Từ ngày 01/7/2025 đến ngày 31 tháng 12 năm 2025."
    assert [text[day.start : day.end] for day in in_text(text)] == [
        "01/7/2025",
        "ngày 31 tháng 12 năm 2025",
    ]


def test_an_impossible_day_has_no_value() -> None:
    (day,) = in_text("ngày 31 tháng 02 năm 2026")
    assert day.value() is None
    assert day.as_date() is None


def test_the_year_may_be_lent() -> None:
    (day,) = in_text("ngày 27/7")
    assert day.as_date() is None
    assert day.as_date(2026) == date(2026, 7, 27)
