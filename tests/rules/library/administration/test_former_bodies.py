"""Bodies that are no more, in a line that names them."""

from __future__ import annotations

from datetime import date

import pytest

from vanban.rules.library.administration.former_bodies import blamed

LATER = date(2026, 11, 1)


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("UBND các huyện, thị xã, thành phố", "UBND các huyện, thị xã, thành phố"),
        ("Chủ tịch UBND cấp huyện", "UBND cấp huyện"),
        ("Phòng GD&ĐT quận 1", "Phòng GD&ĐT quận 1"),
        ("UBND các xã, phường, thị trấn", "xã, phường, thị trấn"),
        ("Các Sở: Tài chính, KHĐT, Xây dựng", "KHĐT"),
        ("Thanh tra Sở Nội vụ", "Thanh tra Sở"),
        ("UBND tỉnh Bà Rịa – Vũng Tàu", "tỉnh Bà Rịa – Vũng Tàu"),
    ],
)
def test_what_is_no_more_is_told_with_the_words_of_the_line(line: str, what: str) -> None:
    found = blamed(line, LATER)
    assert found is not None
    assert found.what == what


@pytest.mark.parametrize(
    "line",
    [
        "UBND các xã, phường, đặc khu",
        "Các sở, ban, ngành tỉnh",
        "Công an tỉnh, Thanh tra tỉnh",
        "UBND huyện Vĩnh Tường (cũ)",
        "Ngân hàng Chính sách xã hội huyện Vĩnh Tường",
        "Cơ sở giao thông vận tải",
        "Bộ Giao thông vận tải Lào",
    ],
)
def test_a_line_that_is_right_is_left_alone(line: str) -> None:
    assert blamed(line, LATER) is None


def test_a_body_counts_only_from_its_last_day_on() -> None:
    assert blamed("Bộ Giao thông vận tải", date(2025, 2, 28)) is None
    assert blamed("Bộ Giao thông vận tải", date(2025, 3, 1)) is not None
    assert blamed("Sở Giao thông vận tải", date(2025, 6, 30)) is None
    assert blamed("UBND huyện Vĩnh Tường", date(2025, 6, 30)) is None
