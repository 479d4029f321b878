"""The first rows of a table as people see them: merged cells show their text all over."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

MOST_ROWS = 4
"""A header has at most so many rows."""


class Area(Struct, frozen=True):
    """Merged cells: numbers of rows from 1, indexes of columns from 0; ends included."""

    top: int
    left: int
    bottom: int
    right: int


class Line(Struct, frozen=True):
    """A row of a sheet or file.

    Attributes:
        number: its number.
        texts: its texts from the first column on.
        apart: whether a blank row that is not among the lines stands above it.
    """

    number: int
    texts: tuple[str, ...]
    apart: bool = False


class Grid:
    """Rows with their merged cells filled in.

    Attributes:
        lines: the rows as they are stored.
        width: the number of columns.
        rows: the same rows, each of that width, as they are seen.
    """

    def __init__(self, lines: Sequence[Line], areas: Iterable[Area]) -> None:
        self.lines = lines
        self.width = max((len(line.texts) for line in lines), default=0)
        self.rows = [[*line.texts, *[""] * (self.width - len(line.texts))] for line in lines]
        self._areas: dict[tuple[int, int], Area] = {}
        at = {line.number: index for index, line in enumerate(lines)}
        for area in areas:
            if area.top in at and area.left < self.width:
                self._fill(area, at[area.top])

    def _fill(self, area: Area, top: int) -> None:
        text = self.rows[top][area.left]
        bottom = min(top + area.bottom - area.top, len(self.rows) - 1)
        for row in range(top, bottom + 1):
            for column in range(area.left, min(area.right + 1, self.width)):
                self.rows[row][column] = text
                self._areas[row, column] = area

    def area(self, row: int, column: int) -> Area | None:
        """The merged cells that a cell belongs to."""
        return self._areas.get((row, column))

    def starting(self, row: int) -> list[Area]:
        """The merged cells that begin in a row and show a text."""
        found = (self.area(row, column) for column in range(self.width) if self.rows[row][column])
        number = self.lines[row].number
        return list(dict.fromkeys(area for area in found if area and area.top == number))

    def groups(self, row: int) -> list[range]:
        """Headings over several columns: merged cells, or a text with blanks to its right.

        The blanks count where nothing in the row is merged and the row below fills them.
        """
        starting = self.starting(row)
        if starting:
            wide = [a for a in starting if a.right > a.left and a.bottom == a.top]
            return [range(area.left, min(area.right + 1, self.width)) for area in wide]
        return self._unmerged(row)

    def _unmerged(self, row: int) -> list[range]:
        upper, lower = self.rows[row], self.rows[row + 1]
        found = []
        for left in (column for column in range(self.width) if upper[column]):
            end = left + 1
            while end < self.width and not upper[end] and lower[end]:
                end += 1
            if end > left + 1 and lower[left]:
                found.append(range(left, end))
        return found

    def depth(self, row: int) -> int:
        """Of how many rows a header consists that begins in a row."""
        tall = max((a.bottom - a.top + 1 for a in self.starting(row)), default=1)
        if tall > 1:
            return min(tall, MOST_ROWS, len(self.rows) - row)
        return 2 if row + 1 < len(self.rows) and self._has_sub_headings(row) else 1

    def _has_sub_headings(self, row: int) -> bool:
        """Whether the row below has words under the groups of this one, and only there."""
        groups = {column for group in self.groups(row) for column in group}
        upper, lower = self.rows[row], self.rows[row + 1]
        single = {column for column, text in enumerate(upper) if text} - groups
        below = {column for column, text in enumerate(lower) if text}
        if not below & groups or below & single or not (single or self.starting(row)):
            return False
        return all(any(letter.isalpha() for letter in lower[column]) for column in below)
