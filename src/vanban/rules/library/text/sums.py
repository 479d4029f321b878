"""TXT-011: a number in figures and the same in words: "486.500.000 đồng (bằng chữ: …)",
"04 (bốn) bản", "28.000 đồng (hai mươi tám nghìn đồng)".

Both are compared only when both can be read; of several sums before the words one that fits is
enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from vanban.findings import Finding
from vanban.messages import _
from vanban.patterns import later
from vanban.rules.base import Rule, Subject
from vanban.rules.views.text import TABLE
from vanban.viet.number_words import from_words, money_from_words
from vanban.viet.numerals import number, parse_number

_IN_WORDS = later(r"(?:viết |ghi )?bằng chữ(?: là)?[ \u00a0]*:?[ \u00a0]*(?P<words>[^()\d:\n]+)")
_SUM = later(
    r"(?<![\w.,/-])(?P<figures>\d[\d.,]*\d|\d)[ \u00a0]*(?P<unit>(?:nghìn|ngàn|triệu|tỷ|tỉ)?)"
    r"(?P<money>[ \u00a0]*(?:đồng|vnđ|vnd|đ)(?!\w))?(?![/%])"
)
_UNITS = {"": 1, "nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
_BESIDE = later(r"\((?P<words>(?:không|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|âm)\b[^()\n\d]*)\)")
_FIGURES = later(r"(?<![\w.,/-])(?P<figures>\d{1,3}(?:\.\d{3})*)[ \u00a0]?(?P<money>đồng |đ )?$")
_UNCLEAR = frozenset({"năm", "không", "hai", "ba"})
_LONGEST = 24
"""No number is longer."""
_FAR = 160
"""So many characters before the words the figures are looked for."""
_AT_ONCE = 12
"""Words that begin so near to the beginning of a line are about the line before."""


def check(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A finding for each number whose words say another one."""
    plain = subject.text.plain
    if "bằng chữ" in plain:
        yield from _sums(rule, subject)
    for found in _BESIDE.finditer(plain):
        figures = _FIGURES.search(plain, max(found.start() - _LONGEST, 0), found.start())
        said = _said(figures, found) if figures else None
        if figures and said is not None and said != int(figures["figures"].replace(".", "")):
            yield _finding(rule, subject, figures.start(), found.end(), said)


def _said(figures: re.Match[str], found: re.Match[str]) -> int | None:
    """The number that words in brackets say; None for one that cannot be read, or is unclear."""
    if figures["money"]:
        return money_from_words(found["words"]) if "đồng" in found["words"] else None
    return from_words(found["words"]) if _is_clear(figures, found) else None


def _is_clear(figures: re.Match[str], words: re.Match[str]) -> bool:
    """Whether words in brackets are surely a number: "(năm)" may mean years, but not behind 04."""
    return words["words"] not in _UNCLEAR or figures["figures"].startswith("0")


def _sums(rule: Rule, subject: Subject) -> Iterator[Finding]:
    plain = subject.text.plain
    for found in _IN_WORDS.finditer(plain):
        said = money_from_words(found["words"])
        begin = max(_beginning(subject, found.start()), found.start() - _FAR)
        sums = list(_SUM.finditer(plain, begin, found.start()))
        money = [each for each in sums if each["money"]] or sums
        read = [value for each in money if (value := _value(each)) is not None]
        if said is not None and read and Decimal(said) not in read:
            yield _finding(rule, subject, *found.span(), said)


def _beginning(subject: Subject, at: int) -> int:
    """Where figures may stand for words: in their line, or in the one before that they follow."""
    passage = subject.text.passage(at)
    if at - passage.start > _AT_ONCE or not passage.start:
        return passage.start
    before = subject.text.passage(passage.start - 1)
    return passage.start if TABLE in (before.where, passage.where) else before.start


def _value(found: re.Match[str]) -> Decimal | None:
    figures = parse_number(found["figures"])
    return None if figures is None else figures * _UNITS[found["unit"]]


def _finding(rule: Rule, subject: Subject, start: int, end: int, said: int) -> Finding:
    message = _("Số viết bằng chữ là {said}, khác với số viết bằng chữ số.")
    return rule.hit(subject, start, end, message.format(said=number(said)))
