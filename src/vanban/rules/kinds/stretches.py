"""Which stretches of the text a data rule may blame: its places, its exceptions.

``o``, ``tru_o``: where it looks, where it does not: "loi-van", "tieu-de", "bang", or fields
("can_cu", "ky"); left out, everywhere. ``tru_truoc``, ``tru_sau``: patterns that excuse
what stands right behind, or right before, them; ``chi_sau``: small words of which one must stand
right before it. ``trong_nhay: có`` looks inside quotation marks too, which are else left alone:
somebody else's words. ``dau_doan``, ``cuoi_doan: có``: only at the beginning, or the end, of a
line or field.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from vanban.patterns import later
from vanban.rules.base import Rule, Subject
from vanban.rules.views.text import HEADING, PROSE, TABLE

_OF_BODIES = frozenset({PROSE, HEADING, TABLE})
_NEAR = 80
"""So many characters before a stretch are looked at for an excuse."""


def ranges(rule: Rule, subject: Subject) -> list[tuple[int, int]]:
    """Where a rule has to search: fields by themselves, or the whole text.

    Each range ends behind the line end of its last passage; fields that follow each other are
    one.
    """
    wanted = rule.data.get("o")
    if wanted is None or not _OF_BODIES.isdisjoint(wanted):
        return [(0, len(subject.text.whole))]
    places = subject.text.places
    passages = {p.start: p for name in wanted if name in places for p in places[name]}
    found: list[tuple[int, int]] = []
    for start, passage in sorted(passages.items()):
        begin = found.pop()[0] if found and found[-1][1] == start else start
        found.append((begin, passage.end + 1))
    return found


def blamed(rule: Rule, subject: Subject, start: int, end: int) -> bool:
    """Whether the rule means what stands from ``start`` to ``end`` of the whole text."""
    data, text = rule.data, subject.text
    passage = text.passage(start)
    if end > passage.end or not _looks_at(rule, passage.where):
        return False
    if "dau_doan" in data and start != passage.start:
        return False
    if "cuoi_doan" in data and end != passage.end:
        return False
    if "trong_nhay" not in data and text.quoted(start):
        return False
    before = text.whole[max(passage.start, start - _NEAR) : start]
    if "tru_truoc" in data and _ending(data["tru_truoc"]).search(before):
        return False
    if "chi_sau" in data and not _ends_with(before, data["chi_sau"]):
        return False
    return not ("tru_sau" in data and pattern(data["tru_sau"]).match(text.whole, end))


def _looks_at(rule: Rule, where: str) -> bool:
    wanted, left_out = rule.data.get("o"), rule.data.get("tru_o", ())
    if any(_is_in(where, name) for name in left_out):
        return False
    return wanted is None or any(_is_in(where, name) for name in wanted)


def _is_in(where: str, name: str) -> bool:
    """Whether a place is the named one or a part of it: "ky.ho_ten" is in "ky"."""
    return where == name or where.startswith(f"{name}.")


def _ends_with(before: str, known: Iterable[str]) -> bool:
    """Whether a text ends with one of some words and a blank, whatever its capitals."""
    return before.lower().endswith(tuple(f"{words} " for words in known))


@cache
def pattern(source: str) -> re.Pattern[str]:
    """A compiled pattern."""
    return later(source)


@cache
def _ending(source: str) -> re.Pattern[str]:
    return later(f"(?:{source})$")
