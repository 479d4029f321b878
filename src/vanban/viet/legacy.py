"""Text in the 8-bit encodings from before Unicode, typed or pasted as if it were Unicode.

In TCVN3 (ABC) each Vietnamese letter is one character of Latin-1: "Céng hßa x· héi"; fonts with H
at the end of their name show it in capitals. In VNI a letter is its plain letter and a mark
behind it: "COÄNG HOØA XAÕ HOÄI".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from typing import Literal

from vanban.viet.syllables import is_syllable
from vanban.viet.text import nfc

Encoding = Literal["TCVN3", "VNI"]

LEAST = 2
"""So many different words must make sense only in an encoding before a text is in it."""
_SHARE = 0.8
"""The part of the words with odd letters that must make sense in it."""

_TCVN3 = dict(
    zip(
        "¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
        "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
        strict=True,
    )
)
_VNI_MARKS = {
    "ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323",
    "â": "\u0302", "á": "\u0302\u0301", "à": "\u0302\u0300", "å": "\u0302\u0309",
    "ã": "\u0302\u0303", "ä": "\u0302\u0323", "ê": "\u0306", "é": "\u0306\u0301",
    "è": "\u0306\u0300", "ú": "\u0306\u0309", "ü": "\u0306\u0303", "ë": "\u0306\u0323",
}  # fmt: skip
"""What a letter behind a vowel adds to it: a tone, a circumflex or breve, or both."""
_VNI_LETTERS = {"ñ": "đ", "ö": "ư", "ô": "ơ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
"""Letters that stand for one other; "í" and "ì" stand for themselves."""
_VNI_VOWELS = {"a": "âáàåãäêéèúüë", "e": "âáàåãä", "o": "âáàåãä"}
_TONES = "ùøûõï"


def _with_capitals(letters: dict[str, str]) -> dict[str, str]:
    return letters | {old.upper(): new.upper() for old, new in letters.items()}


def _vni_pairs() -> Iterator[tuple[str, str]]:
    """Each vowel with a mark behind it, and the letter that it is."""
    for vowel, letter in {**dict(zip("aeiouy", "aeiouy", strict=True)), "ö": "ư", "ô": "ơ"}.items():
        for mark in _TONES + _VNI_VOWELS.get(vowel, ""):
            composed = nfc(letter + _VNI_MARKS[mark])
            for old, new in ((vowel, composed), (vowel.upper(), composed.upper())):
                yield from ((old + mark, new), (old + mark.upper(), new))
