"""Writing files so that nothing partial is ever left and nothing is replaced unasked."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path

from vanban.errors import OutputError
from vanban.location import Place
from vanban.messages import _

_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def write(path: Path, data: bytes, *, force: bool = False) -> None:
    """Write a file under a temporary name in its folder, then give it its name.

    A device or a pipe (``/dev/null``) is written to as it is.

    Args:
        path: the file to be; of a symbolic link, the link is replaced and not its target.
        data: its content.
        force: whether an existing file may be replaced.

    Raises:
        OutputError: it exists (and not ``force``), or cannot be written; the folder is
            then as it was before.
    """
    try:
        _write(path, data, force)
    except OSError as error:
        raise _failed(path, error, force) from None
    except ValueError:  # an empty name, or one with a zero byte
        raise _error(_("Tên tệp không dùng được."), path, _("Ghi tên khác sau -o.")) from None


def replace(path: Path, data: bytes) -> None:
    """Replace the content of a file that stays the same file to everybody else.

    Its rights stay, its owner where that may be set; of a symbolic link the target is
    replaced. Another name of the same file (a hard link) keeps the old content.

    Raises:
        OutputError: it may not be written to, or cannot be; it is then as it was before.
    """
    try:
        real = Path(os.path.realpath(path))
        found = os.stat(real)
        if not found.st_mode & _WRITABLE:
            raise PermissionError(errno.EACCES, "")
        _write(real, data, force=True, like=found)
    except PermissionError:
        message, advice = (
            _("Tệp này chỉ cho đọc."),
            _("Xin quyền ghi, hoặc ghi ra tệp khác bằng -o."),
        )
        raise _error(message, path, advice) from None
    except OSError as error:
        raise _failed(path, error, force=True) from None


def refuse(path: Path, *, force: bool = False) -> None:
    """Raise what `write` would, as far as it can be known before the work is done.

    Raises:
        OutputError: the file exists (and not ``force``), or its folder does not.
    """
    if _is_device(_mode(path)):
        return
    if not force and os.path.lexists(path):
        raise _failed(path, FileExistsError(errno.EEXIST, ""), force)
    if not os.path.isdir(path.parent):
        raise _failed(path, FileNotFoundError(errno.ENOENT, ""), force)


def cause(error: OSError) -> str:
    """Why the system refused, in words for the inside of a message."""
    causes = {
        errno.ENOSPC: _("ổ đĩa đã đầy"),
        errno.EDQUOT: _("ổ đĩa đã đầy"),
        errno.EACCES: _("không có quyền"),
        errno.EPERM: _("không có quyền"),
        errno.EROFS: _("ổ đĩa chỉ cho đọc"),
        errno.EISDIR: _("đây là thư mục"),
        errno.ENOENT: _("không tìm thấy"),
    }
    return causes.get(error.errno or 0) or error.strerror or str(error)


def make_folder(folder: Path) -> None:
    """Make a folder for output, with those above it.

    Raises:
        OutputError: it cannot be made, or a file has its name.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise _no_folder(folder, error) from None


def refuse_file_as_folder(folder: Path) -> None:
    """Raise OutputError if a file has the name of a folder that is to be made."""
    if os.path.lexists(folder) and not os.path.isdir(folder):
        raise _no_folder(folder, FileExistsError(errno.EEXIST, ""))


def _write(path: Path, data: bytes, force: bool, like: os.stat_result | None = None) -> None:
    there = _mode(path)
    if _is_device(there):
        _put(path, data, "wb")
        return
    if stat.S_ISDIR(there):
        raise IsADirectoryError(errno.EISDIR, "")
    if there and not force:
        raise FileExistsError(errno.EEXIST, "")
    temporary = os.path.join(
        os.path.dirname(path), f".vanban-{os.getpid()}-{os.urandom(4).hex()}.tmp"
    )
    try:
        _put(temporary, data, "xb")
        if like is not None:
            _take_after(temporary, like)
        _name(temporary, path, force)
    finally:
        with suppress(OSError):
            os.unlink(temporary)


def _take_after(path: str, like: os.stat_result) -> None:
    """Give a file the rights and the owner of another."""
    if hasattr(os, "chown"):
        with suppress(OSError):
            os.chown(path, like.st_uid, like.st_gid)
    os.chmod(path, stat.S_IMODE(like.st_mode))


def _is_device(mode: int) -> bool:
    """Whether something is there that is no file, no folder, no link to nothing."""
    return stat.S_IFMT(mode) not in (0, stat.S_IFREG, stat.S_IFDIR, stat.S_IFLNK)


def _mode(path: Path) -> int:
    """The mode of what stands under a name, behind a link; 0 when nothing does."""
    try:
        return os.stat(path).st_mode
    except OSError:
        return stat.S_IFLNK if os.path.islink(path) else 0


def _put(path: str | Path, data: bytes, mode: str) -> None:
    with open(path, mode) as stream:
        stream.write(data)


def _name(temporary: str, path: Path, force: bool) -> None:
    if force:
        os.replace(temporary, path)
        return
    try:
        os.link(temporary, path)  # unlike a rename, it fails if the name was taken meanwhile
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        os.rename(temporary, path)


def _failed(path: Path, error: OSError, force: bool) -> OutputError:
    if error.errno in (errno.EACCES, errno.EPERM) and force and os.path.exists(path):
        return _error(
            _("Không thay được tệp cũ."),
            path,
            _("Nếu tệp đang mở trong Word thì đóng lại; nếu không, xin quyền ghi."),
        )
    return _error(*_reason(error, path))


def _no_folder(folder: Path, error: Exception) -> OutputError:
    if isinstance(error, FileExistsError | NotADirectoryError):
        message = _("Tên này là của một tệp, không phải thư mục.")
        return _error(message, folder, _("Ghi tên thư mục khác sau -d."))
    if isinstance(error, OSError):
        return _error(*_reason(error, folder))
    return _error(_("Tên thư mục không dùng được."), folder, _("Ghi tên khác sau -d."))


def _reason(error: OSError, path: Path) -> tuple[str, Path, str]:
    elsewhere = _("Chọn chỗ ghi khác bằng -o hoặc -d.")
    no_folder = _("Thư mục không tồn tại."), _("Tạo thư mục đó trước, hoặc chọn chỗ ghi khác.")
    no_right = _("Không có quyền ghi vào thư mục này."), elsewhere
    full = _("Ổ đĩa đã đầy."), _("Xóa bớt tệp, hoặc chọn ổ đĩa khác bằng -o hoặc -d.")
    reasons = {
        errno.EEXIST: (
            _("Tệp đã có, không ghi đè."),
            _("Thêm --force nếu muốn thay tệp cũ."),
        ),
        errno.EISDIR: (
            _("Đây là thư mục, không phải tệp."),
            _("Ghi tên tệp sau -o; ghi vào thư mục thì dùng -d."),
        ),
        errno.ENOENT: no_folder,
        errno.ENOTDIR: no_folder,
        errno.EACCES: no_right,
        errno.EPERM: no_right,
        errno.EROFS: (_("Ổ đĩa chỉ cho đọc."), elsewhere),
        errno.ENOSPC: full,
        errno.EDQUOT: full,
        errno.ELOOP: (_("Đường dẫn là liên kết vòng."), elsewhere),
        errno.ENAMETOOLONG: (_("Tên tệp quá dài."), _("Ghi tên ngắn hơn sau -o.")),
    }
    unknown = _("Không ghi được tệp: {error}.").format(error=error.strerror)
    message, advice = reasons.get(error.errno or 0, (unknown, elsewhere))
    return message, path, advice


def _error(message: str, path: Path, advice: str) -> OutputError:
    return OutputError.at(message, Place(str(path)), advice)
