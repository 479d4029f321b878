"""Edits in the bytes of a file: what no edit touches stays byte by byte."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.errors import SourceError
from vanban.findings import Edit
from vanban.sources import text
from vanban.sources.original import edited

E = unicodedata.normalize("NFD", "ệ")
LETTERS = st.text(
    st.sampled_from("aăâđêôơưệữ \n\r\u00a0x:" + unicodedata.normalize("NFD", "ệữổ")), max_size=40
)


def read(data: bytes) -> str:
    return text.decode(data, "a.yaml")[0]


@pytest.mark.parametrize(
    ("data", "edits", "expected"),
    [
        (b"so: 5\n", [Edit(4, 5, "12")], b"so: 12\n"),
        (b"so: 5\n", [Edit(0, 0, "# x\n"), Edit(5, 5, "a")], b"# x\nso: 5a\n"),
        (b"\xef\xbb\xbfso: 5\r\nx: 1\r\n", [Edit(4, 5, "6"), Edit(9, 10, "2")],
         b"\xef\xbb\xbfso: 6\r\nx: 2\r\n"),
        (b"a: 1\r\nb: 2\r\n", [Edit(5, 5, "c: 3\n")], b"a: 1\r\nc: 3\r\nb: 2\r\n"),
        (b"a: 1\rb: 2\r", [Edit(8, 9, "3")], b"a: 1\rb: 3\r"),
        (f"x: {E} {E}\n".encode(), [Edit(5, 6, "y")], f"x: {E} y\n".encode()),
    ],
)  # fmt: skip
def test_an_edit_is_made_in_the_file_as_it_is(
    data: bytes, edits: list[Edit], expected: bytes
) -> None:
    assert edited(data, read(data), edits) == expected


@given(LETTERS)
def test_without_an_edit_every_byte_stays(words: str) -> None:
    data = f"{words}x".encode()
    assert edited(data, read(data), []) == data


@given(LETTERS, st.data())
def test_an_edit_reads_back_as_the_edit_of_what_was_read(words: str, data: st.DataObject) -> None:
    raw = f"{words}x".encode()
    before = read(raw)
    start = data.draw(st.integers(0, len(before)))
    end = data.draw(st.integers(start, len(before)))
    try:
        after = edited(raw, before, [Edit(start, end, "Q")])
    except ValueError:  # between marks of one letter
        assert any(map(unicodedata.combining, before[start : start + 1] + before[end : end + 1]))
        return
    assert plain(read(after)) == plain(before[:start] + "Q" + before[end:])


def plain(words: str) -> str:
    """Odd spaces count only at margins, and an edit may move a margin."""
    return words.replace("\u00a0", " ")


def test_bytes_that_the_text_was_not_read_from_are_refused() -> None:
    with pytest.raises(ValueError, match="not read"):
        edited(b"so: 5\r\n", "so:\n", [])


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(SourceError):
        edited(b"\xff", "", [])
