"""Names of people in small letters: ND30-V-010 (PL II-II.1.a)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from vanban.findings import Finding
from vanban.messages import _
from vanban.patterns import later
from vanban.rules.base import Rule, Subject
from vanban.rules.kinds.stretches import blamed
from vanban.rules.lists import named
from vanban.rules.views.text import Passage
from vanban.viet.capitals import CAPITAL, SMALL
from vanban.viet.text import comparable

_WORD = later(rf" (?P<x>[{CAPITAL}{SMALL}]+)")
_ENDS = later(r"[,;.)(\n]| [-–] ")
_ADDRESSED = later(r"(?<!\w)(?:ông|bà|anh|chị|cô|đồng chí|đ/c|cháu)(?: \(bà\))?:? $")
_IN_ANOTHER = later(rf"(?<!\w)(?!Ông|Bà)[{CAPITAL}][{SMALL}]+ $")
"""The end of a name before a word that may be a part of it: "Lưu Quang " before "Vũ"."""

_SYLLABLE = later(rf"(?<!\S)[{CAPITAL}{SMALL}]+(?!\S)")
_BARE = later(r"[^,;(\[\d]*")
"""A name in a field without what is told of its holder: "Nguyễn Văn An (thay)"."""

_NEAR = 24
"""So many characters before a name hold a form of address or a post."""

Stretch = tuple[int, int]


def people(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Syllables of a name that are small: "Nguyễn văn An", "ông Nguyễn Văn an"."""
    fields = rule.data["truong_ten"]
    found = [*_in_names(subject), *_small_families(subject)]
    stretches = [one for one in found if subject.text.passage(one[0]).where not in fields]
    for start, end in (*stretches, *_in_fields(rule, subject)):
        if blamed(rule, subject, start, end):
            right = subject.text.whole[start:end].title()
            message = _("Tên người viết hoa từng âm tiết: «{right}».").format(right=right)
            yield rule.hit(subject, start, end, message, right=right)


def _in_names(subject: Subject) -> Iterator[Stretch]:
    """The small syllable behind a family name: a middle one, or after it the given name.

    "văn" and "thị" tell a name by themselves; other middle names only after "ông", "bà", or
    behind a family name that is nothing else.
    """
    whole, sure, likely = subject.text.whole, _known("dem_chac"), _known("dem")
    for at, end in subject.view(family_names):
        if not subject.text.plain.startswith(_middles(), end + 1):
            continue
        start, stop = end + 1, whole.index(" ", end + 1)
        middle = whole[start:stop]
        is_sure = middle.lower() in sure
        given = _WORD.match(whole, stop) if is_sure or whole[stop + 1].isupper() else None
        if not given or middle.lower() not in sure | likely:
            continue
        if middle.islower():
            tells = is_sure or _addressed(subject, at) or _by_itself(whole, at, end, middle)
            if given["x"].istitle() and tells:
                yield start, stop
        elif is_sure and given["x"].islower():
            last = _WORD.match(whole, given.end())
            is_middle = last and last["x"].istitle() and given["x"] in likely
            if is_middle or (_ENDS.match(whole, given.end()) and _addressed(subject, at)):
                yield given.span("x")


@cache
def _middles() -> tuple[str, ...]:
    """The middle names with the blank behind them, as `Text.plain` has them."""
    return tuple(f"{comparable(name)} " for name in _known("dem_chac") | _known("dem"))


def _by_itself(whole: str, at: int, end: int, middle: str) -> bool:
    """Whether a family name and a small middle one are nobody else's words: "Trịnh công Lâm"."""
    if middle not in _known("dem_mot_minh") or whole[at:end] in _like_places():
        return False
    return _IN_ANOTHER.search(whole, max(at - _NEAR, 0), at) is None


def _small_families(subject: Subject) -> Iterator[Stretch]:
    """A small family name after "ông", "bà", with what is small behind it."""
    whole, sure = subject.text.whole, _known("dem_chac")
    for family in _by_word(_known("ho_thuong"), subject.text.words):
        for at in _places(whole, family):
            middle = _WORD.match(whole, at + len(family))
            is_name = middle and (middle["x"].istitle() or middle["x"] in sure)
            if not middle or not is_name or not _addressed(subject, at):
                continue
            given = _WORD.match(whole, middle.end())
            if middle["x"].istitle():
                yield at, at + len(family)
            elif given:
                yield at, given.end()


def _in_fields(rule: Rule, subject: Subject) -> Iterator[Stretch]:
    """The small syllables in fields that hold nothing but a name, from the family name on."""
    places = subject.text.places
    for passage in (p for field in rule.data["truong_ten"] for p in places.get(field, ())):
        yield from _small_syllables(passage)


def _small_syllables(passage: Passage) -> Iterator[Stretch]:
    bare = _BARE.match(passage.text)
    syllables = [*_SYLLABLE.finditer(bare[0])] if bare else []
    first = next((i for i, one in enumerate(syllables) if one[0] in families()), None)
    if first is None and syllables and syllables[0][0].capitalize() in families():
        first = 0
    for one in syllables[first:] if first is not None else ():
        if one[0][0].islower() and one[0] not in named("ten-nguoi")["chu_noi"]:
            yield passage.start + one.start(), passage.start + one.end()


def family_names(subject: Subject) -> tuple[Stretch, ...]:
    """Where family names stand with a capital and a word behind them."""
    whole, capital = subject.text.whole, subject.text.capital_words
    present = _by_word(families(), capital)
    return tuple((at, at + len(name)) for name in present for at in _places(whole, name))


def may_be_place(family: str) -> bool:
    """Whether a family name by itself often begins a place or body: "Hà Nội", "Đoàn Thanh niên"."""
    return family in _like_places()


@cache
def families() -> frozenset[str]:
    """The family names that are known, the rarer ones too."""
    known = named("ten-nguoi")
    return frozenset((*known["ho"], *known["ho_khac"]))


@cache
def _like_places() -> frozenset[str]:
    return _known("ho_nhu_dia_danh") | frozenset(named("ten-nguoi")["ho_khac"])


def _by_word(known: frozenset[str], present: frozenset[str]) -> list[str]:
    """The names of one syllable that are among some words."""
    names = _comparable(known)
    return [names[word] for word in sorted(names.keys() & present)]


@cache
def _comparable(known: frozenset[str]) -> Mapping[str, str]:
    return {comparable(name): name for name in known}


def _places(whole: str, word: str) -> Iterator[int]:
    """The offsets of a word with a blank behind it."""
    at = whole.find(f"{word} ")
    while at >= 0:
        if not whole[at - 1 : at].isalnum():
            yield at
        at = whole.find(f"{word} ", at + 1)


def _addressed(subject: Subject, at: int) -> bool:
    return _ADDRESSED.search(subject.text.plain, max(at - _NEAR, 0), at) is not None


@cache
def _known(name: str) -> frozenset[str]:
    return frozenset(named("viet-hoa-ten-rieng")[name])
