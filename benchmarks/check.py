"""Checking: by all rules, how it grows with the text, and folders with one process and two.

``python benchmarks/check.py [--rounds 25]`` prints this table alone.
"""

from __future__ import annotations

import sys
from pathlib import Path

import files
import peers
import render
import vanban
from content import EXAMPLES
from options import Options, alone
from report import MILLISECONDS, Row, Section, Table, Target, Words, at_least, at_most, figure
from timing import Run, Workers, interleaved

TEN_PAGES = 110
"""So many paragraphs of `files.plan` make ten pages."""

_ALONE = {
    "read": Words("đọc YAML", "reading the YAML"),
    "check": Words("kiểm tra, mọi quy tắc", "checking by all rules"),
    "check_docx": Words("kiểm tra tệp .docx", "checking the .docx"),
}


def section(options: Options) -> Section:
    """The tables of checking, and its targets."""
    documents, ten_pages = _documents(options)
    folders, faster = _folders(options)
    return Section([documents, _growth(options), folders], [ten_pages, faster])


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
    wanted = Words("kiểm tra tệp .docx 10 trang", "checking a .docx of 10 pages")
    return Table(title, columns, rows), at_most(wanted, times.ms("10check_docx"), 25, "ms")


def _growth(options: Options) -> Table:
    """How long texts are checked."""
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
    return Table(title, [MILLISECONDS], rows)


def _folders(options: Options) -> tuple[Table, Target]:
    """How long folders of many files are checked, by one process and by two."""
    folders = {"yaml": _sources(options), "docx": _word_files(options)}
    runs = {f"{e} {n}": _check(f, n) for e, f in folders.items() for n in (1, 2)}
    times = interleaved(runs, min(5, options.rounds))
    rows = []
    for name in runs:
        ending, jobs = name.split()
        shown = [figure(times.ms(name)), figure(times.ratio(f"{ending} 1", name))]
        named = f".{ending} --jobs {jobs}"
        rows.append(Row(Words(named, named), shown))
    columns = (MILLISECONDS, Words("× một tiến trình", "× one process"))
    title = Words("`vanban check` 100 tệp", "`vanban check`, 100 files")
    wanted = Words(
        "kiểm tra 100 tệp .docx: hai tiến trình so với một",
        "checking 100 .docx: two processes against one",
    )
    faster = times.ratio("docx 1", "docx 2")
    return Table(title, columns, rows), at_least(wanted, faster, 1.7)


def _check(folder: Path, jobs: int) -> Run:
    """`vanban check` of a folder; what it finds does not matter here."""
    command = [sys.executable, "-m", "vanban", "check", "--no-profile"]
    return Run([*command, "--jobs", str(jobs), str(folder)], peers.environment())


def _sources(options: Options) -> Path:
    """A folder of sources."""
    folder = options.folder / "nguon"
    folder.mkdir(exist_ok=True)
    for number in range(12 if options.quick else 100):
        text = EXAMPLES[number % 2].source.read_text("utf-8").replace("so: 415", f"so: {number}")
        (folder / f"{number}.yaml").write_text(text, "utf-8")
    return folder


def _word_files(options: Options) -> Path:
    """A folder with their .docx."""
    folder = options.folder / "word"
    folder.mkdir(exist_ok=True)
    for source in _sources(options).iterdir():
        (folder / f"{source.stem}.docx").write_bytes(vanban.render(vanban.load(source)))
    return folder


def _source(paragraphs: int, folder: Path) -> Path:
    path = folder / f"plan-{paragraphs}.yaml"
    path.write_bytes(files.plan(paragraphs))
    return path


if __name__ == "__main__":
    alone(__doc__, section)
