"""Workbooks as tables."""

from __future__ import annotations

from collections.abc import Generator

from vanban.location import Place
from vanban.sources.rows import header, merges, sheet_xml, sheets
from vanban.sources.rows.grid import Line
from vanban.sources.rows.sheet_rows import SheetRows
from vanban.sources.rows.sheet_xml import Cells
from vanban.sources.rows.shown import Shower
from vanban.sources.rows.table import Row, Table
from vanban.sources.rows.wanted import Wanted
from vanban.sources.rows.workbook import Sheet, Workbook, open_workbook, refusals
from vanban.sources.values import Wrong


def read(path: str, sheet: str | None, number: int | None, wanted: Wanted) -> Table:
    """The table in a sheet; see `table.opened`."""
    book = open_workbook(path)
    try:
        with refusals(path):
            return _table(book, path, sheet, number, wanted)
    except BaseException:
        book.close()
        raise


def _table(
    book: Workbook, path: str, name: str | None, number: int | None, wanted: Wanted
) -> Table:
    sheet, notes = sheets.choose(book, path, name)
    with book.open(sheet) as stream:
        areas = [*merges.areas(stream)]
    shower = Shower(book.shared(), book.formats, mac=book.mac)
    lines = _first(book, sheet, shower, header.enough(number))
    head = header.find(lines, path, areas, wanted, number)
    rows = SheetRows(path, head, shower, areas, wanted)
    return Table(
        path,
        head.columns,
        _streamed(book, sheet, rows),
        place=Place(path, head.top),
        close=book.close,
        sheet=sheet.name,
        notes=(*notes, *header.notes(head, path)),
    )


def _first(book: Workbook, sheet: Sheet, shower: Shower, count: int) -> list[Line]:
    """The first rows of a sheet, blank ones too."""
    texts: dict[int, tuple[str, ...]] = {}
    with book.open(sheet) as stream:
        for row in sheet_xml.rows(stream):
            if row.number > count:
                break
            texts[row.number] = _texts(row, shower)
    return [Line(number, texts.get(number, ())) for number in range(1, max(texts, default=0) + 1)]


def _texts(row: Cells, shower: Shower) -> tuple[str, ...]:
    """What a row shows from the first column on; what cannot be shown is left blank."""
    out = [""] * (max((cell.column for cell in row.cells), default=-1) + 1)
    for cell in row.cells:
        try:
            out[cell.column] = shower.text(cell)
        except Wrong:
            continue
    return tuple(out)


def _streamed(book: Workbook, sheet: Sheet, rows: SheetRows) -> Generator[Row, None, None]:
    """The rows; afterwards the file is closed."""
    with refusals(rows.path), book.parts.archive, book.open(sheet) as stream:
        yield from rows.read(sheet_xml.rows(stream))
