"""The text of one field as the value of its kind: dates, choices, yes or no, numbers."""

from __future__ import annotations

from typing import Any

from vanban.errors import short
from vanban.messages import _
from vanban.model import fields
from vanban.model.fields import Kind
from vanban.viet.dates import FIRST_YEAR, LAST_YEAR, ImpossibleDate, Ngay, NotADate, parse_date
from vanban.viet.numerals import parse_number
from vanban.viet.text import fold

_YES = frozenset({"co", "true", "yes", "1", "dung"})
_NO = frozenset({"khong", "false", "no", "0", "sai"})
_BARE = (_YES | _NO) - {"0", "1"}
"""Words that a text field with a meaning of "có" takes for yes or no."""


class Wrong(ValueError):
    """A text that its field cannot hold.

    Attributes:
        message: what is wrong.
        advice: what to write instead.
    """

    def __init__(self, message: str, advice: str) -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice


def read_value(kind: Kind, text: str) -> Any:
    """The value of a text that is not empty; pictures and bodies are read elsewhere.

    Raises:
        Wrong: the kind has no such value.
    """
    match kind:
        case fields.Text(yes=str(words)) if fold(text) in _BARE:
            return words if fold(text) in _YES else None
        case fields.Text(lines=True):
            return "\n".join(line.strip() for line in text.split("\n"))
        case fields.Choice():
            return _choice(kind, text)
        case fields.Day():
            return _day(kind, text)
        case fields.Flag():
            return flag(text)
        case fields.Number() if parse_number(text) is None:
            raise Wrong(
                _("«{text}» không phải là số.").format(text=short(text)),
                _("Ghi chữ số, ví dụ 1.234,5"),
            )
    return " ".join(text.split("\n"))


def flag(text: str) -> bool:
    """Yes or no, as people and programs write it; raises Wrong."""
    folded = fold(text)
    if folded in _YES or folded in _NO:
        return folded in _YES
    raise Wrong(
        _("«{text}» không phải là có hay không.").format(text=short(text)),
        _("Ghi «có» hoặc «không»."),
    )


def _choice(kind: fields.Choice, text: str) -> str:
    folded = fold(text)
    for known, title in kind.values.items():
        if folded in (fold(known), fold(title)):
            return known
    raise Wrong(
        _("Trường này không có giá trị «{text}».").format(text=short(text)),
        _("Ghi một trong: {words}.").format(words=", ".join(kind.values)),
    )


def _day(kind: fields.Day, text: str) -> Ngay:
    try:
        day = parse_date(text)
    except ImpossibleDate as error:
        raise _impossible(error, text) from None
    except NotADate:
        raise Wrong(
            _("«{text}» không phải là ngày.").format(text=short(text)),
            _("Ghi như 07/11/2022 hoặc 2022-11-07."),
        ) from None
    if not (kind.partial or day.is_full):
        raise Wrong(
            _("«{text}» thiếu ngày hoặc tháng.").format(text=short(text)),
            _("Ghi đủ, ví dụ 07/11/2022."),
        )
    return day


def _impossible(error: ImpossibleDate, text: str) -> Wrong:
    if error.part == "nam":
        return Wrong(
            _("Năm {year} không dùng được.").format(year=error.value),
            _("Ghi một năm từ {first} đến {last}.").format(first=FIRST_YEAR, last=LAST_YEAR),
        )
    return Wrong(
        _("Ngày «{text}» không có trong lịch.").format(text=short(text)),
        _("Sửa lại ngày hoặc tháng; thứ tự là ngày/tháng/năm."),
    )
