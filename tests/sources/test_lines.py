"""Lines, joined lines and their places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.sources.lines import BLANKS, Line, join, read


def texts(body: str) -> list[str]:
    return [line.text for line in read(body)]


def test_blank_lines_are_ignored() -> None:
    assert texts("\nMột\n\n \t\u00a0\nHai\n") == ["Một", "Hai"]


def test_blanks_around_a_line_are_no_part_of_it() -> None:
    assert texts(" \t\u00a0Một  hai\u00a0 ") == ["Một  hai"]


def test_a_trailing_backslash_joins_the_next_line() -> None:
    assert texts("Một \\\n  hai\\\nba\nbốn") == ["Một hai ba", "bốn"]


def test_a_trailing_backslash_joins_over_blank_lines() -> None:
    assert texts("Một \\\n\n \nhai") == ["Một hai"]


def test_a_backslash_on_the_last_line_or_alone_joins_nothing() -> None:
    assert texts("Một\\") == ["Một"]
    assert texts("\\") == []
    assert texts("Một\\\n\\\nhai") == ["Một hai"]


def test_an_escaped_backslash_at_the_end_is_text() -> None:
    assert texts("Một\\\\\nhai") == ["Một\\\\", "hai"]
    assert texts("Một\\\\\\\nhai") == ["Một\\\\ hai"]


def test_the_indent_of_a_joined_line_is_that_of_its_first() -> None:
    assert [line.indent for line in read("  Một\\\nhai\nba")] == [2, 0]


@pytest.mark.parametrize(("offset", "source"), [(0, 2), (2, 4), (4, 9), (6, 11)])
def test_a_place_in_a_joined_line_is_that_in_the_body(offset: int, source: int) -> None:
    (line,) = read("  Một\\\n  hai")
    assert line.text[offset] == "  Một\\\n  hai"[source]
    assert line.at(offset) == source


def test_stretches_follow_the_source_lines() -> None:
    (line,) = read("Một\\\nhai\\\nba")
    assert list(line.stretches(1, 10)) == [(0, 1, 3), (3, 5, 4), (7, 10, 2)]
    assert list(line.stretches(4, 6)) == [(0, 5, 2)]
    assert list(line.stretches(2, 2)) == [(0, 2, 0)]


def test_nothing_is_joined_to_nothing() -> None:
    assert join([Line("", ((0, 3),)), Line("", ((0, 5),))]).text == ""
    assert join([Line("", ((0, 3),)), Line("Một", ((0, 5),))]).at(0) == 5


@given(st.text("aé1. \t\n\\\u00a0"))
def test_every_character_but_blanks_and_joining_backslashes_comes_back(body: str) -> None:
    kept = "".join(texts(body))
    lost = set(BLANKS) | {"\n", "\\"}
    assert [c for c in kept if c not in lost] == [c for c in body if c not in lost]


@given(st.text("ab \n\\"))
def test_every_letter_is_found_in_the_body(body: str) -> None:
    for line in read(body):
        for offset, letter in enumerate(line.text):
            assert not letter.isalpha() or body[line.at(offset)] == letter
