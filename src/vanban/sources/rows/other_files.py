"""Files that people take for a table of a kind that we read: what to do with them."""

from __future__ import annotations

from pathlib import Path

from vanban.errors import SourceError
from vanban.location import Place
from vanban.messages import _

WORKBOOKS = (".xlsx", ".xlsm", ".xltx", ".xltm")
DELIMITED = (".csv", ".tsv")
JSON_LINES = (".jsonl", ".ndjson")

_OLD = b"\xd0\xcf\x11\xe0"
_ZIP = b"PK\x03\x04"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_SEARCHED = 4_000_000


def unknown(path: str) -> SourceError:
    """The failure for a file of a kind that is not read."""
    suffix = Path(path).suffix.lower()
    if suffix in (".xls", ".xlsb", ".ods", ".numbers", ".et"):
        return _old(path, suffix)
    advice = _("Các loại đọc được: {kinds}.")
    return SourceError.at(
        _("Không đọc được bảng từ tệp loại «{suffix}».").format(suffix=suffix or "?"),
        Place(path),
        advice.format(kinds=", ".join((".xlsx", ".xlsm", *DELIMITED, ".jsonl"))),
    )


def refuse_in_workbook(path: str) -> None:
    """Raise SourceError for a file that is named like a workbook and is another thing.

    Raises:
        OSError: it cannot be read.
    """
    with open(path, "rb") as stream:
        head = stream.read(4096)
        encrypted = head.startswith(_OLD) and _ENCRYPTED in head + stream.read(_SEARCHED)
    if encrypted:
        raise SourceError.at(
            _("Bảng tính có mật khẩu."),
            Place(path),
            _("Mở bằng Excel, bỏ mật khẩu (File > Info > Protect Workbook) rồi lưu lại."),
        )
    if head.startswith(_OLD):
        raise _old(path, ".xls")
    if head and not head.startswith(b"PK"):
        raise SourceError.at(
            _("Tệp mang tên bảng tính Excel nhưng nội dung là loại khác (văn bản hoặc HTML)."),
            Place(path),
            _("Mở tệp bằng Excel rồi lưu lại: File > Save As > Excel Workbook (.xlsx)."),
        )


def refuse_in_text(head: bytes, path: str) -> None:
    """Raise SourceError for a workbook that is named like a text."""
    if head.startswith((_ZIP, _OLD)):
        raise SourceError.at(
            _("Đây là bảng tính Excel, không phải tệp văn bản."),
            Place(path),
            _("Đổi đuôi tên tệp thành .xlsx."),
        )


def _old(path: str, suffix: str) -> SourceError:
    return SourceError.at(
        _("Chưa đọc được bảng tính loại {suffix}.").format(suffix=suffix),
        Place(path),
        _("Mở bảng rồi lưu thành .xlsx: File > Save As > Excel Workbook (.xlsx)."),
    )
