"""One finding for what stands in many places, with a fix that mends all of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from vanban.findings import Edit, Finding, Fix
from vanban.rules import edits
from vanban.rules.base import Rule, Subject


class Place(Struct, frozen=True):
    """A stretch of the whole text, inside one passage, and what should stand there."""

    start: int
    end: int
    right: str


def finding(
    rule: Rule, subject: Subject, places: Sequence[Place], message: str, *, safe: bool = True
) -> Finding:
    """A finding at the first of some places, with the fix that mends them all."""
    hit = rule.hit(subject, places[0].start, places[0].end, message)
    return replace(hit, fix=mending(subject, places, safe=safe))


def mending(subject: Subject, places: Iterable[Place], *, safe: bool) -> Fix | None:
    """The fix for each of the places that the source spells alike; None when it spells none so."""
    made = tuple(edit for place in places if (edit := _edit(subject, place)))
    return Fix(made, safe) if made else None


def _edit(subject: Subject, place: Place) -> Edit | None:
    passage = subject.text.passage(place.start)
    begin, end = place.start - passage.start, place.end - passage.start
    return edits.edit_of(subject.origin, passage.path, begin, end, place.right)
