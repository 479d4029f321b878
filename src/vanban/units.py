"""Lengths that carry their unit: one integer inside, named units outside.

The inner unit is the EMU of OOXML drawings (914 400 an inch, 12 700 a point, 36 000 a
millimetre), in which mm, pt and twips (1/20 pt) are all whole numbers.
"""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct

from vanban.patterns import later

_EMU = {"mm": 36_000, "cm": 360_000, "pt": 12_700, "twips": 635}
_VALUE = later(r"\s*(\d+(?:\.\d+)?)(?:\s*-\s*(\d+(?:\.\d+)?))?\s*(mm|cm|pt)\s*")


class Length(int):
    """A length in EMU.

    >>> mm(20).twips, pt(13).half_points, round(cm(1.27).pt)
    (1134, 26, 36)
    """

    __slots__ = ()

    @property
    def twips(self) -> int:
        """Twentieths of a point, the unit of w:ind, w:spacing, w:pgMar."""
        return round(self / _EMU["twips"])

    @property
    def half_points(self) -> int:
        """Half points, the unit of w:sz."""
        return round(self / 6350)

    @property
    def pt(self) -> float:
        """Points (1/72 inch)."""
        return self / _EMU["pt"]

    @property
    def mm(self) -> float:
        """Millimetres."""
        return self / _EMU["mm"]


def mm(value: float) -> Length:
    """A length in millimetres."""
    return Length(round(value * _EMU["mm"]))


def cm(value: float) -> Length:
    """A length in centimetres."""
    return Length(round(value * _EMU["cm"]))


def pt(value: float) -> Length:
    """A length in points."""
    return Length(round(value * _EMU["pt"]))


class Range(Struct, frozen=True):
    """The lengths from ``low`` to ``high``, both included."""

    low: Length
    high: Length

    def __contains__(self, length: Length) -> bool:
        return self.low <= length <= self.high


@lru_cache(maxsize=256)  # a standard says a few lengths hundreds of times
def parse_range(text: str) -> Range:
    """Read "13-14 pt" or "10 mm" (a range of one length).

    >>> pt(13.5) in parse_range("13-14 pt"), parse_range("10 mm").low.twips
    (True, 567)

    Raises:
        ValueError: the text is not a number, or two in rising order, with mm, cm or pt.
    """
    found = _VALUE.fullmatch(text)
    if not found:
        raise ValueError(f"not a length: {text!r}")
    low, high, unit = found.groups()
    first, last = (Length(round(float(value) * _EMU[unit])) for value in (low, high or low))
    if first > last:
        raise ValueError(f"not a range: {text!r}")
    return Range(first, last)


def parse_length(text: str) -> Length:
    """Read a single length such as "30 mm" or "1.27 cm".

    Raises:
        ValueError: the text is not one number with mm, cm or pt.
    """
    found = parse_range(text)
    if found.low != found.high:
        raise ValueError(f"a range where one length is wanted: {text!r}")
    return found.low
