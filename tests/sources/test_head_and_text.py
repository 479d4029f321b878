"""A head, a line ---, a body."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.errors import SourceError
from vanban.location import Place
from vanban.model.origin import Note
from vanban.sources.head_and_text import parse
from vanban.sources.nodes import Scalar

HEAD = "loai: cong-van\ntrich_yeu: Họp\n"


def body(text: str) -> Scalar:
    key, value = parse(text, "a.txt")[0].pairs[-1]
    assert key.value == "noi_dung"
    assert isinstance(value, Scalar)
    return value


def refused(text: str) -> str:
    with pytest.raises(SourceError) as caught:
        parse(text, "a.txt")
    (problem,) = caught.value.problems
    assert problem.advice
    return str(problem)


def test_head_and_body_are_read() -> None:
    root, notes = parse(f"{HEAD}---\nKính gửi: Sở Y\n\n1. Một\n", "a.txt")
    assert [key.value for key, _value in root.pairs] == ["loai", "trich_yeu", "noi_dung"]
    assert body(f"{HEAD}---\nKính gửi: Sở Y\n\n1. Một\n").value == "Kính gửi: Sở Y\n\n1. Một\n"
    assert notes == ()


def test_lines_of_the_body_have_their_places() -> None:
    found = body(f"{HEAD}---\nMột\n\nHai ba\n")
    assert found.span.exact
    assert found.span.place(found.value.index("ba")) == Place("a.txt", 6, 5)


def test_a_line_above_the_head_is_passed_over() -> None:
    found = body(f"# mẫu\n\n---\n{HEAD}---\nMột\n")
    assert (found.value, found.place) == ("Một\n", Place("a.txt", 7, 1))


def test_the_body_may_be_anything_even_separators() -> None:
    assert body(f"{HEAD}---  \n---\n\ta: [@\n").value == "---\n\ta: [@\n"


@pytest.mark.parametrize("end", ["---", "---\n", "---\n\n"])
def test_no_body_is_absent(end: str) -> None:
    assert body(HEAD + end).absent


def test_notes_of_the_head_are_kept() -> None:
    assert parse("a: x #5\n---\ny #5", "a.txt")[1] == (
        Note("cat-chu-thich", Place("a.txt", 1, 6), "#5"),
    )


def test_a_missing_line_is_refused() -> None:
    assert refused(HEAD).startswith("a.txt: Không có dòng “---”")


def test_a_line_that_was_perhaps_meant_is_shown() -> None:
    assert refused(f"{HEAD}———\nMột").startswith("a.txt:3:1: Không có dòng “---”")


@pytest.mark.parametrize("key", ["noi_dung", "Nội dung"])
def test_two_bodies_are_refused(key: str) -> None:
    assert refused(f"{HEAD}{key}: x\n---\nMột").startswith("a.txt:3:1: Phần đầu có khóa noi_dung")


def test_errors_of_the_head_have_their_places() -> None:
    assert refused("---\nloai: a: b\n---\nMột").startswith("a.txt:2:8: ")


def test_a_head_without_data_is_refused() -> None:
    assert "Chưa có khóa" in refused("---\n---\nMột")


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(SourceError):
        parse(text, "a.txt")


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]) | st.just("\n"), min_size=1))
def test_every_character_of_the_body_is_found_in_the_source(text: str) -> None:
    source = f"{HEAD}---\n{text}"
    found = body(source)
    assert found.value == text
    for at, character in enumerate(text):
        offset = found.span.source_offset(at)
        assert offset is not None
        assert source[offset] == character
