"""Questions about capital letters."""

from vanban.viet.text import nfc

_IN_NAMES = "-'’"

LETTERS = "àáâãèéêìíòóôõùúýăđĩũơư" + "".join(map(chr, range(0x1EA1, 0x1EFA, 2)))
"""The 67 small letters that Vietnamese has beyond those of ASCII; their capitals: `upper`."""

SMALL = f"a-z{LETTERS}"
"""The small Vietnamese letters, for a character class of a regular expression."""

CAPITAL = f"A-Z{LETTERS.upper()}"
"""The capital ones; `str.isupper` and ranges such as ``À-Ỹ`` take in others."""


def is_upper(text: str) -> bool:
    """Whether all letters are capitals and there is at least one.

    >>> is_upper("QUẬN 1"), is_upper("TTr"), is_upper("15/11")
    (True, False, False)
    """
    return text.isupper()


def is_title_name(text: str) -> bool:
    """Whether the text is capitalised like a person's name: each word begins with a capital.

    Words hold letters, hyphens and apostrophes only; after a hyphen small letters are right
    (PLII-II: "Vla-đi-mia I-lích Lê-nin"). A degree ("TS.") or a number makes it no name.

    >>> is_title_name("Nguyễn Văn A"), is_title_name("Nguyễn văn A"), is_title_name("H’Hen Niê")
    (True, False, True)
    """
    words = nfc(text).split()
    return bool(words) and all(word[0].isupper() and _is_word(word) for word in words)


def _is_word(word: str) -> bool:
    return all(letter.isalpha() or letter in _IN_NAMES for letter in word)


def too_many(typed: str, name: str) -> bool:
    """Whether a name is typed with a capital where it has a small letter.

    A word wholly in capitals is meant so ("Sở TÀI CHÍNH") and does not count.

    >>> too_many("Sở Tài Chính", "Sở Tài chính"), too_many("sở tài chính", "Sở Tài chính")
    (True, False)
    """
    pairs = zip(typed.split(), name.split(), strict=True)
    return any(_is_more(word, model) for word, model in pairs)


def _is_more(word: str, model: str) -> bool:
    if len(word) > 1 and word.isupper():
        return False
    return any(w.isupper() and not m.isupper() for w, m in zip(word, model, strict=True))
