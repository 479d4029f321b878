"""The first of each identity is known, however many there are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from vanban.batch.firsts import Firsts

SIXTY_FOUR_BITS = st.integers(0, 2**64 - 1)
ALIKE = st.integers(0, 40).map(lambda n: n * 2**20)  # all begin at the same place


@given(st.lists(SIXTY_FOUR_BITS | ALIKE | st.integers(0, 5)))
def test_it_knows_what_a_dictionary_knows(identities: list[int]) -> None:
    firsts, known = Firsts(), dict[int, int]()
    for number, identity in enumerate(identities, 1):
        assert firsts.of(identity, number) == known.setdefault(identity, number)


def test_it_grows() -> None:
    firsts = Firsts()
    for number in range(1, 5_000):
        assert firsts.of(number * 2**33 + number, number) == number
    assert all(firsts.of(n * 2**33 + n, 9_999) == n for n in range(1, 5_000))
