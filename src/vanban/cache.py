"""What is kept between runs to start faster: data, which is worked out anew where it is missing.

It lies in a folder that is the user's alone (mode 0700, their own, no link); any other folder,
or one that cannot be written, means that nothing is kept. Never code: what is read back may
make a run wrong at worst as far as its owner could make it wrong anyway.
"""

from __future__ import annotations

import os
import stat
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress

VARIABLE = "VANBAN_CACHE"
"""Names another folder; set but empty: nothing is kept."""

MOST = 200
"""Of more files the oldest are removed."""
LARGEST = 16_000_000
"""Bytes; more is not kept under one name."""

_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_FLAGS = sum(getattr(os, name, 0) for name in ("O_CLOEXEC", "O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"))
_BY_DESCRIPTOR = os.open in os.supports_dir_fd
_SUM = 8


def folder() -> str:
    """Where things are kept by the custom of the system; empty when nothing is to be.

    No more than a name: it need not exist, and need not be safe.
    """
    told = os.environ.get(VARIABLE)
    if told is not None:
        return told
    if sys.platform == "win32":
        base, name = os.environ.get("LOCALAPPDATA", ""), os.path.join("vanban", "Cache")
    elif sys.platform == "darwin":
        base, name = os.path.expanduser("~/Library/Caches"), "vanban"
    else:
        base, name = os.environ.get("XDG_CACHE_HOME", ""), "vanban"
        base = base if os.path.isabs(base) else os.path.expanduser("~/.cache")
    return os.path.join(base, name) if os.path.isabs(base) else ""


def read(name: str) -> bytes | None:
    """What was kept under a name; None when nothing was, or it is not to be trusted."""
    with suppress(OSError, ValueError), _opened() as (prefix, at):
        with open(os.open(prefix + name, os.O_RDONLY | _FLAGS, dir_fd=at), "rb") as stream:
            _refuse_foreign(os.fstat(stream.fileno()), stat.S_IFREG)
            found = stream.read(LARGEST + _SUM)
        if found[:_SUM] == _sum(found[_SUM:]):
            return found[_SUM:]
    return None


def write(name: str, data: bytes) -> None:
    """Keep something under a name, whole or not at all; a failure is no failure of the run."""
    if len(data) > LARGEST:
        return
    with suppress(OSError, ValueError):
        os.makedirs(folder(), mode=0o700, exist_ok=True)
        with _opened() as (prefix, at):
            _put(prefix, at, name, _sum(data) + data)
            _forget_oldest(prefix, at)


def usable() -> bool:
    """Whether the folder is there and is the user's alone."""
    try:
        with _opened():
            return True
    except (OSError, ValueError):
        return False


@contextmanager
def _opened() -> Iterator[tuple[str, int | None]]:
    """The folder held open: what to put before a name, and the descriptor that it is under."""
    path = folder()
    if not path:
        raise FileNotFoundError
    if not _BY_DESCRIPTOR:  # Windows, where a profile is closed to others
        yield path + os.sep, None
        return
    at = os.open(path, os.O_RDONLY | os.O_DIRECTORY | _FLAGS)
    try:
        _refuse_foreign(os.fstat(at), stat.S_IFDIR)
        yield "", at
    finally:
        os.close(at)


def _refuse_foreign(about: os.stat_result, kind: int) -> None:
    """Raise PermissionError for what another user owns or may open."""
    if stat.S_IFMT(about.st_mode) != kind:
        raise PermissionError
    if _BY_DESCRIPTOR and (about.st_uid != os.geteuid() or about.st_mode & _OTHERS):
        raise PermissionError


def _put(prefix: str, at: int | None, name: str, data: bytes) -> None:
    temporary = f"{prefix}.{os.getpid()}-{os.urandom(4).hex()}.tmp"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _FLAGS
    try:
        with open(os.open(temporary, flags, 0o600, dir_fd=at), "wb") as stream:
            stream.write(data)
        os.replace(temporary, prefix + name, src_dir_fd=at, dst_dir_fd=at)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary, dir_fd=at)
        raise


def _forget_oldest(prefix: str, at: int | None) -> None:
    names = os.listdir(prefix if at is None else at)
    if len(names) <= MOST:
        return
    by_age = sorted(names, key=lambda name: os.stat(prefix + name, dir_fd=at).st_mtime_ns)
    for name in by_age[: len(names) - MOST]:
        os.unlink(prefix + name, dir_fd=at)


def _sum(data: bytes) -> bytes:
    """What tells a file that a failing disk cut short."""
    return b"%08x" % zlib.crc32(data)
