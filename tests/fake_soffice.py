"""A LibreOffice that does what the files tell it to: run by tests instead of the real one.

A .docx may hold a member "lenh": what happens when it is its turn. "hang", "crash" and
"nothing" say it all; with a path behind, they happen only the first time.
"""

import os
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

FOLDER = Path(__file__).parent
SLEEP = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(600)"


def order_of(name: str) -> str:
    """What is to happen, if it has not happened before."""
    with zipfile.ZipFile(name) as archive:
        told = archive.read("lenh").decode() if "lenh" in archive.namelist() else ""
    kind, _space, once = told.partition(" ")
    if once and os.path.exists(once):
        return ""
    if once:
        Path(once).touch()
    return kind


def hang() -> None:
    """Do not react to a polite request to end, and have a child that does not either."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    child = subprocess.Popen([sys.executable, "-c", SLEEP])
    (FOLDER / "hung").write_text(f"{os.getpid()} {child.pid}")
    time.sleep(600)


def convert(name: str, out: Path) -> None:
    """Convert a file, or do with it what it says."""
    order = order_of(name)
    if order == "hang":
        hang()
    elif order == "crash":
        os.kill(os.getpid(), signal.SIGSEGV)
    elif order == "half":
        (out / name).with_suffix(".pdf").write_bytes(b"%PDF-1.6\nmo")
    elif order != "nothing":
        part = out / f"{name}.tmp"
        part.write_bytes(f"%PDF-1.6\n{(FOLDER / 'made').read_text()}\n%%EOF\n".encode())
        part.rename((out / name).with_suffix(".pdf"))
        if order == "hang-after":
            hang()


def main(arguments: list[str]) -> None:
    """Convert the files behind --outdir."""
    if "--version" in arguments:
        sys.stdout.write((FOLDER / "version").read_text())
        return
    at = arguments.index("--outdir")
    out, names = Path(arguments[at + 1]), arguments[at + 2 :]
    with open(FOLDER / "runs", "a") as runs:
        runs.write(f"{len(names)}\n")
    out.mkdir(exist_ok=True)
    if (FOLDER / "broken").exists():
        sys.exit(77)
    for name in names:
        convert(name, out)


if __name__ == "__main__":
    main(sys.argv[1:])
