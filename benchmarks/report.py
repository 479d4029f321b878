"""What is printed: tables in Markdown, in Vietnamese or English, and whether targets are met."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Words(NamedTuple):
    """A text in both languages."""

    vi: str
    en: str


class Row(NamedTuple):
    """What was measured, and its figures, each a column's."""

    label: Words
    cells: Sequence[str]


class Table(NamedTuple):
    """A table: its title, the headings of its columns but the first, its rows, a remark."""

    title: Words
    columns: Sequence[Words]
    rows: Sequence[Row]
    note: Words = Words("", "")


class Target(NamedTuple):
    """What is wanted of a figure, what it is, and whether that will do (None: not measured)."""

    what: Words
    wanted: str
    found: str
    met: bool | None


class Section(NamedTuple):
    """What one kind of measurement tells."""

    tables: Sequence[Table]
    targets: Sequence[Target] = ()


NAME = Words("đo", "measured")
MILLISECONDS = Words("ms", "ms")
TIMES = Words("× vanban", "× vanban")


def same(text: str) -> Words:
    """A name that is the same in both languages."""
    return Words(text, text)


def at_least(what: Words, found: float | None, wanted: float) -> Target:
    """A target that a ratio is to reach; None: it was not measured."""
    met = None if found is None else found >= wanted
    return Target(what, f"≥ {wanted:g} ×", _found(found, "×"), met)


def at_most(what: Words, found: float | None, wanted: float, unit: str = "×") -> Target:
    """A target that a figure is not to exceed; None: it was not measured."""
    met = None if found is None else found <= wanted
    return Target(what, f"≤ {wanted:g} {unit}", _found(found, unit), met)


def figure(value: float) -> str:
    """A figure with three digits that count: 0.46, 3.70, 43.0, 1196."""
    return f"{value:.2f}" if value < 10 else f"{value:.1f}" if value < 100 else f"{value:.0f}"


def targets_table(targets: Iterable[Target]) -> Table:
    """The table of all targets."""
    told = {True: "✓", False: "✗", None: "–"}
    return Table(
        Words("Mục tiêu", "Targets"),
        (Words("mục tiêu", "target"), Words("đo được", "found"), Words("đạt", "met")),
        [Row(t.what, (t.wanted, t.found, told[t.met])) for t in targets],
    )


def markdown(table: Table, language: str) -> str:
    """A table in Markdown."""
    headings = [getattr(table.title, language), *(getattr(c, language) for c in table.columns)]
    lines = [headings, ["---", *("---:" for _column in table.columns)]]
    lines += [
        [getattr(row.label, language), *(_number(c, language) for c in row.cells)]
        for row in table.rows
    ]
    note = getattr(table.note, language)
    shown = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    return f"{shown}\n\n{note}\n" if note else f"{shown}\n"


def _found(found: float | None, unit: str) -> str:
    return "–" if found is None else f"{found:.2f} {unit}"


def _number(cell: str, language: str) -> str:
    return cell.replace(".", ",") if language == "vi" else cell
