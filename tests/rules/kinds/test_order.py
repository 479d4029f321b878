"""Days and hours in the wrong order."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vanban.findings import Finding

By = Callable[[str, str], list[Finding]]
RULE = "kieu: order\nthu_tu:\n  - {truoc: ngay, sau: thoi_gian, cau: '{sau} trước {truoc}.'}"


@pytest.mark.parametrize(
    ("thoi_gian", "count"),
    [
        ("08 giờ 00, ngày 16/10/2026", 0),
        ("08 giờ 00, ngày 14/10/2026", 1),
        ("08 giờ 00", 0),
        ("ngày 15/10/2026", 0),
    ],
)
def test_the_later_field_is_blamed(by: By, thoi_gian: str, count: int) -> None:
    found = by(RULE, f"loai: giay-moi\nngay: 2026-10-15\nthoi_gian: {thoi_gian}\n")
    assert len(found) == count
    assert [f.path for f in found] == [("thoi_gian",)] * count
