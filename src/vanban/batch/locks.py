"""A file that one process at a time writes."""

from __future__ import annotations

import sys
from pathlib import Path

from vanban.errors import OutputError
from vanban.location import Place
from vanban.messages import _


def lock(file: int, path: Path) -> None:
    """Keep others from writing an open file, as far as the system can; until it is closed.

    Raises:
        OutputError: somebody writes it now.
    """
    try:
        _lock(file)
    except (BlockingIOError, PermissionError):
        raise OutputError.at(
            _("Một lần chạy khác đang ghi vào thư mục này."),
            Place(str(path)),
            _("Chờ lần chạy đó xong, hoặc ghi vào thư mục khác."),
        ) from None
    except OSError:  # a network drive without locks
        return


if sys.platform == "win32":

    def _lock(file: int) -> None:
        import msvcrt

        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
else:

    def _lock(file: int) -> None:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
