"""Days and hours as people write them, and which comes first."""

from __future__ import annotations

import pytest

from vanban.viet.dates import Ngay
from vanban.viet.moments import Moment, moment


@pytest.mark.parametrize(
    ("text", "day", "minutes"),
    [
        ("08 giờ 30, thứ Hai ngày 05/01/2026", "2026-01-05", 510),
        ("14h00", "", 840),
        ("14h", "", 840),
        ("8g15 ngày 5-1-2026", "2026-01-05", 495),
        ("08:30 ngày 2026-01-05", "2026-01-05", 510),
        ("14 giờ 30 phút, ngày 06 tháng 02 năm 2026", "2026-02-06", 870),
        ("ngày 07/11/2022", "2022-11-07", None),
        ("24 giờ 00", "", 1440),
        ("25 giờ 00", "", None),
        ("8 giờ 75", "", None),
        ("ngày 30/02/2026", "", None),
        ("[Thời gian]", "", None),
        ("buổi sáng", "", None),
    ],
)
def test_the_first_day_and_hour_are_read(text: str, day: str, minutes: int | None) -> None:
    found = moment(text)
    assert (found.ngay.iso() if found.ngay else "", found.phut) == (day, minutes)


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("ngày 05/01/2026", "ngày 06/01/2026"),
        ("08 giờ 00 ngày 05/01/2026", "07 giờ 00 ngày 06/01/2026"),
        ("08 giờ 00 ngày 05/01/2026", "08 giờ 30 ngày 05/01/2026"),
        ("08 giờ 00", "08 giờ 30"),
        ("08 giờ 00 ngày 05/01/2026", "11 giờ 30"),
        ("08 giờ 00", "11 giờ 30 ngày 05/01/2026"),
    ],
)
def test_what_is_earlier_is_before(earlier: str, later: str) -> None:
    assert moment(earlier).before(moment(later)) is True
    assert moment(later).before(moment(earlier)) is False


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("08 giờ 00 ngày 05/01/2026", "ngày 05/01/2026"),
        ("08 giờ 00", "ngày 05/01/2026"),
        ("buổi sáng", "08 giờ 00"),
    ],
)
def test_what_cannot_be_told_is_none(one: str, other: str) -> None:
    assert moment(one).before(moment(other)) is None
    assert moment(other).before(moment(one)) is None


def test_a_day_with_blanks_has_no_place_among_days() -> None:
    assert Moment(Ngay(None, 1, 2026), None).before(moment("ngày 05/02/2026")) is None
