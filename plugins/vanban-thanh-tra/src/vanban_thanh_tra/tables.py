"""The tables of a document, put together again from the passages of its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from vanban import Subject
from vanban.viet.numerals import parse_number
from vanban.viet.text import words_of

Path = tuple[str | int, ...]

_PARTS = frozenset({"ten", "dau", "hang"})
"""What a cell or a caption is called behind the path of its table."""
_NOTHING = frozenset({"", "-", "–", "—", "x", "…"})
"""What stands in a cell without a number."""
_UNIT = re.compile(r"(?<=\d) ?(?:đồng|đ|vnđ|vnd|triệu đồng|tỷ đồng|nghìn đồng)$")


class Cell(NamedTuple):
    """A cell that is not empty: its text, and its offsets in the whole text."""

    text: str
    start: int
    end: int


class Table(NamedTuple):
    """A table.

    Attributes:
        path: where it stands in the document.
        caption: the caption, and the title of the appendix around it.
        heads: the header cells by their columns.
        rows: the cells of each row by their columns; empty ones are left out.
    """

    path: Path
    caption: str
    heads: dict[int, str]
    rows: dict[int, dict[int, Cell]]


def of(subject: Subject) -> tuple[Table, ...]:
    """The tables in the text of a document that have no merged cells in their rows."""
    found: dict[Path, Table] = {}
    for path, part, rest, cell in _cells(subject):
        table = found.get(path)
        if table is None:
            table = found[path] = Table(path, _title(subject, path), {}, {})
        if part == "ten":
            found[path] = table._replace(caption=f"{cell.text} {table.caption}")
        elif part == "dau":
            table.heads[int(rest[0])] = cell.text
        else:
            table.rows.setdefault(int(rest[0]), {})[int(rest[1])] = cell
    return tuple(table for table in found.values() if not _has_merged_rows(subject, table))


def _cells(subject: Subject) -> Iterator[tuple[Path, str, Path, Cell]]:
    """Each cell and caption: the path of its table, what it is, its place in it."""
    for passage in subject.text.passages:
        if passage.where == "bang":
            at = max(i for i, part in enumerate(passage.path) if part in _PARTS)
            cell = Cell(passage.text, passage.start, passage.end)
            yield passage.path[:at], str(passage.path[at]), passage.path[at + 1 :], cell


def _title(subject: Subject, path: Path) -> str:
    """The title of the appendix that a table stands in; empty for any other table."""
    around = block(subject, path[:2]) if path[0] == "phu_luc" else None
    return getattr(around, "ten", None) or ""


def _has_merged_rows(subject: Subject, table: Table) -> bool:
    merged = getattr(block(subject, table.path), "gop", ())
    return any(one.hang + one.so_hang > 1 for one in merged)


def block(subject: Subject, path: Path) -> Any:
    """What stands at a path of the document; None when nothing does."""
    found: Any = subject.doc
    for part in path:
        if isinstance(part, int):
            found = found[part] if part < len(found) else None
        else:
            found = getattr(found, part, None)
        if found is None:
            return None
    return found


def number(text: str) -> Decimal | None:
    """The number in a cell, 0 for one without a number; None for what is neither.

    >>> number("1.250.000 đồng"), number("-"), number("12 hồ sơ")
    (Decimal('1250000'), Decimal('0'), None)
    """
    plain = words_of(text).strip("*")
    return Decimal(0) if plain in _NOTHING else parse_number(_UNIT.sub("", plain))
