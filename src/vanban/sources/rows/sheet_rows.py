"""From the cells of a sheet to the rows of a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice

from vanban.errors import Problem, SourceError
from vanban.location import Place
from vanban.messages import _
from vanban.sources.rows.header import Header
from vanban.sources.rows.sheet_xml import Cell, Cells, column_letters
from vanban.sources.rows.shown import Shower
from vanban.sources.rows.table import Fault, Row
from vanban.sources.values import Wrong

MOST_EMPTY = 50
"""So many empty rows end a table."""
_NAMED = 5
"""So many cells without results are named."""
_LOOKED_AT = 200
"""In so many rows more of them are looked for."""


class SheetRows:
    """Knows how the cells of a row become values.

    Args:
        path: the file.
        head: the headings.
        shower: tells what a cell shows.
        tall: merged cells over several rows: the last row by first row and column.
        strict: columns of the sheet in which a formula without its result ends the reading.
    """

    def __init__(
        self,
        path: str,
        head: Header,
        shower: Shower,
        tall: Mapping[tuple[int, int], int],
        strict: frozenset[int],
    ) -> None:
        self.path = path
        self._head = head
        self._shower = shower
        self._tall = tall
        self._strict = strict
        self._filling: dict[int, tuple[int, str]] = {}
        self._columns = {c: at for at, group in enumerate(head.sources) for c in group}

    def read(self, rows: Iterator[Cells]) -> Iterator[Row]:
        """The rows under the headings, up to a long empty stretch.

        Raises:
            SourceError: cells have formulas whose results were not saved.
        """
        last = self._head.bottom
        for cells in rows:
            if cells.number > last + MOST_EMPTY + 1:
                return
            if cells.number > self._head.bottom and (row := self._row(cells, rows)):
                last = cells.number
                yield row

    def _row(self, cells: Cells, rest: Iterator[Cells]) -> Row | None:
        """A row; None when it is empty."""
        texts, faults = [""] * self._head.width, []
        for cell in cells.cells:
            if cell.column not in self._columns:
                continue
            if cell.formula and cell.is_stale and cell.column in self._strict:
                raise self._stale(chain([cells], islice(rest, _LOOKED_AT)))
            try:
                texts[cell.column] = self._shower.text(cell)
            except Wrong as wrong:
                faults.append(self._fault(cells.number, cell, wrong))
        if not faults and not any(texts):
            return None
        if self._tall:
            self._fill(cells.number, texts)
        return Row(cells.number, self._values(texts), tuple(faults), cells.hidden)

    def _values(self, texts: list[str]) -> tuple[str, ...]:
        """The texts under each heading; one that was merged over columns joins theirs."""
        return tuple(
            texts[group[0]] if len(group) == 1 else _joined(texts[group[0] : group[-1] + 1])
            for group in self._head.sources
        )

    def _fill(self, number: int, texts: list[str]) -> None:
        """Cells that are merged over rows show their text in each of them."""
        for column, text in enumerate(texts):
            last, above = self._filling.get(column, (0, ""))
            if (number, column) in self._tall:
                self._filling[column] = (self._tall[number, column], text)
            elif not text and number <= last:
                texts[column] = above

    def _fault(self, number: int, cell: Cell, wrong: Wrong) -> Fault:
        at = self._columns[cell.column]
        message = _("Ô {cell} («{column}»): {message}").format(
            cell=_cell(number, cell.column),
            column=self._head.columns[at],
            message=wrong.message,
        )
        return Fault(at, Problem(message, Place(self.path, number), wrong.advice))

    def _stale(self, rows: Iterable[Cells]) -> SourceError:
        found = [
            (row.number, cell.column)
            for row in rows
            for cell in row.cells
            if cell.is_stale and cell.column in self._strict
        ]
        names = ", ".join(_cell(*where) for where in found[:_NAMED])
        return SourceError.at(
            _("Công thức ở ô {cells} chưa có kết quả trong tệp.").format(
                cells=names + ("…" if len(found) > _NAMED else "")
            ),
            Place(self.path, found[0][0]),
            _("Mở tệp bằng Excel rồi lưu lại, để Excel tính và ghi kết quả."),
        )


def _joined(texts: Iterable[str]) -> str:
    return " ".join(text for text in texts if text)


def _cell(number: int, column: int) -> str:
    return f"{column_letters(column)}{number}"
