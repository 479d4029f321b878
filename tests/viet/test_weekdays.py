"""Days of the week, as names and as figures."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from vanban.viet.weekdays import NAMES, name_of, weekdays

MONDAY = date(2026, 1, 5)


@pytest.mark.parametrize("number", range(7))
def test_the_name_of_a_date_is_found_in_a_text_again(number: int) -> None:
    name = name_of(MONDAY + timedelta(days=number))
    (found,) = weekdays(f"họp vào {name}, ngày".lower())
    assert (name, found.day) == (NAMES[number], number)
    assert (found.start, found.end) == (8, 8 + len(name))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("thứ 7", [5]),
        ("thứ bẩy", [5]),
        ("chủ nhật", [6]),
        ("thứ nhất", []),
        ("thứ 25", []),
        ("thứ 2,5", []),
        ("thứ tự", []),
        ("chủ nhật khoản vay", [6]),
        ("thứ hai, thứ ba", [0, 1]),
        ("chủ nhật, thứ hai", [6, 0]),
    ],
)
def test_only_the_seven_days_are_days(text: str, days: list[int]) -> None:
    assert [found.day for found in weekdays(text)] == days
