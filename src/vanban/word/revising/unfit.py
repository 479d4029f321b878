"""Files that are only reported on: signed, protected, with macros."""

from __future__ import annotations

from vanban.errors import SourceError
from vanban.layout.facts import Settings
from vanban.messages import _


def refuse(settings: Settings, *, commenting: bool = False) -> None:
    """Refuse to change a file that is signed, protected or has macros.

    Args:
        settings: what the file says of itself.
        commenting: whether only comments are added, which some protection allows.

    Raises:
        SourceError: it says why, and what to do.
    """
    if settings.signed:
        raise SourceError.at(
            _("Tệp đã ký số; thay đổi bất kỳ chỗ nào cũng làm mất chữ ký."),
            advice=_("Chỉ kiểm tra (vanban check); muốn sửa thì sửa trên bản chưa ký."),
        )
    if settings.macros:
        raise SourceError.at(
            _("Tệp có macro nên chỉ được kiểm tra, không được thay đổi."),
            advice=_("Mở bằng Word, lưu lại dạng .docx không macro rồi làm lại."),
        )
    allowed = commenting and settings.protection in (None, "comments")
    if (settings.protection and not allowed) or settings.write_protected:
        raise SourceError.at(
            _("Tệp được bảo vệ, không cho sửa."),
            advice=_("Bỏ bảo vệ trong Word (Review > Restrict Editing; Always Open Read-Only)."),
        )
