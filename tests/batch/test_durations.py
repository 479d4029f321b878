"""A time is told as people say it."""

from __future__ import annotations

import pytest

from vanban.batch.durations import duration


@pytest.mark.parametrize(
    ("seconds", "told"),
    [(9.96, "10,0 giây"), (59.6, "1 phút 0 giây"), (3599.6, "1 giờ 0 phút")],
)
def test_times_are_told_as_people_say_them(seconds: float, told: str) -> None:
    assert duration(seconds) == told
