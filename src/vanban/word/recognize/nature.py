"""Which rules a document follows, and of which type and day it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vanban.layout.recognized import Date, Nature, Part
from vanban.messages import _
from vanban.patterns import later
from vanban.word.recognize.names import Names, TypeName

FIRST_DAY = (2020, 3, 5)
"""Nghị định 30/2020/NĐ-CP is in force from this day (Điều 37)."""

_DAY = later(
    r"ngày\s*(?P<day>\d{1,2})?[\s._…]*tháng\s*(?P<month>\d{1,2})?[\s._…]*(?:năm\s*(?P<year>\d{4})?)?",
    re.IGNORECASE,
)
_SHORT_DAY = later(r"(?P<day>\d{1,2})\s*[/.-]\s*(?P<month>\d{1,2})\s*[/.-]\s*(?P<year>\d{4})")
_NORMATIVE = later(
    r"/\s*(?:19|20)\d\d\s*/\s*(?:(?:QĐ|NQ|NĐ|TT|TTLT|CT|L|PL)\b|(?:UBTV)?QH\d*\b)"
    r"|(?:luật|pháp\s+lệnh)\s+số",
    re.IGNORECASE,
)
"""A year in the number makes a normative text only of a type that there is among these."""
_CODE = later(r"[/\d]\s*(?P<code>[A-ZĐ][A-Za-zĐđ]*)\s*-")


def date_of(main: Part) -> Date | None:
    """The day in the date line; None when there is no such line."""
    line = main.one("dia_danh_ngay")
    if line is None:
        return None
    found = _DAY.search(line.text) or _SHORT_DAY.search(line.text)
    if not found:
        return Date()
    day, month, year = (int(found[n]) if found[n] else None for n in ("day", "month", "year"))
    return Date(day, month, year)


def nature_of(main: Part, date: Date | None) -> tuple[Nature, str]:
    """Which rules the main document follows, and why it is not those of Nghị định 30."""
    if any(piece.role == "dang" for piece in main.header.pieces):
        return "dang", _("Văn bản của Đảng: có tiêu đề «Đảng Cộng sản Việt Nam».")
    if not _is_administrative(main):
        return "khac", _(
            "Không thấy các thành phần của văn bản hành chính (cơ quan, số, ngày, nơi nhận)."
        )
    number = main.one("so_ky_hieu")
    if number and _NORMATIVE.search(number.text):
        return "qppl", _("Số có năm: văn bản quy phạm pháp luật, không theo Nghị định 30/2020.")
    if date and date.key and date.key < FIRST_DAY:
        return "truoc-nd30", _("Văn bản ban hành trước ngày 05/3/2020.")
    return "nd30", ""


def _is_administrative(main: Part) -> bool:
    """Whether at least two components tell a document of an authority from other texts."""
    if main.kind == "ban-sao":
        return True
    told = [
        bool(main.one("so_ky_hieu")),
        bool(main.one("noi_nhan")),
        bool(main.one("ban_hanh")) and main.header.kind in ("table", "tabs", "spaces", "boxes"),
        bool(main.one("dia_danh_ngay")) and bool(main.header.left),
        bool(main.one("kinh_gui")) and bool(main.one("vv")),
        bool(main.loai) and bool(main.one("quoc_hieu")) and bool(main.header.left),
    ]
    return sum(told) >= 2


def types_of(main: Part, names: Names, attached: bool) -> list[TypeName]:
    """The types that the main document may be of, the likely ones first."""
    title = main.one("ten_loai")
    found: list[TypeName] = []
    if title is not None:
        found = list(names.named(title.text) or names.named(title.text[: names.begins(title.text)]))
    elif main.one("vv") or (main.one("kinh_gui") and main.one("so_ky_hieu")):
        found = [one for one in names.types if one.form == "mau-1.5"]
    elif any(piece.role == "trich_yeu" and piece.slug == "cum_tu" for piece in main.pieces):
        found = [one for one in names.types if one.form == "thu-cong"]
    if not found:
        found = _by_code(main, names)
    return _ordered(found, main, attached)


def _by_code(main: Part, names: Names) -> list[TypeName]:
    number = main.one("so_ky_hieu")
    code = _CODE.search(number.text) if number else None
    return list(names.coded(code["code"])) if code else []


def _ordered(found: Sequence[TypeName], main: Part, attached: bool) -> list[TypeName]:
    """Variants of a type by what their documents have of their own."""
    subject = " ".join(piece.words for piece in main.all("trich_yeu", "vv")).lower()
    fits = {
        "quyet-dinh-gian-tiep": attached,
        "thong-bao-ket-luan": subject.lstrip().startswith("kết luận"),
        "cong-van-dinh-chinh": "đính chính" in subject,
    }
    party = any(piece.role == "dang" for piece in main.header.pieces)

    def rank(one: TypeName) -> tuple[bool, int]:
        return (one.standard == "nd30") == party, _RANK[fits.get(one.slug)]

    return sorted(found, key=rank)


_RANK = {True: 0, None: 1, False: 2}
"""A variant whose own mark is there comes before the plain type, one without it after."""
