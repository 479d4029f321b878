"""The cells of a sheet, as its XML stores them, one row at a time.

openpyxl's read-only rows cannot tell a formula without its result from an empty cell, make
floats of digits, and take three times as long.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from msgspec import Struct

from vanban.sources.rows.xml_stream import Texts, feed

MOST_COLUMNS = 16_384


class Cell(Struct, gc=False):
    """A cell that is not empty.

    Attributes:
        column: its index, from 0.
        kind: "n" number, "s" shared text, "str" and "inlineStr" text, "b" yes or no,
            "e" error, "d" ISO date.
        style: the index of its number format.
        text: its value as stored; "" for none.
        formula: whether a formula makes the value.
    """

    column: int
    kind: str
    style: int
    text: str
    formula: bool

    @property
    def is_stale(self) -> bool:
        """Whether the result of its formula was not saved; a text may be empty."""
        return self.formula and not self.text and self.kind == "n"


class Cells(Struct, gc=False):
    """A row of a sheet, without its empty cells; ``number`` from 1."""

    number: int
    cells: list[Cell]
    hidden: bool


def rows(stream: IO[bytes]) -> Iterator[Cells]:
    """The rows of a sheet in order.

    Raises:
        expat.ExpatError: it is no XML.
        ValueError: it is no sheet, or made to do harm.
    """
    sheet = _Sheet()
    for _piece in feed(stream, sheet):
        yield from sheet.taken()


class _Sheet(Texts):
    """Makes rows of elements."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Cells] = []
        self._row = Cells(0, [], False)
        self._column = -1
        self._attributes: dict[str, str] = {}
        self._formula = False
        self._columns: dict[str, int] = {}

    def taken(self) -> list[Cells]:
        """The rows that ended since the last call."""
        taken, self._rows = self._rows, []
        return taken

    def began(self, name: str, attributes: dict[str, str]) -> None:
        if name == "c":
            self._attributes, self._formula = attributes, False
            self._column = self._place(attributes.get("r"))
            self.clear()
        elif name == "f":
            self._formula = True
        elif name == "row":
            number = int(attributes.get("r") or self._row.number + 1)
            self._row = Cells(number, [], attributes.get("hidden") in ("1", "true"))
            self._column = -1

    def ended(self, name: str) -> None:
        if name == "c":
            if self.texts or self._formula:
                self._row.cells.append(self._cell())
        elif name == "row":
            self._rows.append(self._row)

    def _cell(self) -> Cell:
        kind, style = self._attributes.get("t", "n"), int(self._attributes.get("s", 0))
        return Cell(self._column, kind, style, "".join(self.texts), self._formula)

    def _place(self, reference: str | None) -> int:
        """The column of "AB12"; the next one where a program wrote no reference."""
        if not reference:
            return self._column + 1
        letters = reference.rstrip("0123456789")
        found = self._columns.get(letters)
        if found is None:
            found = self._columns[letters] = column_index(letters)
        return found


def column_index(letters: str) -> int:
    """The index of a column by its letters.

    Raises:
        ValueError: there is no such column.

    >>> column_index("A"), column_index("AB")
    (0, 27)
    """
    index = 0
    for letter in letters[:4]:
        index = index * 26 + "ABCDEFGHIJKLMNOPQRSTUVWXYZ".index(letter) + 1
    if not 0 < index <= MOST_COLUMNS:
        raise ValueError(letters)
    return index - 1


def column_letters(index: int) -> str:
    """The letters of a column by its index.

    >>> column_letters(0), column_letters(27)
    ('A', 'AB')
    """
    letters, index = "", index + 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
