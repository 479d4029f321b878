"""Names of bodies with their abbreviations written out: "UBND xã Long Hồ"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import takewhile

from vanban.patterns import later
from vanban.rules.library.administration.former import like
from vanban.rules.lists import named

_LIST = "ten-co-quan"
_SHORT = later(r"[A-ZĐ]{2}|T[Pp]\.")
"""What every abbreviation has."""


@lru_cache(maxsize=256)  # rules ask for the few bodies of a document again and again
def in_full(name: str) -> str:
    """A name without the abbreviations that everybody reads in one way.

    >>> in_full("UBND xã Long Hồ")
    'Ủy ban nhân dân xã Long Hồ'
    """
    if not _SHORT.search(name):
        return name
    first, blank, rest = name.partition(" ")
    known: Mapping[str, str] = named(_LIST)["viet_tat"]
    if first in known and not (_SHORT.search(rest) or "Tp " in rest):  # "UBND xã Long Hồ"
        full = known[first] + blank + rest
    else:
        full = _written_out(name, known)
    return like(full, name) if full != name else name


def _written_out(name: str, known: Mapping[str, str]) -> str:
    """A name with the abbreviations that stand in it written out."""
    standing = tuple(short for short in known if any(lead in name for lead in _leads(short)))
    if not standing:
        return name
    return _any_of(standing).sub(lambda found: known[standing[(found.lastindex or 1) - 1]], name)


@cache
def _leads(short: str) -> frozenset[str]:
    """The letters with which an abbreviation begins, in each of its forms."""
    return frozenset("".join(takewhile(str.isalpha, form)) for form in short.split("|"))


@lru_cache(maxsize=256)  # all of them at once are slow to compile, and names have few
def _any_of(standing: tuple[str, ...]) -> re.Pattern[str]:
    """Any of some abbreviations, each in a group of its own."""
    known = "|".join(f"({short})" for short in standing)
    return re.compile(rf"(?<![\w&])(?:{known})(?:(?<!\w)|(?![\w&]))")
