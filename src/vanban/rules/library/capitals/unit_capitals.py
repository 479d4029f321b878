"""Administrative units: the noun small before a geographic name, capital before others.

ND30-V-020 and V-021 (PL II-III.1.a, b): "tỉnh Nam Định", but "Quận 1", "Phường Điện Biên Phủ".
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from vanban.findings import Finding
from vanban.messages import _
from vanban.patterns import later
from vanban.rules.base import Rule, Subject
from vanban.rules.kinds.casing import begins_sentence, cased
from vanban.rules.kinds.stretches import blamed
from vanban.rules.library.capitals.communes import half_small
from vanban.rules.lists import named
from vanban.rules.views.phrases import index, words
from vanban.viet.capitals import CAPITAL, SMALL

_NAME = later(rf"[{CAPITAL}][{SMALL}]*(?: [{CAPITAL}][{SMALL}]*){{0,3}}(?![\w-])")
_NUMBER = later(
    r"[1-9]\d?(?=[,;.)\n]| (?:quận|Quận|thành phố|Thành phố|TP|của|và|thuộc|có|đã|được|sẽ) )"
)
_OPENS = later(r"[(\[“\"‘':;/–-]\s*$")
"""What a capital may stand behind as at the beginning of a sentence."""

_UNIT = later(r"(?<!\w)(?:tỉnh|thành phố|tp\.?) $")
_LAST_WORD = later(r"\w+,? $")
_NEAR = 12

Stretch = tuple[int, int]


def nouns(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A capital noun inside a sentence ("thuộc Tỉnh Nam Định"); a name with a small syllable."""
    whole = subject.text.whole
    for start, end in _capital_nouns(rule, subject):
        right = _noun(whole, start, end)
        if whole[start:end] != right and blamed(rule, subject, start, end):
            message = _("Danh từ chung chỉ đơn vị hành chính viết thường: «{right} …».")
            yield rule.hit(subject, start, end, message.format(right=right), right=right)
    for start, end, right in (*_provinces_named(subject), *half_small(rule, subject)):
        if whole[start:end] != right and blamed(rule, subject, start, end):
            message = _("Địa danh viết hoa từng âm tiết: «{right}».").format(right=right)
            yield rule.hit(subject, start, end, message, right=right)


def _noun(whole: str, start: int, end: int) -> str:
    """How the noun of a unit is written in its place."""
    opens = begins_sentence(whole, start) or _OPENS.search(whole[max(start - 3, 0) : start])
    noun = whole[start:end]
    return noun.capitalize() if opens else noun.lower()


def _capital_nouns(rule: Rule, subject: Subject) -> Iterator[Stretch]:
    """The capital nouns with a geographic name behind them."""
    whole, capital = subject.text.whole, subject.text.capital_words
    for noun in rule.data["danh_tu"]:
        for start, end in _places(whole, noun) if words(noun) & capital else ():
            found = whole[end + 1].isupper() and _NAME.match(whole, end + 1)
            if found and _is_geographic(noun.lower(), found[0]):
                yield start, end


def _is_geographic(noun: str, name: str) -> bool:
    """Whether a name is that of a unit, and no person's; "Xã Hội" is none."""
    syllables = name.split()
    if noun in {"tỉnh", "thành phố"}:
        return any(" ".join(syllables[:count]) in _towns() for count in (1, 2, 3))
    if len(syllables) < 2 or name in _honoured():
        return False
    return syllables[0] not in (*named("ten-nguoi")["ho"], *_listed("sau_don_vi"))


def _provinces_named(subject: Subject) -> Iterator[tuple[int, int, str]]:
    """Names of provinces and cities behind "tỉnh", "thành phố"; some are plain by themselves.

    Those that are not typed as they should be, each with its offsets and how it is written.
    """
    text = subject.text
    for name in index(_provinces()).within(text.words):
        for at in text.find(name):
            typed = text.whole[at : at + len(name)]
            if typed == name or typed.isupper():
                continue
            if name in _listed("ro") or _UNIT.search(text.plain, max(at - _NEAR, 0), at):
                yield at, at + len(name), cased(typed, name)


def honoured(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A small noun before the number, person or event that a unit is named after."""
    whole = subject.text.whole
    for noun in rule.data["danh_tu"]:
        for start, end in _places(whole, noun) if words(noun) <= subject.text.words else ():
            found = _number_or_name(rule, noun, whole, end + 1)
            if found and _stands_alone(rule, whole, start) and blamed(rule, subject, start, end):
                right = noun.capitalize()
                message = _("Đơn vị mang tên người, con số, sự kiện viết hoa: «{right} {name}».")
                message = message.format(right=right, name=found)
                yield rule.hit(subject, start, end, message, right=right)


def _number_or_name(rule: Rule, noun: str, whole: str, at: int) -> str:
    number = _NUMBER.match(whole, at) if noun in rule.data["mang_so"] else None
    name = whole[at].isupper() and _NAME.match(whole, at)
    if number:
        return number[0]
    return name[0] if name and name[0] in _honoured() else ""


def _stands_alone(rule: Rule, whole: str, at: int) -> bool:
    """Whether a unit is named for itself, not in the name of a body or in a list of kinds."""
    found = _LAST_WORD.search(whole, max(at - _NEAR, 0), at)
    before = found[0].rstrip() if found else ""
    if before.endswith(","):
        return before[:-1] not in rule.data["danh_tu"]
    return before in rule.data["sau"]


def _places(whole: str, noun: str) -> Iterator[Stretch]:
    """Where a noun stands as a whole word with a blank behind it; "Xã" not in "Thị Xã"."""
    at = whole.find(f"{noun} ")
    while at >= 0:
        if not whole[at - 1 : at].isalnum() and not whole.startswith("hị ", at - 3):
            yield at, at + len(noun)
        at = whole.find(f"{noun} ", at + 1)


@cache
def _provinces() -> tuple[str, ...]:
    """Provinces and cities of today and of before, but for Hồ Chí Minh, and other plain names."""
    known = named("tinh-thanh")
    names = {*known["hien_hanh"], *known["cu"], *_listed("tinh_cu"), *_listed("ro")}
    return tuple(sorted(names - {"Hồ Chí Minh"}))


@cache
def _towns() -> frozenset[str]:
    return frozenset((*_provinces(), *_listed("thanh_pho")))


def named_after_somebody(name: str) -> bool:
    """Whether a name of a person or an event is also that of an administrative unit."""
    return name in _honoured()


@cache
def _honoured() -> frozenset[str]:
    """The persons and events that units are named after."""
    known = named("dia-danh-ten-nguoi")
    return frozenset((*known["ten_nguoi"], *known["su_kien"], *_listed("mang_ten")))


def _listed(key: str) -> Any:
    return named("viet-hoa-ten-rieng")[key]
