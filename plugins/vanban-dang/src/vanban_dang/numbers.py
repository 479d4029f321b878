"""The number: "Số 12-KL/TU", and the codes of bodies that there are no more.

DANG-005 and DANG-027. Only what was typed is judged; the writer makes the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban import Finding, Rule, Subject

_LABEL = re.compile(r"\s*số\s*:?\s*", re.IGNORECASE)
_NUMBER = re.compile(r"0?[1-9]|[1-9]\d+")
_BODY = r"[A-ZĐ][A-Za-zĐđ]*"
_CODE = re.compile(rf"(?P<loai>[A-ZĐ][A-Za-zĐđ]*)/(?P<co_quan>{_BODY}(?:-{_BODY})*)")
_ADMINISTRATIVE = re.compile(r"\d+\s*/")
_SWAPPED = re.compile(rf"(?P<so>\d+)\s*/\s*(?P<loai>{_BODY})\s*-\s*(?P<co_quan>{_BODY})")
_BLANK = re.compile(r"\[|…|\.\.|_{2}")

Path = tuple[str | int, ...]


def form(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A typed number or ký hiệu of another form than "12-KL/TU"."""
    number, code, path = _typed(subject)
    if _ADMINISTRATIVE.match(number):
        message = f"Số của văn bản Đảng ghi «12-KL/TU»: gạch ngang sau số, không ghi «{number}»."
        yield rule.finding(subject, message, ("so",), quote=number, right=_turned(subject, number))
        return
    if number and not _BLANK.search(number) and not _NUMBER.fullmatch(number):
        message = f"Số ghi bằng chữ số, dưới 10 thêm một số 0; không ghi «{number}»."
        yield rule.finding(subject, message, ("so",), quote=number)
    if code and not _BLANK.search(code):
        yield from _code(rule, subject, code, path)
    elif not code:
        yield from _bodies(rule, subject)


def _turned(subject: Subject, number: str) -> str | None:
    """The number with its signs as the Party has them; None where more is wrong with it."""
    found = _SWAPPED.fullmatch(number) if number == subject.doc.so else None
    if not found or found["loai"] != subject.kind.ma:
        return None
    return f"{found['so']}-{found['loai']}/{found['co_quan']}"


def _typed(subject: Subject) -> tuple[str, str, Path]:
    """The number, the ký hiệu and where the latter stands."""
    typed = _LABEL.sub("", subject.doc.so or "", count=1).strip()
    number, hyphen, code = typed.partition("-")
    if hyphen and code.strip() and not _ADMINISTRATIVE.match(typed):
        return number.strip(), code.strip(), ("so",)
    return typed.rstrip("- "), (subject.doc.ky_hieu or "").lstrip("- "), ("ky_hieu",)


def _code(rule: Rule, subject: Subject, code: str, path: Path) -> Iterator[Finding]:
    found = _CODE.fullmatch(code)
    right = subject.kind.ma
    if not found:
        message = f"Ký hiệu ghi «{right or 'KL'}/TU»: loại, gạch chéo, cơ quan; không ghi «{code}»."
        yield rule.finding(subject, message, path, quote=code)
    elif right and found["loai"] not in {right, *_also(rule, subject)}:
        message = f"Ký hiệu của {subject.kind.ten} bắt đầu bằng «{right}», không phải "
        yield rule.finding(subject, f"{message}«{found['loai']}».", path, quote=found["loai"])


def _also(rule: Rule, subject: Subject) -> list[str]:
    """Other codes that a type had in old files: "QĐi"."""
    listed: list[str] = rule.data["ma_cu"].get(subject.kind.slug, [])
    return listed if subject.standard.slug in rule.data["tieu_chuan_cu"] else []


def _bodies(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Codes of issuing bodies that are absent, or no codes."""
    for index, body in enumerate(subject.doc.co_quan):
        path, code = ("co_quan", index, "viet_tat"), body.viet_tat or ""
        if code and not _BLANK.search(code) and not re.fullmatch(_BODY, code):
            message = f"Ký hiệu cơ quan viết liền, in hoa, ví dụ «TU»; không ghi «{code}»."
            yield rule.finding(subject, message, path, quote=code)
        elif not code and body.ban_hanh and subject.kind.ma:
            yield rule.finding(subject, "Thiếu ký hiệu cơ quan (trường «viet_tat»).", path)


def former(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Codes that end as those of district committees did."""
    _number, code, path = _typed(subject)
    found = _CODE.fullmatch(code) if code else None
    typed = [(group, path) for group in (found["co_quan"].split("-") if found else ())]
    bodies = enumerate(subject.doc.co_quan)
    own = [(body.viet_tat or "", ("co_quan", i, "viet_tat")) for i, body in bodies]
    for group, place in typed or own:
        if any(re.fullmatch(pattern, group) for pattern in rule.data["ma_cap_huyen"]):
            message = f"«{group}» là ký hiệu cấp huyện, không còn từ 01/7/2025; cấp xã ghi «ĐU»."
            yield rule.finding(subject, message, place, quote=group)
