"""The look that text really has, and which level of the file gave each part of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from vanban.layout.border import Border
from vanban.layout.provenance import WORD, Provenance
from vanban.units import Length

Vertical = Literal["baseline", "superscript", "subscript"]


class Look(Struct, frozen=True, gc=False):
    """How text looks, all styles resolved. Runs that look alike share one.

    Attributes:
        font: of its plain letters (w:ascii); of all letters when ``complex``. Never empty.
        font_accented: of letters beyond ASCII (w:hAnsi): Word draws "ế" with this one.
        font_complex: of complex scripts (w:cs), which Vietnamese does not use unless ``complex``.
        font_east_asia: of East Asian letters.
        complex: whether the file has it drawn as a complex script (w:cs or w:rtl); font,
            size, bold and italic are then those for complex scripts.
        size: points, greater than 0; halves occur (13.5).
        size_complex: points, that of complex scripts.
        bold, italic, strike, caps, small_caps, hidden: whether it shows so.
        underline: "single", "double", "words" …; None: not underlined.
        colour: "auto" or six hexadecimal digits in capitals, theme colours resolved by Word.
        highlight: "yellow" …; None: none.
        shading: background, six hexadecimal digits; None: none.
        vertical: raised, lowered (small) or neither.
        spacing: added between letters; negative when condensed.
        scale: width of letters, per cent; 100 is normal.
        position: raised (or lowered, when negative) from the line.
        border: line around the text; None: none.
        language: "vi-VN" …; None when the file says none.
        origins: who gave each of these, by the attribute's name; what is absent, Word itself.
    """

    font: str = "Times New Roman"
    font_accented: str = "Times New Roman"
    font_complex: str = "Times New Roman"
    font_east_asia: str = "Times New Roman"
    complex: bool = False
    size: float = 10.0
    size_complex: float = 10.0
    bold: bool = False
    italic: bool = False
    underline: str | None = None
    strike: bool = False
    caps: bool = False
    small_caps: bool = False
    hidden: bool = False
    colour: str = "auto"
    highlight: str | None = None
    shading: str | None = None
    vertical: Vertical = "baseline"
    spacing: Length = Length(0)
    scale: int = 100
    position: Length = Length(0)
    border: Border | None = None
    language: str | None = None
    origins: Mapping[str, Provenance] = {}

    def origin(self, name: str) -> Provenance:
        """Who gave an attribute, such as "size"."""
        return self.origins.get(name, WORD)
