"""What a cell shows: its value in its number format, in Vietnamese form."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from vanban.errors import short
from vanban.messages import _
from vanban.patterns import later
from vanban.sources.rows import shown_dates, shown_numbers
from vanban.sources.rows.builtin_formats import GENERAL
from vanban.sources.rows.cleaning import clean
from vanban.sources.rows.number_format import parse
from vanban.sources.rows.shared_strings import Strings
from vanban.sources.rows.sheet_xml import Cell
from vanban.sources.rows.shown_dates import Purpose
from vanban.sources.values import Wrong

_ESCAPE = later("_x([0-9A-Fa-f]{4})_")
_FLAGS = {"1": "có", "true": "có", "0": "không", "false": "không"}


class Shower:
    """Knows the texts and number formats of a workbook.

    Args:
        strings: the shared texts.
        formats: the code of each style.
        mac: whether days are counted from 1904.
    """

    def __init__(self, strings: Strings, formats: Sequence[str], *, mac: bool) -> None:
        self._strings = strings
        self._formats = formats
        self._mac = mac

    def text(self, cell: Cell, purpose: Purpose = Purpose.TEXT) -> str:
        """What a cell shows, see `cleaning.clean`.

        Args:
            cell: the cell.
            purpose: what a date or time in it is for.

        Raises:
            Wrong: an error stands in the cell, or what is no value.
        """
        match cell.kind:
            case "s":
                return self._text(self._strings[int(cell.text)], cell)
            case "n":
                if not cell.text:
                    raise _no_result()
                code = self._code(cell)
                if code == GENERAL and cell.text.isdecimal():
                    return cell.text
                return _number(cell.text, code, purpose, mac=self._mac)
            case "b":
                return _FLAGS.get(cell.text, "")
            case "e":
                raise _error(cell.text)
            case "d":
                return shown_dates.typed(cell.text, parse(self._code(cell)).numbers[:1], purpose)
        return self._text(cell.text, cell)

    def _text(self, text: str, cell: Cell) -> str:
        code = self._code(cell)
        if code != GENERAL and (section := parse(code).text):
            text = "".join(text if kind == "text" else seen for kind, seen in section.pieces)
        if "_x" in text:
            text = _ESCAPE.sub(_unescaped, text)
        return clean(text)

    def _code(self, cell: Cell) -> str:
        """The format of a cell; a style that is nowhere declared has none."""
        return self._formats[cell.style] if 0 <= cell.style < len(self._formats) else GENERAL


@lru_cache(maxsize=1024)  # in a table the same days, rates and sums come again and again
def _number(text: str, code: str, purpose: Purpose, *, mac: bool) -> str:
    value = shown_numbers.number(text)
    if value is None:
        raise Wrong(
            _("Giá trị «{text}» không phải là số.").format(text=short(text)),
            _("Gõ lại ô này rồi lưu tệp."),
        )
    if code == GENERAL:
        return shown_numbers.general(value)
    section, _signed = parse(code).section(value)
    if section.is_date:
        return shown_dates.shown(float(value), section, mac=mac, purpose=purpose)
    return shown_numbers.shown(value, parse(code))


def _unescaped(found: re.Match[str]) -> str:
    """A character that XML cannot hold, or the underscore of a text like "_x000D_"."""
    return chr(int(found[1], 16))


def _no_result() -> Wrong:
    return Wrong(
        _("Công thức chưa có kết quả trong tệp."),
        _("Mở tệp bằng Excel rồi lưu lại, để Excel tính và ghi kết quả."),
    )


def _error(text: str) -> Wrong:
    return Wrong(
        _("Lỗi {error}.").format(error=short(text)),
        _("Mở bảng bằng Excel, sửa công thức hoặc gõ giá trị, rồi lưu lại."),
    )
