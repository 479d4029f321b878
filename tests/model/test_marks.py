"""What is a mark and what is text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.model.levels import Level
from vanban.model.marks import Mark, closes, find, is_escaped
from vanban.model.open_items import OpenItems


def after(*lines: str) -> OpenItems:
    """What is open after these lines."""
    open_items = OpenItems()
    for line in lines:
        mark = find(line, open_items)
        assert mark
        open_items.admit(mark.cap, mark.dau)
    return open_items


def found(line: str, *before: str) -> Mark:
    mark = find(line, after(*before))
    assert mark
    return mark


@pytest.mark.parametrize(
    ("line", "cap", "dau"),
    [
        ("Phần I", Level.PHAN, "Phần I"),
        ("PHẦN II", Level.PHAN, "PHẦN II"),
        ("Chương XIV", Level.CHUONG, "Chương XIV"),
        ("Mục 1", Level.MUC, "Mục 1"),
        ("Tiểu mục 12", Level.TIEU_MUC, "Tiểu mục 12"),
        ("Điều 5. Hiệu lực", Level.DIEU, "Điều 5."),
        ("ĐIỀU 5. Hiệu lực", Level.DIEU, "ĐIỀU 5."),
        ("Điều 5a. Hiệu lực", Level.DIEU, "Điều 5a."),
        ("A. Một", Level.CHU_HOA, "A."),
        ("I. Một", Level.LA_MA, "I."),
        ("XXXIX. Một", Level.LA_MA, "XXXIX."),
        ("1. Một", Level.SO, "1."),
        ("01. Một", Level.SO, "01."),
        ("999. Một", Level.SO, "999."),
        ("(1) Một", Level.NGOAC, "(1)"),
        ("a) Một", Level.DIEM, "a)"),
        ("đ) Một", Level.DIEM, "đ)"),
        ("- Một", Level.GACH, "-"),
        ("+ Một", Level.CONG, "+"),
        ("#. Một", Level.SO, None),
        ("(#) Một", Level.NGOAC, None),
        ("#) Một", Level.DIEM, None),
        ("Điều #. Một", Level.DIEU, None),
    ],
)
def test_each_plain_form_is_a_mark_of_its_level(line: str, cap: Level, dau: str | None) -> None:
    mark = found(line)
    assert (mark.cap, mark.dau, mark.notes) == (cap, dau, ())


@pytest.mark.parametrize(
    "line",
    [
        "Văn phòng chủ trì",
        "2026. Các phòng",
        "1234) Các phòng",
        "(2026) Các phòng",
        "2026/ Các phòng",
        "12.5 tỷ đồng",
        "1.1 Nội dung",
        "5 tỷ đồng",
        "07/11/2022, Thanh tra tỉnh",
        "148/TTr-SNV ngày 07 tháng 11 năm 2022",
        "٣. Một",
        "IIII. Một",
        "VV. Một",
        "XL. Một",
        "IC. Một",
        "V. I. Lê-nin",
        "V.I. Lê-nin",
        "C. Mác và Ph. Ăng-ghen",
        "p. Tân Định",
        "TP. Hồ Chí Minh",
        "(*) Ghi chú",
        "(a) Một",
        "() Một",
        "-5 độ",
        "–5 độ",
        "+84 276 3822 233",
        "-- Một",
        "---",
        "-",
        "•",
        "* Một",
        "A) Một",
        "ab) Một",
        "f)một",
        "iiii) Một",
        "##. Một",
        "#) ".strip() + "một",
    ],
)
def test_what_only_looks_like_a_mark_is_text(line: str) -> None:
    assert find(line, OpenItems()) is None


@pytest.mark.parametrize(
    "line",
    [
        "Phần I.",
        "Chương I:",
        "Chương I :",
        "Mục 1.",
        "Tiểu mục 1:",
        "Tiểu\u00a0mục\u00a01",
    ],
)
def test_a_division_may_end_in_a_dot_or_a_colon(line: str) -> None:
    mark = found(line)
    assert mark.end == len(line)
    assert mark.dau == line.rstrip(" .:").replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Chương I. QUY ĐỊNH CHUNG", "QUY ĐỊNH CHUNG"),
        ("Chương I. Quy định chung", "Quy định chung"),
        ("Chương I. QUY ĐỊNH CHUNG.", "QUY ĐỊNH CHUNG."),
        ("Mục 2.\tPhân công", "Phân công"),
    ],
)
def test_a_title_may_follow_the_dot_of_a_division(line: str, title: str) -> None:
    assert line[found(line).end :] == title


@pytest.mark.parametrize(
    "line",
    [
        "Mục 1 của Kế hoạch này",
        "Chương II và Chương III",
        "Phần I (tiếp theo)",
        "Mục 1, Mục 2",
        "Mục 1.5 của Kế hoạch",
        "Mục 1. Các phòng đã làm xong.",
        "Phần thứ nhất",
        "Phần 1",
        "Chương 1",
        "Chương IIII",
        "Chương XL",
        "Mục I",
        "Mục 2026",
        "Mục tiêu",
        "mục 1",
        "Điều 5",
        "Điều 5 của Luật Thanh tra",
        "Điều 5: Hiệu lực",
        "Điều 5.1",
        "Điều 2026. Hiệu lực",
        "điều 5. Hiệu lực",
    ],
)
def test_anything_else_after_the_number_of_a_division_or_article_makes_it_text(line: str) -> None:
    assert find(line, OpenItems()) is None


@pytest.mark.parametrize("blank", [" ", "\t", "\u00a0", "  ", " \t\u00a0"])
@pytest.mark.parametrize("mark", ["Điều 1.", "A.", "I.", "1.", "(1)", "a)", "-", "+"])
def test_blanks_of_any_kind_follow_a_mark(mark: str, blank: str) -> None:
    line = f"{mark}{blank}tiếp tục"
    assert line[found(line).end :] == "tiếp tục"
    assert found(line).notes == ()


@pytest.mark.parametrize("mark", ["Điều 1.", "A.", "I.", "1.", "(1)", "a)"])
def test_a_capital_may_be_glued_to_a_mark_and_is_noted_but_nothing_else_may(mark: str) -> None:
    assert found(f"{mark}Đoàn").notes == ("dinh-lien",)
    for text in ("đoàn", "5", "“Đoàn”", "(xem)"):
        assert find(mark + text, OpenItems()) is None


@pytest.mark.parametrize("bullet", ["-", "–", "•", "+"])
def test_any_letter_may_be_glued_to_a_bullet_and_is_noted(bullet: str) -> None:
    assert "dinh-lien" in found(f"{bullet}Đoàn").notes
    assert "dinh-lien" in found(f"{bullet}đoàn").notes
    assert find(f"{bullet}5", OpenItems()) is None
    assert find(f"{bullet}(đoàn)", OpenItems()) is None


@pytest.mark.parametrize("bullet", ["–", "•", "\uf0b7"])
def test_other_bullets_are_dashes_and_noted(bullet: str) -> None:
    mark = found(f"{bullet}\tĐoàn")
    assert (mark.cap, mark.dau, mark.notes) == (Level.GACH, "-", ("dau-dong",))
    assert found(f"{bullet}Đoàn").notes == ("dinh-lien", "dau-dong")


@pytest.mark.parametrize(
    ("line", "cap"),
    [
        ("1) Một", Level.SO),
        ("1/ Một", Level.SO),
        ("a. Một", Level.DIEM),
        ("a/ Một", Level.DIEM),
        ("a1) Một", Level.DIEM),
        ("i) Một", Level.LA_MA_THUONG),
        ("ii) Một", Level.LA_MA_THUONG),
        ("xxxviii) Một", Level.LA_MA_THUONG),
    ],
)
def test_other_forms_are_kept_as_typed_and_noted(line: str, cap: Level) -> None:
    mark = found(line)
    assert (mark.cap, mark.dau, mark.notes) == (cap, line.split()[0], ("kieu-dau",))


def test_both_an_odd_form_and_a_glued_capital_are_noted() -> None:
    assert found("1)Một").notes == ("dinh-lien", "kieu-dau")


def test_i_is_the_letter_after_h_and_the_numeral_elsewhere() -> None:
    assert found("i) Một", "g) Một", "h) Một").cap is Level.DIEM
    assert found("i) Một", "g) Một", "h) Một").notes == ()
    assert found("i) Một", "a) Một").cap is Level.LA_MA_THUONG
    assert found("i) Một", "h) Một", "2. Hai").cap is Level.LA_MA_THUONG
    assert found("i) Một", *["#) Một"] * 8).cap is Level.DIEM


def test_i_is_the_letter_after_h_with_deeper_marks_between() -> None:
    assert found("i) Một", "h) Một", "- Hai", "+ Ba").cap is Level.DIEM


def test_i_is_the_numeral_after_a_mark_above_the_letters() -> None:
    assert found("i) Một", "(1) Một", "h) Hai", "(2) Ba").cap is Level.LA_MA_THUONG
    assert found("i) Một", "h) Hai", "(1) Một").cap is Level.DIEM


def test_v_and_x_are_numerals_after_iv_and_ix_and_letters_elsewhere() -> None:
    assert found("v) Một", "a) Một", "iv) Bốn").cap is Level.LA_MA_THUONG
    assert found("x) Một", "ix) Chín", "- Một").cap is Level.LA_MA_THUONG
    assert found("v) Một", "u) Một").cap is Level.DIEM
    assert found("v) Một", "iv) Một", "b) Hai").cap is Level.DIEM


def test_capitals_after_a_count_once_their_list_has_begun() -> None:
    assert found("B. Hai", "A. Một").cap is Level.CHU_HOA
    assert find("B. Hai", OpenItems()) is None
    assert find("A. B. Nguyễn", OpenItems()) is None


def test_letters_with_a_dot_or_slash_count_once_their_list_has_begun() -> None:
    assert found("b. Hai", "a. Một").notes == ("kieu-dau",)
    assert found("b/ Hai", "a/ Một").notes == ("kieu-dau",)
    assert find("b. Hai", after("a/ Một")) is None


def test_two_numbers_count_only_inside_the_open_item_of_the_first() -> None:
    assert found("2.1. Một", "2. Hai").cap is Level.SO_2
    assert found("2.1. Một", "02. Hai").cap is Level.SO_2
    assert found("2.1. Một", "2) Hai").cap is Level.SO_2
    assert found("2.2. Một", "2. Hai", "2.1. Một", "a) Một", "- Một").cap is Level.SO_2
    assert find("2.1. Một", OpenItems()) is None
    assert find("2.1. Một", after("1. Một")) is None
    assert find("2.1. Một", after("2. Hai", "3. Ba")) is None
    assert find("2.1. Một", after("2. Hai", "II. Hai")) is None
    assert find("2.1. Một", after("2. Hai", "Điều 3. Ba")) is None


def test_two_numbers_count_inside_an_item_that_numbers_itself() -> None:
    assert found("2.1. Một", "#. Một", "#. Hai").cap is Level.SO_2
    assert found("1.1. Một", "#. Một", "I. Một", "#. Một").cap is Level.SO_2
    assert find("2.1. Một", after("#. Một")) is None


def test_three_numbers_count_only_inside_the_open_item_of_the_first_two() -> None:
    assert found("1.2.1. Một", "1. Một", "1.2. Hai").cap is Level.SO_3
    assert find("1.2.1. Một", after("1. Một", "1.1. Một")) is None
    assert find("1.2.1. Một", after("1. Một")) is None
    assert find("1.2.1. Một", after("1. Một", "1.2. Hai", "2. Hai")) is None


def test_a_backslash_counts_before_what_is_a_mark_in_some_place() -> None:
    assert is_escaped(r"\1. Một")
    assert is_escaped(r"\- Một")
    assert is_escaped(r"\Chương I")
    assert is_escaped(r"\1.1. Một")
    assert is_escaped(r"\b. Một")


def test_a_backslash_before_other_text_is_none() -> None:
    assert not is_escaped(r"\2026. Các phòng")
    assert not is_escaped(r"\Một")
    assert not is_escaped("1. Một")
    assert not is_escaped("")


@pytest.mark.parametrize("end", [".", ";", ":", ",", "?", "!", "…", "./.", "...", ".”", ".)"])
def test_these_close_a_text(end: str) -> None:
    assert closes(f"Một hai{end}")
    assert closes(f"Một hai{end} ")


@pytest.mark.parametrize("text", ["Một hai", "Một; hai", "Một (hai)", "“Một”", ""])
def test_these_do_not_close_a_text(text: str) -> None:
    assert not closes(text)


@given(st.text())
def test_any_line_has_a_mark_or_none_and_its_text_is_inside_the_line(line: str) -> None:
    mark = find(line, OpenItems())
    assert mark is None or 0 < mark.end <= len(line)
