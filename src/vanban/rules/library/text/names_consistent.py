"""TXT-020: the name of one person, or of one body, spelt in two ways in one document.

Persons: another place of the tone; against the signer's name another tone as well. Bodies: another
dash between their parts ("Văn hóa - Xã hội", "Văn hóa – Xã hội"). Capitals are other rules' matter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain

from vanban.findings import Finding
from vanban.messages import _
from vanban.patterns import later
from vanban.rules.base import Rule, Subject
from vanban.rules.library.capitals.names import family_names
from vanban.rules.library.everywhere import Place, finding
from vanban.rules.views.text import TABLE
from vanban.viet.capitals import CAPITAL, SMALL
from vanban.viet.text import comparable, unaccent

_REST = later(rf"(?: [{CAPITAL}][{SMALL}]+){{2,4}}(?![\w-])")
_DASHES = "-–"
_BEFORE = later(rf"(?P<part>[{CAPITAL}][{SMALL}]+(?: [{SMALL}]+)?)(?P<blank>[ \u00a0]?)$")
_AFTER = later(rf"(?P<blank>[ \u00a0]?)(?P<part>[{CAPITAL}][{SMALL}]+)")
_NEAR = 24
"""So many characters before a dash hold the words that it joins."""

Spots = dict[str, list[tuple[int, int]]]
"""Spellings of a name, and where each stands."""


def check(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A finding for each spelling of a name but the commonest, at its first place."""
    people = _people(subject)
    for name, right in sorted({**_other_place(people), **_other_tone(subject, people)}.items()):
        message = _("Tên «{quote}» ở chỗ khác viết là «{right}».")
        message = message.format(quote=name, right=right)
        yield rule.hit(subject, *people[name][0], message)
    yield from _dashes(rule, subject)


def _people(subject: Subject) -> Spots:
    """Names of three words or more outside tables, which may list namesakes."""
    found: Spots = defaultdict(list)
    text = subject.text
    for start, end in subject.view(family_names):
        rest = _REST.match(text.whole, end)
        if rest and text.passage(start).where != TABLE and not text.quoted(start):
            found[text.whole[start : rest.end()]].append((start, rest.end()))
    return found


def _other_place(people: Spots) -> dict[str, str]:
    """Each name that differs from a commoner one in the place of a tone, with that one."""
    alike: dict[str, list[str]] = defaultdict(list)
    for name in people:
        alike[comparable(name)].append(name)
    found: dict[str, str] = {}
    for spellings in alike.values():
        usual, *others = sorted(spellings, key=lambda name: (-len(people[name]), people[name]))
        found.update(dict.fromkeys(others, usual))
    return found


def _other_tone(subject: Subject, people: Spots) -> dict[str, str]:
    """Each name that has the signer's letters and other accents, with the signer's."""
    signers = [ky.ho_ten for ky in subject.doc.ky if ky.ho_ten]
    known = {unaccent(name).lower(): name for name in signers}
    same = set(map(comparable, signers))
    return {
        name: known[key]
        for name in people
        if (key := unaccent(name).lower()) in known and comparable(name) not in same
    }


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
