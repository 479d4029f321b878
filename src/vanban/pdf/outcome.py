"""What came of a conversion, and in which words a failure is told."""

from __future__ import annotations

import shutil
from pathlib import Path

from msgspec import Struct

from vanban import outputs
from vanban.errors import Problem
from vanban.location import Place
from vanban.messages import _
from vanban.pdf.plan import Item

_ROOM = 1024 * 1024
"""With fewer bytes than this left, a disk counts as full."""


class Converted(Struct, frozen=True):
    """What came of a file.

    Attributes:
        path: the .docx, as it was named.
        target: the .pdf, as it was named.
        problem: why there is no PDF; None when there is one.
        seconds: how long it took, with the start of the program for the first of a process.
    """

    path: str
    target: str
    problem: Problem | None = None
    seconds: float = 0.0

    @property
    def ok(self) -> bool:
        """Whether the PDF is in its place."""
        return self.problem is None


def result(item: Item, problem: Problem | None, seconds: float = 0.0) -> Converted:
    """What came of an item: a PDF, unless there is a problem."""
    return Converted(str(item.source), str(item.target), problem, round(seconds, 3))


def ending(code: int | None, seconds: float, folder: Path) -> str:
    """How a process ended that did not make all its files.

    Args:
        code: its exit code; None: it was killed for being too slow.
        seconds: the time that it had.
        folder: where it worked.
    """
    if _is_full(folder):
        return _("Ổ đĩa chứa tệp tạm đã đầy.")
    if code is None:
        return _("LibreOffice không xong sau {seconds:.0f} giây.").format(seconds=seconds)
    if code != 0:
        return _("LibreOffice dừng giữa chừng (mã {code}).").format(code=code)
    return _("LibreOffice không đọc được tệp này.")


def failed(item: Item, reason: str, *, slow: bool = False) -> Converted:
    """A file that LibreOffice cannot convert; ``slow``: not in the time that it had."""
    advice = _("Mở tệp bằng Word, lưu lại, rồi chuyển lại.")
    if slow:
        advice = _(
            "Tệp có nhiều trang thì tăng --timeout của vanban convert; "
            "nếu không, mở bằng Word, lưu lại."
        )
    return result(item, Problem(reason, Place(str(item.source)), advice))


def hopeless(item: Item, reason: str) -> Converted:
    """A file that was not tried: LibreOffice works with none."""
    advice = _("LibreOffice trên máy này không chạy được; xem: vanban doctor --full")
    return result(item, Problem(reason, Place(str(item.source)), advice))


def too_old(item: Item) -> Problem:
    """A LibreOffice that knows no PDF/A-2b made a plain PDF instead."""
    return Problem(
        _("LibreOffice này không ghi được PDF/A-2b."),
        Place(str(item.source)),
        _("Cài LibreOffice từ bản 7.0 trở lên, hoặc bỏ --pdfa."),
    )


def no_room(item: Item, error: OSError) -> Problem:
    """The folder for temporary files cannot be written to."""
    message = _("Không ghi được tệp tạm: {reason}.").format(reason=outputs.cause(error))
    advice = _("Xóa bớt tệp, hoặc đặt biến TMPDIR (Windows: TEMP) là thư mục ghi được.")
    return Problem(message, Place(str(item.source)), advice)


def _is_full(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < _ROOM
    except OSError:
        return False
