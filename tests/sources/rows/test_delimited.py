"""CSV files as tables, such as Excel writes them in Vietnam."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vanban.sources.rows import delimited, table
from vanban.sources.rows.table import Row
from vanban.viet.text import nfc

Make = Callable[..., Path]
Read = Callable[..., list[Row]]
Values = Callable[..., list[tuple[str, ...]]]
Refused = Callable[..., str]

LETTERS = st.characters(codec="utf-8", exclude_categories=["C", "Z"])
CELLS = st.text(LETTERS | st.sampled_from(" ,;\"'\n\t|{}"), max_size=12)


@pytest.mark.parametrize("sign", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_signs_and_encodings_are_found_out(
    write: Make, values: Values, sign: str, encoding: str
) -> None:
    text = "\r\n".join(map(sign.join, [["STT", "Họ tên", "CCCD"], ["1", "An", "001200000001"]]))

    assert values(write("a.csv", text.encode(encoding))) == [("1", "An", "001200000001")]


def test_a_line_may_tell_the_sign(write: Make, rows: Read) -> None:
    (row,) = rows(write("a.csv", "sep=|\nSố|Tên; chức vụ\n1|An; GĐ\n"))

    assert (row.number, row.values) == (3, ("1", "An; GĐ"))


def test_cells_of_several_lines_keep_the_numbers_of_lines(write: Make, rows: Read) -> None:
    found = rows(write("a.csv", 'Số;Tên\n1;"Dòng một\r\nDòng hai"\n2;"nói ""có"""\n'))

    assert [(row.number, row.values) for row in found] == [
        (2, ("1", "Dòng một\nDòng hai")),
        (4, ("2", 'nói "có"')),
    ]


def test_titles_above_the_headings_and_blank_lines_are_passed_over(
    write: Make, values: Values
) -> None:
    text = "DANH SÁCH KHEN THƯỞNG;;\n;;\nSTT;Họ tên;Đơn vị\n\n1;An;Phòng A\n;;\n2;Bình;\n"

    assert values(write("a.csv", text)) == [("1", "An", "Phòng A"), ("2", "Bình", "")]


@pytest.mark.parametrize("line", ["1;An", "1;An;", "1;An;;;"])
def test_cells_at_the_end_of_a_line_may_be_left_out(write: Make, values: Values, line: str) -> None:
    path = write("a.csv", f"STT;Họ tên;Đơn vị\n{line}\n2;Bình;Phòng B\n")

    assert values(path) == [("1", "An", ""), ("2", "Bình", "Phòng B")]


def test_a_line_with_too_many_cells_is_a_fault_of_that_row_alone(write: Make, rows: Read) -> None:
    bad, good = rows(write("a.csv", "STT;Họ tên;Đơn vị\n1;An;Phòng A;thừa\n2;Bình;Phòng B\n"))

    (problem,) = bad.problems(())
    assert "a.csv:2: Dòng có" in str(problem)
    assert good.problems({0, 1, 2}) == ()


def test_a_quote_that_is_not_closed_is_told_with_its_line(write: Make, refused: Refused) -> None:
    told = refused(write("a.csv", 'Số;Tên\n1;a\n2;"b\n' + "3;c\n" * 30_000))

    assert told.startswith("a.csv:3: Dấu nháy kép")


def test_windows_1258_is_refused_with_the_place_and_advice(write: Make, refused: Refused) -> None:
    told = refused(write("a.csv", "Số;Tên\n1;Đặng\n".encode("utf-16")[2:]))
    assert "UTF-16" in told

    told = refused(write("a.csv", b"So;Ten\n1;a\n2;" + "Đà".encode("cp1258") + b"\n"))
    assert told.startswith("a.csv:3: Tệp không phải UTF-8 (byte D0)")
    assert "CSV UTF-8" in told


@pytest.mark.parametrize("heading", ["Hä vµ tªn;§¬n vÞ c«ng t¸c", "Hoï vaø teân;Ñôn vò coâng taùc"])
def test_old_encodings_in_unicode_disguise_are_refused(
    write: Make, refused: Refused, heading: str
) -> None:
    assert "không phải Unicode" in refused(write("a.csv", f"{heading}\na;b\n"))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("H? và tên;Ch?c v?\na;b\n", 1),
        ("Tên;Mã\nAn;1\nNguy?n V?n An;2\n", 3),
        ("Tên;Mã\nTr?n;1\nH??ng;2\n", 2),
    ],
)
def test_letters_that_excel_has_lost_are_told(
    write: Make, refused: Refused, text: str, line: int
) -> None:
    told = refused(write("a.csv", text))

    assert told.startswith(f"a.csv:{line}: Chữ tiếng Việt trong tệp đã mất")
    assert "CSV UTF-8" in told


@pytest.mark.parametrize(
    "text",
    [
        "Ten;Link\nAn;https://a.vn/x?a=b\nBa;a.vn/y?c\n",
        "Ten;Cau hoi\nAn;Lam gi?\nBa;Ai? O dau? Bao gio?\n",
        "Ten;Cau hoi\nAn;Ai?Dau\n",
        "Tên;Mã\nĐặng;Ai?Đâu Gì?Sao\nBa;x?y\n",
    ],
)
def test_real_question_marks_are_none(write: Make, values: Values, text: str) -> None:
    assert len(values(write("a.csv", text))) == text.count("\n") - 1


def test_a_long_cell_is_read(write: Make, values: Values) -> None:
    text = "x" * 200_000
    limit = csv.field_size_limit()

    assert values(write("a.csv", f"Tên;Mã\n{text};1\n")) == [(text, "1")]
    assert csv.field_size_limit() == limit


def test_a_cell_without_end_is_told_as_such(
    write: Make, refused: Refused, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delimited, "LONGEST", 1000)

    told = refused(write("a.csv", f"Tên;Mã\na;1\n{'x' * 2000};2\n"))
    assert told.startswith("a.csv:3: Có ô dài hơn 1000 ký tự. Kiểm tra dấu nháy kép")


def test_blank_lines_are_remembered(write: Make, rows: Read) -> None:
    found = rows(write("a.csv", 'Số;Tên\n1;"a\nb"\n2;c\n;\n3;d\n ; \n4;e\n\n5;f\n'))

    assert [row.after_blank for row in found] == [False, False, True, True, True]


def test_a_workbook_under_the_name_of_a_text_is_known(
    workbook: Make, write: Make, refused: Refused
) -> None:
    content = workbook(["Số", "Tên"], [1, "a"]).read_bytes()

    assert "Đổi đuôi tên tệp thành .xlsx" in refused(write("a.csv", content))


@pytest.mark.parametrize("content", ["", " \n\n"])
def test_an_empty_file_is_refused(write: Make, refused: Refused, content: str) -> None:
    assert refused(write("a.csv", content)).startswith("a.csv: Tệp trống.")


def test_a_control_character_is_a_fault_of_its_column(write: Make, rows: Read) -> None:
    (row,) = rows(write("a.csv", "Số;Tên\n1;a\x07b\n"))

    assert row.problems({0}) == ()
    assert "a.csv:2: Cột «Tên»: Có ký tự U+0007" in str(row.problems({1})[0])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=5), st.sampled_from(";,\t"))
def test_what_a_program_writes_comes_back(
    tmp_path: Path, rows: list[tuple[str, str, str]], sign: str
) -> None:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=sign).writerows([("Cột a", "Cột b", "Cột c"), *rows])
    path = tmp_path / "a.csv"
    path.write_text(out.getvalue(), "utf-8-sig", newline="")

    with table.opened(str(path), header=1) as opened:
        found = [row.values for row in opened.rows]

    cleaned = [tuple(nfc(cell).strip(" \t\n\u00a0") for cell in row) for row in rows]
    filled = [row for row in cleaned if any(row)]
    assert found == filled
