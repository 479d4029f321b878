"""Tables in pipes under a line of dashes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.model.blocks import Bang
from vanban.model.inlines import NoteRef, Run, plain
from vanban.sources.tables import caption

HEAD = "| TT | Nội dung |\n|---|---|\n"
Reader = Callable[[str], Any]


def table(read: Reader, text: str) -> Bang:
    (block,) = read(text).blocks
    assert isinstance(block, Bang)
    return block


def cells(bang: Bang) -> list[list[str]]:
    return [[plain(cell) for cell in row] for row in (bang.dau, *bang.hang)]


def test_a_line_of_dashes_makes_a_table(read: Reader) -> None:
    assert cells(table(read, HEAD + "| 1 | Một |\n| 2 | |")) == [
        ["TT", "Nội dung"], ["1", "Một"], ["2", ""],
    ]  # fmt: skip


def test_pipes_at_the_edges_may_be_left_out(read: Reader) -> None:
    assert cells(table(read, "TT | Nội dung\n--|--\n1 | Một")) == [["TT", "Nội dung"], ["1", "Một"]]
    assert cells(table(read, "| a | b\n|-|-|\n| 1 | 2")) == [["a", "b"], ["1", "2"]]


def test_pipes_without_a_line_of_dashes_are_text(read: Reader) -> None:
    assert read("| TT | Nội dung |\n| 1 | Một |").shape == [
        ("doan", None, "| TT | Nội dung |"),
        ("doan", None, "| 1 | Một |"),
    ]
    assert read("TT\n---\n1").shape[1] == ("doan", None, "---")


def test_colons_align_the_columns(read: Reader) -> None:
    assert table(read, "| a | b | c | d |\n| :-- | :-: | --: | - |").can == (
        "trai", "giua", "phai", "",
    )  # fmt: skip


def test_cells_hold_inlines_and_escaped_pipes(read: Reader) -> None:
    bang = table(read, HEAD + "| **1** | a \\| b[^1] |")
    assert bang.hang[0] == ((Run("1", dam=True),), (Run("a | b"), NoteRef("1")))


def test_an_escaped_backslash_before_a_pipe_ends_the_cell(read: Reader) -> None:
    assert cells(table(read, HEAD + "| a\\\\ | b |"))[1] == ["a\\", "b"]


@pytest.mark.parametrize(("row", "found"), [("| 1 |", 1), ("| 1 | 2 | 3 |", 3), ("|", 1)])
def test_a_row_of_another_width_is_a_problem_at_its_place(
    read: Reader, row: str, found: int
) -> None:
    assert read(f"Một.\n{HEAD}  {row}").problems == [
        f"a.txt:4:3: Hàng của bảng có {found} ô, cần 2 ô như dòng gạch |---|."
    ]


def test_a_head_of_another_width_is_a_problem_too(read: Reader) -> None:
    assert read("| a |\n|---|---|").problems[0].startswith("a.txt:1:1: Hàng của bảng có 1 ô")


def test_a_line_directly_above_is_the_caption(read: Reader) -> None:
    bang = table(read, f"Bảng: Phân công *nhiệm vụ* {{#pc}}\n{HEAD}")
    assert (plain(bang.ten), bang.nhan) == ("Phân công nhiệm vụ", "pc")
    assert bang.ten[1] == Run("nhiệm vụ", nghieng=True)


def test_a_caption_that_occurs_in_the_word_before_it_is_whole(read: Reader) -> None:
    assert plain(table(read, f"Bảng: B\n{HEAD}").ten) == "B"


def test_a_label_alone_labels_a_table_without_a_caption(read: Reader) -> None:
    bang = table(read, f"Bảng: {{#pc}}\n{HEAD}")
    assert (bang.ten, bang.nhan) == ((), "pc")


@pytest.mark.parametrize("line", ["Bảng 2: Phân công", "Bảng lương: tháng 5", "Bảng:", "Bảng"])
def test_other_lines_above_a_table_are_text(read: Reader, line: str) -> None:
    assert read(f"{line}\n{HEAD}").shape == [("doan", None, line), ("bang", None, "")]


def test_a_caption_without_a_table_is_text(read: Reader) -> None:
    assert read("Bảng: Phân công\nMột\n" + HEAD).shape[0] == ("doan", None, "Bảng: Phân công")


@pytest.mark.parametrize("line", ["BẢNG: Một", "Bảng : Một", "Bảng:\u00a0Một", "Bảng:Một"])
def test_the_caption_begins_after_the_blanks(line: str) -> None:
    start = caption(line)
    assert start is not None
    assert line[start:] == "Một"


def test_a_table_belongs_to_the_open_item_and_closes_nothing(read: Reader) -> None:
    read_body = read(f"1. Một:\n+ Hai;\n{HEAD}+ Ba.\n1.1. Bốn.")
    assert read_body.marks == ["1.", "+", "+", "1.1."]


def test_two_tables_under_each_other_are_two(read: Reader) -> None:
    first, second = read(f"{HEAD}| 1 | Một |\n\n{HEAD}| 2 | Hai |").blocks
    assert isinstance(first, Bang)
    assert isinstance(second, Bang)
    assert cells(first)[1:] == [["1", "Một"]]
    assert cells(second)[1:] == [["2", "Hai"]]


def test_a_row_of_single_dashes_is_a_row(read: Reader) -> None:
    assert cells(table(read, HEAD + "| 1 | Một |\n| - | - |"))[1:] == [["1", "Một"], ["-", "-"]]


def test_places_of_cells_are_kept(read: Reader) -> None:
    spans = read(f"Bảng: Một\n{HEAD}| 1 | **Hai** |").out.spans
    assert str(spans["noi_dung", 0, "ten"].place()) == "a.txt:1:7"
    assert str(spans["noi_dung", 0, "dau", 1].place()) == "a.txt:2:8"
    assert str(spans["noi_dung", 0, "hang", 0, 1].place()) == "a.txt:4:9"


@given(st.lists(st.text("ab|\\* \u00a0é“", max_size=8).map(str.strip), min_size=1, max_size=4))
def test_escaped_cells_come_back(read: Reader, row: list[str]) -> None:
    escaped = ["".join(f"\\{c}" if c in "|\\*" else c for c in cell) for cell in row]
    rule = "|---" * len(row) + "|"
    bang = table(read, f"| {' | '.join(escaped)} |\n{rule}")
    assert cells(bang) == [row]
