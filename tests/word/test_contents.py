"""The table of contents: which page belongs to which heading, and the field around it."""

from __future__ import annotations

from vanban.word.contents import Heading, pages_of, table

HEADINGS = [
    Heading(1, "Phần I. MỞ ĐẦU", 1),
    Heading(4, "1. Mục đích", 2),
    Heading(1, "Phần II. KẾT", 3),
    Heading(4, "1. Mục đích", 4),
]
OUTLINE = [
    ("MỞ ĐẦU", 1),
    ("1. Mục đích", 1),
    ("a) Mục đích sâu hơn", 2),
    ("KẾT", 3),
    ("1. Mục đích", 4),
    ("PHỤ LỤC", 5),
]


def test_deeper_headings_and_appendices_are_passed_over() -> None:
    assert pages_of(HEADINGS, OUTLINE) == [1, 1, 3, 4]


def test_one_heading_that_is_not_found_leaves_all_pages_to_word() -> None:
    assert pages_of(HEADINGS, OUTLINE[:-2]) == []


def test_the_field_asks_word_only_for_what_is_not_known() -> None:
    known = table(HEADINGS, OUTLINE, "MỤC LỤC", ("A", "B"), 9000)
    unknown = table(HEADINGS, (), "MỤC LỤC", ("A", "B"), 9000)
    assert ("w:dirty" in known, "w:dirty" in unknown) == (False, True)


def test_a_document_without_headings_has_no_table() -> None:
    assert table((), OUTLINE, "MỤC LỤC", ("A", "B"), 9000) == ""
