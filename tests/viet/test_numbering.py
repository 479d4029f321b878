"""The letters of điểm."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.viet import numbering
from vanban.viet.numbering import LETTERS, following, letter, letter_index


def test_there_are_23_letters_and_none_is_foreign_or_hatted() -> None:
    assert len(set(LETTERS)) == len(LETTERS) == 23
    assert not set(LETTERS) & set("fjwzăâêôơư")


def test_d_with_stroke_is_the_fifth_and_e_the_sixth() -> None:
    assert [letter(n) for n in (4, 5, 6, 7, 8)] == ["d", "đ", "e", "g", "h"]


@given(st.integers(1, 23))
def test_a_letter_is_found_at_its_place(n: int) -> None:
    assert letter_index(letter(n)) == n


@pytest.mark.parametrize("text", ["f", "j", "w", "z", "ă", "A", "Đ", "\u00f0", "", "ab", "1", "a)"])
def test_what_is_no_letter_of_diem_has_no_place(text: str) -> None:
    assert letter_index(text) is None
    assert following(text) is None


def test_following_letters_run_through_the_whole_alphabet() -> None:
    walked = ["a"]
    while after := following(walked[-1]):
        walked.append(after)
    assert "".join(walked) == numbering.LETTERS


@pytest.mark.parametrize("n", [0, -1, 24])
def test_past_the_last_letter_there_is_none(n: int) -> None:
    with pytest.raises(ValueError, match="a to y"):
        letter(n)
