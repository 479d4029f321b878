"""What LibreOffice is given: only real .docx files.

It would open anything: of a text file, of an empty one it makes a page, and nobody notices.
"""

from __future__ import annotations

import os
import zipfile
from io import BytesIO
from pathlib import Path

from vanban.errors import ConversionError
from vanban.location import Place
from vanban.messages import _

MOST = 512 * 1024 * 1024
"""Bytes of the largest file that is taken."""

_TYPES = "[Content_Types].xml"
_WORD = b"wordprocessingml"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_READ = 4 * 1024 * 1024


def read(path: Path) -> bytes:
    """The bytes of a Word file.

    Raises:
        ConversionError: it cannot be read, or is none.
    """
    try:
        if os.stat(path).st_size > MOST:
            raise _refused(_("Tệp lớn quá 512 MB."), path)
        data = path.read_bytes()
    except FileNotFoundError:
        raise _refused(_("Không tìm thấy tệp."), path, _("Kiểm tra lại tên và thư mục.")) from None
    except (OSError, ValueError):
        advice = _("Kiểm tra quyền đọc; đây phải là một tệp .docx.")
        raise _refused(_("Không đọc được tệp."), path, advice) from None
    check(data, path)
    return data


def check(data: bytes, path: Path) -> None:
    """Raise ConversionError if these are not the bytes of a Word file.

    Args:
        data: the bytes.
        path: the file that messages name.
    """
    if not data:
        raise _refused(_("Tệp rỗng."), path)
    if data.startswith(_COMPOUND):
        raise _old_or_locked(data, path)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive, archive.open(_TYPES) as stream:
            known = _WORD in stream.read(_READ)
    except KeyError:
        known = False
    except Exception:  # whatever a damaged archive makes zipfile raise
        again = _("Chép lại tệp từ bản gốc, hoặc mở bằng Word rồi lưu lại.")
        raise _refused(_("Tệp hỏng hoặc không phải .docx."), path, again) from None
    if not known:
        advice = _("Chỉ chuyển được tệp Word (.docx).")
        raise _refused(_("Tệp này không phải tệp Word."), path, advice)


def _old_or_locked(data: bytes, path: Path) -> ConversionError:
    if _ENCRYPTED in data:
        advice = _("Mở bằng Word, bỏ mật khẩu rồi lưu lại.")
        return _refused(_("Tệp có mật khẩu."), path, advice)
    advice = _("Mở bằng Word rồi lưu lại dạng .docx.")
    return _refused(_("Đây là tệp Word dạng cũ (.doc)."), path, advice)


def _refused(message: str, path: Path, advice: str | None = None) -> ConversionError:
    return ConversionError.at(message, Place(str(path)), advice)
