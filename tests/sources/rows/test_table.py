"""Opening tables: kinds of files, and what they do not have."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from vanban.sources.rows import table

Make = Callable[..., Path]
Refused = Callable[..., str]


@pytest.mark.parametrize("name", ["a.docx", "a", "a.xlsx.bak"])
def test_other_kinds_of_files_are_refused_with_those_that_are_read(
    write: Make, refused: Refused, name: str
) -> None:
    assert ".xlsx, .xlsm, .csv" in refused(write(name, "x"))


def test_a_text_has_no_sheets(write: Make, refused: Refused) -> None:
    assert refused(write("a.csv", "a;b\n"), sheet="S").startswith("a.csv: Tệp .csv không có trang")


@pytest.mark.parametrize("name", ["khong-co.csv", "khong-co.jsonl", "khong-co.xlsx"])
def test_a_missing_file_is_told(tmp_path: Path, refused: Refused, name: str) -> None:
    assert refused(tmp_path / name).startswith(f"{name}: Không tìm thấy tệp.")


def test_a_table_that_is_closed_early_gives_up_its_file(write: Make) -> None:
    path = write("a.csv", "Số;Tên\n1;a\n2;b\n")
    with table.opened(str(path)) as opened:
        next(opened.rows)

    assert [*opened.rows] == []
    path.unlink()  # Windows refuses it while the file is open
