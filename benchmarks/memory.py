"""Memory: the most that a batch holds, of few rows and of many; all but writing files is done."""

from __future__ import annotations

import files
import rows
from options import Options, alone
from report import Row, Section, Table, Words, at_most, figure

FLAT = 1.15
"""Memory is flat when many rows take at most so many times what few take."""


def section(options: Options) -> Section:
    """The table of memory, and its target."""
    few, many = (60, 200) if options.quick else (1_000, 50_000 if options.long else 10_000)
    told = {}
    for count in (few, many):
        table = files.workbook(count, options.folder)
        told[count] = rows.ours(table, options, 2, write=False, check=False)
    shown = [
        Row(Words(f"{n} dòng", f"{n} rows"), (figure(t.parent), figure(t.worker)))
        for n, t in told.items()
    ]
    title = Words("Bộ nhớ lớn nhất khi in hàng loạt", "Most memory in a batch")
    columns = (
        Words("tiến trình chính, MB", "main process, MB"),
        Words("mỗi tiến trình in, MB", "each worker, MB"),
    )
    whole = told[many].parent + told[many].worker, told[few].parent + told[few].worker
    wanted = at_most(
        Words(f"bộ nhớ: {many} dòng so với {few}", f"memory: {many} rows against {few}"),
        whole[0] / whole[1] if whole[1] else 0.0,
        FLAT,
    )
    return Section([Table(title, columns, shown)], [wanted])


if __name__ == "__main__":
    alone(__doc__, section)
