"""Days and times, which a sheet keeps as numbers."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.sources.rows import shown_dates
from vanban.sources.rows.number_format import parse
from vanban.sources.values import Wrong

FIRST = date(1899, 12, 30)


def shown(serial: float, code: str, *, mac: bool = False) -> str:
    return shown_dates.shown(serial, parse(code).numbers[0], mac=mac)


@given(st.dates(date(1900, 3, 1), date(9999, 12, 31)))
def test_every_day_is_shown_as_itself(day: date) -> None:
    expected = f"{day.day:02}/{day.month:02}/{day.year}"

    assert shown((day - FIRST).days, "dd/mm/yyyy") == expected
    assert (
        shown((day - date(1904, 1, 1)).days, "d-mmm-yy", mac=True) == expected
        if (day.year >= 1904)
        else True
    )


@given(st.integers(0, 86_399))
def test_every_time_is_shown_as_itself(seconds: int) -> None:
    serial = timedelta(seconds=seconds) / timedelta(days=1)
    hour, minute, second = seconds // 3600, seconds // 60 % 60, seconds % 60

    assert shown(serial, "h:mm:ss") == f"{hour:02}:{minute:02}:{second:02}"


@pytest.mark.parametrize(
    ("serial", "code", "text"),
    [
        (1, "dd/mm/yyyy", "01/01/1900"),
        (59, "dd/mm/yyyy", "28/02/1900"),
        (61, "dd/mm/yyyy", "01/03/1900"),
        (44872, "yyyy", "2022"),
        (44872, "mmm-yy", "11/2022"),
        (44872, "d-mmm", "07/11/2022"),
        (44872.604166667, "d/m/yyyy h:mm", "14 giờ 30, ngày 07 tháng 11 năm 2022"),
        (1.5, "[h]:mm", "36:00"),
        (0.0625, "[m]", "90:00"),
        (0.99999, "h:mm", "23:59"),
        (0.5, "h:mm AM/PM", "12:00"),
    ],
)
def test_a_moment_in_its_format(serial: float, code: str, text: str) -> None:
    assert shown(serial, code) == text


@pytest.mark.parametrize("serial", [0, 60, -1, 3_000_000, 10**12])
def test_days_that_no_calendar_has_are_refused(serial: int) -> None:
    with pytest.raises(Wrong) as caught:
        shown(serial, "dd/mm/yyyy")

    assert caught.value.advice


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2022-11-07", "07/11/2022"),
        ("2022-11-07T14:30:00", "14 giờ 30, ngày 07 tháng 11 năm 2022"),
        ("hôm qua", "hôm qua"),
    ],
)
def test_moments_that_programs_write_are_shown_alike(text: str, shown: str) -> None:
    assert shown_dates.typed(text, ()) == shown
