"""The fewest documents are blamed for days in disorder."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from vanban.rules.library.heading.number_sets import longest_rise


def rises(values: list[str]) -> bool:
    return all(first <= second for first, second in pairwise(values))


@given(st.lists(st.sampled_from("abcd"), max_size=8))
def test_the_run_rises_and_no_other_is_longer(values: list[str]) -> None:
    kept = [values[index] for index in longest_rise(values)]
    assert rises(kept)
    assert not any(rises(list(other)) for other in combinations(values, len(kept) + 1))
