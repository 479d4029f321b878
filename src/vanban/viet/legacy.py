"""Text in the 8-bit encodings from before Unicode, typed or pasted as if it were Unicode.

In TCVN3 (ABC) each Vietnamese letter is one character of Latin-1: "Céng hßa x· héi"; fonts with H
at the end of their name show it in capitals. In VNI a letter is its plain letter and a mark
behind it: "COÄNG HOØA XAÕ HOÄI".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Literal, get_args

from vanban.patterns import later
from vanban.viet.syllables import is_syllable
from vanban.viet.text import nfc

Encoding = Literal["TCVN3", "VNI"]
ENCODINGS: tuple[Encoding, ...] = get_args(Encoding)

LEAST = 2
"""So many different words must make sense in an encoding, and only there, to be in it."""
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
"""What a character behind a vowel adds to it: a tone, a circumflex or breve, or both."""
_VNI_TAKES = {
    "a": ("a", "ùøûõïâáàåãäêéèúüë"), "e": ("e", "ùøûõïâáàåãä"), "o": ("o", "ùøûõïâáàåãä"),
    "i": ("i", "ùøûõï"), "u": ("u", "ùøûõï"), "y": ("y", "ùøûõï"),
    "ö": ("ư", "ùøûõï"), "ô": ("ơ", "ùøûõï"),
}  # fmt: skip
"""Each vowel of VNI: the letter that it is, and the characters that it may have behind it."""
_VNI_ALONE = {"ñ": "đ", "ö": "ư", "ô": "ơ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
"""Characters that stand for one letter each; "í" and "ì" are what they look like."""


def _vni_pairs() -> Iterator[tuple[str, str]]:
    for vowel, (letter, marks) in _VNI_TAKES.items():
        for mark in marks:
            whole = nfc(letter + _VNI_MARKS[mark])
            for old, new in ((vowel, whole), (vowel.upper(), whole.upper())):
                yield from ((old + mark, new), (old + mark.upper(), new))


_VNI = dict(_vni_pairs())
_VNI |= _VNI_ALONE | {old.upper(): new.upper() for old, new in _VNI_ALONE.items()}
_VNI_UNIT = later("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))

_WORD = later(r"[^\s\d.,;:!?()\[\]/\"“”'‘’…–—_+*=|-]+")
_ODD = later("[\u00a1-\u00ff]")
_UNICODE = later("[ăđĩũơưĂĐĨŨƠƯ\u1ea0-\u1ef9]")
"""Vietnamese letters that neither encoding has a look-alike of."""
_SMALL, _CAPITAL = later("[a-z]"), later("[A-Z]")
_LINE = 4
"""So many plain capitals and no small letter make a line one in a font of capitals."""


def encoding_of(text: str, least: int = LEAST) -> Encoding | None:
    """The old encoding that a text is in; None for Unicode and for other languages.

    Args:
        text: a line or more.
        least: so many different words must make sense only in the encoding.

    >>> encoding_of("Céng hßa x· héi"), encoding_of("COÄNG HOØA"), encoding_of("Cộng hòa")
    ('TCVN3', 'VNI', None)
    """
    if _UNICODE.search(text) or not _ODD.search(text):
        return None
    odd = {word for word in _WORD.findall(text) if _ODD.search(word)}
    if len(odd) < least:
        return None
    for encoding, convert in _CONVERT.items():
        told = [_evidence(word, convert) for word in odd]
        sense = told.count(True)
        if sense >= max(least, _SHARE * (sense + told.count(False))):
            return encoding
    return None


def to_unicode(text: str, encoding: Encoding) -> str:
    """A text in an old encoding as Unicode.

    >>> to_unicode("§iÒu 5. CHñ NGHÜA", "TCVN3"), to_unicode("Ñoäc laäp", "VNI")
    ('Điều 5. CHỦ NGHĨA', 'Độc lập')
    """
    return _CONVERT[encoding](text)


def _evidence(word: str, convert: Callable[[str], str]) -> bool | None:
    """Whether a word makes sense after conversion only; None when that tells nothing."""
    if len(word) == 1:
        return None
    sense = is_syllable(convert(word))
    return None if sense and is_syllable(word) else sense


def _from_tcvn3(text: str) -> str:
    if len(_CAPITAL.findall(text)) >= _LINE and not _SMALL.search(text):
        return _letters(text).upper()
    return _WORD.sub(_tcvn3_word, text)


def _tcvn3_word(found: re.Match[str]) -> str:
    """A word; in capitals when its plain letters, two or more, are."""
    word = found[0]
    capitals = len(_CAPITAL.findall(word)) > 1 and not _SMALL.search(word)
    return _letters(word).upper() if capitals else _letters(word)


def _letters(text: str) -> str:
    return text.translate(_TCVN3_LETTERS)


def _from_vni(text: str) -> str:
    return _VNI_UNIT.sub(lambda found: _VNI[found[0]], text)


_TCVN3_LETTERS = str.maketrans(_TCVN3)
_CONVERT: Mapping[Encoding, Callable[[str], str]] = {"TCVN3": _from_tcvn3, "VNI": _from_vni}
