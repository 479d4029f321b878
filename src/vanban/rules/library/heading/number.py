"""The form of số and ký hiệu: digits, zeros, strokes and hyphens, no blank, no year, not too long.

ND30-N-001, N-002, N-004, N-008, N-016, N-017, N-020 and QPPL-001 (PLI-I-II.3, PL VI-II).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from vanban.findings import Finding, Severity
from vanban.messages import _
from vanban.patterns import later
from vanban.rules.base import Rule, Subject
from vanban.rules.kinds.required import check as components
from vanban.rules.library.heading import typed_number
from vanban.rules.library.heading.typed_number import Typed, found

_SPACED = later(r"\s+[-/]\s*|[-/]\s+|\s+")
_DASHES = later(r"[–—−‐_]")
_STRAY = later(r"[^\w\s&./–—−‐-]|-{2,}|(?<![\w\s])-|-(?![\w\s])|\.$|/")
_ZEROS = later(r"0\d*")


def present(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A document without a number; the ký hiệu, which the office gives, may be there."""
    number = subject.view(typed_number.of)
    told = number.code or any(body.viet_tat for body in subject.doc.co_quan)
    for absent in components(rule, subject):
        message = _("Thiếu số; ký hiệu là «{code}».").format(code=number.printed_code)
        yield replace(absent, message=message) if told else absent


def structure(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A ký hiệu that is not groups of letters joined by hyphens, or that names no body."""
    number = subject.view(typed_number.of)
    if typed_number.is_party_form(number.number.text):
        yield _party_form(rule, subject, number)
        return
    for piece in number.pieces:
        if not typed_number.is_blank(piece.text) and not typed_number.has_year(piece.text):
            yield from _joints(rule, subject, piece)
    if _names_no_body(rule, subject, number):
        yield _without_body(rule, subject, number)


def _without_body(rule: Rule, subject: Subject, number: typed_number.Number) -> Finding:
    """The finding on a ký hiệu that ends with the code of the type."""
    severity = rule.severity if subject.doc.ban_hanh else Severity.WARNING
    own = "-".join(body.viet_tat for body in subject.doc.co_quan if body.viet_tat)
    if not (number.code and own):
        message = _("Ký hiệu thiếu chữ viết tắt tên cơ quan (trường «co_quan.viet_tat»).")
        return rule.finding(subject, message, number.path, severity=severity)
    right = f"{number.code.text}-{own}"
    message = _("Ký hiệu «{code}» thiếu chữ viết tắt tên cơ quan: «{right}».")
    message = message.format(code=number.code.text, right=right)
    made = found(rule, subject, number.code, message, right=right, safe=False)
    return replace(made, severity=severity)


def _party_form(rule: Rule, subject: Subject, number: typed_number.Number) -> Finding:
    """The finding on "12-KH/SNV": the stroke stands where the hyphen belongs."""
    digits, _hyphen, code = re.split(r"\s*([-–])\s*", number.number.text, maxsplit=1)
    right = f"{digits}/{code}-{number.printed_code}"
    message = _("Số và ký hiệu cách nhau bằng dấu «/», các nhóm chữ nối bằng «-»: «{right}».")
    message = message.format(right=right)
    behind = number.code
    if behind is None or behind.path != number.number.path:
        return found(rule, subject, number.number, message)
    start = number.number.start
    typed = (subject.doc.so or "")[start : behind.start + len(behind.text)]
    return found(rule, subject, Typed(("so",), typed, start), message, right=right, safe=False)


def _joints(rule: Rule, subject: Subject, piece: Typed) -> Iterator[Finding]:
    """What stands in a piece of a ký hiệu and joins nothing there."""
    if all(map(str.isalnum, piece.text.split("-"))):
        return
    for dash in _DASHES.finditer(piece.text):
        message = _("Các nhóm chữ trong ký hiệu nối bằng dấu gạch ngang «-», không phải «{quote}».")
        message = message.format(quote=dash[0])
        yield found(rule, subject, piece, message, at=dash.span(), right="-")
    for sign in _STRAY.finditer(piece.text):
        message = _("Dấu «{quote}» không có chỗ trong ký hiệu «{code}».")
        message = message.format(quote=sign[0], code=piece.text)
        right = "-" if sign[0].startswith("--") else "" if sign[0] == "." else None
        yield found(rule, subject, piece, message, at=sign.span(), right=right)


def _names_no_body(rule: Rule, subject: Subject, number: typed_number.Number) -> bool:
    if not any(body.ban_hanh for body in subject.doc.co_quan):
        return False
    wanted = subject.kind.required(subject.standard.forms[subject.kind.mau])
    if subject.kind.mau in rule.data["tu_do"] or "so-ky-hieu" not in wanted:
        return False
    return not number.pieces or (number.groups == (subject.kind.ma,))


def zeros(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A number with other zeros in front than the one below ten."""
    number = subject.view(typed_number.of).number
    digits = number.text
    if not _ZEROS.fullmatch(digits) or (len(digits) == 2 and int(digits)):
        return
    if not int(digits):
        message = _("Số văn bản bắt đầu từ 01; không có số «{quote}».").format(quote=digits)
        yield found(rule, subject, number, message)
        return
    right = f"{int(digits):02}"
    message = _("Chỉ số nhỏ hơn 10 thêm một số 0 ở trước: «{right}», không phải «{quote}».")
    message = message.format(right=right, quote=digits)
    yield found(rule, subject, number, message, right=right)


def blanks(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A blank inside the ký hiệu, around its hyphens or between its letters."""
    for piece in subject.view(typed_number.of).pieces:
        spaced = piece.text.split() != [piece.text] and not typed_number.is_blank(piece.text)
        for blank in _SPACED.finditer(piece.text) if spaced else ():
            if any(letter.isspace() for letter in blank[0]):
                message = _("Ký hiệu viết liền, không có dấu cách: «{code}».")
                message = message.format(code=piece.text)
                right = blank[0].strip() or None
                yield found(rule, subject, piece, message, at=blank.span(), right=right)


def year(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A year in the number of an administrative document."""
    number = subject.view(typed_number.of)
    if typed_number.has_year(number.printed_code):
        typed = number.code or number.number
        message = _("Số của văn bản hành chính không ghi năm: «{number}/{code}».")
        message = message.format(number=number.printed_number, code=number.printed_code)
        yield found(rule, subject, typed, message)


def lengths(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A number or ký hiệu that does not fit its column in the exchange of documents."""
    number = subject.view(typed_number.of)
    most_digits, most_letters = int(rule.data["so"]), int(rule.data["ky_hieu"])
    if len(number.printed_number) > most_digits:
        message = _("Số có {count} ký tự, nhiều hơn {most}.")
        message = message.format(count=len(number.printed_number), most=most_digits)
        yield rule.finding(subject, message, ("so",), quote=number.printed_number)
    if len(number.printed_code) > most_letters:
        message = _("Ký hiệu có {count} ký tự, nhiều hơn {most}.")
        message = message.format(count=len(number.printed_code), most=most_letters)
        yield rule.finding(subject, message, number.path, quote=number.printed_code)


def digits(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A number that is not made of digits: "12a", "XII"."""
    number = subject.view(typed_number.of).number
    if re.fullmatch("[0-9]+", number.text) or typed_number.is_blank(number.text):
        return
    if typed_number.is_party_form(number.text) or _law_label(number.text):
        return
    message = _("Số văn bản chỉ ghi bằng chữ số Ả Rập, không phải «{quote}».")
    yield found(rule, subject, number, message.format(quote=number.text))


def regulation(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """The number of a legal regulation: the year between number and code, or "Luật số"."""
    number = subject.view(typed_number.of)
    typed = number.code or number.number
    law = _law_label(number.number.text)
    dated = re.match(r"(?:19|20)\d\d/\w", number.printed_code)
    code = number.groups[0] if number.groups else ""
    if law or (dated and code in rule.data["ma_loai"]):
        message = _(
            "«{number}/{code}» là số của văn bản quy phạm pháp luật; thể thức loại đó theo Nghị"
            " định số 78/2025/NĐ-CP, không theo Nghị định số 30/2020/NĐ-CP."
        )
        message = message.format(number=number.printed_number, code=number.printed_code)
        yield found(rule, subject, typed, message)


def _law_label(number: str) -> bool:
    """Whether the label of a law stands before the number: "Luật số: 84"."""
    return bool(re.match(r"(?:bộ )?luật số|pháp lệnh số", number, re.IGNORECASE))
