"""Stars, footnote marks, references and backslashes inside a line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.model.inlines import NoteRef, Ref, Run, plain
from vanban.sources.inline import parse, stretches


def looks(text: str) -> list[tuple[str, str]]:
    """Each run with "d" for bold and "n" for italic."""
    return [
        (run.text, "d" * run.dam + "n" * run.nghieng) for run in parse(text) if isinstance(run, Run)
    ]


def test_one_star_is_italic_and_two_are_bold() -> None:
    assert looks("*một* **hai** ba") == [("một", "n"), (" ", ""), ("hai", "d"), (" ba", "")]


@pytest.mark.parametrize("inner", ["một", "5 tỷ", "“một”", "Đ", "một hai; ba."])
def test_stars_open_before_a_letter_a_digit_or_a_quotation_mark(inner: str) -> None:
    assert looks(f"**{inner}**") == [(inner, "d")]


@pytest.mark.parametrize(
    "text",
    [
        "(*)",
        "(**)",
        "5*3*2",
        "5 * 3 * 2",
        "*",
        "** một **",
        "*(một)*",
        "một*hai*",
        "một**hai**ba",
        "một* hai*",
        "*một",
        "một*",
        "*một hai **",
        "****một****",
        "* Ghi chú: *",
        "*một (*) hai",
    ],
)
def test_other_stars_are_text(text: str) -> None:
    assert parse(text) == (Run(text),)


def test_stars_inside_brackets_and_before_punctuation_work() -> None:
    assert looks("(*một*), **hai**.") == [
        ("(", ""), ("một", "n"), ("), ", ""), ("hai", "d"), (".", ""),
    ]  # fmt: skip


def test_bold_may_hold_italic_and_italic_bold() -> None:
    assert looks("**một *hai* ba**") == [("một ", "d"), ("hai", "dn"), (" ba", "d")]
    assert looks("*một **hai** ba*") == [("một ", "n"), ("hai", "dn"), (" ba", "n")]


def test_three_stars_are_both_and_end_what_two_runs_began() -> None:
    assert looks("***một***") == [("một", "dn")]
    assert looks("**một *hai***") == [("một ", "d"), ("hai", "dn")]
    assert looks("***một* hai**") == [("một", "dn"), (" hai", "d")]
    assert looks("***một** hai*") == [("một", "dn"), (" hai", "n")]


def test_three_stars_of_which_one_ends_keep_two_as_text() -> None:
    assert looks("***một* hai") == [("**", ""), ("một", "n"), (" hai", "")]


def test_what_crosses_is_text() -> None:
    assert looks("**một *hai** ba*") == [("một *hai", "d"), (" ba*", "")]


@pytest.mark.parametrize("label", ["1", "a", "ghi-chu", "cướcchú", "*"])
def test_a_footnote_mark_is_its_label(label: str) -> None:
    assert parse(f"điển hình[^{label}], một") == (Run("điển hình"), NoteRef(label), Run(", một"))


@pytest.mark.parametrize(
    "text", ["[^]", "[^ ]", "[^a b]", "[1]", "[một]", "^1", "[^" + "a" * 61 + "]"]
)
def test_other_brackets_are_text(text: str) -> None:
    assert parse(text) == (Run(text),)


def test_a_reference_stands_at_the_beginning_of_a_word() -> None:
    assert parse("theo @dieu-2.") == (Run("theo "), Ref("dieu-2"), Run("."))
    assert parse("@điều_2") == (Ref("điều_2"),)
    assert parse("(@a)") == (Run("("), Ref("a"), Run(")"))
    assert parse("**@a**")[0] != Ref("a")


@pytest.mark.parametrize(
    "text", ["vp@tayninh.gov.vn", "a.b@c.vn", "a-b@c.vn", "một @ hai", "@", "@-a", "x/@a", "@@"]
)
def test_mail_addresses_and_lone_signs_are_text(text: str) -> None:
    assert parse(text) == (Run(text),)


@pytest.mark.parametrize("character", ["*", "|", "@", "[", "{", "\\"])
def test_a_backslash_escapes_what_is_special(character: str) -> None:
    assert parse(f"một \\{character}hai") == (Run(f"một {character}hai"),)


@pytest.mark.parametrize("text", ["a\\b", "C:\\Temp", "\\n", "một\\", "\\]", "\\_"])
def test_a_backslash_before_anything_else_is_text(text: str) -> None:
    assert parse(text) == (Run(text),)


def test_escaped_marks_are_text() -> None:
    assert parse(r"\*một\* \@a \[^1]") == (Run("*một* @a [^1]"),)
    assert parse(r"\\*một*") == (Run("\\"), Run("một", nghieng=True))


@pytest.mark.parametrize(
    "text",
    [
        "&amp; &nbsp;",
        "<b>một</b>",
        "`một`",
        "[một](http://a.vn)",
        "http://a.vn",
        "_một_",
        "~~một~~",
        "# một",
    ],
)
def test_no_other_markup_exists(text: str) -> None:
    assert plain(parse(text)) == text
    assert all(run == Run(run.text) for run in parse(text) if isinstance(run, Run))


def test_marks_are_reported_with_their_offsets() -> None:
    heard: list[tuple[str, str, int]] = []
    parse("một[^1] *hai* @ba", lambda *found: heard.append(found))
    assert heard == [("note", "1", 3), ("ref", "ba", 14)]


def test_an_empty_text_has_no_inlines() -> None:
    assert parse("") == ()


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    parse(text)


@given(st.text().filter(lambda text: not set(text) & set("*[@\\")))
def test_text_without_special_characters_comes_back_as_one_run(text: str) -> None:
    assert parse(text) == ((Run(text),) if text else ())


@given(st.text("ab*[@\\|{ ^1]“"))
def test_an_escaped_text_comes_back(text: str) -> None:
    escaped = "".join(f"\\{c}" if c in "*|@[{\\" else c for c in text)
    assert plain(parse(escaped)) == text


@given(st.text("ab5 *[^1]@\\“().", max_size=40))
def test_each_stretch_of_the_plain_text_stands_in_the_text(text: str) -> None:
    shown, end = plain(parse(text)), 0
    for at, source, length in stretches(text):
        assert at == end
        assert shown[at : at + length] == text[source : source + length]
        end = at + length
    assert end == len(shown)
