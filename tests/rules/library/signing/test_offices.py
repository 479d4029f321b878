"""Offices and bodies told apart by their first words."""

from __future__ import annotations

import pytest

from vanban.rules.library.signing.offices import (
    beginning,
    body,
    full,
    is_body,
    is_deputy,
    looks_deputy,
    office,
)


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("GIÁM ĐỐC SỞ NỘI VỤ", "giám đốc"),
        ("Trưởng phòng", "trưởng phòng"),
        ("Trưởng Công an xã", "trưởng"),
        ("Trường Tiểu học", None),
        ("Chi cục trưởng", "chi cục trưởng"),
        ("Chi cục Thuế", None),
        ("Chủ tịch đoàn", None),
        ("Người phát ngôn", None),
    ],
)
def test_an_office_is_the_longest_that_a_text_begins_with(text: str, known: str | None) -> None:
    assert office(text) == known


def test_what_is_neither_is_no_body() -> None:
    assert is_body("Sở Nội vụ")
    assert not is_body("Người phát ngôn")
    assert not is_body("Bộ trưởng")


def test_a_deputy_is_judged_or_not() -> None:
    assert is_deputy("Thứ trưởng", "Bộ trưởng") is True
    assert is_deputy("Giám đốc", "Bộ trưởng") is False
    assert is_deputy("Phó ban", "Trưởng ban") is None


@pytest.mark.parametrize(
    ("text", "deputy"),
    [("PHÓ GIÁM ĐỐC", True), ("Thứ trưởng", True), ("Hiệu phó", True), ("Giám đốc", False)],
)
def test_deputies_are_known_by_their_words(text: str, deputy: bool) -> None:
    assert looks_deputy(text) is deputy


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("UBND xã Bắc Hà", "ủy ban nhân dân xã bắc hà"),
        ("Văn phòng HĐND và UBND", "văn phòng hội đồng nhân dân và ủy ban nhân dân"),
        ("Uỷ  ban", "ủy ban"),
    ],
)
def test_names_are_compared_written_out(text: str, known: str) -> None:
    assert full(text) == known


def test_an_office_called_after_its_body_is_no_body() -> None:
    assert body("Hội trưởng") == ""
    assert not is_body("Hội trưởng")
    assert body("Hội Nông dân") == "hội"


def test_the_deputy_of_any_head_may_sign_for_the_head_of_the_unit() -> None:
    assert is_deputy("Phó Giám đốc", "Thủ trưởng đơn vị") is None
    assert is_deputy("Phó Thủ trưởng", "Thủ trưởng đơn vị") is True


def test_the_longest_of_the_known_words_counts() -> None:
    assert beginning("Trưởng phòng Nội vụ", ["Trưởng", "Trưởng phòng"]) == "trưởng phòng"
    assert beginning("Trưởng phòngan", ["Trưởng phòng"]) == ""
    assert beginning("", ["Trưởng"]) == ""
