"""A table: its columns, and its rows one after the other.

``opened(path, sheet, header, wanted)`` gives a `Table`: its ``columns``, and ``rows`` that are
read as they are asked for, each with its number and a text for each column, such as people see
it in Excel: ``001234567890``, ``07/11/2022``, ``1.234.567 đ``, ``12,5%``. What makes a row
unusable is told by the row, what makes the file so is a SourceError. `columns.match` tells
which columns a document uses.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Generator, Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

from msgspec import Struct

from vanban.errors import Problem, SourceError
from vanban.location import Place
from vanban.messages import _
from vanban.sources.rows.other_files import DELIMITED, JSON_LINES, WORKBOOKS, unknown
from vanban.sources.rows.wanted import Wanted

KINDS = (*WORKBOOKS, *DELIMITED, *JSON_LINES)
"""How the names of files end that are read."""


class Fault(Struct, frozen=True):
    """Something in a row that cannot be used.

    Attributes:
        column: the index of the column; None: the row as a whole.
        problem: what is wrong and what to do.
    """

    column: int | None
    problem: Problem


class Row(Struct, frozen=True):
    """One row of a table.

    Attributes:
        number: its number in the sheet, or the line of the file where it begins; from 1.
        values: a text for each column, NFC, without blanks at its ends; "" for an empty cell.
        faults: cells that cannot be used; their values are "".
        hidden: whether the sheet hides the row (it is read all the same).
        after_blank: whether a blank row stands right above it.
        is_title: whether its only text is merged over several columns.
    """

    number: int
    values: tuple[str, ...]
    faults: tuple[Fault, ...] = ()
    hidden: bool = False
    after_blank: bool = False
    is_title: bool = False

    def problems(self, used: Container[int]) -> tuple[Problem, ...]:
        """What is wrong with the row for someone who uses some of the columns."""
        return tuple(f.problem for f in self.faults if f.column is None or f.column in used)


class Table:
    """A table that was opened; its rows can be read once.

    Attributes:
        path: the file as it was named.
        columns: the headings as people see them: on one line, "Ký: Họ tên" under a group.
        place: where the headings stand.
        rows: the rows, read from the file as they are asked for; SourceError when the rest
            of the file cannot be read.
        sheet: the sheet's name; None for a file without sheets.
        notes: what the reader should be told, though nothing is wrong.
    """

    def __init__(
        self,
        path: str,
        columns: tuple[str, ...],
        rows: Generator[Row, None, None],
        *,
        place: Place,
        close: Callable[[], None],
        sheet: str | None = None,
        notes: tuple[Problem, ...] = (),
    ) -> None:
        self.path = path
        self.columns = columns
        self.place = place
        self.sheet = sheet
        self.notes = notes
        self._close = close
        self.rows = rows

    def close(self) -> None:
        """Close the file; after the last row that has happened."""
        self.rows.close()
        self._close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def opened(
    path: str, sheet: str | None = None, header: int | None = None, wanted: Iterable[str] = ()
) -> Table:
    """Open a table; close it, or use it in ``with``.

    Args:
        path: a workbook, a CSV file or one of JSON Lines, told apart by their endings.
        sheet: the sheet of a workbook; None: the first visible one that has data.
        header: the row or line where the headings begin; None: it is looked for. JSON Lines
            have none.
        wanted: names of columns that will be used (see `columns.names`). They tell the headings
            from titles above them, and where a formula without its result ends the reading;
            none: all columns count.

    Raises:
        SourceError: the file cannot be read, has no such sheet, or nothing looks like headings.
    """
    suffix, names = Path(path).suffix.lower(), Wanted.of(wanted)
    if suffix in WORKBOOKS:
        from vanban.sources.rows import xlsx

        return xlsx.read(path, sheet, header, names)
    if sheet is not None and suffix in KINDS:
        raise _no_sheets(path, suffix)
    if suffix in DELIMITED:
        from vanban.sources.rows import delimited

        return delimited.read(path, header, names)
    if suffix in JSON_LINES:
        from vanban.sources.rows import json_lines

        return json_lines.read(path)
    raise unknown(path)


def _no_sheets(path: str, suffix: str) -> SourceError:
    return SourceError.at(
        _("Tệp {suffix} không có trang tính để chọn.").format(suffix=suffix),
        Place(path),
        _("Bỏ --sheet, hoặc dùng tệp .xlsx."),
    )
