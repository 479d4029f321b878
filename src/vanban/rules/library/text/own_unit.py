"""The name of the commune that issues a document, spelt otherwise in its text, for TXT-020."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.patterns import later
from vanban.rules.base import Subject
from vanban.rules.library.administration.known_places import communes, spelt
from vanban.rules.views.text import TABLE
from vanban.viet.capitals import CAPITAL, SMALL
from vanban.viet.text import comparable, unaccent

_SYLLABLE = rf"[{CAPITAL}][{SMALL}]+"
_UNIT = later(
    rf"(?:^|[ ,])(?P<noun>xã|phường|đặc khu) (?P<x>{_SYLLABLE}(?: {_SYLLABLE})+)(?=$|[,\n])"
)
_NOUNS = ("xã ", "phường ", "đặc khu ")
_FORMER = later(r"(?<!\w)(?:cũ|sáp nhập|hợp nhất|nhập|trước đây|giải thể)(?!\w)")


def misspelt(subject: Subject) -> Iterator[tuple[int, int, str]]:
    """Where a unit has the letters of one's own and other accents, with the right name.

    Another unit that there is, or was before a merger, may be named so.
    """
    text = subject.text
    for noun, name in sorted(_own_units(subject)):
        for at, end in text.spots(noun):
            start, stop = end + 1, end + 1 + len(name)
            typed = text.whole[start:stop]
            if not typed.istitle() or not _is_slip(typed, name) or text.quoted(start):
                continue
            line = text.passage(at)
            if line.where != TABLE and line.end >= stop and not _FORMER.search(line.text):
                yield at, stop, f"{noun} {name}"


def _own_units(subject: Subject) -> set[tuple[str, str]]:
    bodies = subject.doc.co_quan
    names = (name or "" for body in bodies for name in (body.ban_hanh, body.chu_quan))
    of_units = (name for name in names if any(noun in name for noun in _NOUNS))
    found = (_UNIT.search(name) for name in of_units)
    return {(one["noun"], one["x"]) for one in found if one}


def _is_slip(typed: str, name: str) -> bool:
    same = unaccent(typed).lower() == unaccent(name).lower()
    return same and comparable(typed) != comparable(name) and spelt(typed) not in communes()
