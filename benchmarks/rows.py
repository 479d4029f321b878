"""Batches of rows in processes of their own: what one run tells."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from shutil import rmtree
from typing import NamedTuple

import files
import peers
from content import GM
from options import Options

MAKERS = Path(__file__).parent / "makers"


class Told(NamedTuple):
    """What a batch tells: seconds, documents, MB of the first process and of the greatest other."""

    seconds: float
    made: int
    parent: float = 0.0
    worker: float = 0.0

    @property
    def rate(self) -> float:
        """Documents a second."""
        return self.made / self.seconds


def ours(
    table: Path, options: Options, jobs: int, *, write: bool = True, check: bool = True
) -> Told:
    """A batch of vanban."""
    folder = options.folder / "out"
    settings = (str(jobs), str(int(write)), str(int(check)))
    maker = str(MAKERS / "batch_rows.py")
    command = [sys.executable, maker, str(files.PATTERN), str(table), str(folder), *settings]
    return _told(command, folder, None)


def docxtpl(table: Path, options: Options) -> Told:
    """A loop over the rows with docxtpl and openpyxl."""
    folder = options.folder / "out"
    folder.mkdir()
    template = files.template(GM, peers.DOCXTPL, options.folder)
    data = files.data(GM, options.folder)
    command = [peers.DOCXTPL.python, str(MAKERS / "docxtpl_rows.py")]
    command += map(str, (template, data, table, folder))
    return _told(command, folder, peers.DOCXTPL)


def _told(command: list[str], folder: Path, peer: peers.Peer | None) -> Told:
    environment = peers.environment(peer)
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=environment)
    rmtree(folder, ignore_errors=True)
    return Told(**json.loads(done.stdout))
