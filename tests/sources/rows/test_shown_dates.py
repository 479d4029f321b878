"""Days and times, which a sheet keeps as numbers."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.sources.rows import shown_dates
from vanban.sources.rows.number_format import parse
from vanban.sources.rows.shown_dates import Purpose
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

    assert shown(serial, "hh:mm:ss") == f"{hour:02}:{minute:02}:{second:02}"
    assert shown(serial, 'h"h"mm') == f"{hour}h{minute:02}"
    assert shown(serial, "[s]") == str(seconds)


@pytest.mark.parametrize(
    ("serial", "code", "text"),
    [
        (1, "dd/mm/yyyy", "01/01/1900"),
        (59, "dd/mm/yyyy", "28/02/1900"),
        (61, "dd/mm/yyyy", "01/03/1900"),
        (44872, "yyyy", "2022"),
        (44872, "mmm-yy", "11/2022"),
        (44872, "d-mmm", "07/11"),
        (44872, "dd/mm", "07/11"),
        (44872, "d/m/yy", "7/11/22"),
        (44872, "yyyy-mm-dd", "2022-11-07"),
        (44872, "dd.mm.yyyy", "07.11.2022"),
        (44872, '"ngày "dd" tháng "mm" năm "yyyy', "ngày 07 tháng 11 năm 2022"),
        (44872, "mm/dd/yyyy", "07/11/2022"),
        (44872, "yyyy/mm/dd", "2022/11/07"),
        (44872, "[$-42A]dddd, dd mmmm yyyy", "Thứ Hai, 07 Tháng Mười Một 2022"),
        (44872, "[$-42A]ddd d-mmm-yy;@", "T2 7-Thg11-22"),
        (44872, "[$-409]dddd, mmmm dd, yyyy", "07/11/2022"),
        (44872.604166667, "d-mmm-yy h:mm", "07/11/2022 14:30"),
        (44872.604166667, "d/m/yyyy h:mm", "7/11/2022 14:30"),
        (44872.604166667, "m/d/yy h:mm AM/PM", "7/11/22 14:30"),
        (1.5, "[h]:mm", "36:00"),
        (-0.25, "[h]:mm", "-6:00"),
        (0.0625, "[m]", "90"),
        (0.0625, "mm:ss.0", "30:00"),
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
    ("text", "code", "shown"),
    [
        ("2022-11-07", "General", "07/11/2022"),
        ("2022-11-07T14:30:00", "General", "07/11/2022 14:30"),
        ("2022-11-07", "yyyy-mm-dd", "2022-11-07"),
        ("2022-11-07T14:30:00", 'h"h"mm', "14h30"),
        ("hôm qua", "General", "hôm qua"),
    ],
)
def test_moments_that_programs_write_are_shown_alike(text: str, code: str, shown: str) -> None:
    assert shown_dates.typed(text, parse(code).numbers[:1]) == shown


@pytest.mark.parametrize("code", ["yyyy-mm-dd", "d/m/yy", "dd/mm", "mm/dd/yyyy", "d/m/yyyy h:mm"])
def test_a_day_for_a_field_is_one_that_fields_read(code: str) -> None:
    section = parse(code).numbers[0]

    assert shown_dates.shown(44872.5, section, mac=False, purpose=Purpose.DAY) == "07/11/2022"
    assert shown_dates.typed("2022-11-07T12:00:00", [section], Purpose.DAY) == "07/11/2022"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("dd/mm/yyyy hh:mm", "14 giờ 30, ngày 07 tháng 11 năm 2022"),
        ("hh:mm", "14:30"),
        ("dd/mm/yyyy", "07/11/2022"),
    ],
)
def test_a_moment_for_a_field_of_times_is_in_words(code: str, text: str) -> None:
    section = parse(code).numbers[0]

    assert shown_dates.shown(44872.604166667, section, mac=False, purpose=Purpose.TIME) == text
