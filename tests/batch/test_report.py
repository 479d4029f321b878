"""The report: for Excel, whatever the reasons hold."""

from __future__ import annotations

import io

import openpyxl
import pytest

from vanban.batch import report
from vanban.batch.jobs import Outcome, Status
from vanban.errors import OutputError

REASON = "=HYPERLINK(1)\x07; “Đỗ”"
TROUBLED = [
    Outcome(3, "o/3.docx", "", Status.FAILED, reasons=("Thiếu cột.",)),
    Outcome(2, "o/2.docx", "", Status.HELD, errors=1, reasons=(REASON, "hai")),
]


def test_a_csv_is_one_that_excel_in_vietnam_opens() -> None:
    data = report.content("b.csv", TROUBLED)
    assert data.startswith(b"\xef\xbb\xbf")
    lines = data.decode("utf-8-sig").splitlines()
    assert lines[0] == "Dòng;Tệp;Kết quả;Lỗi;Cảnh báo;Lý do"
    assert lines[-1] == "3;o/3.docx;không in được;0;0;Thiếu cột."


def test_a_workbook_has_the_rows_in_order_and_no_formulas() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(report.content("b.xlsx", TROUBLED))).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert [row[0] for row in rows] == ["Dòng", 2, 3]
    assert rows[1][2:] == ["chưa in, có lỗi", 1, 0, "=HYPERLINK(1) ; “Đỗ”\nhai"]
    assert sheet["F2"].data_type == "s"


def test_another_kind_of_file_is_refused() -> None:
    with pytest.raises(OutputError, match=r"\.xlsx hoặc \.csv"):
        report.refuse_other("b.pdf")
