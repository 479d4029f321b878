"""Names of people that are one name spelt in two ways, for TXT-020.

Many people share their letters ("Hùng", "Hưng"), so what differs in tones alone is a slip only
where more speaks for it: that the other one signs or is whom the document is about, that no name
has such a syllable, or that the other one is named again and again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache

from vanban.patterns import later
from vanban.rules.base import Subject
from vanban.rules.library.capitals.names import families, family_names
from vanban.rules.library.text.posts_beside import has_other_post, post_behind
from vanban.rules.lists import named
from vanban.rules.views.text import TABLE
from vanban.viet.capitals import CAPITAL, SMALL
from vanban.viet.syllables import is_syllable
from vanban.viet.text import comparable, unaccent

_REST = later(rf"(?: [{CAPITAL}][{SMALL}]+){{2,4}}(?![\w-])")
_FAR = 32
"""Two syllables have fewer characters."""
_FIELDS = ("nguoi.ho_ten", "chu_tri", "thu_ky")
"""Fields that name whom a document is about."""

_OFTEN = 3
"""Who is named so often is spelt right there."""

_MANY = 12
"""Among more people than that two may share a common name but for its tone."""

Spots = Mapping[str, Sequence[tuple[int, int]]]
"""Spellings of a name, and where each stands."""


def spots(subject: Subject) -> Spots:
    """Names of three words or more outside tables, which may list namesakes."""
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    text = subject.text
    for start, end in subject.view(family_names):
        rest = _has_more(text.whole, end) and _REST.match(text.whole, end)
        if rest and text.passage(start).where != TABLE and not text.quoted(start):
            found[text.whole[start : rest.end()]].append((start, rest.end()))
    return found


def _has_more(whole: str, end: int) -> bool:
    """Whether two words with a capital stand behind a family name, which is cheap to tell."""
    behind = whole[end : end + _FAR].split(" ", 3)[1:3]
    return len(behind) > 1 and all(word[:1].isupper() for word in behind)


def slips(subject: Subject) -> dict[str, str]:
    """Each name that is another one mistyped, with that one."""
    people = subject.view(spots)
    if len(people) < 2:
        return {}
    return {**_other_place(people), **_other_tone(subject, people), **dict(_other_letter(people))}


def _other_place(people: Spots) -> dict[str, str]:
    """Each name that differs from a commoner one in the place of a tone, with that one."""
    found: dict[str, str] = {}
    for spellings in _alike(people, comparable):
        usual, *others = sorted(spellings, key=lambda name: (-len(people[name]), people[name]))
        found.update(dict.fromkeys(others, usual))
    return found


def _other_tone(subject: Subject, people: Spots) -> dict[str, str]:
    """Each name that has the letters of a surer one and other accents, with that one."""
    posts = _principals(subject, people)
    known = {_letters(name): name for name in posts}
    right = set(map(comparable, posts))
    found: dict[str, str] = {}
    for spellings in _alike({**dict.fromkeys(posts, ()), **people}, _letters):
        often = max(spellings, key=lambda name: len(people.get(name, ())))
        usual = known.get(_letters(often), often)
        for odd in spellings:
            is_right = comparable(odd) in {*right, comparable(usual)}
            if not is_right and _is_slip(subject, people, posts, odd, usual):
                found[odd] = usual
    return found


def _is_slip(
    subject: Subject, people: Spots, posts: Mapping[str, str], odd: str, usual: str
) -> bool:
    """Whether a name with the letters of a usual one is no namesake's."""
    if usual in posts and has_other_post(subject, people[odd], posts[usual]):
        return False
    if _is_strange(odd, usual):
        return usual in posts or len(people[usual]) > 1
    if usual in posts:
        return len(people) <= _MANY or not _is_common(usual)
    return _is_rarer(subject, people, odd, usual)


def _principals(subject: Subject, people: Spots) -> dict[str, str]:
    """Those who sign or whom the document is about, with their posts; empty where none is told."""
    found = {
        name: post_behind(subject, end)
        for name, places in people.items()
        for start, end in places
        if subject.text.passage(start).where in _FIELDS
    }
    signers = (ky for ky in subject.doc.ky if ky.ho_ten)
    return found | {
        ky.ho_ten or "": (ky.chuc_vu_khac or ky.chuc_vu or "").lower() for ky in signers
    }


def _is_strange(odd: str, usual: str) -> bool:
    """Whether a name differs in a syllable that names do not have: "Mính" against "Minh"."""
    pairs = zip(comparable(odd).split(), comparable(usual).split(), strict=True)
    return any(one != model and one not in _syllables() for one, model in pairs)


def _is_rarer(subject: Subject, people: Spots, odd: str, usual: str) -> bool:
    """Whether a name stands once and a like one again and again, never side by side."""
    if len(people[usual]) < _OFTEN or len(people[odd]) > 1 or _is_common(usual):
        return False
    [(start, _end)] = people[odd]
    line = subject.text.passage(start)
    return all(subject.text.passage(at) != line for at, _end in people[usual])


def _is_common(name: str) -> bool:
    """Whether so many people have such a name that two may have it in one document."""
    known, parts = named("ten-nguoi"), name.split()
    return len(parts) == 3 and parts[0] in known["ho_dong"] and parts[1] in {"Văn", "Thị"}


def _other_letter(people: Spots) -> Iterator[tuple[str, str]]:
    """Each name with one that it is save for a syllable that a letter too many, too few spoils."""
    around: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name in people:
        for frame, _syllable in _frames(name):
            around[frame].append(name)
    for name in people:
        for frame, syllable in _frames(name):
            if is_syllable(syllable.lower()):
                continue
            for other in around[frame]:
                right = other[len(frame[0]) : len(other) - len(frame[1])]
                if is_syllable(right.lower()) and _is_mistyped(syllable, right):
                    yield name, other


def _frames(name: str) -> Iterator[tuple[tuple[str, str], str]]:
    """What stands before and behind each syllable of a name, with the syllable."""
    at = 0
    for syllable in name.split(" "):
        end = at + len(syllable)
        yield (name[:at], name[end:]), syllable
        at = end + 1


def _is_mistyped(typed: str, right: str) -> bool:
    """Whether a letter is doubled, added or left out, or two have changed places.

    >>> _is_mistyped("Nhunng", "Nhung"), _is_mistyped("Nhugn", "Nhung")
    (True, True)
    >>> _is_mistyped("Krang", "Trang")
    False
    """
    longer, shorter = sorted((typed, right), key=len, reverse=True)
    if len(longer) == len(shorter):
        return typed != right and any(
            typed[:at] + typed[at + 1] + typed[at] + typed[at + 2 :] == right
            for at in range(1, len(typed) - 1)
        )
    return any(longer[:at] + longer[at + 1 :] == shorter for at in range(1, len(longer)))


def _alike(people: Spots, key: Callable[[str], str]) -> Iterator[list[str]]:
    """The names that are the same by some key, where there are several."""
    groups: dict[str, list[str]] = defaultdict(list)
    for name in people:
        groups[key(name)].append(name)
    return (names for names in groups.values() if len(names) > 1)


def _letters(name: str) -> str:
    return unaccent(name).lower()


@cache
def _syllables() -> frozenset[str]:
    return frozenset(map(comparable, (*named("ten-nguoi")["am_tiet"], *families(), "Văn", "Thị")))
