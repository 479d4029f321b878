"""The fonts of a theme, which the languages of the document choose among."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from vanban.word.elements import attribute
from vanban.word.ooxml import A

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SCRIPTS = {
    "vi": "Viet", "ja": "Jpan", "ko": "Hang", "th": "Thai", "he": "Hebr", "km": "Khmr",
    "lo": "Laoo", "ar": "Arab", "fa": "Arab", "ur": "Arab", "hi": "Deva", "bn": "Beng",
    "ta": "Taml", "te": "Telu", "ka": "Geor",
}  # fmt: skip
_TRADITIONAL = ("zh-tw", "zh-hk", "zh-mo", "zh-hant")


def theme_fonts(theme: Element | None, languages: Element | None) -> Mapping[str, str]:
    """The font behind each name that w:rFonts can give ("minorHAnsi"); absent: none.

    Where the theme has a font for the script of the language that the settings name, that one
    is used (ISO 29500-1, 17.15.1.88): with vi-VN, Office's own theme gives "Times New Roman" for
    headings whatever its Latin font is.

    Args:
        theme: the root of the theme part; None when the file has none.
        languages: the ``w:themeFontLang`` of the settings; None when they have none.
    """
    if theme is None:
        return {}
    found: dict[str, str] = {}
    for kind in ("major", "minor"):
        fonts = theme.find(f".//{{{A}}}{kind}Font")
        if fonts is not None:
            found |= _kind(kind, fonts, languages)
    return {name: font for name, font in found.items() if font}


def _kind(kind: str, fonts: Element, languages: Element | None) -> dict[str, str]:
    latin = _chosen(fonts, "latin", attribute(languages, "val"))
    return {
        f"{kind}Ascii": latin,
        f"{kind}HAnsi": latin,
        f"{kind}EastAsia": _chosen(fonts, "ea", attribute(languages, "eastAsia")),
        f"{kind}Bidi": _chosen(fonts, "cs", attribute(languages, "bidi")),
    }


def _chosen(fonts: Element, general: str, language: str | None) -> str:
    script = _script(language or "")
    for font in fonts.iterchildren(f"{{{A}}}font"):
        if script and font.get("script") == script and font.get("typeface"):
            return font.get("typeface", "")
    found = fonts.find(f"{{{A}}}{general}")
    return "" if found is None else found.get("typeface", "")


def _script(language: str) -> str | None:
    lower = language.lower()
    if lower.startswith("zh"):
        return "Hant" if lower.startswith(_TRADITIONAL) else "Hans"
    return _SCRIPTS.get(lower[:2])
