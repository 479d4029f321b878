"""Which rows are documents, and what is told of the others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pytest

from vanban.errors import Problem
from vanban.sources.rows.kinds import Reason, Sorting
from vanban.sources.rows.table import Fault, Row

COLUMNS = ("STT", "Họ tên", "Mã", "Lương")
USED = frozenset({1, 2})
TOTAL, BLANK, TITLE, BELOW = Reason.TOTAL, Reason.BLANK, Reason.TITLE, Reason.BELOW


def row(number: int, *values: str, apart: bool = False, title: bool = False) -> Row:
    return Row(number, values, after_blank=apart, is_title=title)


def reasons(
    rows: Iterable[Row], used: frozenset[int] = USED, columns: Sequence[str] = COLUMNS
) -> list[Reason | None]:
    sorting = Sorting(columns, used)
    found = []
    for each in rows:
        found.append(sorting.reason(each))
        assert sorting.is_document(each) is (found[-1] is None)
    return found


@pytest.mark.parametrize(
    "text",
    ["Tổng cộng", "TỔNG CỘNG:", "Cộng", "Cộng.", "Tổng số: 12 người", "Tổng  cộng (đồng)", "Tổng"],
)
@pytest.mark.parametrize("column", [0, 1])
def test_a_row_of_sums_is_a_total(text: str, column: int) -> None:
    values = ["", "", "", "12.000.000 đ"]
    values[column] = text

    assert reasons([row(9, *values)], frozenset({1, 2, 3})) == [TOTAL]


@pytest.mark.parametrize(
    "values",
    [
        ("", "Tổng công ty Điện lực", "M3", "3,33"),
        ("", "Tổng công ty Điện lực", "", ""),
        ("", "Cộng đồng dân cư", "", ""),
        ("", "Tổng Cục Thuế", "", "5"),
        ("", "Công", "", ""),
        ("", "Tổng", "M", ""),
        ("", "Cộng", "M9", ""),
        ("", "Tổng số", "0912345678", ""),
        ("3", "Cộng", "", "5"),
        ("", "An", "", ""),
        ("", "", "M1", ""),
    ],
)
def test_a_row_that_could_be_a_document_is_one(values: tuple[str, ...]) -> None:
    assert reasons([row(5, *values)]) == [None]


def test_a_row_that_is_blank_where_it_counts_is_none() -> None:
    assert reasons([row(2, "I. Phòng A", "", "", ""), row(3, "", "", "", "5")]) == [BLANK, BLANK]


def test_a_text_merged_over_columns_is_the_title_of_a_group() -> None:
    assert reasons([row(2, "", "I. Phòng A", "", "", title=True)]) == [TITLE]


def test_signatures_below_the_table_are_none() -> None:
    rows = [
        row(2, "1", "An", "M1", "5"),
        row(3, "2.", "Ba", "M2", "5"),
        row(4, "Tổng cộng", "", "", "10"),
        row(6, "Người lập biểu", "", "Giám đốc", "", apart=True),
        row(7, "(Ký, ghi rõ họ tên)", "", "(Ký, đóng dấu)", ""),
        row(9, "Nguyễn A", "", "Trần B", "", apart=True),
    ]

    assert reasons(rows) == [None, None, TOTAL, BELOW, BELOW, BELOW]


def test_rows_between_blank_ones_are_documents_where_they_are_numbered() -> None:
    rows = [
        row(2, "1", "An", "M1", ""),
        row(3, "", "Ba", "M2", ""),
        row(4, "2", "Tư", "M3", ""),
        row(6, "3", "Năm", "M4", "", apart=True),
        row(7, "", "Sáu", "M5", ""),
        row(9, "", "Người lập", "", "", apart=True),
    ]

    assert reasons(rows) == [None, None, None, None, None, BELOW]


def test_without_ordinals_every_row_with_values_is_a_document() -> None:
    rows = [
        row(2, "An", "1"),
        row(4, "Ba", "2", apart=True),
        row(5, "Tổng cộng", "3"),
        row(6, "Tư", ""),
    ]

    assert reasons(rows, frozenset({0, 1}), ("Tên", "Mã")) == [None, None, TOTAL, None]


def test_a_faulty_cell_makes_a_row_that_failed() -> None:
    fault = Fault(1, Problem("#N/A", None))

    assert reasons([Row(2, ("", "", "", ""), (fault,))]) == [None]
    assert reasons([Row(2, ("", "", "", ""), (fault,))], frozenset({2})) == [BLANK]


def test_without_used_columns_all_count() -> None:
    assert reasons([row(2, "x", "", "", ""), row(3, "", "", "", "")], frozenset()) == [None, BLANK]


def test_rows_that_were_left_out_are_told_with_their_numbers() -> None:
    sorting = Sorting(COLUMNS, USED)
    for number in range(2, 30):
        sorting.is_document(row(number, "x", "", "", ""))
    sorting.is_document(row(30, "Cộng", "", "", "5"))

    total, blank = sorting.notes("ds.xlsx")
    assert str(total).startswith("ds.xlsx:30: Bỏ qua dòng tổng cộng: dòng 30.")
    assert "dòng 2, 3, 4, " in str(blank)
    assert "20, 21…" in str(blank)
    assert all(problem.advice for problem in (total, blank))
