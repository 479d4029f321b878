"""Names of bodies with their abbreviations written out: "UBND xã Long Hồ"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

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
        full = _abbreviation().sub(_words, name)
    return like(full, name) if full != name else name


def _words(found: re.Match[str]) -> str:
    written_out: Mapping[str, str] = named(_LIST)["viet_tat"]
    return list(written_out.values())[(found.lastindex or 1) - 1]


@cache
def _abbreviation() -> re.Pattern[str]:
    """Any abbreviation, each in a group of its own."""
    known = "|".join(f"({short})" for short in named(_LIST)["viet_tat"])
    return re.compile(rf"(?<![\w&])(?:{known})(?:(?<!\w)|(?![\w&]))")
