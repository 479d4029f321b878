"""The encoding of source files: UTF-8, and what to say of every other."""

from __future__ import annotations

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE

from vanban.errors import SourceError
from vanban.location import Place
from vanban.messages import _
from vanban.viet.text import nfc

_WIDE_BOMS = (BOM_UTF16_LE, BOM_UTF16_BE, BOM_UTF32_LE, BOM_UTF32_BE)
_BINARY = {
    b"PK\x03\x04": "Word, Excel, zip",
    b"\xd0\xcf\x11\xe0": "Word, Excel 97-2003",
    b"%PDF-": "PDF",
    b"{\\rtf": "RTF",
}


def decode_utf8(data: bytes, path: str) -> str:
    """Decode UTF-8 with or without BOM.

    Raises:
        SourceError: the bytes are another encoding or no text, at the first bad byte.
    """
    _refuse_binary(data, path)
    _refuse_wide(data, path)
    try:
        return data.removeprefix(BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        raise SourceError.at(
            _(
                "Tệp không phải UTF-8 (byte {byte:02X}); có lẽ được lưu bằng bảng mã"
                " Windows-1258, Windows-1252 hoặc TCVN3 (ABC)."
            ).format(byte=error.object[error.start]),
            _place(error.object[: error.start], path),
            _advice(),
        ) from None


def _refuse_binary(data: bytes, path: str) -> None:
    for signature, name in _BINARY.items():
        if data.startswith(signature):
            raise SourceError.at(
                _("Đây là tệp {name}, không phải tệp văn bản thuần.").format(name=name),
                Place(path),
                _("Chọn tệp nguồn .yaml, .json, .txt hoặc .md."),
            )


def _refuse_wide(data: bytes, path: str) -> None:
    """Refuse UTF-16 and UTF-32, known by their BOM or by many zero bytes."""
    head = data[:4096]
    if head.startswith(_WIDE_BOMS) or head.count(0) > len(head) // 8:
        raise SourceError.at(
            _("Tệp được lưu bằng UTF-16 hoặc UTF-32 (“Unicode”), không phải UTF-8."),
            Place(path, 1, 1),
            _advice(),
        )


def _place(before: bytes, path: str) -> Place:
    """The place after some good bytes, counted as in the text that is read from them."""
    text = before.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    line = text.rpartition("\n")[2]
    return Place(path, text.count("\n") + 1, len(nfc(line)) + 1)


def _advice() -> str:
    return _(
        "Lưu lại bằng UTF-8. Notepad: File > Save As > Encoding: UTF-8."
        " VS Code: bấm tên bảng mã ở góc dưới bên phải > Save with Encoding > UTF-8."
        " Văn bản gõ bằng TCVN3 (ABC) hoặc VNI phải chuyển sang Unicode trước"
        " (UniKey: Ctrl+Shift+F6)."
    )
