"""Private temporary folders, and the removal of those whose process was killed.

A folder of a living process is locked; the system gives the lock up when the process ends,
however it ends. So no number of a process is trusted, which another one may have by now.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from vanban import outputs
from vanban.errors import ConversionError
from vanban.messages import _
from vanban.pdf.running import remove_pipe

PREFIX = "vanban-pdf-"
"""With what the names of the folders begin."""

_LOCK = "lock"
_PROFILE = b"UserInstallation="
_KILL = getattr(signal, "SIGKILL", signal.SIGTERM)
_OTHERS = 0o077
_YOUNG = 2.0
"""Seconds in which a new folder may not be locked yet."""


@contextmanager
def private() -> Iterator[Path]:
    """A folder that nobody else can read, for secret documents are converted too.

    Raises:
        ConversionError: it cannot be made.
    """
    try:
        folder = Path(tempfile.mkdtemp(prefix=PREFIX))
        lock = open(folder / _LOCK, "wb")  # noqa: SIM115 (closed below, when all else is done)
    except OSError as error:
        raise _refused(error) from None
    with suppress(OSError):  # a file system without locks: nobody sweeps there
        _hold(lock)
    try:
        yield folder
    finally:
        lock.close()
        shutil.rmtree(folder, ignore_errors=True)


def sweep() -> int:
    """Remove the folders of this user whose process was killed; how many were removed."""
    removed = 0
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        if _is_ours(folder) and _is_abandoned(folder):
            _end_strays(folder)
            with suppress(OSError):  # another one sweeps at the same time
                removed += _remove(folder)
    return removed


def _end_strays(folder: Path) -> None:
    """End what still works in an abandoned folder, where the system lists its processes."""
    mark = folder.name.encode()
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):
            command = path.read_bytes()
            if _PROFILE in command and mark in command:
                os.kill(int(path.parent.name), _KILL)


def _remove(folder: Path) -> bool:
    """Remove an abandoned folder, the lock last: what is left will be found again."""
    for path in folder.iterdir():
        remove_pipe(path)
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        elif path.name != _LOCK:
            path.unlink(missing_ok=True)
    if [path.name for path in folder.iterdir()] == [_LOCK]:
        shutil.rmtree(folder, ignore_errors=True)
    return not folder.exists()


def _is_ours(folder: Path) -> bool:
    """Whether it is a folder, no link, of this user and closed to all others."""
    try:
        found = folder.lstat()
    except OSError:
        return False
    if sys.platform == "win32":
        return folder.is_dir()
    mine = found.st_uid == os.getuid() and not found.st_mode & _OTHERS
    return mine and folder.is_dir() and not folder.is_symlink()


def _is_abandoned(folder: Path) -> bool:
    """Whether nobody holds its lock; without a lock it is none of `private`."""
    try:
        with open(folder / _LOCK, "r+b") as lock:
            if time.time() - os.fstat(lock.fileno()).st_mtime < _YOUNG:
                return False
            _hold(lock)
    except OSError:
        return False
    return True


def _hold(lock: IO[bytes]) -> None:
    """Lock a file until it is closed.

    Raises:
        OSError: another process has it.
    """
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _refused(error: OSError) -> ConversionError:
    return ConversionError.at(
        _("Không tạo được thư mục tạm: {reason}.").format(reason=outputs.cause(error)),
        None,
        _("Xóa bớt tệp, hoặc đặt biến TMPDIR (Windows: TEMP) là thư mục ghi được."),
    )
