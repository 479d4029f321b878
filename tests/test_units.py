"""Lengths and their units."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.units import Length, Range, cm, mm, parse_length, parse_range, pt


def test_a4_is_11906_by_16838_twips() -> None:
    assert (mm(210).twips, mm(297).twips) == (11906, 16838)


def test_the_two_indents_of_the_decree_are_567_and_720_twips() -> None:
    assert (cm(1).twips, cm(1.27).twips) == (567, 720)


def test_a_font_size_counts_in_half_points() -> None:
    assert (pt(13).half_points, pt(13.5).half_points) == (26, 27)


@given(st.integers(0, 2000))
def test_millimetres_points_and_twips_come_back_as_they_went_in(n: int) -> None:
    assert mm(n).mm == cm(n / 10).mm == n
    assert (pt(n).pt, pt(n).twips) == (n, 20 * n)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("13-14 pt", pt(13), pt(14)),
        (" 30 - 35mm ", mm(30), mm(35)),
        ("1.27 cm", cm(1.27), cm(1.27)),
        ("0 pt", Length(0), Length(0)),
    ],
)
def test_a_range_is_two_numbers_or_one_with_a_unit(text: str, low: Length, high: Length) -> None:
    assert parse_range(text) == Range(low, high)


@pytest.mark.parametrize(
    "text", ["", "13", "13 px", "13 inch", "-1 mm", "1,27 cm", "13-14-15 pt", "pt", "a-b pt"]
)
def test_what_is_no_length_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a length"):
        parse_range(text)


def test_a_range_that_falls_is_refused() -> None:
    with pytest.raises(ValueError, match="not a range"):
        parse_range("14-13 pt")


def test_both_ends_belong_to_a_range() -> None:
    sizes = parse_range("13-14 pt")
    assert pt(13) in sizes
    assert pt(14) in sizes
    assert pt(12.5) not in sizes
    assert pt(14.5) not in sizes


def test_a_range_is_no_single_length() -> None:
    assert parse_length("30 mm") == mm(30)
    with pytest.raises(ValueError, match="one length"):
        parse_length("30-35 mm")
