"""PDF: 100 documents through LibreOffice, a process a file against `vanban convert`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import peers
import vanban
from content import EXAMPLES
from options import Options, alone
from report import Row, Section, Table, Words, at_most, figure
from timing import Run
from vanban.pdf import office

_WANTED = Words("PDF, hai tiến trình, một văn bản", "PDF, two processes, a document")
_LIMIT = 0.12


def section(options: Options) -> Section:
    """The table of conversions, and its target; nothing without LibreOffice."""
    found = office.program()
    if not found or options.quick:
        return Section((), [at_most(_WANTED, None, _LIMIT, "s")])
    documents = _documents(options.folder, 100)
    alone_ms = sorted(_one(found, path, options.folder) for path in documents[:7])
    seconds = {
        Words("soffice, mỗi tệp một tiến trình", "soffice, a process a file"): alone_ms[3] / 1000,
        Words("vanban convert --jobs 1", "vanban convert --jobs 1"): _many(documents, 1, options),
        Words("vanban convert --jobs 2", "vanban convert --jobs 2"): _many(documents, 2, options),
    }
    best = list(seconds.values())[-1]
    rows = [Row(label, (figure(s), figure(s / best))) for label, s in seconds.items()]
    columns = (Words("giây/văn bản", "s a document"), Words("× hai tiến trình", "× two processes"))
    title = Words("PDF: 100 văn bản", "PDF: 100 documents")
    return Section([Table(title, columns, rows)], [at_most(_WANTED, best, _LIMIT, "s")])


def _documents(folder: Path, count: int) -> Sequence[Path]:
    """Documents of all examples, in turn."""
    made = [vanban.render(vanban.load(e.source, use_profile=False)) for e in EXAMPLES]
    (folder / "docx").mkdir()
    paths = [folder / "docx" / f"{number}.docx" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_bytes(made[number % len(made)])
    return paths


def _one(program: str, path: Path, folder: Path) -> float:
    profile = (folder / "profile").as_uri()
    command = [program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"]
    return Run([*command, "--outdir", str(folder), str(path)], peers.environment()).measure()


def _many(paths: Sequence[Path], jobs: int, options: Options) -> float:
    """Seconds a document."""
    out = options.folder / f"pdf-{jobs}"
    command = [sys.executable, "-m", "vanban", "convert", "--jobs", str(jobs), "-d", str(out)]
    run = Run([*command, str(paths[0].parent)], peers.environment())
    return run.measure() / 1000 / len(paths)


if __name__ == "__main__":
    alone(__doc__, section)
