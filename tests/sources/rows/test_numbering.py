"""Rows right below the headings that number the columns, and data that only looks so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

Make = Callable[..., Path]
Values = Callable[..., list[tuple[str, ...]]]

STT = ["STT", "Họ tên", "Lương", "Nơi"]
PLAIN = ["Họ tên", "Mã", "Lương", "Nơi"]


@pytest.mark.parametrize(
    ("headings", "row"),
    [
        (PLAIN, ["(1)", "(2)", "(3)", "(4)"]),
        (PLAIN, ["(A)", "(B)", "(1)", "(2)=(1)x2"]),
        (PLAIN, ["A", "B", "1", "2=1x3"]),
        (STT, [None, "(1)", "(2)", "(3)"]),
        (STT, ["1", "2", "3", "4"]),
        (STT, ["A", "1", "2", "3"]),
        (STT, [None, None, "(đồng)", "(tỉnh)"]),
        (PLAIN[:2], ["(1)", "(2)"]),
    ],
)
def test_rows_that_number_columns(
    workbook: Make, values: Values, headings: list[str], row: list[object]
) -> None:
    first = ["1", "An", "5", "Huế"][: len(headings)]

    assert values(workbook(headings, row, first, ["2", "Ba"])) == [
        tuple(first),
        ("2", "Ba", "", "")[: len(headings)],
    ]


@pytest.mark.parametrize(
    "row",
    [
        ["(An)", "(1)", "(2)", "(3)"],
        ["(An)", "(Ba)", "(Tư)", "(Năm)"],
        ["1", "2", "3", "4"],
        ["A", "1", "2", "3"],
        ["(1)", "(2)", "(3)", ""],
        ["(2)", "(3)", "(4)", "(5)"],
        ["A", "B", "1", "Huế"],
    ],
)
def test_rows_that_could_be_data_are_data(workbook: Make, values: Values, row: list[str]) -> None:
    assert values(workbook(PLAIN, row, ["x", "y", "z", "t"])) == [tuple(row), ("x", "y", "z", "t")]


def test_an_ordinal_of_one_tells_data_from_numbering(workbook: Make, values: Values) -> None:
    assert len(values(workbook(STT, [1, 2, 3, 4], [2, "An", 5, "Huế"]))) == 2


def test_plain_numbers_under_two_rows_of_headings_number_the_columns(
    workbook: Make, values: Values
) -> None:
    path = workbook(
        ["Mã", "Ký", None],
        [None, "Họ tên", "Chức vụ"],
        [1, 2, 3],
        ["a", "An", "GĐ"],
        merged=["A1:A2", "B1:C1"],
    )

    assert values(path) == [("a", "An", "GĐ")]


def test_units_and_numbers_are_passed_over_together(workbook: Make, values: Values) -> None:
    path = workbook(
        STT, [None, None, "(đồng)", None], ["(1)", "(2)", "(3)", "(4)"], [1, "An", 5, "Huế"]
    )

    assert values(path) == [("1", "An", "5", "Huế")]
