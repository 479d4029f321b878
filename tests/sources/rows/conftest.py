"""Tables made for a test, and what is read from them."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import openpyxl
import pytest

from vanban.errors import SourceError
from vanban.sources.rows import table
from vanban.sources.rows.table import Row

Shown = tuple[object, str]
"""A value and its number format."""


@pytest.fixture
def workbook(tmp_path: Path) -> Callable[..., Path]:
    """Makes a workbook of rows; a cell may be a value with its number format."""

    def made(*rows: Sequence[object], merged: Iterable[str] = (), name: str = "ds.xlsx") -> Path:
        book = openpyxl.Workbook()
        sheet = book.active
        for number, row in enumerate(rows, 1):
            for column, value in enumerate(row, 1):
                cell = sheet.cell(number, column)
                if isinstance(value, tuple):
                    value, cell.number_format = value
                cell.value = value
        for area in merged:
            sheet.merge_cells(area)
        path = tmp_path / name
        book.save(path)
        return path

    return made


@pytest.fixture
def shared(tmp_path: Path) -> Callable[..., Path]:
    """Makes a workbook as Excel does: cells have the numbers of texts that they share."""

    def made(*rows: Sequence[int], strings: str | bytes | None) -> Path:
        cells = "".join(
            "<row>" + "".join(f'<c t="s"><v>{text}</v></c>' for text in row) + "</row>"
            for row in rows
        )
        parts: dict[str, str | bytes] = {
            "_rels/.rels": _relations(officeDocument="/xl/Workbook.xml"),
            "xl/workbook.xml": f'<workbook {_IDS}><sheets><sheet name="S" r:id="worksheet"/>'
            "</sheets></workbook>",
            "xl/_rels/Workbook.xml.rels": _relations(
                worksheet="worksheets/sheet1.xml", sharedStrings="sharedStrings.xml"
            ),
            "xl/worksheets/sheet1.xml": f"<worksheet><sheetData>{cells}</sheetData></worksheet>",
        }
        if strings is not None:
            whole = f"<sst>{strings}</sst>" if isinstance(strings, str) else strings
            parts["xl/sharedStrings.xml"] = whole
        path = tmp_path / "chung.xlsx"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in parts.items():
                archive.writestr(name, content)
        return path

    return made


_IDS = 'xmlns:r="http://purl.oclc.org/ooxml/officeDocument/relationships"'


def _relations(**targets: str) -> str:
    each = (f'<r Id="{kind}" Type="x/{kind}" Target="{name}"/>' for kind, name in targets.items())
    return f"<rs>{''.join(each)}</rs>".replace("<r ", "<Relationship ")


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Writes a text or bytes into a file of a name."""

    def written(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return written


@pytest.fixture
def rows() -> Callable[..., list[Row]]:
    """Reads all rows of a table."""

    def read(path: Path, **options: object) -> list[Row]:
        with table.opened(str(path), **options) as opened:  # type: ignore[arg-type]
            return [*opened.rows]

    return read


@pytest.fixture
def values(rows: Callable[..., list[Row]]) -> Callable[..., list[tuple[str, ...]]]:
    """Reads the values of all rows, which have no faults."""

    def read(path: Path, **options: object) -> list[tuple[str, ...]]:
        found = rows(path, **options)
        assert [fault for row in found for fault in row.faults] == []
        return [row.values for row in found]

    return read


@pytest.fixture
def refused(rows: Callable[..., list[Row]]) -> Callable[..., str]:
    """Reads a table that cannot be used: what is told, without the folder; it has an advice."""

    def read(path: Path, **options: object) -> str:
        with pytest.raises(SourceError) as caught:
            rows(path, **options)
        assert all(problem.advice for problem in caught.value.problems)
        return str(caught.value).replace(f"{path.parent}/", "")

    return read
