"""What is wrong with a JSON text, in Vietnamese, and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Callable

from vanban.errors import Problem, SourceError
from vanban.location import Place
from vanban.messages import _
from vanban.patterns import later

Explanation = Callable[[Place, str], SourceError]

_WORD = later(r"[^\s,:{}\[\]\"]{1,30}|.", re.DOTALL)
_GOOD_STRING = later(r'"(?:[^"\\\x00-\x1f]|\\.)*')


def word(text: str, offset: int) -> str:
    """What stands at an offset, to be quoted in a message."""
    match = _WORD.match(text, offset)
    return match.group() if match else ""


def foreign(text: str, offset: int, place: Place) -> SourceError | None:
    """The failure for what other languages allow: other quotes, comments; None for the rest."""
    if text.startswith(("//", "/*", "#"), offset):
        return _failure(
            place, _("JSON không có chú thích."), _("Bỏ chú thích này, hoặc viết tệp bằng YAML.")
        )
    if text.startswith(("'", "“", "”", "‘", "’", "`"), offset):
        return _failure(
            place,
            _('JSON chỉ dùng dấu nháy kép thẳng ("), không dùng {quote}.').format(
                quote=text[offset]
            ),
            _('Thay bằng dấu ".'),
        )
    return None


def trailing(place: Place) -> SourceError:
    """Something stands after the root."""
    return _failure(
        place, _("Có chữ sau dấu “}” kết thúc dữ liệu."), _("Xóa phần thừa; mỗi tệp một văn bản.")
    )


def extra_comma(place: Place, closing: str) -> SourceError:
    """A comma stands before a closing bracket."""
    return _failure(
        place, _("Thừa dấu phẩy trước “{closing}”.").format(closing=closing), _("Bỏ dấu phẩy này.")
    )


def no_comma(place: Place, found: str) -> SourceError:
    """A value or key follows another directly."""
    return _failure(
        place,
        _("Thiếu dấu phẩy trước “{found}”, hoặc sai dấu đóng ngoặc.").format(found=found),
        _("Các mục ngăn cách bằng dấu phẩy; “{” đóng bằng “}”, “[” đóng bằng “]”."),
    )


def no_colon(place: Place, found: str) -> SourceError:
    """A key has no colon."""
    return _failure(
        place,
        _("Thiếu dấu hai chấm sau khóa, trước “{found}”.").format(found=found),
        _('Viết "khóa": "giá trị".'),
    )


def bad_key(place: Place, found: str) -> SourceError:
    """Something that is no string stands in the place of a key."""
    return _failure(
        place,
        _("“{found}” không phải là khóa.").format(found=found),
        _('Khóa phải là chữ trong dấu nháy kép: "khóa": "giá trị".'),
    )


def bad_value(place: Place, found: str) -> SourceError:
    """Something stands there that is no value, such as 08, NaN or bare text."""
    return _failure(
        place,
        _("“{found}” không phải là giá trị JSON.").format(found=found),
        _('Đặt giá trị trong dấu nháy kép, ví dụ "08".'),
    )


def not_closed(opened: Place, bracket: str) -> SourceError:
    """The text ends inside an object or a list."""
    return _failure(
        opened,
        _("Dấu “{bracket}” mở ở đây chưa được đóng.").format(bracket=bracket),
        _("Thêm dấu đóng ngoặc ở cuối, hoặc xem tệp có bị cắt mất đoạn cuối không."),
    )


def open_string(text: str, offset: int, place: Callable[[int], Place]) -> SourceError:
    """A string without an end, or with a line break or tab in it."""
    match = _GOOD_STRING.match(text, offset)
    end = match.end() if match else offset
    if text[end : end + 1] == "\t":
        return _failure(
            place(end), _("Có dấu Tab trong chuỗi JSON."), _("Thay bằng dấu cách, hoặc viết \\t.")
        )
    return _failure(
        place(offset),
        _("Chuỗi mở ở đây không có dấu nháy kép đóng trên cùng dòng."),
        _('Thêm dấu " đóng; xuống dòng trong chuỗi thì viết \\n.'),
    )


def bad_escape(place: Place) -> SourceError:
    """A backslash with a letter that JSON does not know."""
    return _failure(
        place,
        _("Dấu “\\” mở một mã mà JSON không hiểu."),
        _("Muốn có dấu “\\” thì viết “\\\\”."),
    )


def _failure(place: Place, message: str, advice: str) -> SourceError:
    return SourceError([Problem(message, place, advice)])
