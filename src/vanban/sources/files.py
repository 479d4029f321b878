"""The bytes of a source file or of standard input; what stands in the way, in Vietnamese."""

from __future__ import annotations

import errno
import sys
from pathlib import Path

from vanban.errors import SourceError
from vanban.location import Place
from vanban.messages import _
from vanban.sources.text import MAX_BYTES

STANDARD_INPUT = "-"


def content(path: str) -> bytes:
    """The bytes of a file, ``-`` for standard input; never much more than a source may have.

    Raises:
        SourceError: there is no such file, or it cannot be read.
    """
    if path == STANDARD_INPUT:
        return _standard_input()
    try:
        with Path(path).open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:  # ValueError: a zero byte in the name
        raise unreadable(path, error) from None


def _standard_input() -> bytes:
    try:
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    except (AttributeError, OSError, ValueError):  # None: it was closed before we began
        raise SourceError.at(
            _("Không đọc được đầu vào chuẩn."),
            Place(STANDARD_INPUT),
            _("Ghi tên tệp thay cho dấu -, hoặc đưa dữ liệu vào bằng < hay |."),
        ) from None


def unreadable(path: str, error: Exception) -> SourceError:
    """The failure for a file that cannot be opened or read."""
    message, advice = _reason(error)
    return SourceError.at(message, Place(path), advice)


def _reason(error: Exception) -> tuple[str, str]:
    code = error.errno if isinstance(error, OSError) else None
    again = _("Kiểm tra lại tên và thư mục của tệp.")
    reasons = {
        errno.ENOENT: (_("Không tìm thấy tệp."), again),
        errno.ENOTDIR: (_("Không tìm thấy tệp."), again),
        errno.EISDIR: (
            _("Đây là thư mục, không phải tệp."),
            _("Ghi tên tệp, ví dụ THƯ_MỤC/*.yaml cho mọi tệp trong đó."),
        ),
        errno.EACCES: (
            _("Không có quyền đọc tệp này."),
            _("Xin quyền đọc tệp, hoặc chép tệp sang thư mục của mình."),
        ),
        errno.ENAMETOOLONG: (_("Tên tệp quá dài."), again),
        errno.ELOOP: (_("Tệp là liên kết vòng."), _("Ghi tên của tệp thật.")),
        None: (_("Tên tệp không dùng được."), again),
    }
    unknown = _("Không đọc được tệp: {error}.").format(error=getattr(error, "strerror", error))
    return reasons.get(code, (unknown, again))
