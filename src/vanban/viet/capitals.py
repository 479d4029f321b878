"""Questions about capital letters."""

from vanban.viet.text import nfc

_IN_NAMES = "-'’"


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
