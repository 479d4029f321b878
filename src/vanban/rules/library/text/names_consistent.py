"""TXT-020: the name of one person, place or body, spelt in two ways in one document.

Of bodies it is the dash between their parts ("Văn hóa - Xã hội", "Văn hóa – Xã hội"). Capitals
are other rules' matter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain

from vanban.findings import Finding
from vanban.messages import _
from vanban.patterns import later
from vanban.rules.base import Rule, Subject
from vanban.rules.library.everywhere import Place, finding
from vanban.rules.library.text.own_unit import misspelt
from vanban.rules.library.text.people_alike import slips, spots
from vanban.viet.capitals import CAPITAL, SMALL
from vanban.viet.text import comparable

_DASHES = "-–"
_BEFORE = later(rf"(?P<part>[{CAPITAL}][{SMALL}]+(?: [{SMALL}]+)?)(?P<blank>[ \u00a0]?)$")
_AFTER = later(rf"(?P<blank>[ \u00a0]?)(?P<part>[{CAPITAL}][{SMALL}]+)")
_NEAR = 24
"""So many characters before a dash hold the words that it joins."""


def check(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A finding for each spelling of a name but the right or commonest, at its first place."""
    people = subject.view(spots)
    for name, right in sorted(slips(subject).items()):
        message = _("Tên «{quote}» ở chỗ khác viết là «{right}».")
        message = message.format(quote=name, right=right)
        yield rule.hit(subject, *people[name][0], message)
    for start, end, right in misspelt(subject):
        message = _("Tên «{quote}» ở chỗ khác viết là «{right}».")
        message = message.format(quote=subject.text.whole[start:end], right=right)
        yield rule.hit(subject, start, end, message)
    yield from _dashes(rule, subject)


def _dashes(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Names whose parts are joined by one dash here and by another there."""
    names: dict[tuple[str, str], dict[str, list[Place]]] = defaultdict(lambda: defaultdict(list))
    whole = subject.text.whole
    for at in sorted(chain.from_iterable(map(subject.text.offsets, _DASHES))):
        after = _AFTER.match(whole, at + 1)
        before = after and _BEFORE.search(whole, max(at - _NEAR, 0), at)
        if before and after and not subject.text.quoted(at):
            key = (comparable(before["part"]), comparable(after["part"]))
            typed = before["blank"] + whole[at] + after["blank"]
            start, end = before.start(), after.end()
            names[key][typed].append(Place(start, end, whole[start:end]))
    for dashes in names.values():
        usual, *others = sorted(dashes, key=lambda typed: (-len(dashes[typed]), typed))
        for typed in others:
            yield _dash(rule, subject, dashes[typed], typed, usual)


def _dash(rule: Rule, subject: Subject, places: list[Place], dash: str, usual: str) -> Finding:
    mended = [Place(p.start, p.end, p.right.replace(dash, usual)) for p in places]
    message = _("Tên «{quote}» ở chỗ khác viết là «{right}».")
    message = message.format(quote=places[0].right, right=mended[0].right)
    return finding(rule, subject, mended, message)
