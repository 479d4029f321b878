"""Recognizing the mark at the beginning of a body line ("1.", "a)", "Điều 5.", "-").

People's own text is the markup, so each rule has a text on its other side: "2026. Các
phòng", "V. I. Lê-nin", "12.5 tỷ", "(*)", "-5 độ" and "Mục 1 của Kế hoạch này" are text.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from vanban.model.levels import Level
from vanban.model.open_items import AllItems, OpenItems
from vanban.patterns import later
from vanban.viet.capitals import is_upper
from vanban.viet.numerals import from_roman

_SPACE = " \t\u00a0\u2007\u202f\u2002\u2003\u2009"
_CLOSING = (".", ";", ":", ",", "?", "!", "…")

_DIVISION = later(
    rf"(?P<word>Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Tiểu[{_SPACE}]mục|TIỂU[{_SPACE}]MỤC)[{_SPACE}]+"
    rf"(?P<number>[IVX]+|[0-9]{{1,3}})(?:[{_SPACE}]*(?P<dot>[.:]))?"
    rf"(?:[{_SPACE}]*(?P<title>[^{_SPACE}].*))?"
)
_DIEU = later(rf"(?P<word>Điều|ĐIỀU)[{_SPACE}]+(?P<number>[0-9]{{1,3}}[a-zđ]?|#)\.")
_WORDS = (
    "Phần", "PHẦN", "Chương", "CHƯƠNG", "Mục", "MỤC", "Tiểu", "TIỂU", "Điều", "ĐIỀU",
)  # fmt: skip
"""How lines begin that `_DIVISION` or `_DIEU` may match."""
_NUMBERED = later(
    r"(?P<so3>[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}\.)|(?P<so2>[0-9]{1,3}\.[0-9]{1,3}\.)"
    r"|(?P<so>(?:[0-9]{1,3}|#)\.)|(?P<so_khac>[0-9]{1,3}[)/])"
    r"|(?P<ngoac>\((?:[0-9]{1,3}|#)\))"
    r"|(?P<la_ma>[IVX]+\.)|(?P<chu_hoa>[A-ZĐ]\.)"
    r"|(?P<diem>(?:[a-zđ][0-9]{0,2}|#)\))|(?P<nho>[ivx]{2,7}\))|(?P<diem_khac>[a-zđ][./])"
)
_DOCUMENT_CODE = later(r"[A-ZĐ][A-Za-zĐđ]*-[A-ZĐ]|\d{4}/")
_BULLETS = "-–•+\uf0b7"

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


class Mark(Struct, frozen=True):
    """A mark found at the beginning of a line.

    Attributes:
        cap: the level it stands for.
        dau: what is printed; None when the line numbers itself (``#.``).
        end: where the text begins in the line.
        notes: kinds of Note to leave: "dinh-lien" (no space after it), "kieu-dau" (a form
            kept as typed), "dau-dong" (another bullet); empty for the plain forms.
    """

    cap: Level
    dau: str | None
    end: int
    notes: tuple[str, ...] = ()


def find(line: str, open_items: OpenItems) -> Mark | None:
    """The mark that a line (without leading blanks) begins with, or None for plain text.

    >>> find("1. Văn phòng chủ trì", OpenItems()).dau
    '1.'
    >>> [find(text, OpenItems()) for text in ("2026. Các phòng", "V. I. Lê-nin", "12.5 tỷ")]
    [None, None, None]
    """
    first = line[:1]
    if line.startswith(_WORDS):
        word = _division(line) or _dieu(line)
        if word:
            return word
    if first and first in _BULLETS:
        return _bullet(line)
    return _numbered(line, open_items)


def is_escaped(line: str) -> bool:
    """Whether a line begins with a backslash that makes the mark after it text.

    >>> is_escaped(r"\\1. Một"), is_escaped(r"\\2026. Các phòng"), is_escaped("1. Một")
    (True, False, False)
    """
    return line.startswith("\\") and find(line[1:], AllItems()) is not None


def closes(text: str) -> bool:
    """Whether a text ends as a sentence or an item does, not as a heading.

    >>> closes("các nội dung như sau:"), closes("Công tác thanh tra")
    (True, False)
    """
    bare = text.rstrip(_SPACE)
    return bare.endswith(_CLOSING) or bare.rstrip(_SPACE + "”\"'’)").endswith(_CLOSING)


def _division(line: str) -> Mark | None:
    found = _DIVISION.fullmatch(line)
    if not found:
        return None
    word, number, title = " ".join(found["word"].split()), found["number"], found["title"]
    level = _DIVISION_LEVELS[word.lower()]
    roman = level in (Level.PHAN, Level.CHUONG)
    if roman != number.isalpha() or (roman and not _small_roman(number)):
        return None
    glued = _after(line, found.end("dot"), str.isupper) if title and found["dot"] else ()
    if glued is None or (title and not (found["dot"] and _is_title(title))):
        return None
    end = found.start("title") if title else len(line)
    return Mark(level, f"{word} {number}", end, glued)


def _is_title(text: str) -> bool:
    return is_upper(text) or not closes(text)


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
    notes = glued if line[0] in "-+" else (*glued, "dau-dong")
    cap, dau = (Level.CONG, "+") if line[0] == "+" else (Level.GACH, "-")
    return Mark(cap, dau, _text_start(line, 1), notes)


def _numbered(line: str, open_items: OpenItems) -> Mark | None:
    found = _NUMBERED.match(line)
    if not found or found.lastgroup is None:
        return None
    kind, typed, end = found.lastgroup, found[0], found.end()
    glued = _after(line, end, str.isupper)
    if glued is None or not _ALLOWED.get(kind, _always)(typed, line[end:], open_items):
        return None
    if kind == "diem" and _is_numeral(typed, open_items):
        kind = "nho"
    unusual = kind in _UNUSUAL or (kind == "diem" and typed[1:-1])
    notes = (*glued, "kieu-dau") if unusual else glued
    return Mark(_LEVELS[kind], None if "#" in typed else typed, _text_start(line, end), notes)


_UNUSUAL = frozenset({"so_khac", "nho", "diem_khac"})
_BEFORE = {"v)": "iv", "x)": "ix"}


def _after(line: str, end: int, directly: Callable[[str], bool]) -> tuple[str, ...] | None:
    """() after a blank or at the end, "dinh-lien" before an allowed letter, else None."""
    following = line[end : end + 1]
    if not following or following in _SPACE:
        return ()
    return ("dinh-lien",) if directly(following) else None


def _text_start(line: str, end: int) -> int:
    while end < len(line) and line[end] in _SPACE:
        end += 1
    return end


def _small_roman(text: str) -> bool:
    value = from_roman(text)
    return value is not None and value <= 39


def _is_numeral(typed: str, open_items: OpenItems) -> bool:
    """Whether "i)" is not the letter after "h)", and "v)" and "x)" go on from "iv)" and "ix)"."""
    if typed == "i)":
        return open_items.diem != "h"
    return open_items.nho is not None and open_items.nho == _BEFORE.get(typed)


def _always(_typed: str, _rest: str, _open: OpenItems) -> bool:
    return True


def _not_initials(_typed: str, rest: str, _open: OpenItems) -> bool:
    """No capital with a dot after it: "V. I. Lê-nin" is a name."""
    following = rest.lstrip(_SPACE)
    return not (following[:1].isupper() and following[1:2] == ".")


def _roman_item(typed: str, rest: str, open_items: OpenItems) -> bool:
    return _small_roman(typed[:-1]) and _not_initials(typed, rest, open_items)


def _small_roman_item(typed: str, _rest: str, _open: OpenItems) -> bool:
    return _small_roman(typed[:-1].upper())


def _capital_item(typed: str, rest: str, open_items: OpenItems) -> bool:
    """ "A." begins such a list; "C. Mác" is a name unless a list is open."""
    begun = typed == "A." or open_items.used(f"{Level.CHU_HOA}.")
    return begun and _not_initials(typed, rest, open_items)


def _other_diem(typed: str, _rest: str, open_items: OpenItems) -> bool:
    """ "a." and "a/" begin such a list; "p. Tân Định" is a name unless a list is open."""
    return typed[0] == "a" or open_items.used(f"{Level.DIEM}{typed[-1]}")


def _inside_item(typed: str, _rest: str, open_items: OpenItems) -> bool:
    """ "1.1." counts inside an open item 1, "1.1.1." inside an open item 1.1."""
    return open_items.holds(tuple(map(int, typed.split(".")[:-2])))


def _no_document_number(typed: str, rest: str, _open: OpenItems) -> bool:
    """ "148/TTr-SNV" is the number of a document, "1/Văn phòng" an item."""
    return not (typed.endswith("/") and _DOCUMENT_CODE.match(rest))


_ALLOWED: dict[str, Callable[[str, str, OpenItems], bool]] = {
    "so_khac": _no_document_number,
    "so2": _inside_item,
    "so3": _inside_item,
    "la_ma": _roman_item,
    "nho": _small_roman_item,
    "chu_hoa": _capital_item,
    "diem_khac": _other_diem,
}
