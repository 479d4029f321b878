"""Symbols of picture fonts as the nearest characters of Unicode."""

from __future__ import annotations

_PRIVATE = range(0xF000, 0xF100)
_SYMBOL = {
    0x2A: "*", 0x2B: "+", 0x2D: "−", 0x3C: "<", 0x3E: ">", 0xA3: "≤", 0xA7: "♣", 0xA8: "♦",
    0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠",
    0xBB: "≈", 0xBC: "…", 0xD6: "√", 0xE5: "∑", 0xDE: "⇒",
}  # fmt: skip
_WINGDINGS = {
    0x22: "✂", 0x28: "☎", 0x2A: "✉", 0x46: "☞", 0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□",
    0x71: "❑", 0x72: "❒", 0x73: "⬧", 0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x9E: "·",
    0x9F: "•", 0xA7: "▪", 0xA8: "◻", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE8: "➔", 0xF0: "⇨",
    0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2 = {0x50: "✓", 0x52: "☑", 0x53: "☒", 0x97: "●", 0xA3: "☐"}
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}


def symbol(code: str, font: str) -> str:
    """The character of a ``w:sym``: the nearest of Unicode, else the private one.

    >>> symbol("F0B7", "Symbol"), symbol("F0FE", "Wingdings"), symbol("xyz", "Symbol")
    ('•', '☑', '')
    """
    try:
        point = int(code, 16)
    except ValueError:
        return ""
    if not 32 <= point < 0xD800 and point not in range(0xE000, 0x110000):
        return ""
    return readable(chr(point), font)


def readable(text: str, font: str) -> str:
    """A text in a picture font with what has a near character in Unicode replaced by it."""
    table = _FONTS.get(font.lower(), {})
    return "".join([_character(ord(letter), table) for letter in text])


def _character(point: int, table: dict[int, str]) -> str:
    low = point - 0xF000 if point in _PRIVATE else point
    if point in _PRIVATE and not table:
        return _SYMBOL.get(low, chr(point))
    return table.get(low, chr(point))
