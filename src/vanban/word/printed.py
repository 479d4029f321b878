"""The words of each component as they are printed: capitals, zeros, dashes, "Số:", ";".

What the author typed of these is accepted and never doubled.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from vanban.model.van_ban import Ky, VanBan
from vanban.standards.types import DocumentType
from vanban.viet.dates import Ngay
from vanban.viet.numerals import two_digits
from vanban.viet.text import fold, upper

Wording = Mapping[str, str]
_DASH = re.compile(r"^[-–•+]\s*")
_BLANK_PLACE = " " * 20


def number_line(van_ban: VanBan, kind: DocumentType, wording: Wording) -> str:
    """"Số: 12/KL-TTr"; without a number there is room to write it in (PLI-I-II.3)."""
    label = wording["so"]
    so = re.sub(r"^[Ss]ố\s*:?\s*", "", van_ban.so or "")
    if "/" in so:
        return f"{label} {so}"
    number = two_digits(so) or wording["so_trong"]
    return f"{label} {number}/{codes(van_ban, kind)}"


def codes(van_ban: VanBan, kind: DocumentType) -> str:
    """The ký hiệu: as typed, else the type's code and those of the issuing bodies."""
    if van_ban.ky_hieu:
        return van_ban.ky_hieu.lstrip("/ ")
    bodies = [body.viet_tat for body in van_ban.co_quan if body.viet_tat]
    return "-".join(code for code in (kind.ma, *bodies) if code)


def place_and_date(van_ban: VanBan) -> str:
    """"Tây Ninh, ngày 07 tháng 11 năm 2022"; what is unknown stays blank (PLI-I-II.4)."""
    place = (van_ban.dia_danh or _BLANK_PLACE).rstrip(",")
    return f"{place}, {(van_ban.ngay or Ngay()).words()}"


def addressees(van_ban: VanBan, wording: Wording) -> list[str]:
    """One name as it is; of several each "- …;", the last with a full stop (PLI-I-II.9.d)."""
    names = [_without_label(_bare(name), wording["kinh_gui"]) for name in van_ban.kinh_gui]
    return names if len(names) == 1 else _listed(names)


def recipients(van_ban: VanBan, wording: Wording) -> list[str]:
    """The list under "Nơi nhận:", "Như trên" first under a Kính gửi, Lưu last."""
    names = [_bare(name) for name in van_ban.noi_nhan]
    filed = [name for name in names if fold(name).startswith("luu_") or fold(name) == "luu:"]
    names = [name for name in names if name not in filed]
    same = wording["nhu_tren"]
    if van_ban.kinh_gui and not any(fold(name).startswith(fold(same)) for name in names):
        names.insert(0, same)
    kept = van_ban.luu or (filed[0] if filed else None)
    if kept:
        names.append(_filed(kept, wording["luu"]))
    lines = _listed(names)
    drafter = _copies(van_ban)
    if lines and kept and drafter:
        lines[-1] += f" {drafter}"
    return lines


def drafter_line(van_ban: VanBan) -> str:
    """The drafter's mark on its own line, in brackets; with copies it follows Lưu instead."""
    mark = van_ban.nguoi_soan
    if not mark or (van_ban.so_ban and van_ban.luu):
        return ""
    return mark if mark.startswith("(") else f"({mark})"


def grounds(van_ban: VanBan) -> list[str]:
    """The căn cứ, each ending in ";", the last in a full stop (PLI-I-II.6.a)."""
    lines = [_bare(line).rstrip(",") for line in van_ban.can_cu]
    return [f"{line}{';' if line is not lines[-1] else '.'}" for line in lines]


def signer(ky: Ky) -> dict[str, object]:
    """The lines of a signature block: authority and office in capitals, the name as it is."""
    return {
        "vai_tro": upper(ky.vai_tro or ""),
        "quyen_han": [upper(line) for line in ky.quyen_han],
        "chuc_vu": upper(ky.chuc_vu or ""),
        "chuc_vu_khac": upper(ky.chuc_vu_khac or ""),
        "ho_ten": ky.ho_ten or "",
    }


def attached_to(van_ban: VanBan, kind: DocumentType, wording: Wording) -> str:
    """"(Kèm theo Kế hoạch số … ngày … của …)"; an electronic document leaves blanks open."""
    issuer = van_ban.co_quan[0].ban_hanh if van_ban.co_quan else None
    blank = van_ban.hinh_thuc == "dien-tu"
    number = two_digits(van_ban.so or "") if van_ban.so and not blank else wording["so_trong"]
    day = Ngay() if blank or not van_ban.ngay else van_ban.ngay
    body = " ".join((issuer or "").split()) or wording["so_trong"]
    words = f"{wording['kem_theo']} {kind.ten} số {number}/{codes(van_ban, kind)} {day.words()}"
    return f"({words} của {body})"


def file_title(van_ban: VanBan, kind: DocumentType) -> str:
    """The title in the file's properties."""
    subject = " ".join((van_ban.trich_yeu or "").split())
    return f"{kind.ten} {subject}".strip()


def _bare(line: str) -> str:
    """A list line without the dash and the closing punctuation that the writer supplies."""
    text = _DASH.sub("", line.strip()).rstrip()
    return text[:-1].rstrip() if text.endswith((";", ".")) and not text.endswith("..") else text


def _without_label(name: str, label: str) -> str:
    return name.removeprefix(label).strip()


def _listed(names: Sequence[str]) -> list[str]:
    last = len(names) - 1
    return [f"- {name}{';' if index < last else '.'}" for index, name in enumerate(names)]


def _filed(kept: str, label: str) -> str:
    text = re.sub(r"^[Ll]ưu\s*:?\s*", "", _bare(kept))
    return f"{label} {text}"


def _copies(van_ban: VanBan) -> str:
    """"PL.(300)", when both the drafter and the number of copies are given."""
    if not (van_ban.nguoi_soan and van_ban.so_ban):
        return ""
    mark = van_ban.nguoi_soan.strip("() ").rstrip(".")
    return f"{mark}.({van_ban.so_ban.strip('() ')})"

