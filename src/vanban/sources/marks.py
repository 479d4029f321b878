"""Recognizing the mark at the beginning of a body line ("1.", "a)", "Điều 5.", "-").

People's own text is the markup, so each rule has a text on its other side: "2026. Các
phòng", "V. I. Lê-nin", "12.5 tỷ", "(*)", "-5 độ" and "Mục 1 của Kế hoạch này" are text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from vanban.model.levels import Level
from vanban.viet.numerals import from_roman

_SPACE = " \t\u00a0\u2007\u202f\u2002\u2003\u2009"
_CLOSING = (".", ";", ":", ",", "?", "!", "…")

_DIVISION = re.compile(
    rf"(?P<word>Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Tiểu mục|TIỂU MỤC)[{_SPACE}]+"
    rf"(?P<number>[IVX]+|\d{{1,3}})[{_SPACE}]*(?P<dot>[.:])?[{_SPACE}]*(?P<title>.*)"
)
_DIEU = re.compile(r"(?P<word>Điều|ĐIỀU)[ \t\u00a0]+(?P<number>\d{1,3}[a-zđ]?|#)\.")
_NUMBERED = re.compile(
    r"(?P<so3>\d{1,3}\.\d{1,3}\.\d{1,3}\.)|(?P<so2>\d{1,3}\.\d{1,3}\.)"
    r"|(?P<so>(?:\d{1,3}|\#)\.)|(?P<so_khac>\d{1,3}[)/])"
    r"|(?P<ngoac>\((?:\d{1,3}|\#)\))"
    r"|(?P<la_ma>[IVX]+\.)|(?P<chu_hoa>[A-ZĐ]\.)"
    r"|(?P<diem>(?:[a-zđ]\d{0,2}|\#)\))|(?P<nho>[ivx]{2,4}\))|(?P<diem_khac>[a-zđ][./])"
)
_BULLET = re.compile("[-–•+\uf0b7]")

_LEVELS = {
    "so3": Level.SO_3,
    "so2": Level.SO_2,
    "so": Level.SO,
    "so_khac": Level.SO,
    "ngoac": Level.NGOAC,
    "la_ma": Level.LA_MA,
    "chu_hoa": Level.CHU_HOA,
    "diem": Level.DIEM,
    "nho": Level.LA_MA_THUONG,
    "diem_khac": Level.DIEM,
}
_DIVISION_LEVELS = {
    "phần": Level.PHAN,
    "chương": Level.CHUONG,
    "mục": Level.MUC,
    "tiểu mục": Level.TIEU_MUC,
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark found at the beginning of a line.

    Attributes:
        cap: the level it stands for.
        dau: what is printed; None when the line numbers itself (``#.``).
        end: where the text begins in the line.
        note: kind of Note to leave: "dinh-lien" (no space after it), "kieu-dau" (a form
            kept as typed), "dau-dong" (another bullet); "" for the plain forms.
    """

    cap: Level
    dau: str | None
    end: int
    note: str = ""


@dataclass(slots=True)
class OpenItems:
    """What the marks of the lines before allow on the next one."""

    so: str | None = None
    so_2: str | None = None
    diem: str | None = None
    shapes: set[str] = field(default_factory=set)

    def admit(self, mark: Mark) -> None:
        """Take note of a mark that the body has accepted."""
        bare = (mark.dau or "").rstrip(".)/")
        if mark.cap is Level.SO:
            self.so, self.so_2 = bare, None
        elif mark.cap is Level.SO_2:
            self.so_2 = bare
        elif mark.cap in _OUTER:
            self.so = self.so_2 = None
        if mark.cap is Level.DIEM:
            self.diem = bare
        elif mark.cap not in _INNER:
            self.diem = None
        self.shapes.add(f"{mark.cap}{(mark.dau or '')[-1:]}")


_OUTER = frozenset(list(Level)[: list(Level).index(Level.SO)])
_INNER = frozenset({Level.LA_MA_THUONG, Level.GACH, Level.CONG, Level.NGOAC})


def find(line: str, open_items: OpenItems) -> Mark | None:
    """The mark that a line (without leading blanks) begins with, or None for plain text.

    >>> find("1. Văn phòng chủ trì", OpenItems()).dau
    '1.'
    >>> [find(text, OpenItems()) for text in ("2026. Các phòng", "V. I. Lê-nin", "12.5 tỷ")]
    [None, None, None]
    """
    first = line[:1]
    if first in "PCMTĐ":
        word = _division(line) or _dieu(line)
        if word:
            return word
    if first in "-–•+\uf0b7":
        return _bullet(line)
    return _numbered(line, open_items)


def closes(text: str) -> bool:
    """Whether a text ends as a sentence or an item does, not as a heading.

    >>> closes("các nội dung như sau:"), closes("Công tác thanh tra")
    (True, False)
    """
    return text.rstrip(_SPACE + "”\"'’)").endswith(_CLOSING) or text.rstrip().endswith(_CLOSING)


def _division(line: str) -> Mark | None:
    found = _DIVISION.fullmatch(line)
    if not found:
        return None
    level = _DIVISION_LEVELS[found["word"].lower()]
    roman = level in (Level.PHAN, Level.CHUONG)
    if roman != found["number"].isalpha() or (roman and not _small_roman(found["number"])):
        return None
    if found["title"] and (not found["dot"] or closes(found["title"])):
        return None
    return Mark(level, f"{found['word']} {found['number']}", found.start("title"))


def _dieu(line: str) -> Mark | None:
    found = _DIEU.match(line)
    if not found:
        return None
    glued = _after(line, found.end(), str.isupper)
    if glued is None:
        return None
    dau = None if found["number"] == "#" else f"{found['word']} {found['number']}."
    return Mark(Level.DIEU, dau, _text_start(line, found.end()), glued)


def _bullet(line: str) -> Mark | None:
    glued = _after(line, 1, str.isalpha)
    if glued is None or not line[1:].strip(_SPACE):
        return None
    typed = line[0]
    note = glued or ("" if typed in "-+" else "dau-dong")
    if typed == "+":
        return Mark(Level.CONG, "+", _text_start(line, 1), note)
    return Mark(Level.GACH, "-", _text_start(line, 1), note)


def _numbered(line: str, open_items: OpenItems) -> Mark | None:
    found = _NUMBERED.match(line)
    if not found or found.lastgroup is None:
        return None
    kind, typed, end = found.lastgroup, found[0], found.end()
    glued = _after(line, end, str.isupper)
    if glued is None or not _ALLOWED.get(kind, _always)(typed, line[end:], open_items):
        return None
    level = _LEVELS[kind]
    note = glued or ("kieu-dau" if kind in _UNUSUAL else "")
    if kind == "diem" and (typed[1:-1] or (typed == "i)" and _is_small_roman(open_items))):
        note = "kieu-dau"
        level = level if typed[1:-1] else Level.LA_MA_THUONG
    return Mark(level, None if "#" in typed else typed, _text_start(line, end), note)


_UNUSUAL = frozenset({"so_khac", "nho", "diem_khac"})


def _after(line: str, end: int, directly: Callable[[str], bool]) -> str | None:
    """"" after a blank or at the end, "dinh-lien" before an allowed letter, else None."""
    following = line[end : end + 1]
    if not following or following in _SPACE:
        return ""
    return "dinh-lien" if directly(following) else None


def _text_start(line: str, end: int) -> int:
    while end < len(line) and line[end] in _SPACE:
        end += 1
    return end


def _small_roman(text: str) -> bool:
    value = from_roman(text)
    return value is not None and value <= 39


def _is_small_roman(open_items: OpenItems) -> bool:
    """Whether "i)" is the numeral one: the letter would have to come after an "h)"."""
    return open_items.diem != "h"


def _always(_typed: str, _rest: str, _open: OpenItems) -> bool:
    return True


def _not_initials(_typed: str, rest: str, _open: OpenItems) -> bool:
    """No capital with a dot after it: "V. I. Lê-nin" is a name."""
    following = rest.lstrip(_SPACE)
    return not (following[:1].isupper() and following[1:2] == ".")


def _roman_item(typed: str, rest: str, open_items: OpenItems) -> bool:
    return _small_roman(typed[:-1]) and _not_initials(typed, rest, open_items)


def _capital_item(typed: str, rest: str, open_items: OpenItems) -> bool:
    """"A." begins such a list; "C. Mác" is a name unless a list is open."""
    begun = typed == "A." or f"{Level.CHU_HOA}." in open_items.shapes
    return begun and _not_initials(typed, rest, open_items)


def _other_diem(typed: str, _rest: str, open_items: OpenItems) -> bool:
    """"a." and "a/" begin such a list; "p. Tân Định" is a name unless a list is open."""
    return typed[0] == "a" or f"{Level.DIEM}{typed[-1]}" in open_items.shapes


def _inside_item(typed: str, _rest: str, open_items: OpenItems) -> bool:
    return open_items.so == typed.split(".")[0]


def _inside_sub_item(typed: str, _rest: str, open_items: OpenItems) -> bool:
    return open_items.so_2 == typed.rstrip(".").rpartition(".")[0]


_ALLOWED: dict[str, Callable[[str, str, OpenItems], bool]] = {
    "so2": _inside_item,
    "so3": _inside_sub_item,
    "la_ma": _roman_item,
    "chu_hoa": _capital_item,
    "diem_khac": _other_diem,
}
