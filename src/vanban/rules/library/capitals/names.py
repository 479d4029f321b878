"""Names of people, and posts right before them: ND30-V-010 and V-042 (PL II-II.1.a, V.3)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from vanban.findings import Finding
from vanban.messages import _
from vanban.patterns import later
from vanban.rules.base import Rule, Subject
from vanban.rules.kinds.stretches import blamed, pattern
from vanban.rules.lists import named
from vanban.viet.capitals import CAPITAL, SMALL
from vanban.viet.text import comparable

_WORD = later(rf" (?P<x>[{CAPITAL}{SMALL}]+)")
_GIVEN = later(rf"(?: [{CAPITAL}][{SMALL}]*){{1,4}}(?![{CAPITAL}{SMALL}])")
_ENDS = later(r"[,;.)(\n]| [-–] ")
_ADDRESSED = later(r"(?<!\w)(?:ông|bà|anh|chị|cô|đồng chí|đ/c|cháu)(?: \(bà\))?:? $")
_NEAR = 24
"""So many characters before a name hold a form of address or a post."""

Stretch = tuple[int, int]


def people(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Syllables of a name that are small: "Nguyễn văn An", "ông Nguyễn Văn an"."""
    for stretches in (_in_names, _small_families):
        for start, end in stretches(subject):
            if blamed(rule, subject, start, end):
                right = subject.text.whole[start:end].title()
                message = _("Tên người viết hoa từng âm tiết: «{right}».").format(right=right)
                yield rule.hit(subject, start, end, message, right=right)


def _in_names(subject: Subject) -> Iterator[Stretch]:
    """The small syllable behind a family name: the middle one, or after it the given name.

    "văn" and "thị" tell a name by themselves; other middle names only after "ông", "bà".
    """
    whole, sure, likely = subject.text.whole, _known("dem_chac"), _known("dem")
    for at, end in subject.view(family_names):
        middle = _WORD.match(whole, end)
        given = middle and _WORD.match(whole, middle.end())
        if not middle or not given or middle["x"].lower() not in sure | likely:
            continue
        addressed = _addressed(subject, at)
        is_sure = middle["x"].lower() in sure
        if middle["x"].islower() and given["x"].istitle() and (is_sure or addressed):
            yield middle.span("x")
        ends = given["x"].islower() and _ENDS.match(whole, given.end())
        if ends and middle["x"].istitle() and is_sure and addressed:
            yield given.span("x")


def _small_families(subject: Subject) -> Iterator[Stretch]:
    """A small family name after "ông", "bà", with what is small behind it."""
    whole, sure = subject.text.whole, _known("dem_chac")
    for family in _by_word(_known("ho_thuong"), subject.text.words):
        for at in _places(whole, family):
            middle = _WORD.match(whole, at + len(family))
            if not middle or not _addressed(subject, at):
                continue
            given = _WORD.match(whole, middle.end())
            if middle["x"].istitle():
                yield at, at + len(family)
            elif middle["x"] in sure and given:
                yield at, given.end()


def posts(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Posts and degrees in small letters right before the name of who holds them."""
    for start, end, right in (*_before_names(rule, subject), *_fixed(rule, subject)):
        if blamed(rule, subject, start, end):
            message = _("Chức vụ, học vị đi liền với tên người viết hoa: «{right}».")
            yield rule.hit(subject, start, end, message.format(right=right), right=right)


def _before_names(rule: Rule, subject: Subject) -> Iterator[tuple[int, int, str]]:
    right_forms = rule.data["chuc_vu"]
    before = pattern(rf"(?<!\w)(?P<x>{'|'.join(right_forms)}) $")
    whole = subject.text.whole
    for at, end in subject.view(family_names):
        small = whole[at - 2 : at - 1].islower()
        found = small and before.search(whole, max(at - _NEAR, 0), at)
        if found and _names_somebody(whole, at, end):
            yield *found.span("x"), right_forms[found["x"]]


def _fixed(rule: Rule, subject: Subject) -> Iterator[tuple[int, int, str]]:
    """Posts that are one with their body: "chủ tịch Quốc hội"."""
    for post in rule.data["co_dinh"]:
        typed = post[0].lower() + post[1:]
        at = subject.text.whole.find(typed)
        while at >= 0:
            yield at, at + len(typed), post
            at = subject.text.whole.find(typed, at + 1)


def _names_somebody(whole: str, at: int, end: int) -> bool:
    """Whether a family name begins a person's name; "Hà Nội" and "Đoàn Thanh niên" do not."""
    given = _GIVEN.match(whole, end)
    if not given:
        return False
    family, count = whole[at:end], len(given[0].split())
    return count > 1 or family not in named("viet-hoa-ten-rieng")["ho_nhu_dia_danh"]


def family_names(subject: Subject) -> tuple[Stretch, ...]:
    """Where family names stand with a capital and a word behind them."""
    whole, capital = subject.text.whole, subject.text.capital_words
    families = _by_word(frozenset(named("ten-nguoi")["ho"]), capital)
    return tuple((at, at + len(name)) for name in families for at in _places(whole, name))


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
