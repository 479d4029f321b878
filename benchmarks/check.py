"""Checking: by all rules, how it grows with the text, and folders with one process and two.

``python benchmarks/check.py [--rounds 25]`` prints this table alone.
"""

from __future__ import annotations

import sys
from pathlib import Path

import files
import peers
import render
from content import EXAMPLES
from options import Options, alone
from report import MILLISECONDS, Row, Section, Table, Target, Words, at_least, at_most, figure
from timing import Run, Workers, interleaved

TEN_PAGES = 110
"""So many paragraphs of `files.plan` make ten pages."""

_ALONE = {
    "read": Words("đọc YAML", "reading the YAML"),
    "check": Words("kiểm tra, mọi quy tắc", "checking by all rules"),
}


def section(options: Options) -> Section:
    """The tables of checking, and its targets."""
    documents, ten_pages = _documents(options)
    growth, folder, faster = _many(options)
    return Section([documents, growth, folder], [ten_pages, faster])


def _documents(options: Options) -> tuple[Table, Target]:
    sources = {e.name: e.source for e in EXAMPLES}
    sources["10"] = _source(TEN_PAGES, options.folder)
    with Workers() as workers:
        for name, source in sources.items():
            for what in _ALONE:
                workers[name + what] = render.ours(what, source, options)
        times = interleaved(workers, options.rounds)
    rows = [Row(_ALONE[w], [figure(times.ms(n + w)) for n in sources]) for w in _ALONE]
    columns = [Words(f"{e.name} ms", f"{e.name} ms") for e in EXAMPLES]
    columns.append(Words("10 trang, ms", "10 pages, ms"))
    title = Words("Chỉ đọc, chỉ kiểm tra", "Reading alone, checking alone")
    spent = times.ms("10read") + times.ms("10check")
    wanted = Words("đọc và kiểm tra nguồn 10 trang", "reading and checking a source of 10 pages")
    return Table(title, columns, rows), at_most(wanted, spent, 25, "ms")


def _many(options: Options) -> tuple[Table, Table, Target]:
    """How long texts, and how many files, are checked."""
    sizes = (100, 1_000) if options.quick else (1_000, 10_000)
    with Workers() as workers:
        for size in sizes:
            workers[str(size)] = render.ours("check", _source(size, options.folder), options)
        grown = interleaved(workers, min(5, options.rounds))
    rows = [
        Row(Words(f"{size} đoạn", f"{size} paragraphs"), [figure(grown.ms(str(size)))])
        for size in sizes
    ]
    title = Words("Văn bản dài", "Long documents")
    long = Table(title, [MILLISECONDS], rows)

    runs = {str(jobs): _folder(jobs, options) for jobs in (1, 2)}
    times = interleaved(runs, min(5, options.rounds))
    rows = [
        Row(Words(f"--jobs {n}", f"--jobs {n}"), [figure(times.ms(n)), figure(times.ratio("1", n))])
        for n in runs
    ]
    columns = (MILLISECONDS, Words("× một tiến trình", "× one process"))
    title = Words("`vanban check` 100 tệp", "`vanban check`, 100 files")
    wanted = Words(
        "kiểm tra 100 tệp: hai tiến trình so với một",
        "checking 100 files: two processes against one",
    )
    return long, Table(title, columns, rows), at_least(wanted, times.ratio("1", "2"), 1.7)


def _folder(jobs: int, options: Options) -> Run:
    """`vanban check` of a folder of 100 files."""
    folder = options.folder / "kho"
    folder.mkdir(exist_ok=True)
    for number in range(12 if options.quick else 100):
        text = EXAMPLES[number % 2].source.read_text("utf-8").replace("so: 415", f"so: {number}")
        (folder / f"{number}.yaml").write_text(text, "utf-8")
    command = [sys.executable, "-m", "vanban", "check", "--no-profile", "--jobs", str(jobs)]
    return Run([*command, str(folder)], peers.environment())


def _source(paragraphs: int, folder: Path) -> Path:
    path = folder / f"plan-{paragraphs}.yaml"
    path.write_bytes(files.plan(paragraphs))
    return path


if __name__ == "__main__":
    alone(__doc__, section)
