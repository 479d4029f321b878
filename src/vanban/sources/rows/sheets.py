"""Which sheet of a workbook is meant."""

from __future__ import annotations

from vanban.errors import Problem, SourceError, short
from vanban.location import Place
from vanban.messages import _
from vanban.sources.rows import sheet_xml
from vanban.sources.rows.workbook import Sheet, Workbook
from vanban.viet.text import fold, nearest, nfc

_LOOKED_AT = 30
"""Of so many sheets it is told whether they have data."""


def choose(book: Workbook, path: str, name: str | None) -> tuple[Sheet, tuple[Problem, ...]]:
    """The sheet of a name; without one the first that is visible and has data.

    Returns:
        the sheet, and a note when other sheets have data too.

    Raises:
        SourceError: there is no such sheet, or none with data.
    """
    if name is not None:
        return _named(book, path, name), ()
    visible = [sheet for sheet in book.sheets if not sheet.hidden][:_LOOKED_AT]
    filled = [sheet for sheet in visible if _has_data(book, sheet)]
    if not filled:
        raise SourceError.at(
            _("Bảng tính không có trang tính nào có dữ liệu."),
            Place(path),
            _("Kiểm tra lại tệp; trang tính ẩn chỉ được đọc khi nêu tên bằng --sheet."),
        )
    return filled[0], (_several(path, filled),) if len(filled) > 1 else ()


def _several(path: str, filled: list[Sheet]) -> Problem:
    return Problem(
        _("Tệp có {count} trang tính có dữ liệu; đọc trang «{name}».").format(
            count=len(filled), name=filled[0].name
        ),
        Place(path),
        _("Chọn trang khác bằng --sheet: {names}.").format(names=_names(filled[1:])),
    )


def _named(book: Workbook, path: str, name: str) -> Sheet:
    for exact in (nfc, fold):
        found = [sheet for sheet in book.sheets if exact(sheet.name) == exact(name)]
        if len(found) == 1:
            return found[0]
    near = nearest(name, [sheet.name for sheet in book.sheets])
    advice = _("Có phải «{near}» không?").format(near=near) if near else None
    raise SourceError.at(
        _("Không có trang tính «{name}».").format(name=short(name)),
        Place(path),
        advice or _("Các trang tính: {names}.").format(names=_names(book.sheets)),
    )


def _names(sheets: list[Sheet] | tuple[Sheet, ...]) -> str:
    return ", ".join(f"«{sheet.name}»" for sheet in sheets[:_LOOKED_AT])


def _has_data(book: Workbook, sheet: Sheet) -> bool:
    with book.open(sheet) as stream:
        return any(row.cells for row in sheet_xml.rows(stream))
