"""Batches: rows of a workbook, each to a checked .docx, with one process and with two."""

from __future__ import annotations

from statistics import median

import files
import rows
from options import Options, alone
from report import Row, Section, Table, Words, at_least, figure

_ONE = Words("vanban, một tiến trình", "vanban, one process")
_TWO = Words("vanban, hai tiến trình", "vanban, two processes")
_BLIND = Words("vanban, hai tiến trình, --no-check", "vanban, two processes, --no-check")
_LOOP = Words("vòng lặp docxtpl và openpyxl (không kiểm tra)", "a loop of docxtpl and openpyxl")


def section(options: Options) -> Section:
    """The table of batches, and its target."""
    count, few = (60, 10) if options.quick else (3_000, 100)
    table, short = files.workbook(count, options.folder), files.workbook(few, options.folder)
    rates: dict[Words, list[float]] = {_LOOP: [], _ONE: [], _TWO: [], _BLIND: []}
    for _round in range(1 if options.quick else 3):
        rates[_LOOP].append(rows.docxtpl(short, options).rate)
        rates[_ONE].append(rows.ours(table, options, 1).rate)
        rates[_TWO].append(rows.ours(table, options, 2).rate)
        rates[_BLIND].append(rows.ours(table, options, 2, check=False).rate)
    shown = [
        Row(label, (figure(median(found)), figure(_ratio(found, rates[_ONE]))))
        for label, found in rates.items()
    ]
    title = Words(f"Hàng loạt: {count} dòng .xlsx", f"Batch: {count} rows of .xlsx")
    columns = (Words("văn bản/giây", "documents/s"), Words("× một tiến trình", "× one process"))
    wanted = at_least(
        Words("hàng loạt: hai tiến trình so với một", "batch: two processes against one"),
        _ratio(rates[_TWO], rates[_ONE]),
        1.7,
    )
    return Section([Table(title, columns, shown)], [wanted])


def _ratio(found: list[float], base: list[float]) -> float:
    return median(a / b for a, b in zip(found, base, strict=True))


if __name__ == "__main__":
    alone(__doc__, section)
