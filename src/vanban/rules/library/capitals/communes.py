"""Names of communes with a small syllable among capitals, for ND30-V-020: "xã Khe sanh"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.patterns import later
from vanban.rules.base import Rule, Subject
from vanban.rules.library.administration.known_places import communes, spelt
from vanban.rules.views.text import Text
from vanban.viet.capitals import CAPITAL, SMALL

_CAPITAL, _SMALL = rf"[{CAPITAL}][{SMALL}]*", rf"[{SMALL}]+"
_NAME = rf"(?P<x>{_CAPITAL} {_SMALL}|{_SMALL} {_CAPITAL})(?![\w-]| [{CAPITAL}])"
_FAR = 32
"""Two syllables have fewer characters."""
_BEHIND_NOUN = {"xã": later(rf"xã {_NAME}"), "phường": later(rf"phường {_NAME}")}
"""Two syllables, one of them small, behind the noun; a third with a capital is another name."""


def half_small(rule: Rule, subject: Subject) -> Iterator[tuple[int, int, str]]:
    """Where such names stand, and how each is written; other words that look like one are not.

    "xã An toàn khu" is no name, nor is "xã giao Hòa".
    """
    text = subject.text
    for noun, pattern in _BEHIND_NOUN.items():
        for found in pattern.finditer(text.whole) if _may_stand(noun, text) else ():
            if spelt(found["x"]) in communes() and not _is_other(rule, found):
                yield *found.span("x"), found["x"].title()


def _may_stand(noun: str, text: Text) -> bool:
    """Whether a noun has one small and one capital word behind it, which is cheap to tell."""
    if noun not in text.typed_words:
        return False
    begins = (at + len(noun) + 1 for at in text.offsets(f"{noun} "))
    behind = (text.whole[at : at + _FAR].split(" ", 2) for at in begins)
    return any(len(two) > 1 and two[0][:1].islower() != two[1][:1].islower() for two in behind)


def _is_other(rule: Rule, found: re.Match[str]) -> bool:
    first = found["x"].split()[0]
    return first in rule.data["chu_dau_khac"] or spelt(found["x"]) in rule.data["tu_thuong"]
