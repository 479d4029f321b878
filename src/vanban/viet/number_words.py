"""Numbers in Vietnamese words, read back: "bốn trăm tám mươi sáu triệu đồng chẵn".

What people write is understood beside what schools teach: ngàn, lẻ, "hai lăm", commas between
the parts. What can be read in two ways ("một triệu hai") is no number.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from vanban.patterns import later
from vanban.viet.text import words_of

_DIGITS = {
    "không": 0, "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7,
    "tám": 8, "chín": 9, "mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5,
}  # fmt: skip
_ANY = "không|một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín"
_ONES = "một|mốt|hai|ba|bốn|tư|lăm|nhăm|sáu|bảy|bẩy|tám|chín"
"""Behind "mười" and "mươi"; "năm" would be years there."""
_SCALES = (("tỷ", 10**9), ("triệu", 10**6), ("nghìn", 10**3))
_SAME = {"tỉ": "tỷ", "ngàn": "nghìn"}

_BELOW_1000 = later(
    rf"""
    (?:(?P<hundreds>{_ANY})\ trăm(?:\ |$))?
    (?: (?:linh|lẻ)\ (?P<behind_zero>{_ANY}|tư)
      | (?P<ten>mười)(?:\ (?P<teen>{_ONES}))?
      | (?P<tens>{_ANY})(?:\ mươi(?:\ (?P<ones>{_ONES}))?|\ (?P<short>mốt|tư|lăm|nhăm))
      | (?P<alone>{_ANY})
    )?
    """,
    re.VERBOSE,
)
_UNIT = later(r"(?: ?(?:đồng|việt nam|vnđ|vnd|chẵn|tròn|\./\.|[./;:,!]))+$")


def from_words(text: str) -> int | None:
    """The number that some words say; None when they say none, or more than a number.

    >>> from_words("hai mươi mốt nghìn ba trăm bốn lăm"), from_words("hai mươi năm")
    (21345, None)
    """
    words = [_SAME.get(word, word) for word in words_of(text).replace(",", " ").split()]
    return _value(words, len(_SCALES))


def money_from_words(text: str) -> int | None:
    """The sum in đồng that some words say, as contracts write it; None when it is not read.

    >>> money_from_words("Bốn trăm tám mươi sáu triệu năm trăm nghìn đồng chẵn./.")
    486500000
    """
    return from_words(_UNIT.sub("", words_of(text)))


def _value(words: Sequence[str], scales: int, *, behind: bool = False) -> int | None:
    """The number below the greatest of the last ``scales`` scales that its words name.

    ``behind`` tells that greater parts stand before it: it may be nothing, and a lone digit
    could be anything.
    """
    if not words:
        return 0 if behind else None
    for left, (name, scale) in enumerate(_SCALES[len(_SCALES) - scales :]):
        if name in words:
            at = len(words) - 1 - list(reversed(words)).index(name)
            head = _value(words[:at], scales if name == "tỷ" else 0)
            tail = _value(words[at + 1 :], scales - left - 1, behind=True)
            return None if head is None or tail is None else head * scale + tail
    found = _BELOW_1000.fullmatch(" ".join(words))
    return None if found is None or (behind and found["alone"]) else _below_1000(found)


def _below_1000(found: re.Match[str]) -> int | None:
    part: Mapping[str, int | None] = {
        name: _digit(word) for name, word in found.groupdict().items() if name != "ten"
    }
    if part["hundreds"] is not None and part["alone"] is not None:
        return None  # "một trăm hai": 102 or 120
    tens = 10 if found["ten"] else 10 * (part["tens"] or 0)
    ones = ("behind_zero", "teen", "ones", "short", "alone")
    return 100 * (part["hundreds"] or 0) + tens + sum(part[name] or 0 for name in ones)


def _digit(word: str | None) -> int | None:
    return None if word is None else _DIGITS[word]
