"""Writing files so that nothing partial is ever left and nothing is replaced unasked."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path

from vanban.errors import OutputError
from vanban.location import Place
from vanban.messages import _


def write(path: Path, data: bytes, *, force: bool = False) -> None:
    """Write a file under a temporary name in its folder, then give it its name.

    Args:
        path: the file to be.
        data: its content.
        force: whether an existing file may be replaced.

    Raises:
        OutputError: it exists (and not ``force``), or cannot be written; the folder is
            then as it was before.
    """
    if not force and path.exists():
        raise _exists(path)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        _put(temporary, data)
        _name(temporary, path, force)
    except FileExistsError:
        raise _exists(path) from None
    except OSError as error:
        raise _failed(path, error) from None
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def make_folder(folder: Path) -> None:
    """Make a folder for output, with those above it.

    Raises:
        OutputError: it cannot be made, or a file has its name.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _failed(folder, error) from None


def _put(temporary: Path, data: bytes) -> None:
    with temporary.open("wb") as stream:
        stream.write(data)


def _name(temporary: Path, path: Path, force: bool) -> None:
    if force:
        os.replace(temporary, path)
        return
    try:
        os.link(temporary, path)  # unlike a rename, it fails if the name was taken meanwhile
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        os.rename(temporary, path)


def _exists(path: Path) -> OutputError:
    return _error(_("Tệp đã có, không ghi đè."), path, _("Thêm --force nếu muốn thay tệp cũ."))


def _failed(path: Path, error: OSError) -> OutputError:
    reasons = {
        errno.ENOENT: _("Thư mục không tồn tại."),
        errno.ENOTDIR: _("Thư mục không tồn tại."),
        errno.EACCES: _("Không có quyền ghi vào thư mục này."),
        errno.EPERM: _("Không có quyền ghi vào thư mục này."),
        errno.EROFS: _("Ổ đĩa chỉ cho đọc."),
        errno.ENOSPC: _("Ổ đĩa đã đầy."),
        errno.EISDIR: _("Đây là thư mục, không phải tệp."),
        errno.EEXIST: _("Tên này là của một tệp, không phải thư mục."),
        errno.ENAMETOOLONG: _("Tên tệp quá dài."),
    }
    unknown = _("Không ghi được tệp: {error}.").format(error=error.strerror)
    reason = reasons.get(error.errno or 0, unknown)
    return _error(reason, path, _("Chọn chỗ ghi khác bằng -o hoặc -d."))


def _error(message: str, path: Path, advice: str) -> OutputError:
    return OutputError.at(message, Place(str(path)), advice)
