"""Markdown tables in a body: rows in pipes under a line of dashes.

Markdown parsers drop the cells that a row has too many and invent those it lacks; here a
row of another width is a problem, because nothing that was typed may be lost.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from vanban.patterns import later
from vanban.sources.lines import Line

_RULE_CELL = later(r"\s*(?P<left>:)?-+(?P<right>:)?\s*")
_CAPTION = later(r"(?:Bảng|BẢNG)\s*:\s*")
_BAR = later(r"\\.|(?P<bar>\|)")
_ALIGNMENTS = {(False, False): "", (True, False): "trai", (False, True): "phai"}


class Cell(Struct, frozen=True):
    """The text of a cell and its offset in the line."""

    text: str
    offset: int


class Row(Struct, frozen=True):
    """The cells of one line."""

    line: Line
    cells: tuple[Cell, ...]


class Grid(Struct, frozen=True):
    """A table as typed: alignments, header and rows, and how many lines it took."""

    can: tuple[str, ...]
    dau: Row
    hang: tuple[Row, ...]
    taken: int


def caption(line: str) -> int | None:
    """The offset of the caption in "Bảng: …"; None for another line.

    A line with a number ("Bảng 2: …") is text, because tables are numbered by their order.

    >>> caption("Bảng: Phân công nhiệm vụ"), caption("Bảng lương tháng 5")
    (6, None)
    """
    found = _CAPTION.match(line)
    return found.end() if found else None


def read(lines: Sequence[Line], start: int) -> Grid | None:
    """The table that begins at a line; None when no line of dashes stands under it."""
    if start + 1 >= len(lines) or "|" not in lines[start].text:
        return None
    alignments = _rule(lines[start + 1].text)
    if alignments is None:
        return None
    end = start + 2
    while end < len(lines) and _goes_on(lines, end, edged=lines[start].text[0] == "|"):
        end += 1
    rows = tuple(_row(line) for line in lines[start + 2 : end])
    return Grid(alignments, _row(lines[start]), rows, end - start)


def _goes_on(lines: Sequence[Line], at: int, edged: bool) -> bool:
    """Whether a line is a row of the table above it, and not the head of the next table."""
    text = lines[at].text
    under = lines[at + 1].text if at + 1 < len(lines) else ""
    if "---" in under and _rule(under):
        return False
    return text.startswith("|") or (not edged and bool(_bars(text)))


def _rule(text: str) -> tuple[str, ...] | None:
    if "|" not in text or not set(text) <= set("|-: \t\u00a0"):
        return None
    cells = [_RULE_CELL.fullmatch(cell) for cell in text.strip("|").split("|")]
    if not all(cells):
        return None
    return tuple(
        _ALIGNMENTS.get((bool(cell["left"]), bool(cell["right"])), "giua") for cell in cells if cell
    )


def _row(line: Line) -> Row:
    text = line.text
    bars = _bars(text)
    edges = bars if text.startswith("|") else [-1, *bars]
    if len(edges) == 1 or text[edges[-1] + 1 :].strip():
        edges.append(len(text))
    return Row(line, tuple(_cell(text, a + 1, b) for a, b in pairwise(edges)))


def _bars(text: str) -> list[int]:
    """The offsets of the pipes that are not escaped."""
    return [found.start() for found in _BAR.finditer(text) if found["bar"]]


def _cell(text: str, start: int, end: int) -> Cell:
    raw = text[start:end]
    return Cell(raw.strip(), start + len(raw) - len(raw.lstrip()))
