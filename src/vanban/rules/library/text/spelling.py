"""TXT-017: syllables that Vietnamese does not have: "đươc", "hòan", "đinhh", "thựchiện".

Only words with Vietnamese letters are judged, for others may be of any language. Of a word in
capitals, or with one at the beginning of a sentence, only the tone is judged; other words with a
capital may be names, which have their own letters, but no tone on the u of qu and no ngh before a.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from vanban.findings import Finding
from vanban.messages import _
from vanban.patterns import later
from vanban.rules.base import Rule, Subject
from vanban.rules.kinds.casing import begins_sentence
from vanban.rules.lists import named
from vanban.rules.views.text import HEADING, PROSE
from vanban.viet.syllables import is_syllable, is_toneless_syllable, seated, toneless

_TONED = "àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ"
_LETTERS = frozenset(f"abcdeghiklmnopqrstuvxyđăâêôơư{_TONED}")
_TONE = later(f"[{_TONED}]")
_VOWELS = later("[aăâeêioôơuưy]+")
_ABBREVIATION = later("(?!đ[aeiouy].{2})[a-zđ]+")
"""Words whose only Vietnamese letter is đ may be abbreviations: "gđ", "cđt"."""
_GOES_ON = later("[-/@_’'\u00ad\u200b-\u200d\u2060\ufeff]|[.]\\w")
_JOINED = frozenset("-/@_’'.\u00ad\u200b\u200c\u200d\u2060\ufeff")
"""Behind these stands a part of something longer: "tơ-rưng", a word with a soft hyphen in it."""
_OF_NO_NAME = later("ngh[aăâoôơuư]|q[ùúủũụ]")
"""What no name of any people is spelt with, tones left out of the first."""


def check(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A finding for each different word that is no syllable, at its first place."""
    slips = sorted(_slips(subject.text.typed_words))
    for word, spots in subject.text.spots_of(slips).items():
        judged = (spot for spot in spots if _is_judged(subject, spot, word))
        if spot := next(judged, None):
            yield _finding(rule, subject, spot, word)


def _finding(rule: Rule, subject: Subject, spot: tuple[int, int], word: str) -> Finding:
    right = seated(word)
    message = _("«{quote}» không phải âm tiết tiếng Việt.")
    if right:
        message = _("«{quote}» đặt dấu thanh sai chỗ; viết «{right}».")
    message = message.format(quote=word, right=right)
    return rule.hit(subject, *spot, message, right=right)


_fine: set[str] = set()
"""Words that were judged and are fine: nearly all of the next document are among them."""
_MOST = 100_000


def _slips(words: frozenset[str]) -> list[str]:
    new = words - _fine
    slips = [word for word in new if _is_slip(word)]
    if len(_fine) > _MOST:
        _fine.clear()
    _fine.update(new.difference(slips))
    return slips


def _is_slip(word: str) -> bool:
    """Whether a word looks Vietnamese and is no syllable of it, nor a known loan."""
    small = word.lower()
    if (
        word.isascii()
        or is_syllable(small)
        or len(word) == 1
        or not _LETTERS.issuperset(small)
        or small in _loans()
    ):
        return False
    if not word.islower():
        vietnamese = not small.replace("đ", "").isascii()
        plain = word.isupper() or word[1:].islower()
        return plain and vietnamese and (is_toneless_syllable(word) or _is_of_no_name(small))
    if _ABBREVIATION.fullmatch(small):
        return False
    tones = _TONE.findall(small)
    several = len(tones) > 1 and max(tones) > "\u00ff"
    return several or len(_VOWELS.findall(toneless(small))) == 1


def _is_of_no_name(small: str) -> bool:
    return bool(_OF_NO_NAME.match(small) or _OF_NO_NAME.match(toneless(small)))


def _is_judged(subject: Subject, spot: tuple[int, int], word: str) -> bool:
    text, (start, end) = subject.text, spot
    from vanban.rules.library.text.legacy_text import is_legacy  # its tables, for a slip alone

    part = text.whole[start - 1 : start] in _JOINED or _GOES_ON.match(text.whole, end)
    if part or text.quoted(start) or is_legacy(subject, start):
        return False
    if word.islower() or word.isupper() or _is_of_no_name(word.lower()):
        return True
    return text.passage(start).where in (PROSE, HEADING) and begins_sentence(text.whole, start)


@cache
def _loans() -> frozenset[str]:
    return frozenset(named("tu-vay-muon")["tu"])
