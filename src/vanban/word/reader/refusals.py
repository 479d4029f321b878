"""Files that are not read, each named for what it is, with the way out."""

from __future__ import annotations

from vanban.errors import SourceError
from vanban.messages import _

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DIRECTORY_NAMES = {
    kind: name.encode("utf-16-le")
    for kind, name in {
        "encrypted": "EncryptedPackage",
        "doc": "WordDocument",
        "xls": "Workbook",
        "ppt": "PowerPoint Document",
    }.items()
}


def refuse_other_files(data: bytes) -> None:
    """Refuses what is certainly no archive.

    Raises:
        SourceError: it names the kind of file that it is.
    """
    if data.startswith(b"PK"):
        return
    if data.startswith(_OLE):
        raise _compound(data)
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if not data:
        raise SourceError.at(_("Tệp rỗng."), advice=_("Chọn tệp .docx khác."))
    if start.startswith(b"%pdf"):
        raise _other(_("Đây là tệp PDF, không phải tệp .docx."))
    if start.startswith(b"{\\rtf"):
        raise _other(_("Đây là tệp RTF, không phải tệp .docx."))
    if start.startswith((b"<html", b"<!doctype html", b"mime-version", b"<?mso")):
        raise _other(_("Đây là trang web (HTML) mang tên tệp Word, không phải tệp .docx."))
    if start.startswith(b"<?xml"):
        raise _other(_("Đây là tệp XML, không phải tệp .docx."))
    raise no_docx()


def _compound(data: bytes) -> SourceError:
    """An OLE file: a Word file of 2003 and older, or any file with a password."""
    if _DIRECTORY_NAMES["encrypted"] in data:
        return SourceError.at(
            _("Tệp Word có mật khẩu nên không đọc được."),
            advice=_("Mở bằng Word, bỏ mật khẩu (File > Info > Protect Document) rồi lưu lại."),
        )
    if _DIRECTORY_NAMES["doc"] in data:
        return SourceError.at(
            _("Đây là tệp .doc của Word 97-2003."),
            advice=_("Mở bằng Word rồi lưu lại dạng .docx (File > Save As > Word Document)."),
        )
    if _DIRECTORY_NAMES["xls"] in data:
        return _other(_("Đây là tệp Excel, không phải tệp .docx."))
    if _DIRECTORY_NAMES["ppt"] in data:
        return _other(_("Đây là tệp PowerPoint, không phải tệp .docx."))
    return no_docx()


def other_package(names: tuple[str, ...], kind: str) -> SourceError:
    """An archive that holds something else than a Word document.

    Args:
        names: its parts.
        kind: its part "mimetype", which OpenDocument has; "" when there is none.
    """
    if "opendocument" in kind:
        text = _("Đây là tệp OpenDocument (.odt, .ods …), không phải tệp .docx.")
        return _other(text, _("Mở bằng LibreOffice hoặc Word rồi lưu lại dạng .docx."))
    folders = {name.split("/")[0].lower() for name in names}
    if "xl" in folders:
        return _other(_("Đây là tệp Excel, không phải tệp .docx."))
    if "ppt" in folders:
        return _other(_("Đây là tệp PowerPoint, không phải tệp .docx."))
    if any(name.endswith(".iwa") for name in names):
        return _other(_("Đây là tệp Pages của Apple, không phải tệp .docx."))
    if "word/document.xml" in names:
        text = _("Tệp Word không theo dạng .docx thông dụng (không thấy w:body).")
        return SourceError.at(text, advice=_advice())
    return SourceError.at(_("Tệp không có nội dung Word (word/document.xml)."), advice=_advice())


def no_docx() -> SourceError:
    """What is no .docx at all, or damaged beyond reading."""
    return SourceError.at(
        _("Không phải tệp .docx hoặc tệp đã hỏng."),
        advice=_("Mở bằng Word và lưu lại dạng .docx (không đặt mật khẩu)."),
    )


def damaged(part: str) -> SourceError:
    """A part that cannot be unpacked."""
    message = _("Tệp Word hỏng ở phần {part}.").format(part=part)
    return SourceError.at(message, advice=_("Mở bằng Word (Open and Repair) rồi lưu lại."))


def harmful(why: str) -> SourceError:
    """A file that would cost more than any real one."""
    message = _("Tệp Word bất thường nên không được đọc: {why}.").format(why=why)
    return SourceError.at(message, advice=_advice())


def too_deep() -> SourceError:
    """A file whose elements lie in each other deeper than those of any real one."""
    return harmful(_("các phần lồng nhau quá sâu"))


def _other(message: str, advice: str | None = None) -> SourceError:
    return SourceError.at(
        message, advice=advice or _("Chọn tệp .docx, hoặc mở và lưu lại thành .docx.")
    )


def _advice() -> str:
    return _("Mở bằng Word và lưu lại thành tệp .docx mới.")
