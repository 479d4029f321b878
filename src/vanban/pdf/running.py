"""One process of LibreOffice at work on some files, which can be ended at any moment.

It has a profile, a folder for temporary files and a process group of its own, so that two
never meet, and nothing is left when one had to be killed.
"""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from msgspec import Struct

START = 60.0
"""Seconds that LibreOffice may take to start, on a slow machine and with a new profile."""

EXIT = 20.0
"""Seconds that it may take to end when all files are done."""

_END = b"%%EOF"
_TAIL = 64
_PIPES = ("/tmp", "/var/tmp")


def _grace(seconds: float) -> float:
    """Seconds to start, for who gives a file so many: less for the impatient."""
    return min(START, max(10.0, 4 * seconds))


class Made(Struct, frozen=True):
    """A PDF that is ready.

    Attributes:
        index: which of the files it was made of, from 0.
        path: where it lies.
        seconds: how long it took.
    """

    index: int
    path: Path
    seconds: float


class Run:
    """A process over some files; `poll` tells what it made, `over` whether it has ended.

    Attributes:
        left: the indices of the files that are not made yet, in order.
        last: the greatest index of those that are made; -1: none is.
        code: its exit code; None while it runs, and when it was killed for being too slow.
        profile: the folder of its profile.
    """

    def __init__(self, office: str, folder: Path, profile: Path, seconds: float) -> None:
        """Prepare a run.

        Args:
            office: the program.
            folder: a folder of its own; the files are put into its folder ``in``.
            profile: the folder of its profile.
            seconds: how long it may take for a file.
        """
        self.folder = folder
        self.over = False
        self.code: int | None = None
        self.left: list[int] = []
        self.last = -1
        self._office = office
        self.profile = profile
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._since = self._deadline = 0.0
        for name in ("in", "out", "tmp"):
            (folder / name).mkdir(parents=True)

    def file(self, index: int) -> Path:
        """Where the file of that index has to lie before the start."""
        return self.folder / "in" / f"{index}.docx"

    def start(self, count: int) -> None:
        """Start the process over files 0 to ``count`` - 1.

        Raises:
            OSError: it cannot be started.
        """
        self.left = list(range(count))
        self._since = time.monotonic()
        self._deadline = self._since + _grace(self._seconds) + self._seconds
        with open(self.folder / "log", "wb") as log:
            self._process = subprocess.Popen(
                self._command([f"{index}.docx" for index in self.left]),
                cwd=self.folder / "in",
                env=self._environment(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                **_apart(),
            )

    def poll(self) -> Iterator[Made]:
        """What was made since the last time; a process that is too slow is killed."""
        assert self._process
        ended = self._process.poll() is not None
        yield from self._made()
        if ended:
            self.code = self._process.returncode
            self.kill()
        elif time.monotonic() > self._deadline:
            self.kill()

    def kill(self) -> None:
        """End the process with all that it started, at once."""
        if self._process and not self.over:
            _kill(self._process)
            self._process.wait()
            remove_pipe(self.profile)
        self.over = True

    def _made(self) -> Iterator[Made]:
        for index in tuple(self.left):
            path = self.folder / "out" / f"{index}.pdf"
            if not _is_whole(path):
                continue
            self.left.remove(index)
            self.last = max(self.last, index)
            now = time.monotonic()
            seconds, self._since = now - self._since, now
            self._deadline = now + (self._seconds if self.left else EXIT)
            yield Made(index, path, seconds)

    def _command(self, names: Sequence[str]) -> list[str]:
        profile = f"-env:UserInstallation={self.profile.as_uri()}"
        options = ["--headless", "--norestore", "--nolockcheck", "--nodefault"]
        made = ["--convert-to", "pdf:writer_pdf_Export", "--outdir", str(self.folder / "out")]
        return [self._office, profile, *options, *made, *names]

    def _environment(self) -> dict[str, str]:
        """That of this process, with a private folder for temporary files."""
        own = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(self.folder / "tmp"))
        return {**os.environ, **own}


def output(command: Sequence[str], folder: Path, seconds: float) -> str:
    """What a program writes to standard output; what it started is killed when it is slow.

    Args:
        command: the program and its arguments.
        folder: where its output is kept meanwhile.
        seconds: how long it may take.

    Raises:
        OSError: it cannot be started.
        subprocess.TimeoutExpired: it took longer.
    """
    told = folder / "output"
    with open(told, "wb") as stream:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=stream, stderr=subprocess.DEVNULL, **_apart()
        )
    try:
        process.wait(seconds)
    finally:
        _kill(process)
        process.wait()
    return told.read_text("utf-8", "replace")


def _apart() -> dict[str, Any]:
    """How a process is started that Ctrl-C does not reach and that is killed as a group."""
    if sys.platform == "win32":
        flags = subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW
        return {"creationflags": flags}
    return {"start_new_session": True}


def _kill(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        command = ["taskkill", "/T", "/F", "/PID", str(process.pid)]
        with suppress(OSError):
            subprocess.run(command, capture_output=True)
        with suppress(OSError):
            process.kill()
    else:  # the group has the number of its first process, also when that has ended
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)


def _is_whole(path: Path) -> bool:
    """Whether a PDF is there to its last line."""
    try:
        with open(path, "rb") as stream:
            stream.seek(0, os.SEEK_END)
            stream.seek(max(0, stream.tell() - _TAIL))
            return _END in stream.read()
    except OSError:
        return False


def remove_pipe(profile: Path) -> None:
    """Remove the socket by which a second LibreOffice finds the first of a profile.

    It lies outside of every folder that one can choose, under a name made from the profile,
    and stays there when the process is killed.
    """
    if sys.platform == "win32":
        return
    digest = hashlib.md5(profile.as_uri().encode("utf-16-le"), usedforsecurity=False).digest()
    name = f"OSL_PIPE_{os.getuid()}_SingleOfficeIPC_{''.join(f'{byte:x}' for byte in digest)}"
    for folder in _PIPES:
        with suppress(OSError):
            os.unlink(os.path.join(folder, name))
