"""Markdown tables in a body: rows in pipes under a line of dashes.

Markdown parsers drop the cells that a row has too many and invent those it lacks; here a
row of another width is a problem, because nothing that was typed may be lost.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from vanban.sources.lines import Line

_RULE_CELL = re.compile(r"\s*(?P<left>:)?-+(?P<right>:)?\s*")
_CAPTION = re.compile(r"(?:Bảng|BẢNG)[ \u00a0]*(?:\d{1,3}[ \u00a0]*)?:[ \u00a0]*(?P<ten>\S.*)")
_ALIGNMENTS = {(False, False): "", (True, False): "trai", (False, True): "phai"}


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of a cell and its offset in the line."""

    text: str
    offset: int


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one line."""

    line: Line
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as typed: alignments, header and rows, and how many lines it took."""

    can: tuple[str, ...]
    dau: Row
    hang: tuple[Row, ...]
    taken: int


def caption(line: str) -> str | None:
    """The caption in "Bảng: …"; None for another line.

    >>> caption("Bảng: Phân công nhiệm vụ"), caption("Bảng lương tháng 5")
    ('Phân công nhiệm vụ', None)
    """
    found = _CAPTION.fullmatch(line)
    return found["ten"] if found else None


def read(lines: Sequence[Line], start: int) -> Grid | None:
    """The table that begins at a line; None when no line of dashes stands under it."""
    if start + 1 >= len(lines) or "|" not in lines[start].text:
        return None
    alignments = _rule(lines[start + 1].text)
    if alignments is None:
        return None
    end = start + 2
    while end < len(lines) and "|" in lines[end].text and lines[end].text[0] == "|":
        end += 1
    rows = tuple(_row(line) for line in lines[start + 2 : end])
    return Grid(alignments, _row(lines[start]), rows, end - start)


def _rule(text: str) -> tuple[str, ...] | None:
    if "|" not in text or not set(text) <= set("|-: \t"):
        return None
    cells = [_RULE_CELL.fullmatch(cell) for cell in text.strip().strip("|").split("|")]
    if not all(cells):
        return None
    return tuple(
        _ALIGNMENTS.get((bool(cell["left"]), bool(cell["right"])), "giua") for cell in cells if cell
    )


def _row(line: Line) -> Row:
    text = line.text
    start = 1 if text.startswith("|") else 0
    bars = [at for at in range(start, len(text)) if text[at] == "|" and not _escaped(text, at)]
    edges = [start - 1, *bars]
    if not bars or text[bars[-1] + 1 :].strip():
        edges.append(len(text))
    return Row(line, tuple(_cell(text, a + 1, b) for a, b in zip(edges, edges[1:], strict=False)))


def _escaped(text: str, bar: int) -> bool:
    before = text[:bar]
    return (len(before) - len(before.rstrip("\\"))) % 2 == 1


def _cell(text: str, start: int, end: int) -> Cell:
    raw = text[start:end]
    return Cell(raw.strip(), start + len(raw) - len(raw.lstrip()))
