"""Vietnamese text as characters: normal form, accents, folded keys, wrong letters."""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from vanban.patterns import later

LOOKALIKES = {
    "\u00d0": "Đ",  # Icelandic capital Eth
    "\u00f0": "đ",  # Icelandic small eth
    "\u0189": "Đ",  # African capital D
    "\u0256": "đ",  # its small letter, d with tail
}
"""Letters that only look Vietnamese, each with the right letter (U+0110 or U+0111)."""

_ACCENTED = {
    "a": "àáảãạăằắẳẵặâầấẩẫậ",
    "d": "đ",
    "e": "èéẻẽẹêềếểễệ",
    "i": "ìíỉĩị",
    "o": "òóỏõọôồốổỗộơờớởỡợ",
    "u": "ùúủũụưừứửữự",
    "y": "ỳýỷỹỵ",
}
# Grave, acute, hook, tilde, dot, breve, circumflex, horn: left over by NFC when out of order.
_STRAY_MARKS = "\u0300\u0301\u0309\u0303\u0323\u0306\u0302\u031b"

_UNACCENT: dict[int, str | None] = {
    ord(variant): plain
    for small, accented in _ACCENTED.items()
    for plain, variants in ((small, accented), (small.upper(), accented.upper()))
    for variant in variants
}
_UNACCENT.update((ord(mark), None) for mark in _STRAY_MARKS)

_RIGHT_LETTERS = str.maketrans(LOOKALIKES)
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
_SEPARATORS = str.maketrans(dict.fromkeys("_-\u2010\u2011\u2012\u2013\u2014\u2015\u2212", " "))
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\r")
_OPENING = " \t\u00a0\"'“‘(["


def nfc(text: str) -> str:
    """Return the text with every letter and its accents composed (Unicode NFC)."""
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def unaccent(text: str) -> str:
    """Drop Vietnamese accents; letters of other languages keep theirs. The result is NFC.

    >>> unaccent("Đặng Thị Mỹ Nữ, señor Müller")
    'Dang Thi My Nu, señor Müller'
    """
    return text if text.isascii() else nfc(nfc(text).translate(_UNACCENT))


def fold(text: str) -> str:
    """Fold the name of a datum to its one spelling: small, unaccented, joined by underscores.

    Spaces of any kind, hyphens and underscores are one separator; none is left at the ends.

    >>> fold(" TRÍCH-YẾU ")
    'trich_yeu'
    """
    if not text.isascii():
        text = text.translate(_INVISIBLE).translate(_RIGHT_LETTERS)
    return "_".join(unaccent(nfc(text).lower()).translate(_SEPARATORS).split())


def lookalikes(text: str) -> list[tuple[int, str]]:
    """Return the offset of every letter that only looks Vietnamese, with the right letter.

    >>> lookalikes("\u00d0iều 5")
    [(0, 'Đ')]
    """
    if text.isascii():
        return []
    return [(at, LOOKALIKES[letter]) for at, letter in enumerate(text) if letter in LOOKALIKES]


def forbidden(text: str) -> list[tuple[int, str]]:
    """Return offset and character of everything that XML 1.0, and so a .docx, cannot hold.

    These are the C0 controls but tab, newline and carriage return, lone surrogates, U+FFFE
    and U+FFFF.
    """
    if text.isprintable() or _holds(text):
        return []
    return [(at, letter) for at, letter in enumerate(text) if not _holds(letter)]


def _holds(text: str) -> bool:
    """Whether XML can hold a text; bytes tell it faster than a regular expression."""
    try:
        data = text.encode()
    except UnicodeEncodeError:  # a lone surrogate
        return False
    controls = len(data) - len(data.translate(None, _CONTROLS))
    return not controls and "\ufffe" not in text and "\uffff" not in text


def upper(text: str) -> str:
    """Return a name in capitals as it is printed: "Sở Nội vụ" gives "SỞ NỘI VỤ"."""
    return nfc(text.upper())


def capitalize_first(text: str) -> str:
    """Make the first letter a capital and leave the rest; opening quotes and brackets are skipped.

    >>> capitalize_first("“đề án” của Sở"), capitalize_first("5 tỷ đồng")
    ('“Đề án” của Sở', '5 tỷ đồng')
    """
    at = len(text) - len(text.lstrip(_OPENING))
    return text[:at] + text[at : at + 1].upper() + text[at + 1 :]


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate most like the word, for "did you mean"; None when none is near.

    Folded forms are compared, so accents, capitals and separators do not count.

    >>> nearest("Trích yêú", ["noi_nhan", "trich_yeu"])
    'trich_yeu'
    """
    from difflib import get_close_matches

    folded: dict[str, str] = {}
    for candidate in candidates:
        folded.setdefault(fold(candidate), candidate)
    close = get_close_matches(fold(word), folded, n=1, cutoff=0.7)
    return folded[close[0]] if close else None


_SECOND = {"a": "àáảãạ", "e": "èéẻẽẹ", "y": "ỳýỷỹỵ"}
_FIRST = {"o": "òóỏõọ", "u": "ùúủũụ"}
_TONE_FIRST = {
    first + toned: _FIRST[first][tone] + second
    for first, second in (("o", "a"), ("o", "e"), ("u", "y"))
    for tone, toned in enumerate(_SECOND[second])
}


@lru_cache(maxsize=2048)  # rules compare the same few offices and names in every document
def words_of(text: str) -> str:
    """A text for comparing words: small letters, single spaces, one way of placing tones.

    Tones themselves count: "Trường" is a school and "Trưởng" a head.

    >>> words_of(" Uỷ ban  NHÂN DÂN") == words_of("Ủy ban nhân dân")
    True
    >>> words_of("Trường") == words_of("Trưởng")
    False
    """
    return comparable(" ".join(nfc(text).split()))


_TONE_SECOND = later(
    r"[ou][àáảãạèéẻẽẹỳýỷỹỵ](?<=o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?<!qu.)(?!\w)"
)  # fmt: skip
"""Open syllables alone have two ways: neither "hoạch" nor "quý" is one of them.

It begins with a class of letters, without a choice, so that searching is quick.
"""


def has_other_tones(text: str) -> bool:
    """Whether a text in small letters has a tone where `comparable` would move it: "hoà"."""
    return _TONE_SECOND.search(text) is not None


def comparable(text: str, *, move_tones: bool = True) -> str:
    """A text in small letters with one way of placing tones, each character in its place.

    Odd spaces become plain ones. What has no small letter of one character stays.

    Args:
        text: the text.
        move_tones: False where it is known that no word has one to move (`has_other_tones`).

    >>> comparable("Uỷ ban\u00a0Nhân dân"), comparable("Kế hoạch, quý")
    ('ủy ban nhân dân', 'kế hoạch, quý')
    """
    small = text.lower()
    if len(small) != len(text):
        small = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    small = small.replace("\u00a0", " ")
    if not move_tones:
        return small
    return _TONE_SECOND.sub(lambda found: _TONE_FIRST[found[0]], small)
