"""Numbers in words, read back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.viet.number_words import from_words, money_from_words
from vanban.viet.numerals import MOST_IN_WORDS, words

numbers = st.integers(0, MOST_IN_WORDS)


@given(numbers, st.sampled_from(["linh", "lẻ"]))
def test_what_is_written_in_words_is_read_back(n: int, linh: str) -> None:
    assert from_words(words(n, linh=linh)) == n  # type: ignore[arg-type]


@given(numbers)
def test_the_words_of_other_regions_say_the_same(n: int) -> None:
    said = words(n).replace("nghìn", "ngàn").replace("tỷ", "tỉ").replace("bảy", "bẩy")
    assert from_words(said.upper()) == n


@given(
    st.lists(st.sampled_from(["một", "hai", "năm", "mười", "mươi", "lăm", "linh", "trăm", "tỷ"]))
)
def test_any_words_have_an_answer(said: list[str]) -> None:
    n = from_words(" ".join(said))
    assert n is None or n >= 0


@pytest.mark.parametrize(
    ("said", "n"),
    [
        ("hai lăm", 25),
        ("hai mươi nhăm", 25),
        ("tám mươi tư", 84),
        ("tám mươi bốn", 84),
        ("ba mốt", 31),
        ("một nghìn lẻ năm", 1005),
        ("mười triệu, hai trăm nghìn", 10_200_000),
        ("Một  tỷ không trăm linh năm triệu", 1_005_000_000),
        ("hai nghìn tỷ", 2_000_000_000_000),
        ("không", 0),
    ],
)
def test_what_people_say_is_understood(said: str, n: int) -> None:
    assert from_words(said) == n


@pytest.mark.parametrize(
    "said",
    [
        "", "đồng", "năm học", "hai ba", "trăm", "mươi hai", "lăm", "linh năm trăm",
        "hai mươi năm", "mười năm",  # years
        "một trăm hai", "một triệu năm",  # 102 or 120, 1,000,005 or 1,500,000
        "hai triệu ba triệu", "hai nghìn ba triệu", "một nghìn lẻ một đêm",
    ],
)  # fmt: skip
def test_what_is_no_number_or_more_than_one_is_none(said: str) -> None:
    assert from_words(said) is None


@pytest.mark.parametrize(
    "said",
    [
        "Bốn trăm tám mươi sáu triệu năm trăm nghìn đồng chẵn./.",
        "bốn trăm tám mươi sáu triệu, năm trăm ngàn đồng Việt Nam",
        "Bốn trăm tám mươi sáu triệu năm trăm nghìn đồng.",
    ],
)
def test_a_sum_of_money_is_read_with_what_stands_behind_it(said: str) -> None:
    assert money_from_words(said) == 486_500_000


def test_a_sum_of_other_money_is_none() -> None:
    assert money_from_words("năm nghìn đô la Mỹ") is None
