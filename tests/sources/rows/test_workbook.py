"""Workbooks that are damaged, locked, disguised or made to do harm."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from vanban.sources.rows import parts
from vanban.sources.rows import workbook as workbooks

Make = Callable[..., Path]
Values = Callable[..., list[tuple[str, ...]]]
Refused = Callable[..., str]

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
BOMB = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>
<worksheet><sheetData><row r="1"><c t="str"><v>&b;</v></c></row></sheetData></worksheet>"""


def changed(path: Path, **news: bytes | None) -> Path:
    """The workbook with other bytes in parts; None leaves one out."""
    with zipfile.ZipFile(path) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    for name in [*held]:
        short = Path(name).name.partition(".")[0]
        if short in news:
            new = news[short]
            held.pop(name)
            if new is not None:
                held[name] = new
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in held.items():
            archive.writestr(name, data)
    return path


@pytest.fixture
def simple(workbook: Make) -> Path:
    """A workbook with one row."""
    return workbook(["Số", "Tên"], ["001", "An"])


def test_a_locked_workbook_says_how_to_unlock_it(write: Make, refused: Refused) -> None:
    content = OLD + "EncryptedPackage".encode("utf-16-le")

    assert "Bảng tính có mật khẩu." in refused(write("a.xlsx", content))


def test_an_old_workbook_under_a_new_name_is_named_as_such(write: Make, refused: Refused) -> None:
    assert "Chưa đọc được bảng tính loại .xls." in refused(write("a.xlsx", OLD))


@pytest.mark.parametrize("name", ["a.xls", "a.ods", "a.xlsb"])
def test_other_kinds_of_workbooks_are_named(write: Make, refused: Refused, name: str) -> None:
    told = refused(write(name, OLD))

    assert f"bảng tính loại {Path(name).suffix}" in told
    assert "Save As" in told


def test_a_web_page_under_the_name_of_a_workbook_is_known(write: Make, refused: Refused) -> None:
    assert "văn bản hoặc HTML" in refused(write("a.xlsx", "<html><table>"))


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"PK\x05\x06" + bytes(18)])
def test_a_damaged_archive_is_refused(write: Make, refused: Refused, content: bytes) -> None:
    assert refused(write("a.xlsx", content)).startswith("a.xlsx: Tệp hỏng")


@pytest.mark.parametrize("part", ["sheet1", "workbook", "styles"])
@pytest.mark.parametrize("new", [None, b"", b"<a", b"\x00\xff"])
def test_a_damaged_part_is_refused(
    simple: Path, refused: Refused, part: str, new: bytes | None
) -> None:
    assert refused(changed(simple, **{part: new})).startswith("ds.xlsx: Tệp hỏng")


@pytest.mark.parametrize("part", ["sheet1", "workbook", "styles"])
def test_entities_are_refused_before_they_grow(simple: Path, refused: Refused, part: str) -> None:
    assert "lớn bất thường" in refused(changed(simple, **{part: BOMB}))


@pytest.mark.parametrize("strings", [None, b"", b"<a", b"\x00\xff", b"<sst/>"])
def test_damaged_shared_texts_are_refused(
    shared: Make, refused: Refused, strings: bytes | None
) -> None:
    assert refused(shared([0, 1], [1, 1], strings=strings)).startswith("chung.xlsx: Tệp hỏng")


def test_entities_in_shared_texts_are_refused(shared: Make, refused: Refused) -> None:
    assert "lớn bất thường" in refused(shared([0, 1], [1, 1], strings=BOMB))


def test_a_part_that_grows_beyond_measure_is_refused(
    simple: Path, refused: Refused, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "_LARGE", 1_000_000)

    assert "lớn bất thường" in refused(changed(simple, sheet1=b" " * 2_000_000))


def test_a_sheet_of_more_bytes_than_any_is_refused(
    simple: Path, refused: Refused, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbooks, "MOST_SHEET", 100)

    assert "lớn bất thường" in refused(simple)


def test_an_archive_of_countless_parts_is_refused(
    simple: Path, refused: Refused, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "MOST_PARTS", 3)

    assert "lớn bất thường" in refused(simple)


def test_a_cell_of_endless_text_is_refused(workbook: Make, refused: Refused) -> None:
    path = workbook(["Số", "Tên"], ["001", "An"])
    cell = b'<c r="A1" t="inlineStr"><is><t>' + b"a" * 1_100_000 + b"</t></is></c>"
    sheet = b"<worksheet><sheetData><row r='1'>" + cell + b"</row></sheetData></worksheet>"

    assert "lớn bất thường" in refused(changed(path, sheet1=sheet))


def test_a_workbook_without_styles_or_references_is_read(simple: Path, values: Values) -> None:
    rows = [("Số", "Tên"), ("1", "An")]
    cells = "".join(
        "<x:row>" + "".join(f"<x:c t='str'><x:v>{text}</x:v></x:c>" for text in row) + "</x:row>"
        for row in rows
    )
    sheet = f"<x:worksheet xmlns:x='x'><x:sheetData>{cells}</x:sheetData></x:worksheet>"

    assert values(changed(simple, sheet1=sheet.encode())) == [("1", "An")]


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path, refused: Refused) -> None:
    (tmp_path / "thu-muc.xlsx").mkdir()

    assert refused(tmp_path / "a.xlsx").startswith("a.xlsx: Không tìm thấy tệp.")
    assert refused(tmp_path / "thu-muc.xlsx").startswith("thu-muc.xlsx: Đây là thư mục")


def test_a_hundred_thousand_rows_are_never_all_in_memory(simple: Path, values: Values) -> None:
    """Rows are made as they are asked for: the second comes before the sheet's end is read."""
    body = "".join(f"<row r='{n}'><c t='str'><v>Tên {n}</v></c></row>" for n in range(1, 100_001))
    sheet = f"<worksheet><sheetData>{body}<broken></sheetData></worksheet>"
    path = changed(simple, sheet1=sheet.encode())

    from vanban.sources.rows import table

    with table.opened(str(path), header=1) as opened:
        assert next(opened.rows).values == ("Tên 2",)
