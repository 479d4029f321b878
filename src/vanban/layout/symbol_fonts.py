"""Fonts whose characters are pictures: a letter in them is no letter ("þ" is a ticked box)."""

from __future__ import annotations

from vanban.layout.run import Run
from vanban.patterns import later

_SYMBOLS = later(r"(?i)symbol|wingdings|webdings|dings|marlett|^mt extra|bookshelf")


def is_symbol_font(font: str) -> bool:
    """Whether a font has pictures for letters.

    >>> is_symbol_font("Wingdings 2"), is_symbol_font("Segoe UI Symbol"), is_symbol_font("Arial")
    (True, False, False)
    """
    return bool(_SYMBOLS.search(font)) and not font.lower().startswith("segoe")


def is_symbolic(run: Run) -> bool:
    """Whether the letters of a run are shown in such a font."""
    return any(is_symbol_font(font) for font in run.fonts)
