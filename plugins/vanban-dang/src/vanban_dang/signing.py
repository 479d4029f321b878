"""Who signs, on whose behalf: DANG-017, DANG-026, DANG-124, DANG-126 and DANG-128."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from vanban import Finding, Rule, Subject
from vanban_dang.organisations import is_cell, is_collective, issuer

_PREFIX = re.compile(r"\s*(?P<chu>T|K)\s*[./]?\s*(?P<hai>M|T|L)\b[./]?", re.IGNORECASE)


def prefix(line: str) -> str:
    """ "TM", "KT" or "TL", however it was typed; empty for a line without one.

    >>> prefix("K/T Trưởng Ban"), prefix("Tlinh")
    ('KT', '')
    """
    found = _PREFIX.match(line)
    letters = f"{found['chu']}{found['hai']}".upper() if found else ""
    return letters if letters in {"TM", "KT", "TL"} else ""


def for_a_collective(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """K/T in a document of a body that decides together."""
    if not is_collective(issuer(subject.doc)):
        return
    for index, ky in enumerate(subject.doc.ky):
        prefixes = [prefix(line) for line in ky.quyen_han]
        for number, line in enumerate(ky.quyen_han):
            if prefixes[number] == "KT" and "TL" not in prefixes:
                message = f"Cấp ủy, ủy ban kiểm tra ký thay mặt «T/M …», không ghi «{line}»."
                path = ("ky", index, "quyen_han", number)
                yield rule.finding(subject, message, path, quote=line)


def delegated(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """K/T or T/L under a T/L, which may not be passed on."""
    for index, ky in enumerate(subject.doc.ky):
        for number, (outer, inner) in enumerate(pairwise(ky.quyen_han), 1):
            if prefix(outer) == "TL" and prefix(inner) in {"KT", "TL"}:
                message = f"Đã ký thừa lệnh thì không ủy quyền tiếp: bỏ «{inner}»."
                path = ("ky", index, "quyen_han", number)
                yield rule.finding(subject, message, path, quote=inner)


def without_office(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A signer of whom neither an office nor a collective or a head is told."""
    for index, ky in enumerate(subject.doc.ky):
        acting = any(line.strip().upper().startswith("Q.") for line in ky.quyen_han)
        collective = any(prefix(line) == "TM" for line in ky.quyen_han)
        if not (ky.chuc_vu or acting or collective):
            message = "Thiếu chức vụ người ký, hoặc dòng «T/M …» khi ký thay mặt tập thể."
            yield rule.finding(subject, message, ("ky", index))


def sealed(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """The image of a seal in a document of a chi bộ, which has none."""
    for index, ky in enumerate(subject.doc.ky):
        if ky.anh_dau and is_cell(issuer(subject.doc)):
            message = "Chi bộ không có con dấu; bỏ ảnh dấu."
            yield rule.finding(subject, message, ("ky", index, "anh_dau"), quote=ky.anh_dau)


def of_minutes(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Minutes that only one has signed."""
    if len(subject.doc.ky) == 1:
        message = "Biên bản có hai người ký: người ghi biên bản (trái), chủ trì hội nghị (phải)."
        yield rule.finding(subject, message, ("ky",))
