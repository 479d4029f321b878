"""Số, ký hiệu of a document: what its author typed, else what type and bodies give."""

from __future__ import annotations

import re
from collections.abc import Mapping

from vanban.model.van_ban import VanBan
from vanban.standards.types import DocumentType
from vanban.viet.numerals import two_digits

ND30: Mapping[str, str] = {"noi_so": "/", "noi_ma": "-"}
"""What joins the number to the ký hiệu, and the code of the type to those of the bodies."""


def codes(van_ban: VanBan, kind: DocumentType, joints: Mapping[str, str] = ND30) -> str:
    """The ký hiệu: as typed, else the type's code and those of the issuing bodies.

    Where the type has no code (công văn) those of the drafting units end it (PLI-I-II.3.b).
    ``joints`` is the wording of the standard: the Party writes "12-KL/TU".
    """
    if van_ban.ky_hieu:
        return van_ban.ky_hieu.lstrip(f"{joints['noi_so']} ")
    bodies = [body.viet_tat for body in van_ban.co_quan]
    units = [] if kind.ma else [body.don_vi for body in van_ban.co_quan]
    issued_by = "-".join(code for code in (*bodies, *units) if code)
    return joints["noi_ma"].join(part for part in (kind.ma, issued_by) if part)


def number_and_codes(
    van_ban: VanBan, kind: DocumentType, joints: Mapping[str, str] = ND30
) -> tuple[str, str]:
    """Number and ký hiệu as they are printed; "Số: 5/KL-TTr" typed in ``so`` gives both."""
    typed = re.sub(r"^số\s*:?\s*", "", (van_ban.so or "").strip(), flags=re.IGNORECASE)
    number, _joint, code = typed.partition(joints["noi_so"])
    return two_digits(number.strip()), code.strip() or codes(van_ban, kind, joints)
