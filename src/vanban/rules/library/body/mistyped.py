"""Lines whose mark reading could not know for one: "Điều 5:", "Chương 2", "II/ NỘI DUNG", "b, …".

Such a line is read as text, so that it prints without its level. Here is what it claims to be;
`mended` decides whether its number is wanted where it stands.
"""

from __future__ import annotations

import re

from msgspec import Struct
from msgspec.structs import replace

from vanban.model.levels import Level
from vanban.model.marks import find
from vanban.model.open_items import OpenItems
from vanban.model.outline import printed
from vanban.patterns import later
from vanban.viet.capitals import SMALL, is_upper
from vanban.viet.numbering import letter_index
from vanban.viet.numerals import from_roman

_DIVISION = later(
    r"(?P<word>Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Tiểu mục|TIỂU MỤC)\s+(?P<number>[IVXL]+|\d{1,3})"
    r"(?P<sign>\s*[.:/–-])?(?:\s+(?P<rest>\S.*))?$"
)
_DIEU = later(
    r"(?P<word>Điều|ĐIỀU|điều)\s*(?P<number>\d{1,3})(?P<sign>\s*[.:,;)/–-]|(?=\s|$))"
    r"(?P<gap>\s*)(?P<rest>.*)"
)
_NUMBER = later(r"(?P<number>\d{1,3})(?P<sign>\s*[:,–-]|\s*\.)(?P<gap>\s*)(?P<rest>[^\W\d_].*)")
_ROMAN = later(r"(?P<number>[IVX]+)(?P<sign>\s*[/):,–-]|\s*\.)(?P<gap>\s*)(?P<rest>[^\W\d_].*)")
_LETTER = later(
    r"(?P<number>[a-zđ])(?P<sign>\s*[,:;./–-]|\s+\))(?P<gap>\s*)(?P<rest>[^\W\d_].*)"
    r"|(?P<capital>[A-ZĐ])(?P<bracket>\))\s+\S"
)
_OTHER_LETTER = later(r"(?P<number>[ăâêôơư])(?P<sign>[).])\s")
_MAY_BE = later(
    r"(?:P(?:hần|HẦN)|C(?:hương|HƯƠNG)|M(?:ục|ỤC)|Tiểu mục|TIỂU MỤC)\s+[\dIVXL]"
    r"|(?:Đ(?:iều|IỀU)|điều)\s*\d|\d{1,3}\s*[:,.–-]|[IVX]+\s*[/):,.–-]"
    r"|[a-zđăâêôơư]\s*[,:;./)–-]|[A-ZĐ]\)"
)
"""How every such line begins."""
_WORDS = ("Phần", "PHẦN", "Chương", "CHƯƠNG", "Mục", "MỤC", "Tiểu", "TIỂU", "Điều", "ĐIỀU", "điều")
_MORE_DIGITS = "IVX"

_LEVELS = {
    "phần": Level.PHAN,
    "chương": Level.CHUONG,
    "mục": Level.MUC,
    "tiểu mục": Level.TIEU_MUC,
}
_IN_ROMAN = frozenset({Level.PHAN, Level.CHUONG})
_OF_A_MARK = frozenset(".:)/–-")
_OF_A_NUMBER = later(rf"[-–]\s*[^\W\d_]{{2}}|,\s*\w+ [{SMALL}]")
"""Before a heading, not "3-D" or "2, Nguyễn Trãi"."""
_FIRST_WORD = later(r"\w*")


class Claim(Struct, frozen=True):
    """What a line of text claims to be.

    Attributes:
        cap: the level of its mark.
        number: the place in its list; None when the numeral is none ("IIII") or no letter of
            điểm ("ă)").
        typed: the mark as typed.
        sign: what stands behind its number.
        tail: what has to stand behind the right mark: the word that was glued to it (" các" of
            "2.các"), the dot before a title ("Chương II. QUY ĐỊNH CHUNG").
        sure: whether it looks so much like a mark that only its number has to be wanted.
    """

    cap: Level
    number: int | None
    typed: str
    sign: str
    sure: bool
    tail: str = ""

    def right(self, number: int) -> str:
        """What should be typed for it, with the number that is wanted there."""
        return printed(self.cap, number) + self.tail


def claim(text: str) -> Claim | None:
    """What a line of text claims to be; None for plain text and for what reading knows.

    >>> claim("Điều 5: Phạm vi").right(5), claim("b, Đơn vị").right(2), claim("Điều 5. Phạm vi")
    ('Điều 5.', 'b)', None)
    """
    made = _division(text) or _dieu(text) or _number(text) or _roman(text) or _letter(text)
    return None if made is None or find(text, OpenItems()) else made


def may_be(text: str) -> bool:
    """Whether a line begins like one of these: most lines begin with two letters of a word."""
    begins = text.startswith(_WORDS) or not text[1:2].isalpha() or text[1] in _MORE_DIGITS
    return begins and _MAY_BE.match(text) is not None


def _division(text: str) -> Claim | None:
    found = _DIVISION.match(text)
    if not found:
        return None
    level = _LEVELS[found["word"].lower()]
    digits = found["number"].isdecimal()
    number = int(found["number"]) if digits else from_roman(found["number"])
    sure = not found["rest"] or is_upper(found["rest"])
    if found["rest"] and not sure and digits is (level not in _IN_ROMAN):
        return None  # "Mục 2 của Kế hoạch này"
    sign, tail = found["sign"] or "", "." if found["rest"] else ""
    typed = text[: found.end("number")] + sign
    return Claim(level, number, typed, sign, sure, tail)


def _dieu(text: str) -> Claim | None:
    found = _DIEU.match(text)
    if not found:
        return None
    sign, rest = found["sign"].strip(), found["rest"]
    sure = sign in _OF_A_MARK and found["word"] != "điều" and (not rest or rest[0].isupper())
    return _glued(Claim(Level.DIEU, int(found["number"]), "", sign, sure), found)


def _number(text: str) -> Claim | None:
    found = _NUMBER.match(text)
    if not found or not _stands_apart(found):
        return None
    sign = found["sign"].strip()
    heading = _OF_A_NUMBER.match(text, found.start("sign"))
    sure = bool(heading and found["rest"][0].isupper())
    return _glued(Claim(Level.SO, int(found["number"]), "", sign, sure), found)


def _roman(text: str) -> Claim | None:
    found = _ROMAN.match(text)
    if not found or not found["rest"][0].isupper():
        return None
    number, sign = from_roman(found["number"]), found["sign"].strip()
    if sign == "." and number and not found["sign"].startswith((" ", "\u00a0")):
        return None  # "V. I. Lê-nin"
    sure = bool(found["gap"]) or is_upper(found["rest"])
    return Claim(Level.LA_MA, number, text[: found.end("sign")], sign, sure)


def _letter(text: str) -> Claim | None:
    if other := _OTHER_LETTER.match(text):
        return Claim(Level.DIEM, None, other["number"] + other["sign"], other["sign"], sure=True)
    found = _LETTER.match(text)
    if not found:
        return None
    if found["capital"]:
        letter = found["capital"].lower()
        return Claim(Level.DIEM, letter_index(letter), found["capital"] + ")", ")", sure=False)
    if not found["gap"] and not found["rest"][0].isupper():
        return None  # "e-mail"
    number, sign = letter_index(found["number"]), found["sign"].strip()
    if number is None:
        return None
    sure = sign in ",/" or (sign in "-–" and found["rest"][0].isupper())
    return Claim(Level.DIEM, number, text[: found.end("sign")], sign, sure)


def _glued(made: Claim, found: re.Match[str]) -> Claim:
    """A claim with what was typed for its mark; a right mark with the word that it is glued to."""
    rest, mark = found["rest"], found.group()[: found.end("sign")]
    word = _FIRST_WORD.match(rest)
    tail = word[0] if word and not found["gap"] and made.right(made.number or 1) == mark else ""
    return replace(made, typed=mark + tail, tail=tail and f" {tail}")


def _stands_apart(found: re.Match[str]) -> bool:
    """Whether text begins behind a mark: "2- Các", "2.các", but not "12,5" or "3-D"."""
    directly = found["sign"] == "." or found["rest"][0].isupper()
    return bool(found["gap"]) or directly
