"""How a section of a number format is filled with digits, worked out once for many numbers."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from msgspec import Struct

from vanban.patterns import later
from vanban.sources.rows.number_format import Piece, Section

_ZEROS_LAST = later("[#?]*0*")


class Together(Struct, frozen=True):
    """Places for digits that stand together: at least so many digits between two texts."""

    before: str
    least: int
    after: str


class Plan(Struct, frozen=True):
    """How a section writes a number with its digits.

    Attributes:
        before, after: the pieces before the decimal point and after it.
        together: those before it once more, where their places stand together; else None.
        grouped: whether points stand between thousands.
        power: the power of ten that the number is multiplied by (``%``, ``,`` at the end).
        unit: what the number is rounded to.
    """

    before: tuple[Piece, ...]
    after: tuple[Piece, ...]
    together: Together | None
    grouped: bool
    power: int
    unit: Decimal


@lru_cache(maxsize=512)
def plan(section: Section) -> Plan | None:
    """How a section with digits is filled; None for one that is no such section."""
    pieces = section.pieces
    kinds = [kind for kind, _text in pieces]
    if "digit" not in kinds or {"general", "power"} & {*kinds} or is_fraction(section):
        return None
    point = kinds.index("point") if "point" in kinds else len(kinds)
    last = max((at for at, kind in enumerate(kinds[:point]) if kind == "digit"), default=-1)
    commas = {at for at, kind in enumerate(kinds) if kind == "comma" and at > kinds.index("digit")}
    kept = [(at, piece) for at, piece in enumerate(pieces) if at not in commas]
    before = tuple(piece for at, piece in kept if at < point)
    after = tuple(piece for at, piece in kept if at > point)
    if last < 0:
        before = (*before, ("digit", "#"))
    scale, grouped = sum(at > last for at in commas), any(at < last for at in commas)
    power, unit = 2 * kinds.count("percent") - 3 * scale, _unit(after)
    return Plan(before, after, _together(before), grouped, power, unit)


def _unit(pieces: Sequence[Piece]) -> Decimal:
    """The last decimal place."""
    return Decimal(1).scaleb(-sum(kind == "digit" for kind, _text in pieces))


def _together(pieces: Sequence[Piece]) -> Together | None:
    """The places among some pieces; None unless they stand together, zeros at the end.

    >>> _together([("quoted", "Số "), ("digit", "#"), ("digit", "0")])
    Together(before='Số ', least=1, after='')
    """
    kinds = [kind for kind, _text in pieces]
    at, count = kinds.index("digit"), kinds.count("digit")
    end = at + count
    places = "".join(text for _kind, text in pieces[at:end])
    if kinds[at:end].count("digit") < count or not _ZEROS_LAST.fullmatch(places):
        return None
    before, after = ("".join(text for _, text in part) for part in (pieces[:at], pieces[end:]))
    return Together(before, places.count("0"), after)


def is_fraction(section: Section) -> bool:
    """Whether it shows ½; we show 0,5."""
    return ("other", "/") in section.pieces and ("digit", "?") in section.pieces
