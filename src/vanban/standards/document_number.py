"""Số, ký hiệu of a document: what its author typed, else what type and bodies give."""

from __future__ import annotations

import re

from vanban.model.van_ban import VanBan
from vanban.standards.types import DocumentType
from vanban.viet.numerals import two_digits


def codes(van_ban: VanBan, kind: DocumentType) -> str:
    """The ký hiệu: as typed, else the type's code and those of the issuing bodies.

    Where the type has no code (công văn) those of the drafting units end it (PLI-I-II.3.b).
    """
    if van_ban.ky_hieu:
        return van_ban.ky_hieu.lstrip("/ ")
    bodies = [body.viet_tat for body in van_ban.co_quan]
    units = [] if kind.ma else [body.don_vi for body in van_ban.co_quan]
    return "-".join(code for code in (kind.ma, *bodies, *units) if code)


def number_and_codes(van_ban: VanBan, kind: DocumentType) -> tuple[str, str]:
    """Number and ký hiệu as they are printed; "Số: 5/KL-TTr" typed in ``so`` gives both."""
    typed = re.sub(r"^số\s*:?\s*", "", (van_ban.so or "").strip(), flags=re.IGNORECASE)
    number, _slash, code = typed.partition("/")
    return two_digits(number.strip()), code.strip() or codes(van_ban, kind)
