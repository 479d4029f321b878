"""Which marked lines are headings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from vanban.model.blocks import DeMuc
from vanban.model.inlines import NoteRef, Run

Reader = Callable[[str], Any]
TABLE = "| a |\n|---|\n| b |"


@pytest.mark.parametrize("under", ["Đoạn văn.", "a) Một.", "- Một.", "1.1. Một.", TABLE])
def test_an_unpunctuated_line_with_something_under_it_is_a_heading(
    read: Reader, under: str
) -> None:
    assert read(f"1. Công tác thanh tra\n{under}").headings == ["Công tác thanh tra"]


@pytest.mark.parametrize("end", [".", ";", ":", ",", "?", "!", "…", "./.", ".”"])
def test_a_punctuated_line_is_an_item(read: Reader, end: str) -> None:
    assert read(f"1. Công tác thanh tra{end}\nĐoạn văn.").headings == []


@pytest.mark.parametrize("after", ["", "\n2. Hai.", "\nII. HAI.", "\n![a](a.png)"])
def test_a_line_with_nothing_under_it_is_an_item(read: Reader, after: str) -> None:
    assert "Một" not in read(f"1. Một{after}").headings


def test_text_under_an_image_stands_under_the_line(read: Reader) -> None:
    assert read("1. Một\n![a](a.png)\nHai.").headings == ["Một"]
    assert read("1. Một\n![a](a.png)\n2. Hai.").headings == []


def test_a_footnote_under_a_line_is_nothing(read: Reader) -> None:
    assert read("1. Một[^1]\n[^1]: Hai.\n2. Ba.").headings == []


def test_150_characters_are_a_heading_and_151_are_not(read: Reader) -> None:
    assert read(f"1. {'a' * 150}\nMột.").headings
    assert not read(f"1. {'a' * 151}\nMột.").headings
    assert read(f"1. *{'a' * 150}*[^1]\nMột.").headings


def test_a_closing_footnote_mark_is_left_out_of_the_judgement(read: Reader) -> None:
    assert read("1. Một[^1]\nHai.").headings == ["Một"]
    assert read("1. Một;[^1]\nHai.").headings == []
    assert read("1. **Một.**[^1] [^2]\nHai.").headings == ["Một. "]


def test_a_line_all_in_bold_is_a_heading_however_it_ends(read: Reader) -> None:
    (item, *_rest) = read("(3) **Công tác phòng, chống tham nhũng; pháp chế.**\n- Một.").blocks
    assert item == DeMuc(
        item.cap, "(3)", (Run("Công tác phòng, chống tham nhũng; pháp chế."),), tieu_de=True
    )
    assert read(f"1. **{'a' * 200}**").headings


def test_a_line_partly_in_bold_is_judged_as_any_other(read: Reader) -> None:
    assert read("1. **Một** hai.\nBa.").headings == []
    (item, _under) = read("1. **Một** hai\nBa.").blocks
    assert isinstance(item, DeMuc)
    assert item.tieu_de
    assert item.chu[0] == Run("Một", dam=True)


def test_a_bold_heading_may_hold_italics_references_and_footnote_marks(read: Reader) -> None:
    (item,) = read("1. **Một *hai* @ba**[^1] {#ba}").blocks
    assert isinstance(item, DeMuc)
    assert item.tieu_de
    assert item.chu[1] == Run("hai", nghieng=True)
    assert item.chu[-1] == NoteRef("1")


def test_a_reference_after_bold_text_is_not_bold(read: Reader) -> None:
    assert read("1. **Theo** @a; {#a}").headings == []


def test_the_headings_of_one_list_are_decided_together(read: Reader) -> None:
    assert read("1. Một\nHai.\n2. Ba\nBốn.").headings == ["Một", "Ba"]
    assert read("1. Một\nHai.\n2. Ba\n3. Bốn.").headings == []


def test_punctuated_siblings_have_no_say(read: Reader) -> None:
    assert read("1. Một\nHai.\n2. Ba.\n3. Bốn;").headings == ["Một"]


def test_bold_siblings_stay_headings_and_have_no_say(read: Reader) -> None:
    assert read("1. **Một**\n2. Ba\nBốn.").headings == ["Một", "Ba"]
    assert read("1. **Một**\nHai.\n2. Ba\n3. Bốn\nNăm.").headings == ["Một"]


def test_other_lists_have_no_say(read: Reader) -> None:
    assert read("I. Năm.\n1. Một\nHai.\nII. Sáu.\n1. Ba\n2. Bốn.").headings == ["Một"]
    assert read("1. Một\n- Hai\n- Ba\n+ Bốn").headings == ["Một"]


def test_text_between_the_items_does_not_divide_their_list(read: Reader) -> None:
    assert read("1. Một:\n+ Hai\nĐoạn văn.\n+ Ba\n2. Bốn.").headings == []


@pytest.mark.parametrize("line", ["Chương I", "Phần I.", "Mục 1", "Tiểu mục 2:"])
def test_divisions_are_always_headings(read: Reader, line: str) -> None:
    (item,) = read(line).blocks
    assert isinstance(item, DeMuc)
    assert item.tieu_de


def test_a_section_in_capitals_is_always_a_heading(read: Reader) -> None:
    assert read("I. MỤC ĐÍCH, YÊU CẦU:").headings == ["MỤC ĐÍCH, YÊU CẦU:"]
    assert read("I. MỤC ĐÍCH").headings == ["MỤC ĐÍCH"]
    assert read("I. MỤC ĐÍCH\nII. Yêu cầu\nMột.").headings == ["MỤC ĐÍCH", "Yêu cầu"]


def test_other_lines_in_capitals_are_judged_as_any_other(read: Reader) -> None:
    assert read("A. MỤC ĐÍCH:\n1. MỘT.").headings == []
    assert read("I. Mục đích:").headings == []


def test_an_article_with_heading_text_is_a_heading_and_one_that_runs_on_is_not(
    read: Reader,
) -> None:
    text = "Điều 1. Phạm vi điều chỉnh\n1. Một.\nĐiều 2. Quyết định này có hiệu lực từ ngày ký."
    assert read(text).headings == ["Phạm vi điều chỉnh"]


def test_a_mark_without_text_is_no_heading_and_has_no_say(read: Reader) -> None:
    assert read("1.\nMột.\n2. Hai\nBa.").headings == ["Hai"]


def test_the_place_of_brackets_decides_what_is_deeper(read: Reader) -> None:
    assert read("1. Một.\n(1) Hai\na) Ba.").headings == ["Hai"]
    assert read("a) Một\n(1) Hai.").headings == ["Một"]
    assert read("a) Một.\n(1) Hai\nb) Ba.").headings == []
