"""Cold: whole processes, from nothing to one file; ours checks the document as well."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import files
import peers
import render
from content import KL
from options import Options, alone
from report import MILLISECONDS, TIMES, Row, Section, Table, Words, at_most, figure, same
from timing import Run, interleaved

OURS = "vanban render"
_CHECKS = Words("vanban render (đọc, kiểm tra, in)", "vanban render (reads, checks, makes)")


def section(options: Options) -> Section:
    """The table of cold runs, and its target."""
    runs = {**_bare(), **_ours(options.folder)}
    for peer in options.peers:
        command = _pandoc(options) if peer is peers.PANDOC else render.theirs(peer, KL, options)
        runs[peer.name] = Run(command, peers.environment(peer))
    times = interleaved(runs, 1 if options.quick else max(7, options.rounds // 2))
    rows = [
        Row(
            _CHECKS if name == OURS else same(name),
            (figure(times.ms(name)), figure(times.ratio(name, OURS))),
        )
        for name in times
    ]
    title = Words("Cả tiến trình, KL", "The whole process, KL")
    wanted = at_most(
        Words(
            "vanban render so với chương trình docxtpl", "vanban render against a docxtpl script"
        ),
        times.ratio(OURS, peers.DOCXTPL.name),
        0.65,
    )
    return Section([Table(title, (MILLISECONDS, TIMES), rows)], [wanted])


def _bare() -> dict[str, Run]:
    return {"python -c pass": Run([sys.executable, "-c", "pass"], peers.environment())}


def _ours(folder: Path) -> dict[str, Run]:
    vanban = shutil.which("vanban", path=str(Path(sys.executable).parent)) or "vanban"
    command = [vanban, "render", "--force", "--no-profile"]
    command += ["-o", str(folder / "cold.docx"), str(KL.source)]
    return {
        OURS: Run(command, peers.environment()),
        f"{OURS} --no-check": Run([*command, "--no-check"], peers.environment()),
        "vanban --help": Run([vanban, "--help"], peers.environment()),
    }


def _pandoc(options: Options) -> list[str]:
    folder = options.folder
    reference = f"--reference-doc={files.reference(KL, folder)}"
    out = folder / "pandoc.docx"
    return [peers.pandoc() or "", reference, "-o", str(out), str(files.markdown(KL, folder))]


if __name__ == "__main__":
    alone(__doc__, section)
