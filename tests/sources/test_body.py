"""A body: lines become blocks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.model.blocks import Block, Body, CuocChu, DeMuc, Doan
from vanban.model.inlines import NoteRef, Ref, Run, plain
from vanban.model.levels import DIVISIONS, Level
from vanban.model.marks import find
from vanban.model.open_items import AllItems
from vanban.model.outline import outline

Reader = Callable[[str], Any]


def test_a_line_is_a_paragraph_and_blank_lines_are_ignored(read: Reader) -> None:
    assert read("Một.\n\n\u00a0\nHai.\n").shape == [("doan", None, "Một."), ("doan", None, "Hai.")]


def test_an_empty_body_has_no_blocks(read: Reader) -> None:
    assert read("").blocks == read(" \n\n").blocks == ()


def test_a_trailing_backslash_joins_a_marked_line_with_the_next(read: Reader) -> None:
    assert read("1. Một \\\n   - hai").shape == [("so", "1.", "Một - hai")]


def test_a_mark_takes_its_place_whatever_blanks_stand_before_it(read: Reader) -> None:
    assert read("1. Một:\n   - Hai;\n\t\u00a0+ Ba.").marks == ["1.", "-", "+"]


def test_text_pasted_from_word_is_understood(read: Reader) -> None:
    read_body = read("1.\tMột:\n•\tHai;\n–\u00a0Ba;\n\uf0b7\tBốn.")
    assert read_body.shape == [
        ("so", "1.", "Một:"),
        ("gach", "-", "Hai;"),
        ("gach", "-", "Ba;"),
        ("gach", "-", "Bốn."),
    ]
    assert read_body.notes == [("dau-dong", 2), ("dau-dong", 3), ("dau-dong", 4)]


def test_unmarked_lines_close_nothing(read: Reader) -> None:
    read_body = read("1. Một:\n- Hai:\n+ Ba.\nĐoạn văn.\n+ Bốn.\n1.1. Năm.")
    entries = outline(read_body.blocks)
    assert [entries[index].number for index in (2, 4)] == [1, 2]
    assert entries[4].parents == (0, 1)
    assert read_body.marks[-1] == "1.1."


def test_what_is_glued_or_odd_is_noted_with_its_words(read: Reader) -> None:
    read_body = read("1.Một\n-hai\n1) Ba\na/ Bốn\n•Năm")
    assert read_body.notes == [
        ("dinh-lien", 1),
        ("dinh-lien", 2),
        ("kieu-dau", 3),
        ("kieu-dau", 4),
        ("dinh-lien", 5),
        ("dau-dong", 5),
    ]
    note = read_body.out.notes[1]
    assert (note.quote, note.path) == ("-hai", ("noi_dung", 1))


@pytest.mark.parametrize(
    "mark", ["1. Một", "- Một", "a) Một", "Chương I", "Điều 1. Một", "2.1. Một"]
)
def test_a_backslash_before_a_mark_makes_it_text(read: Reader, mark: str) -> None:
    assert read(f"\\{mark}").shape == [("doan", None, mark)]


def test_a_backslash_before_other_text_stays(read: Reader) -> None:
    assert read("\\2026. Các phòng").shape == [("doan", None, "\\2026. Các phòng")]


def test_typed_numbers_stay_as_typed_also_out_of_order(read: Reader) -> None:
    assert read("3. Một.\n1. Hai.\n01. Ba.\nc) Bốn.\nb) Năm.").marks == [
        "3.", "1.", "01.", "c)", "b)",
    ]  # fmt: skip


def test_self_numbered_lines_have_no_mark_of_their_own(read: Reader) -> None:
    text = "Điều #. Một.\n#. Hai:\n#) Ba;\n(#) Bốn.\n" + "#) Năm;\n" * 7
    blocks = read(text).blocks
    assert {block.dau for block in blocks if isinstance(block, DeMuc)} == {None}
    marks = [entry.mark for entry in outline(blocks).values()]
    assert marks == ["Điều 1.", "1.", "a)", "(1)", "b)", "c)", "d)", "đ)", "e)", "g)", "h)"]


def test_letters_that_number_themselves_end_with_y(read: Reader) -> None:
    assert read("#) Một;\n" * 23).problems == []
    assert read("#) Một;\n" * 24).problems == [
        "a.txt:24:1: Danh sách tự đánh chữ dài quá 23 điểm (a đến y)."
    ]


# Divisions


def test_the_next_unmarked_line_is_the_title_of_a_division(read: Reader) -> None:
    assert read("Chương I\nQUY ĐỊNH CHUNG\nMột.").shape == [
        ("chuong", "Chương I", "QUY ĐỊNH CHUNG"),
        ("doan", None, "Một."),
    ]


def test_a_title_on_the_line_of_the_division_is_its_title(read: Reader) -> None:
    assert read("Chương I. QUY ĐỊNH CHUNG\nMột.").shape == [
        ("chuong", "Chương I", "QUY ĐỊNH CHUNG"),
        ("doan", None, "Một."),
    ]


@pytest.mark.parametrize("between", ["Điều 1. Một", "![a](a.png)", "| a |\n|---|", "1. Một"])
def test_what_is_no_text_takes_the_place_of_the_title(read: Reader, between: str) -> None:
    shape = read(f"Chương I\n{between}\nHai.").shape
    assert shape[0] == ("chuong", "Chương I", "")
    assert shape[2] == ("doan", None, "Hai.")


def test_a_footnote_does_not_take_the_place_of_the_title(read: Reader) -> None:
    assert read("Chương I\n[^1]: Một.\nHAI[^1]").shape == [("chuong", "Chương I", "HAI")]


def test_an_escaped_mark_may_be_a_title(read: Reader) -> None:
    assert read("Mục 1\n\\1. MỘT").shape == [("muc", "Mục 1", "1. MỘT")]


def test_a_division_and_its_title_may_have_labels(read: Reader) -> None:
    (first, second) = read("Chương I {#c1}\nMỘT\nChương II\nHAI {#c2}").blocks
    assert isinstance(first, DeMuc)
    assert isinstance(second, DeMuc)
    assert (first.nhan, second.nhan) == ("c1", "c2")
    assert plain(second.chu) == "HAI"


def test_a_sentence_about_a_division_is_text(read: Reader) -> None:
    assert read("Mục 1 của Kế hoạch này").shape == [("doan", None, "Mục 1 của Kế hoạch này")]


# Quotations


def test_marks_inside_a_quotation_are_text(read: Reader) -> None:
    text = "1. Sửa đổi Điều 5:\n“Điều 5. Một\n1. Hai;\na) Ba.”\n2. Bốn."
    assert read(text).marks == ["1.", "2."]
    assert [shape[0] for shape in read(text).shape] == ["so", "doan", "doan", "doan", "so"]


def test_a_quotation_that_ends_on_its_line_or_never_changes_nothing(read: Reader) -> None:
    assert read("“Một” hai:\n1. Ba.").marks == ["1."]
    assert read("“Một hai:\n1. Ba.").marks == ["1."]
    assert read("Một “hai:\n1. Ba.”").marks == ["1."]


def test_tables_images_and_footnotes_inside_a_quotation_are_themselves(read: Reader) -> None:
    shape = read("“Một[^1]\n[^1]: Hai.\n| a |\n|---|\n![a](a.png)\n1. Ba”").shape
    assert [kind for kind, _mark, _text in shape] == ["doan", "bang", "hinh", "doan"]


def test_a_title_may_open_a_quotation(read: Reader) -> None:
    assert read("Chương I\n“MỘT\n1. Hai”").shape == [
        ("chuong", "Chương I", "“MỘT"),
        ("doan", None, "1. Hai”"),
    ]


# Lines that go on


def test_a_small_letter_after_an_open_end_is_noted(read: Reader) -> None:
    assert read("1. Các phòng\ntiếp tục\nthực hiện.").notes == [("noi-dong", 2), ("noi-dong", 3)]


@pytest.mark.parametrize(
    "text",
    [
        "Một.\nhai",
        "Một:\nhai",
        "Một;[^1]\nhai\n[^1]: Ba.",
        "1. Một; {#a}\nhai",
        "**Một:**\nhai",
        "Một\nHai",
        "Một\n5 tỷ",
        "Một\n“hai”",
        "Một\na) hai",
        "Một\n\\a) hai",
        "hai",
        "Chương I\nquy định chung",
        "| a |\n|---|\nhai",
        "Bảng: Một\n| a |\n|---|\nhai",
        "![a](a.png)\nhai",
        "1.\nhai",
        "“Một\na) hai\nb) ba”",
    ],
)
def test_other_lines_do_not_go_on(read: Reader, text: str) -> None:
    assert read(text).notes == []


def test_lines_inside_a_quotation_go_on_too(read: Reader) -> None:
    assert read("“Một\nhai”").notes == [("noi-dong", 2)]


def test_a_footnote_goes_on_too(read: Reader) -> None:
    assert read("Một.[^1]\n[^1]: Hai\nba.").notes == [("noi-dong", 3)]


# Footnotes


def footnotes(read_body: Any) -> dict[str, str]:
    return {note.nhan: plain(note.chu) for note in read_body.out.used_footnotes()}


def test_footnotes_stand_anywhere_and_leave_no_block(read: Reader) -> None:
    read_body = read("Một[^a].\n[^a]: Hai *ba*.\nBốn.")
    assert footnotes(read_body) == {"a": "Hai ba."}
    assert read_body.blocks[0] == Doan((Run("Một"), NoteRef("a"), Run(".")))
    assert read_body.shape[1:] == [("doan", None, "Bốn.")]
    assert read_body.problems == []


def test_a_footnote_runs_over_the_lines_that_stand_deeper(read: Reader) -> None:
    read_body = read("Một[^1][^2].\n[^1]: Hai\n  ba\n\n  - bốn.\n[^2]:\n  Năm.\nSáu.")
    assert footnotes(read_body) == {"1": "Hai ba - bốn.", "2": "Năm."}
    assert read_body.shape[1:] == [("doan", None, "Sáu.")]


def test_an_indented_footnote_leaves_lines_of_its_indent_alone(read: Reader) -> None:
    read_body = read("1. Một[^1]:\n  [^1]: Hai.\n  - Ba.\n  - Bốn.")
    assert footnotes(read_body) == {"1": "Hai."}
    assert read_body.marks == ["1.", "-", "-"]


def test_an_indented_footnote_under_another_is_a_footnote(read: Reader) -> None:
    assert footnotes(read("Một[^1][^2].\n[^1]: Hai.\n  [^2]: Ba.")) == {"1": "Hai.", "2": "Ba."}


def test_footnote_marks_work_in_headings_cells_captions_and_titles(read: Reader) -> None:
    text = "Chương I\nMỘT[^1]\n1. Hai[^2]\nBảng: Ba[^3]\n| Bốn[^4] |\n|---|\n" + "".join(
        f"[^{n}]: Chú thích.\n" for n in range(1, 5)
    )
    assert read(text).problems == []
    assert sorted(read(text).out.footnote_marks)[0][0] == "1"


def test_a_mark_without_a_footnote_is_a_problem_at_its_place(read: Reader) -> None:
    assert read("1. Một[^1]").problems == ["a.txt:1:7: [^1] không có cước chú nào."]


def test_a_footnote_without_a_mark_is_a_problem(read: Reader) -> None:
    assert read("Một.\n[^1]: Hai.").problems == ["a.txt:2:1: Cước chú [^1] không được dùng ở đâu."]


def test_a_second_footnote_of_a_label_is_a_problem(read: Reader) -> None:
    assert read("Một[^1].\n[^1]: Hai.\n[^1]: Ba.").problems == [
        "a.txt:3:1: Cước chú [^1] được định nghĩa hai lần (lần đầu ở dòng 2)."
    ]


def test_a_footnote_inside_a_footnote_is_a_problem(read: Reader) -> None:
    assert read("Một[^1].\n[^1]: Hai[^1].").problems == [
        "a.txt:2:1: Cước chú [^1] chứa dấu của một cước chú khác."
    ]


def test_escaped_footnotes_are_text(read: Reader) -> None:
    assert read(r"\[^1]: Một\[^2]").shape == [("doan", None, "[^1]: Một[^2]")]
    assert read(r"\[^1]: Một\[^2]").problems == []


# Labels and references


def test_a_label_at_the_end_of_an_item_is_its_label(read: Reader) -> None:
    (item,) = read("1. Một: {#khoan-1}").blocks
    assert item == DeMuc(Level.SO, "1.", (Run("Một:"),), nhan="khoan-1")


def test_a_reference_leads_to_a_label_before_or_after_it(read: Reader) -> None:
    read_body = read("1. Theo @sau. {#truoc}\n2. Theo @truoc. {#sau}")
    assert read_body.problems == []
    assert isinstance(read_body.blocks[0], DeMuc)
    assert read_body.blocks[0].chu[1] == Ref("sau")


@pytest.mark.parametrize("text", ["1. Một {#a} hai", r"1. Một \{#a}", "1. Một {a}", "1. Một {#}"])
def test_other_braces_are_text(read: Reader, text: str) -> None:
    assert read(text).shape == [("so", "1.", text[3:].replace("\\", ""))]
    assert read(text).out.labels == {}


def test_a_label_after_an_escaped_backslash_is_a_label(read: Reader) -> None:
    assert read("1. Một \\\\{#a}").shape == [("so", "1.", "Một \\")]


def test_a_label_at_the_end_of_a_paragraph_is_a_problem(read: Reader) -> None:
    assert read("Một hai {#a}").problems == [
        "a.txt:1:9: Nhãn đứng ở cuối một đoạn không có dấu đầu dòng."
    ]


def test_a_reference_to_nothing_is_a_problem_at_its_place(read: Reader) -> None:
    assert read("Theo @khoan-2.\n1. Một {#khoan-1}").problems == [
        "a.txt:1:6: @khoan-2 không viện dẫn đến nhãn nào."
    ]


def test_a_reference_to_nothing_is_told_the_nearest_label(read: Reader) -> None:
    read_body = read("Theo @khoan-2.\n1. Một {#khoan-1}")
    read_body.out.check_links()
    assert read_body.out.problems[0].advice == "Có phải @khoan-1 không?"


def test_a_second_label_of_a_name_is_a_problem(read: Reader) -> None:
    assert read("1. Một {#a}\n2. Hai {#a}").problems == [
        "a.txt:2:10: Nhãn {#a} được đặt hai lần (lần đầu ở dòng 1)."
    ]


def test_mail_addresses_and_escaped_signs_are_text(read: Reader) -> None:
    assert read(r"Thư: vp@tayninh.gov.vn, \@a").problems == []


# Images


def test_an_image_is_a_line_of_its_own(read: Reader) -> None:
    assert read("1. Một:\n![Sơ đồ](anh/so do (1).png)\n1.1. Hai.").shape == [
        ("so", "1.", "Một:"),
        ("hinh", None, "anh/so do (1).png"),
        ("so-2", "1.1.", "Hai."),
    ]


@pytest.mark.parametrize(
    "text", ["Xem ![a](a.png)", "![a]()", "![a]", r"!\[a](a.png)", "[a](a.png)"]
)
def test_other_text_with_brackets_is_no_image(read: Reader, text: str) -> None:
    assert read(text).shape == [("doan", None, text.replace("\\", ""))]


# Places


def test_places_of_blocks_and_their_texts_are_kept(read: Reader) -> None:
    spans = read("Một.\n  1. Hai.\nChương I\nBA").out.spans
    places = {path[1:]: str(span.place()) for path, span in spans.items()}
    assert places == {
        (0,): "a.txt:1:1", (0, "chu"): "a.txt:1:1",
        (1,): "a.txt:2:3", (1, "chu"): "a.txt:2:6",
        (2,): "a.txt:3:1", (2, "chu"): "a.txt:4:1",
    }  # fmt: skip


ENDS = st.sampled_from([".", ";", ":", "", " {#a}", "[^1]", "\\", "”"])
WORDS = st.text("aĐ5 *“@|.{#", min_size=1, max_size=8)
MARKS = st.sampled_from(
    "Chương I|Mục 2|Điều 5. |A. |I. |1. |1.1. |(1) |a) |i) |v) |- |+ |• |#. |#) |1) |“|\\- |"
    "[^1]: |![a](b)|Bảng: |  |\\|-\\||\\|a\\|".replace("\\|", "\x00").split("|")
).map(lambda mark: mark.replace("\x00", "|"))
BODIES = st.lists(st.tuples(MARKS, WORDS, ENDS).map("".join), max_size=12).map("\n".join)


@given(BODIES | st.text())
def test_any_text_is_read_and_placed(read: Reader, text: str) -> None:
    read_body = read(text)
    read_body.out.check_links()
    notes = [note for note, _place in read_body.out.footnotes.values()]
    for path, span in read_body.out.spans.items():
        among = notes if path[0] == "cuoc_chu" else read_body.blocks
        if int(path[1]) >= len(among):  # a second footnote of one label, which is refused
            continue
        block = among[int(path[1])]
        if path[2:] == ("chu",) and isinstance(block, Doan | DeMuc | CuocChu):
            for offset, letter in enumerate(plain(block.chu)):
                source = span.source_offset(offset)
                assert source is not None
                assert not letter.isalnum() or text[source] == letter


@given(st.text().filter(lambda text: not set(text) & set("*[@\\|{!\n")))
def test_a_paragraph_without_special_characters_comes_back(read: Reader, text: str) -> None:
    bare = text.strip(" \t\u00a0\u2007\u202f\u2002\u2003\u2009\u3000\u200b\ufeff")
    if find(bare, AllItems()) is None:
        assert read(text).blocks == ((Doan((Run(bare),)),) if bare else ())


def printed(blocks: Body) -> str:
    """The marked and unmarked lines of a body as someone would type them."""
    entries = outline(blocks)
    return "\n".join(
        _line(block, entries[index].mark if index in entries else "")
        for index, block in enumerate(blocks)
    )


def _line(block: Block, mark: str) -> str:
    assert isinstance(block, Doan | DeMuc)
    text = "".join(f"\\{c}" if c in "*|@[{\\" else c for c in plain(block.chu))
    if isinstance(block, DeMuc) and block.cap in DIVISIONS:
        return f"{mark}\n{_escaped(text)}" if text else mark
    return f"{mark} {text}".strip() if mark else _escaped(text)


def _escaped(text: str) -> str:
    return f"\\{text}" if find(text, AllItems()) else text


def lines_as_printed(blocks: Body) -> list[tuple[str, str, str]]:
    entries = outline(blocks)
    return [
        (type(block).__name__, entries[index].mark if index in entries else "", plain(block.chu))
        for index, block in enumerate(blocks)
        if isinstance(block, Doan | DeMuc)
    ]


PLAIN_MARKS = st.sampled_from([
    "Chương I\n", "Chương II. ", "Mục 2\n", "Điều 5. ", "Điều #. ", "A. ", "B. ", "I. ", "V. ",
    "1. ", "2. ", "#. ", "1) ", "1/ ", "1.1. ", "2.1. ", "1.1.1. ", "(1) ", "(#) ", "a) ", "h) ",
    "#) ", "a. ", "a/ ", "a1) ", "i) ", "iv) ", "v) ", "- ", "+ ", "• ", "“", "\\- ", "", "",
])  # fmt: skip
PLAIN_WORDS = st.sampled_from(
    ["Một", "Hai;", "Ba:", "Bốn.”", "“Năm”", "12.5 tỷ", "5*3", r"\[^1]", "Mục 1 này", "V. I."]
)
PLAIN_BODIES = st.lists(st.tuples(PLAIN_MARKS, PLAIN_WORDS).map("".join), max_size=10)


@given(PLAIN_BODIES.map("\n".join))
def test_the_printed_form_of_a_body_is_read_as_the_same_body(read: Reader, text: str) -> None:
    first = read(text).blocks
    again = read(printed(first)).blocks
    assert lines_as_printed(again) == lines_as_printed(first)
    assert [isinstance(b, DeMuc) and (b.cap, b.tieu_de) for b in again] == [
        isinstance(b, DeMuc) and (b.cap, b.tieu_de) for b in first
    ]


@pytest.mark.parametrize(
    "unit",
    [
        "a\n",
        "“\n",
        "1. Ab\n",
        "#)\n",
        "*a ",
        "|",
        "| a |\n|---|\n",
        "a\\\n",
        "![a](b)\n",
        "{#",
        " ",
    ],
)
def test_time_does_not_grow_faster_than_the_body(read: Reader, unit: str) -> None:
    """100 kB; what is quadratic takes minutes here."""
    read(f"a{unit * (100_000 // len(unit))}b")
