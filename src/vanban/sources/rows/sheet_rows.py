"""From the cells of a sheet to the rows of a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice

from msgspec.structs import replace

from vanban.errors import Problem, SourceError
from vanban.location import Place
from vanban.messages import _
from vanban.sources.rows.grid import Area
from vanban.sources.rows.header import Header
from vanban.sources.rows.names import is_one_of
from vanban.sources.rows.sheet_xml import Cell, Cells, column_letters
from vanban.sources.rows.shown import Shower
from vanban.sources.rows.table import Fault, Row
from vanban.sources.rows.wanted import Wanted
from vanban.sources.values import Wrong

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
        areas: the merged cells of the sheet.
        wanted: the columns that will be used. In those, or else in all, a formula without its
            result ends the reading.
    """

    def __init__(
        self, path: str, head: Header, shower: Shower, areas: Iterable[Area], wanted: Wanted
    ) -> None:
        self.path = path
        self._head = head
        self._shower = shower
        self._columns = {c: at for at, group in enumerate(head.sources) for c in group}
        self._purposes = [*map(wanted.purpose, head.columns)]
        self._strict = _strict(head, wanted)
        below = [area for area in areas if area.top > head.bottom and area.left < head.width]
        self._tall = {(a.top, a.left): a.bottom for a in below if a.bottom > a.top}
        self._wide = {(a.top, a.left) for a in below if self._is_wide(a)}
        self._filling: dict[int, tuple[int, str]] = {}

    def _is_wide(self, area: Area) -> bool:
        """Whether merged cells belong to several columns that have names."""
        inside = range(area.left, min(area.right + 1, self._head.width))
        return len({self._columns[c] for c in inside if c in self._columns}) > 1

    def read(self, rows: Iterator[Cells]) -> Iterator[Row]:
        """The rows under the headings.

        Raises:
            SourceError: cells have formulas whose results were not saved.
        """
        last = self._head.bottom
        for cells in rows:
            if cells.number > self._head.bottom and (row := self._row(cells, rows)):
                yield replace(row, after_blank=True) if cells.number > last + 1 else row
                last = cells.number

    def _row(self, cells: Cells, rest: Iterator[Cells]) -> Row | None:
        """A row; None when it is empty."""
        texts, faults = [""] * self._head.width, []
        for cell in cells.cells:
            if cell.column not in self._columns:
                continue
            if cell.formula and cell.is_stale and cell.column in self._strict:
                raise self._stale(chain([cells], islice(rest, _LOOKED_AT)))
            try:
                purpose = self._purposes[self._columns[cell.column]]
                texts[cell.column] = self._shower.text(cell, purpose)
            except Wrong as wrong:
                faults.append(self._fault(cells.number, cell, wrong))
        if not faults and not any(texts):
            return None
        is_title = bool(self._wide) and not faults and self._is_title(cells.number, texts)
        if self._tall:
            self._fill(cells.number, texts)
        values = self._values(texts)
        return Row(cells.number, values, tuple(faults), cells.hidden, is_title=is_title)

    def _is_title(self, number: int, texts: Iterable[str]) -> bool:
        filled = [column for column, text in enumerate(texts) if text]
        return len(filled) == 1 and (number, filled[0]) in self._wide

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


def _strict(head: Header, wanted: Wanted) -> frozenset[int]:
    """The sheet's columns whose formulas need results: those wanted, else all with a name."""
    named = [*zip(head.columns, head.sources, strict=True)]
    chosen = [sources for name, sources in named if is_one_of(name, wanted)]
    return frozenset(c for sources in chosen or head.sources for c in sources)


def _joined(texts: Iterable[str]) -> str:
    return " ".join(text for text in texts if text)


def _cell(number: int, column: int) -> str:
    return f"{column_letters(column)}{number}"
