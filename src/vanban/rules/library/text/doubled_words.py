"""TXT-015: a word, or two words, typed twice: "của của", "thực hiện thực hiện".

Vietnamese doubles words on purpose ("luôn luôn"), and the second half of one word may be the
first half of the next ("cơ quan quan trọng"). So single words are judged only when they are
listed: little words that hardly end or begin another one. ``tru`` names the words behind, or
before, which even they do; a body that is named for its task may do it ("Tổ kiểm tra kiểm tra").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import compress, count
from operator import eq

from vanban.findings import Finding
from vanban.messages import _
from vanban.patterns import later
from vanban.rules.base import Rule, Subject
from vanban.rules.lists import named
from vanban.viet.syllables import is_syllable
from vanban.viet.text import comparable

_WORD_BEFORE = later(r"(\w+) $")
_WORD_AFTER = later(r" (\w+)")
_NEAR = 12


def check(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A finding for each doubling, the second half of which the fix takes away."""
    for phrase in sorted({*_doubled(subject.text.chunks), *_doubled_first(subject)}):
        for found in _written(phrase).finditer(subject.text.plain):
            if not _is_meant(subject, found, phrase):
                start, end = found.span()
                quote = subject.text.whole[start:end]
                right = quote[: found.end("one") - start]
                message = _("Lặp chữ «{quote}».").format(quote=quote)
                yield rule.hit(subject, start, end, message, right=right, safe=False)


def _doubled(words: list[str]) -> frozenset[str]:
    """The words, and pairs of words, that stand twice in a row and may be a slip."""
    once = map(str.lower, compress(words, map(eq, words, words[1:])))
    return _listed("chu").intersection(once).union(filter(_is_pair, _pairs(words)))


def _pairs(words: list[str]) -> Iterator[str]:
    """The pairs of words that stand twice in a row; one of the two is at an even place."""
    for even in compress(count(0, 2), map(eq, words[::2], words[2::2])):
        for at in (even - 1, even):
            if words[at : at + 2] == words[at + 2 : at + 4]:
                yield f"{words[at]} {words[at + 1]}".lower()


def _doubled_first(subject: Subject) -> Iterator[str]:
    """The words that stand twice at the beginning of a sentence: "Các các phòng"."""
    text = subject.text
    for word in text.typed_words & _listed_capital():
        if f"{word} {word.lower()}" in text.whole:
            yield word.lower()


def _is_pair(phrase: str) -> bool:
    """Whether two different words are meant once: "thực hiện", but not "từng bước"."""
    first, second = phrase.split()
    syllables = is_syllable(first) and is_syllable(second)
    return first != second and syllables and phrase not in _listed("cap_lay")


@cache
def _written(phrase: str) -> re.Pattern[str]:
    once = re.escape(comparable(phrase))
    return re.compile(rf"(?<![\w-])(?P<one>{once}) {once}(?![\w-])")


def _is_meant(subject: Subject, found: re.Match[str], phrase: str) -> bool:
    """Whether the doubling makes sense where it stands: beside its listed words, in a name."""
    text = subject.text
    whole, start, end = text.whole, found.start(), found.end()
    again = found.end("one") + 1
    if whole[again].isupper() and not whole[start:end].isupper():
        return True
    excuses: Mapping[str, list[str]] = named("tu-lap")["tru"].get(phrase, {})
    before = _WORD_BEFORE.search(text.plain, max(start - _NEAR, 0), start)
    after = _WORD_AFTER.match(text.plain, end)
    if phrase in _listed("viec_cua_co_quan") and before and before[1] in _listed("co_quan"):
        return True
    return bool(
        (before and before[1] in excuses.get("sau", ()))
        or (after and after[1] in excuses.get("truoc", ()))
    )


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(named("tu-lap")[name])


@cache
def _listed_capital() -> frozenset[str]:
    return frozenset(word.capitalize() for word in named("tu-lap")["chu"])
