"""Workbooks as tables: every cell as people see it in Excel."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import pytest

from vanban.sources.rows import table
from vanban.sources.rows.shown_dates import Purpose
from vanban.sources.rows.table import Row
from vanban.sources.rows.wanted import Wanted

Make = Callable[..., Path]
Read = Callable[..., list[Row]]
Values = Callable[..., list[tuple[str, ...]]]
Refused = Callable[..., str]


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        ("001234567890", "@", "001234567890"),
        (1234567890, "000000000000", "001234567890"),
        (912345678, "0000 000 000", "0912 345 678"),
        (123456789012, "General", "123456789012"),
        (date(2022, 11, 7), "dd/mm/yyyy", "07/11/2022"),
        (date(2022, 11, 7), "mm-dd-yy", "07/11/2022"),
        (date(2022, 11, 7), '"ngày" dd "tháng" mm "năm" yyyy', "ngày 07 tháng 11 năm 2022"),
        (date(2022, 11, 1), "mm/yyyy", "11/2022"),
        (datetime(2022, 11, 7, 14, 30), "dd/mm/yyyy hh:mm", "07/11/2022 14:30"),
        (date(2022, 11, 7), "dd/mm", "07/11"),
        (date(2022, 11, 7), "yyyy-mm-dd", "2022-11-07"),
        (time(8, 5), "h:mm", "8:05"),
        (time(8, 5), 'h"h"mm', "8h05"),
        (1234567, "#,##0", "1.234.567"),
        (1234567, '#,##0 "đ"', "1.234.567 đ"),
        (1234567, "#,##0\\ [$₫-42A]", "1.234.567 ₫"),
        (-5000, "#,##0;(#,##0)", "(5.000)"),
        (0.125, "0.0%", "12,5%"),
        (0.1 + 0.2, "General", "0,3"),
        (2.34, "0.00", "2,34"),
        (True, "General", "có"),
        ("Dòng một\nDòng hai", "General", "Dòng một\nDòng hai"),
        ("{{ khong_phai_cot }}", "General", "{{ khong_phai_cot }}"),
        ("  Trần Thị B\u00a0", "General", "Trần Thị B"),
    ],
)  # fmt: skip
def test_a_cell_is_the_text_that_people_see(
    workbook: Make, values: Values, value: object, code: str, shown: str
) -> None:
    assert values(workbook(["Họ tên", "Cột"], ["A", (value, code)])) == [("A", shown)]


def test_texts_that_cells_share_are_whole_and_without_escapes(shared: Make, values: Values) -> None:
    strings = (
        "<si><t>Số</t></si><si><t>Tên</t></si>"
        "<si><r><t>Nguyễn </t></r><r><rPr><b/></rPr><t>Văn An</t></r></si>"
        "<si><t>Dòng một_x000D_\n hai</t><rPh><t>PHONETIC</t></rPh></si>"
    )

    assert values(shared([0, 1], [2, 3], strings=strings)) == [("Nguyễn Văn An", "Dòng một\n hai")]


def test_a_character_that_cannot_be_printed_is_a_fault(shared: Make, rows: Read) -> None:
    (row,) = rows(
        shared([0, 0], [0, 1], strings="<si><t>Số</t></si><si><t>a_x0007_b</t></si>"), header=1
    )

    assert "U+0007" in str(row.problems({1})[0])


def test_texts_with_separate_accents_are_composed(workbook: Make, values: Values) -> None:
    path = workbook(["Họ te\u0302n"], ["Nguye\u0302\u0303n"])

    with table.opened(str(path)) as opened:
        assert opened.columns == ("Họ tên",)
        assert [row.values for row in opened.rows] == [("Nguyễn",)]


def test_headings_under_merged_cells_have_the_names_of_both(workbook: Make) -> None:
    path = workbook(
        ["DANH SÁCH NHÂN SỰ"],
        [],
        ["STT", "Ký", None, "Ghi chú"],
        [None, "Họ tên", "Chức vụ", None],
        [1, "Nguyễn Văn An", "Giám đốc", None],
        merged=["A1:D1", "A3:A4", "B3:C3", "D3:D4"],
    )

    with table.opened(str(path)) as opened:
        assert opened.columns == ("STT", "Ký: Họ tên", "Ký: Chức vụ", "Ghi chú")
        assert opened.place.line == 3
        (row,) = opened.rows
    assert (row.number, row.values) == (5, ("1", "Nguyễn Văn An", "Giám đốc", ""))


def test_a_row_that_numbers_the_columns_is_no_data(workbook: Make, values: Values) -> None:
    path = workbook(["STT", "Họ tên", "Lương"], ["(1)", "(2)", "(3)"], [1, "An", 5])

    assert values(path) == [("1", "An", "5")]
    with table.opened(str(path)) as opened:
        (note,) = opened.notes
    assert "ds.xlsx:2: Bỏ qua dòng 2" in str(note)


def test_cells_merged_over_rows_show_their_text_in_each(workbook: Make, values: Values) -> None:
    path = workbook(
        ["Đơn vị", "Họ tên"], ["Phòng A", "An"], [None, "Bình"], ["B", "Chi"], merged=["A2:A3"]
    )

    assert values(path) == [("Phòng A", "An"), ("Phòng A", "Bình"), ("B", "Chi")]


def test_empty_rows_are_left_out_and_numbers_are_those_of_the_sheet(
    workbook: Make, rows: Read
) -> None:
    path = workbook(["Số", "Tên"], [1, "a"], [], [None, "  "], [2, "b"])

    assert [row.number for row in rows(path)] == [2, 5]


def test_rows_below_a_long_empty_stretch_are_read(workbook: Make, rows: Read) -> None:
    path = workbook(["Số", "Tên"], [1, "a"], *[[]] * 600, [2, "b"], [3, "c"])

    assert [(row.number, row.after_blank) for row in rows(path)] == [
        (2, False), (603, True), (604, False),
    ]  # fmt: skip


def test_a_row_of_one_text_that_is_merged_over_columns_is_a_title(
    workbook: Make, rows: Read
) -> None:
    path = workbook(
        ["Họ tên", "Mã", "Nơi"],
        ["I. Phòng A"],
        ["An"],
        ["Bình", "1", "Hà Nội"],
        merged=["A2:B2", "B4:C4"],
    )

    assert [row.is_title for row in rows(path)] == [True, False, False]


def test_dates_come_as_their_columns_need_them(workbook: Make, values: Values) -> None:
    day = (datetime(2022, 11, 7, 14, 30), "yyyy-mm-dd hh:mm")
    path = workbook(["Ngày ký", "Ngày", "Thời gian", "Sinh"], [day, day, day, day])
    wanted = Wanted.of(
        ["Ngày", "Sinh"],
        {"ngay": Purpose.DAY, "thoi_gian": Purpose.TIME, "sinh": Purpose.TEXT},
    )

    assert values(path, wanted=wanted) == [
        (
            "2022-11-07 14:30",
            "07/11/2022",
            "14 giờ 30, ngày 07 tháng 11 năm 2022",
            "2022-11-07 14:30",
        )
    ]


def test_a_hidden_row_is_read_and_known(workbook: Make, rows: Read) -> None:
    path = workbook(["Số", "Tên"], [1, "a"], [2, "b"])
    book = openpyxl.load_workbook(path)
    book.active.row_dimensions[3].hidden = True
    book.save(path)

    assert [row.hidden for row in rows(path)] == [False, True]


def test_an_error_in_a_cell_is_a_fault_of_that_row_alone(workbook: Make, rows: Read) -> None:
    bad, good = rows(workbook(["Số", "Tên"], ["#N/A", "a"], [2, "b"]))

    assert (bad.values, good.problems({0, 1})) == (("", "a"), ())
    assert bad.problems({1}) == ()
    (problem,) = bad.problems({0})
    assert "ds.xlsx:2: Ô A2 («Số»): Lỗi #N/A." in str(problem)


def test_a_day_that_never_was_is_a_fault(workbook: Make, rows: Read) -> None:
    (row,) = rows(workbook(["Số", "Ngày"], [1, (60, "dd/mm/yyyy")]))

    assert "29/02/1900" in str(row.problems({1})[0])


def test_formulas_without_results_end_the_reading_with_advice(
    workbook: Make, refused: Refused
) -> None:
    path = workbook(["Số", "Lương"], [1, "=A2*2"], [2, "=A3*2"])

    assert refused(path) == (
        "ds.xlsx:2: Công thức ở ô B2, B3 chưa có kết quả trong tệp."
        " Mở tệp bằng Excel rồi lưu lại, để Excel tính và ghi kết quả."
    )


def test_formulas_in_columns_that_nobody_uses_do_no_harm(workbook: Make, rows: Read) -> None:
    (row,) = rows(workbook(["STT", "Tên"], ["=ROW()-1", "a"]), wanted=["Tên"])

    assert row.values == ("", "a")
    assert (row.problems({1}), len(row.problems({0}))) == ((), 1)


def test_the_result_of_a_formula_is_its_value(workbook: Make, values: Values) -> None:
    path = workbook(["Số", "Lương"], [1, "=A2*2"])
    _edit(path, "xl/worksheets/sheet1.xml", b"<v />", b"<v>7</v>", b"<v></v>")

    assert values(path) == [("1", "7")]


def test_a_sheet_is_found_by_its_name_without_accents(tmp_path: Path, values: Values) -> None:
    path = _sheets(tmp_path, "Tháng 1", "Tháng 2")

    assert values(path, sheet="thang 2") == [("Tháng 2", "x")]


def test_of_other_sheets_with_data_it_is_told(tmp_path: Path) -> None:
    with table.opened(str(_sheets(tmp_path, "Tháng 1", "Tháng 2"))) as opened:
        assert opened.sheet == "Tháng 1"
        (note,) = opened.notes
    assert "«Tháng 2»" in str(note)


def test_an_unknown_sheet_is_named_with_a_near_one(tmp_path: Path, refused: Refused) -> None:
    told = refused(_sheets(tmp_path, "Danh sách", "Mã"), sheet="Danh sach1")

    assert told == "s.xlsx: Không có trang tính «Danh sach1». Có phải «Danh sách» không?"


def test_a_hidden_sheet_is_read_only_by_name(tmp_path: Path, values: Values) -> None:
    path = _sheets(tmp_path, "Ẩn", "Hiện")
    book = openpyxl.load_workbook(path)
    book["Ẩn"].sheet_state, book.active = "hidden", 1
    book.save(path)

    assert values(path) == [("Hiện", "x")]
    assert values(path, sheet="Ẩn") == [("Ẩn", "x")]


def test_the_row_of_the_headings_can_be_said(
    workbook: Make, values: Values, refused: Refused
) -> None:
    path = workbook(["a", "b"], ["Số", "Tên"], [1, "x"])

    assert values(path, header=2) == [("1", "x")]
    assert "Dòng 9 không có tiêu đề cột" in refused(path, header=9)


def test_wanted_columns_tell_the_headings_from_titles(workbook: Make) -> None:
    path = workbook(["Mẫu số", "Ban hành"], ["Họ tên", "CCCD"], ["An", "0123"])

    with table.opened(str(path), wanted=["CCCD"]) as opened:
        assert opened.columns == ("Họ tên", "CCCD")


def test_days_are_counted_from_1904_where_a_workbook_says_so(
    tmp_path: Path, values: Values
) -> None:
    book = openpyxl.Workbook()
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    book.active.append(["Tên", "Ngày"])
    book.active.append(["a", date(2022, 11, 7)])
    path = tmp_path / "mac.xlsx"
    book.save(path)

    assert values(path) == [("a", "2022-11-07")]


@pytest.mark.parametrize("text", ["Céng hßa x· héi chñ nghÜa", "Coäng hoøa xaõ hoäi"])
def test_headings_in_old_encodings_are_refused(workbook: Make, refused: Refused, text: str) -> None:
    assert "không phải Unicode" in refused(workbook([text, "Sè"], ["a", "b"]))


def test_a_sheet_without_headings_is_refused(workbook: Make, refused: Refused) -> None:
    assert "Không thấy dòng tiêu đề cột" in refused(workbook([1, 2, 3], [4, 5, 6]))


def test_an_empty_workbook_is_refused(workbook: Make, refused: Refused) -> None:
    assert "không có trang tính nào có dữ liệu" in refused(workbook())


def _sheets(folder: Path, *names: str) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name in names:
        sheet = book.create_sheet(name)
        sheet.append(["Tên", "Cột"])
        sheet.append([name, "x"])
    path = folder / "s.xlsx"
    book.save(path)
    return path


def _edit(path: Path, part: str, *change: bytes) -> None:
    """Replace the first of some bytes that is there, and the last, by the middle one."""
    old, new, other = change
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[part] = parts[part].replace(old, new).replace(other, new)
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
