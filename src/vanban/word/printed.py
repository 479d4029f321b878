"""The words of each component as they are printed: capitals, zeros, dashes, "Số:", ";".

What the author typed of these is accepted and never doubled.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from vanban.model.van_ban import Ky, VanBan
from vanban.patterns import later
from vanban.standards.document_number import number_and_codes
from vanban.standards.types import DocumentType
from vanban.units import mm
from vanban.viet.dates import Ngay
from vanban.viet.text import fold, upper

Wording = Mapping[str, str]
_DASHES = ("-", "–", "—", "−", "•", "+", "*")
_DASH = later(r"^(?:[-–—−•]\s*|[+*]\s+)")
_FILED = later(r"^lưu\s*(?::\s*|(?=\bVT\b))", re.IGNORECASE)
_FILED_WITHOUT_COLON = later(r"^lưu\s*(?::\s*|\s)", re.IGNORECASE)
_MARK = later(r"\(?(?P<mark>[^()]*?)\.?\s*(?:\((?P<copies>\d+)\))?\)?")
_MATTER = later(r"^v\s*/\s*v\s*:?\s+", re.IGNORECASE)
_BLANK_PLACE = " " * 20

OUT = mm(6)
"""How far place and date may stand out of their column: "Thành phố Hồ Chí Minh, ngày …" does."""


def number_line(van_ban: VanBan, kind: DocumentType, wording: Wording) -> str:
    """ "Số: 12/KL-TTr"; without a number there is room to write it in (PLI-I-II.3)."""
    number, code = number_and_codes(van_ban, kind, wording)
    return f"{wording['so']} {number or wording['so_trong']}{wording['noi_so']}{code}"


def place_and_date(van_ban: VanBan) -> str:
    """ "Tây Ninh, ngày 07 tháng 11 năm 2022"; what is unknown stays blank (PLI-I-II.4)."""
    place = (van_ban.dia_danh or "").rstrip(", ") or _BLANK_PLACE
    return f"{place}, {(van_ban.ngay or Ngay()).words()}"


def addressees(van_ban: VanBan, wording: Wording, label: str | None = None) -> list[str]:
    """One name as it is; of several each "- …;", the last with a full stop (PLI-I-II.9.d).

    ``label`` is that of the form where it has another than the standard ("Kính trình:").
    """
    known = "|".join({text.rstrip(":") for text in (wording["kinh_gui"], label) if text})
    typed = re.compile(rf"^(?:{known})\s*:?\s*", re.IGNORECASE)
    names = _bare_lines(typed.sub("", line.strip()) for line in van_ban.kinh_gui)
    return names if len(names) == 1 else listed(names, wording)


def recipients(van_ban: VanBan, wording: Wording) -> list[str]:
    """The list under "Nơi nhận:", "Như trên" first under a Kính gửi, Lưu last."""
    filed = _filed(wording)
    names = [name for name in _bare_lines(van_ban.noi_nhan) if not filed.match(name)]
    same = wording["nhu_tren"]
    if van_ban.kinh_gui and not any(fold(name).startswith(fold(same)) for name in names):
        names.insert(0, same)
    kept = _kept(van_ban, wording)
    if not kept:
        return listed(names, wording)
    lines = listed([*names, f"{wording['luu']} {kept}"], wording)
    mark, copies = _drafter(van_ban)
    if "nguoi_soan" in wording or not (mark and copies):
        return lines
    return [*lines[:-1], f"{lines[-1]} {mark}.({copies})"]


def drafter_line(van_ban: VanBan, wording: Wording) -> str:
    """The drafter's mark on its own line, in brackets; with copies it follows Lưu instead.

    Where the standard joins the two (``nguoi_soan``: "-") they stand there in capitals, without
    brackets: "ABC-268".
    """
    mark, copies = _drafter(van_ban)
    if "nguoi_soan" in wording:
        return wording["nguoi_soan"].join(upper(part) for part in (mark, copies) if part)
    if mark and copies:
        return "" if _kept(van_ban, wording) else f"{mark}.({copies})"
    typed = (van_ban.nguoi_soan or "").strip()
    return typed if typed.startswith("(") or not typed else f"({typed})"


def in_the_matter_of(trich_yeu: str) -> str:
    """The subject of a công văn: "V/v …", whether or not it was typed (PLI-I-II.5.b).

    >>> in_the_matter_of("Về việc cử cán bộ"), in_the_matter_of("V/v cử cán bộ")
    ('V/v cử cán bộ', 'V/v cử cán bộ')
    """
    text = re.sub(r"^(?:v\s*/\s*v|về việc)\s*:?\s+", "", trich_yeu.strip(), flags=re.IGNORECASE)
    return f"V/v {text}"


def without_mark(trich_yeu: str) -> str:
    """The subject of a công văn where no "V/v" is printed, typed or not.

    >>> without_mark("V/v: cử cán bộ"), without_mark("về việc cử cán bộ")
    ('cử cán bộ', 'về việc cử cán bộ')
    """
    return _MATTER.sub("", trich_yeu.strip())


def grounds(van_ban: VanBan, wording: Wording) -> list[str]:
    """The căn cứ, each ending in ";", the last in a full stop (PLI-I-II.6.a)."""
    lines = _closed(_bare_lines(van_ban.can_cu), ";", wording["het_can_cu"])
    return [f"{wording['dau_can_cu']}{line}" for line in lines]


def signer(ky: Ky) -> dict[str, Any]:
    """The lines of a signature block: authority and office in capitals, the name as it is."""
    return {
        "vai_tro": upper(ky.vai_tro or ""),
        "quyen_han": [upper(line) for line in ky.quyen_han],
        "chuc_vu": upper(ky.chuc_vu or ""),
        "chuc_vu_khac": upper(ky.chuc_vu_khac or ""),
        "ho_ten": ky.ho_ten or "",
    }


def attached_to(
    van_ban: VanBan, kind: DocumentType, wording: Wording, *, numbered: bool = True
) -> str:
    """ "(Kèm theo Kế hoạch số … ngày … của …)"; an electronic document leaves blanks open.

    ``numbered`` tells whether documents of this form have a number at all.
    """
    issuers = [" ".join(body.ban_hanh.split()) for body in van_ban.co_quan if body.ban_hanh]
    number, code = number_and_codes(van_ban, kind, wording)
    day = van_ban.ngay or Ngay()
    if van_ban.hinh_thuc == "dien-tu":
        number, day = "", Ngay()
    body = ", ".join(issuers) or wording["so_trong"]
    words = f"{wording['kem_theo']} {kind.ten_in}"
    if numbered:
        words += f" số {number or wording['so_trong']}{wording['noi_so']}{code}"
        words += wording.get("sau_so", "")
    return f"({words} {day.words()} của {body})"


def file_title(van_ban: VanBan, kind: DocumentType) -> str:
    """The title in the file's properties."""
    subject = " ".join((van_ban.trich_yeu or "").split())
    return f"{kind.ten_in} {subject}".strip()


def _bare_lines(lines: Iterable[str]) -> list[str]:
    """List lines without the dashes and the closing punctuation that the writer supplies."""
    return [line for line in map(_bare, lines) if line]


def _bare(line: str) -> str:
    text = line.strip()
    if text.startswith(_DASHES):
        text = _DASH.sub("", text)
    text = text.removesuffix("./.").rstrip()
    while text.endswith((";", ",", ".")) and not text.endswith(".."):
        text = text[:-1].rstrip()
    return text


def listed(names: Iterable[str], wording: Wording) -> list[str]:
    """Names as a list: "- …;" and the last "- …."; what was typed of that is not doubled."""
    return [f"- {line}" for line in _closed(_bare_lines(names), wording["ngan_cach"], ".")]


def _closed(lines: Sequence[str], between: str, last: str) -> list[str]:
    """Each line with its mark, the last with another unless its dots stand for more."""
    if not lines:
        return []
    stop = "" if lines[-1].endswith(("..", "…")) else last
    return [*(f"{line}{between}" for line in lines[:-1]), f"{lines[-1]}{stop}"]


def _kept(van_ban: VanBan, wording: Wording) -> str:
    """Where copies are filed: from ``luu``, else from a "Lưu:" typed among the recipients."""
    filed = _filed(wording)
    typed = _bare_lines([van_ban.luu or ""]) or [
        name for name in _bare_lines(van_ban.noi_nhan) if filed.match(name)
    ]
    return filed.sub("", typed[0]) if typed else ""


def _filed(wording: Wording) -> re.Pattern[str]:
    """How a line about filing begins: "Lưu:"; the Party writes "Lưu Văn phòng Tỉnh ủy"."""
    return _FILED if wording["luu"].endswith(":") else _FILED_WITHOUT_COLON


def _drafter(van_ban: VanBan) -> tuple[str, str]:
    """The drafter's mark and the number of copies, which "PL.(300)" gives both."""
    found = _MARK.fullmatch((van_ban.nguoi_soan or "").strip())
    if not found:
        return van_ban.nguoi_soan or "", van_ban.so_ban or ""
    return found["mark"].strip(), (van_ban.so_ban or found["copies"] or "").strip("() ")
