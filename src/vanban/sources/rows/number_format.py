"""Number formats of spreadsheets, such as ``#,##0\\ "đ"``: what a code is made of.

A code has up to four sections: for positive numbers, negative ones, zero, and text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from msgspec import Struct

from vanban.patterns import later
from vanban.sources.rows.builtin_formats import GENERAL

MOST = 1000
"""No code is longer (Excel allows 255 characters); what follows is not read."""

_TOKEN = later(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|(?P<space>[_*].?)|\[(?P<bracket>[^\]]*)\]'
    r"|(?P<general>General)|(?P<noon>AM/PM|A/P)|(?P<date>y+|m+|d+|h+|s+)|(?P<digit>[0#?])"
    r"|(?P<point>\.)|(?P<comma>,)|(?P<percent>%)|(?P<power>E[+-])|(?P<text>@)|(?P<end>;)|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_CONDITION = later(r"(<=|>=|<>|<|>|=)\s*(-?[0-9.]+)")
_ELAPSED = later(r"h+|m+|s+", re.IGNORECASE)

Piece = tuple[str, str]
"""The name of a group of ``_TOKEN`` and the text that stands for it; "elapsed" is ``[h]``."""

VIETNAMESE: Piece = ("language", "")
"""Stands for ``[$-42A]``: names of days and months are Vietnamese."""


class Section(Struct, frozen=True):
    """One section of a code.

    Attributes:
        pieces: all of it, in order; widths of spaces and colours are left out.
        sign, limit: the condition that a number has to meet (``[<1000]``); "" for none.
        is_date: whether it shows a date or a time; ``0 "ngày"`` and a bare ``#,##0 VND`` do not.
    """

    pieces: tuple[Piece, ...] = ()
    sign: str = ""
    limit: Decimal = Decimal(0)
    is_date: bool = False

    @property
    def is_text(self) -> bool:
        """Whether it is made for text."""
        return any(kind == "text" for kind, _text in self.pieces)

    def takes(self, value: Decimal) -> bool:
        """Whether a number meets the condition; without one, any does."""
        if not self.sign:
            return True
        less, more = value < self.limit, value > self.limit
        return (less and "<" in self.sign) or (more and ">" in self.sign) or (
            not less and not more and "=" in self.sign
        )  # fmt: skip


class Format(Struct, frozen=True):
    """A code: its sections for numbers, and that for text (None: text stays as it is)."""

    numbers: tuple[Section, ...]
    text: Section | None

    def section(self, value: Decimal) -> tuple[Section, bool]:
        """The section that shows a number, and whether it has to be given its minus."""
        numbers = self.numbers or (Section((("general", GENERAL),)),)
        if any(section.sign for section in numbers):
            found = next((one for one in numbers if one.takes(value)), numbers[-1])
            return found, not (found.sign in ("<", "<=") and found.limit <= 0)
        if len(numbers) > 2 and value == 0:
            return numbers[2], False
        if len(numbers) > 1 and value < 0:
            return numbers[1], False
        return numbers[0], True


@lru_cache(maxsize=512)
def parse(code: str) -> Format:
    """The sections of a code.

    >>> parse('#,##0;(#,##0);"-"').section(Decimal(0))[0].pieces
    (('quoted', '-'),)
    """
    sections = [_section(tokens) for tokens in _split(code[:MOST])]
    text = next((one for one in sections if one.is_text), None)
    if text is None and len(sections) > 3:
        text = sections[3]
    numbers = tuple(one for one in sections[:3] if one is not text)
    return Format(numbers, text)


def _split(code: str) -> list[list[re.Match[str]]]:
    sections: list[list[re.Match[str]]] = [[]]
    for token in _TOKEN.finditer(code):
        if token.lastgroup == "end":
            sections.append([])
        else:
            sections[-1].append(token)
    return sections


def _section(tokens: Sequence[re.Match[str]]) -> Section:
    pieces: list[Piece] = []
    sign, limit = "", Decimal(0)
    for token in tokens:
        kind, text = token.lastgroup or "", token[token.lastgroup or 0]
        if kind == "bracket" and (found := _CONDITION.match(text)):
            sign, limit = found[1], _number(found[2])
        elif kind != "space":
            pieces += _bracket(text) if kind == "bracket" else [(kind, text)]
    return Section(tuple(pieces), sign, limit, _is_date(pieces))


def _is_date(pieces: Sequence[Piece]) -> bool:
    if any(text in ("#", "?") for kind, text in pieces if kind == "digit"):
        return False
    kinds = [kind for kind, _text in pieces if kind in ("date", "elapsed", "digit")]
    return bool(kinds) and kinds[0] != "digit"


def _bracket(text: str) -> list[Piece]:
    """What stands in brackets: a currency, a language, hours beyond a day, or a colour."""
    if text.startswith("$"):
        symbol, _dash, country = text[1:].partition("-")
        spoken = [VIETNAMESE] if country.upper().endswith("42A") else []
        return [("quoted", symbol), *spoken] if symbol else spoken
    return [("elapsed", text)] if _ELAPSED.fullmatch(text) else []


def _number(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:
        return Decimal(0)
