"""A count as a list writes it: digits, letters, Roman numerals."""

from __future__ import annotations

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LARGEST_ROMAN = 3_999
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_LARGEST_LETTERS = 780  # Word begins again after thirty letters
_CHICAGO = "*†‡§"


def written(count: int, form: str, zeros: str = "") -> str:
    """A count in a form as the file names it; an unknown form shows digits.

    Args:
        count: 0 or more.
        form: "decimal", "lowerLetter" …
        zeros: for "custom" the first numbers in the form wanted: "001, 002, 003".

    >>> written(28, "lowerLetter"), written(14, "upperRoman"), written(7, "decimalZero")
    ('bb', 'XIV', '07')
    """
    if form in _FORMS:
        return _FORMS[form](count)
    if form == "custom":
        first = zeros.split(",")[0].strip()
        return str(count).zfill(min(len(first), 10)) if first.isdigit() else str(count)
    return str(count)


def _letters(count: int) -> str:
    if count < 1:
        return ""
    place = (count - 1) % _LARGEST_LETTERS
    return _LETTERS[place % 26] * (place // 26 + 1)


def _roman(count: int) -> str:
    if not 0 < count <= _LARGEST_ROMAN:
        return str(count)
    out = ""
    for worth, sign in _ROMAN:
        times, count = divmod(count, worth)
        out += sign * times
    return out


def _ordinal(count: int) -> str:
    teens = 10 <= count % 100 <= 20
    return f"{count}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(count % 10, 'th')}"


def _circled(count: int) -> str:
    return chr(0x245F + count) if 1 <= count <= 20 else str(count)


def _chicago(count: int) -> str:
    place = (count - 1) % 100
    return _CHICAGO[place % 4] * (place // 4 + 1)


_FORMS = {
    "none": lambda _count: "",
    "bullet": lambda _count: "",
    "decimalZero": lambda count: f"{count:02}",
    "lowerLetter": _letters,
    "upperLetter": lambda count: _letters(count).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda count: _roman(count).upper(),
    "ordinal": _ordinal,
    "numberInDash": lambda count: f"- {count} -",
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedParen": lambda count: f"({count})",
    "decimalEnclosedFullstop": lambda count: f"{count}.",
    "chicago": _chicago,
}
