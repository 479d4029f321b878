"""Tables in text files: UTF-8, or UTF-16 with its mark; what to do with other encodings."""

from __future__ import annotations

import codecs
from typing import IO, TextIO

from vanban.errors import SourceError
from vanban.location import Place
from vanban.messages import _
from vanban.sources.files import unreadable
from vanban.sources.rows.other_files import refuse_in_text

_CHUNK = 1 << 20
_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_WIDE = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)


def open_text(path: str) -> TextIO:
    """Open a text file; all of it has been found to be readable, line ends stay as they are.

    Raises:
        SourceError: there is no such file, it is empty, no text, or in another encoding.
    """
    try:
        with open(path, "rb") as stream:
            encoding = _encoding(stream, path)
        return open(path, encoding=encoding, newline="")
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from None


def _encoding(stream: IO[bytes], path: str) -> str:
    head = stream.read(4096)
    if not head.strip():
        raise SourceError.at(
            _("Tệp trống."), Place(path), _("Kiểm tra xem có chọn nhầm tệp không.")
        )
    refuse_in_text(head, path)
    encoding = next((name for mark, name in _MARKS.items() if head.startswith(mark)), "utf-8")
    if head.startswith(_WIDE) or (encoding != "utf-16" and head.count(0) > len(head) // 8):
        raise _other(
            path, 1, _("Tệp được lưu bằng UTF-16 hoặc UTF-32 (“Unicode”), không phải UTF-8.")
        )
    stream.seek(0)
    _check(stream, encoding, path)
    return encoding


def _check(stream: IO[bytes], encoding: str, path: str) -> None:
    """Decode the whole file once, so that nothing of a damaged one is used."""
    decoder, line = codecs.getincrementaldecoder(encoding)(), 1
    try:
        while chunk := stream.read(_CHUNK):
            line += decoder.decode(chunk).count("\n")
        decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        line += bytes(error.object[: error.start]).count(b"\n")
        message = _(
            "Tệp không phải UTF-8 (byte {byte:02X}); có lẽ được lưu bằng bảng mã"
            " Windows-1258, Windows-1252 hoặc TCVN3 (ABC)."
        )
        raise _other(path, line, message.format(byte=error.object[error.start])) from None


def _other(path: str, line: int, message: str) -> SourceError:
    return SourceError.at(message, Place(path, line), unicode_advice())


def unicode_advice() -> str:
    """How to save a table as Unicode."""
    return _(
        "Lưu lại từ Excel: File > Save As > CSV UTF-8 (Comma delimited), hoặc dùng thẳng tệp .xlsx."
        " Bảng gõ bằng TCVN3 (ABC) hoặc VNI phải chuyển sang Unicode trước (UniKey: Ctrl+Shift+F6)."
    )
