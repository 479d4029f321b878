"""Rows right below the headings that are no data: they number the columns, or name units.

What could be data is data. ``(1) (2) (3)``, ``A B 1 2`` under all columns, and ``1 2 3`` under
headings of two rows only number them; so does what stands above the row whose ordinal is 1.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from vanban.patterns import later
from vanban.sources.rows.grid import Grid
from vanban.sources.rows.names import ORDINALS, key

_MOST = 2
"""So many such rows are looked for."""
_SHARE = 0.6
"""The part of the columns that is numbered above the first row of data."""
_BRACKETED = later(r"\(.*\)", re.DOTALL)
_ORDINAL = later(r"\(?\s*([0-9]{1,2}|[A-Z])\s*\)?\s*(?:=.*)?\)?")
_FIRST = frozenset({"1", "01", "I"})
_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def find(
    grid: Grid, last: int, columns: Sequence[str], at: Sequence[int], *, deep: bool
) -> list[int]:
    """The indexes of such rows.

    Args:
        grid: the first rows of the table.
        last: the index of the last row of the headings.
        columns: the names of the columns.
        at: where each of them stands.
        deep: whether the headings have more than one row.
    """
    ordinal = next((i for i, name in zip(at, columns, strict=True) if key(name) in ORDINALS), None)
    found: list[int] = []
    for row in range(last + 1, min(last + 1 + _MOST, len(grid.rows))):
        texts = [grid.rows[row][i] for i in at]
        above = ordinal is not None and _begins(grid, row, ordinal)
        blank = at.index(ordinal) if ordinal is not None else None
        if not (_numbers_some(texts) if above else _numbers_all(texts, blank, deep=deep)):
            break
        found.append(row)
    return found


def _begins(grid: Grid, row: int, ordinal: int) -> bool:
    """Whether the row below is the first of the data, or numbers the columns itself."""
    below = grid.rows[row + 1][ordinal] if row + 1 < len(grid.rows) else ""
    return below.strip("(). ") in _FIRST


def _numbers_some(texts: Sequence[str]) -> bool:
    """Whether a row above the first ordinal numbers columns, or has all in brackets."""
    filled = [text for text in texts if text]
    if filled and all(_BRACKETED.fullmatch(text) for text in filled):
        return True
    return len(filled) >= max(3, _SHARE * len(texts)) and _letters_before(filled) is not None


def _numbers_all(texts: Sequence[str], blank: int | None, *, deep: bool) -> bool:
    """Whether a row numbers all columns so that it can be nothing else."""
    bracketed = [bool(_BRACKETED.fullmatch(text)) for text in texts if text]
    missing = [i for i, text in enumerate(texts) if not text]
    letters = _letters_before([text for text in texts if text])
    if letters is None or len(bracketed) < 2 or (missing and missing != [blank]):
        return False
    if all(bracketed):
        return True
    return not missing and ((deep and len(texts) > 2) or (letters > 1 and len(texts) > 3))


def _letters_before(texts: Sequence[str]) -> int | None:
    """How many letters stand before the numbers in "A", "B", "1", "2=1x3"; None: other texts."""
    found = [_ORDINAL.fullmatch(text) for text in texts]
    marks = [match[1] for match in found if match]
    letters = sum(mark.isalpha() for mark in marks)
    numbers = [str(number) for number in range(1, len(texts) - letters + 1)]
    return letters if marks == [*_ALPHABET[:letters], *numbers] else None
