"""From bytes to source text."""

from __future__ import annotations

import unicodedata
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.errors import SourceError
from vanban.location import Place
from vanban.model.origin import Note
from vanban.sources.text import MAX_BYTES, clean, decode, line_column

NBSP = "\u00a0"


def refused(data: bytes) -> SourceError:
    with pytest.raises(SourceError) as caught:
        decode(data, "a.yaml")
    return caught.value


def test_good_text_comes_back_without_notes() -> None:
    text = "loai: cong-van\ntrich_yeu: Kế hoạch năm 2024\n"
    assert decode(text.encode(), "a.yaml") == (text, ())


def test_a_byte_order_mark_is_dropped() -> None:
    assert decode("\ufeffloai: x".encode(), "a.yaml") == ("loai: x", ())


def test_windows_and_mac_newlines_become_newlines() -> None:
    assert decode(b"a: 1\r\nb: 2\rc: 3\n", "a.yaml") == ("a: 1\nb: 2\nc: 3\n", ())


@pytest.mark.parametrize("data", [b"", b"\n \t\r\n", "\ufeff \u00a0".encode()])
def test_an_empty_file_is_refused(data: bytes) -> None:
    assert refused(data).problems[0].message == "Tệp trống."


def test_a_huge_file_is_refused() -> None:
    assert "10 MB" in str(refused(b"a" * (MAX_BYTES + 1)))


@pytest.mark.parametrize(
    "encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"]
)
def test_wide_encodings_are_refused_with_the_way_to_save_as_utf8(encoding: str) -> None:
    problem = refused("loai: công-văn\n".encode(encoding)).problems[0]
    assert problem.place == Place("a.yaml", 1, 1)
    assert "Notepad" in str(problem.advice)
    assert "VS Code" in str(problem.advice)


def test_bytes_that_are_not_utf8_are_refused_at_the_first_of_them() -> None:
    problem = refused("Kế: 1\r\nký: ".encode() + b"\xd4x\n").problems[0]
    assert problem.place == Place("a.yaml", 2, 5)
    assert "Windows-1258" in problem.message
    assert "TCVN3" in problem.message


def test_columns_before_bad_bytes_count_composed_letters() -> None:
    data = unicodedata.normalize("NFD", "Kế hoạch ").encode() + b"\xff"
    assert refused(data).problems[0].place == Place("a.yaml", 1, 10)


@pytest.mark.parametrize("data", [b"PK\x03\x04\x14\x00", b"%PDF-1.7", b"\xd0\xcf\x11\xe0\xa1"])
def test_a_word_or_pdf_file_is_called_by_its_name(data: bytes) -> None:
    assert "không phải tệp văn bản thuần" in str(refused(data))


def test_decomposed_letters_are_composed_and_the_first_is_noted() -> None:
    text, notes = decode(unicodedata.normalize("NFD", "a: 1\nb: so Kế hoạch").encode(), "a.yaml")
    assert text == "a: 1\nb: so Kế hoạch"
    assert notes == (Note("nfd", Place("a.yaml", 2, 8), "Kế"),)


def test_control_characters_are_listed_with_their_places() -> None:
    problems = refused(b"a: x\x07y\nb: \x1bz \xc2\x92").problems
    assert [str(p.place) for p in problems] == ["a.yaml:1:5", "a.yaml:2:4", "a.yaml:2:7"]
    assert "U+0007" in problems[0].message
    assert "U+0092" in problems[2].message


def test_at_most_ten_control_characters_are_listed() -> None:
    assert len(refused(b"a: " + b"x\x01" * 50).problems) == 10


def test_odd_spaces_in_margins_become_plain_one_for_one() -> None:
    text, notes = clean(f"ky:\n{NBSP}\u3000ten: x\n-{NBSP}y\n", "a.yaml")
    assert text == "ky:\n  ten: x\n- y\n"
    assert notes == (Note("nbsp", Place("a.yaml", 2, 1), "U+00A0"),)


def test_odd_spaces_after_a_key_become_plain() -> None:
    text, notes = clean(f"Trích{NBSP}yếu:{NBSP} x{NBSP}y", "a.yaml")
    assert text == f"Trích{NBSP}yếu:  x{NBSP}y"
    assert notes[0].place == Place("a.yaml", 1, 11)


def test_odd_spaces_inside_a_text_stay() -> None:
    text = f"noi_dung: |\n  Điều{NBSP}1 của\u202fluật"
    assert clean(text, "a.yaml") == (text, ())


def test_line_separators_become_spaces_because_editors_show_none() -> None:
    text, notes = clean("a: x\u2028y", "a.yaml")
    assert text == "a: x y"
    assert notes == (Note("nbsp", Place("a.yaml", 1, 5), "U+2028"),)


def test_line_and_column_are_counted_from_one() -> None:
    assert [line_column("ab\nc", at) for at in (0, 2, 3, 4)] == [(1, 1), (1, 3), (2, 1), (2, 2)]


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with suppress(SourceError):
        text, _notes = decode(data, "a.yaml")
        assert unicodedata.is_normalized("NFC", text)


@given(st.text(max_size=200))
def test_cleaning_is_done_once(text: str) -> None:
    with suppress(SourceError):
        cleaned, _notes = clean(text, "a.yaml")
        assert clean(cleaned, "a.yaml") == (cleaned, ())
