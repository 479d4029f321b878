"""TXT-016: abbreviations explained nowhere or too late, and explanations that nobody uses.

Usual abbreviations need no explanation (the list "viet-tat"). Explained is what stands in
brackets behind its words, or what is said to be short for them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from vanban.findings import Finding
from vanban.messages import _
from vanban.patterns import later
from vanban.rules.base import Rule, Subject
from vanban.rules.lists import named
from vanban.rules.views.text import PROSE
from vanban.viet.numerals import from_roman
from vanban.viet.syllables import is_toneless_syllable
from vanban.viet.text import unaccent

_CAPITALS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZĐƯƠÂÊÔĂ")
_SHORTEST, _LONGEST = 3, 7
_FOREIGN = later("[EFIJOWZ]")
"""Initials of other languages: words of Vietnamese hardly begin with these letters."""
_PART = later(r"[-/&.@_\d]")
"""Beside these stands a part of a code or of a longer abbreviation."""
_SAID = later(r"(?:tắt|gọi|là|tên):?[ \u00a0]*[“\"]?$")
_MEANS = later(r"[”\"]?(?:[ \u00a0]*[:=]|[ \u00a0]\(|[ \u00a0][-–][ \u00a0][A-Z][a-z])")
_SIZE = later(r"\d[ \u00a0]$")
_MODEL = later(r"[ \u00a0]\d")
_NAME = later(
    r"(?:công ty|tập đoàn|ngân hàng|hãng|phần mềm|nhãn hiệu|mã|chuẩn)[ \u00a0]$"
    r"|công ty (?:cp|cổ phần|tnhh|trách nhiệm hữu hạn|hợp danh|luật)[^.,;:()\n]{0,50}[ \u00a0]$"
)
"""Behind these stands a name."""
_ANY_CAPITALS = later(r"\b[A-ZĐ]{2,}\b")
_AROUND = 80
"""So many characters on both sides tell what kind of line it is."""
_SENTENCE = 4
"""A line with fewer words for each word in capitals is a heading or a list of recipients."""
_NEAR = 30
_WORDS = later(r"\w+")
_SHORT = 4
"""Shorter abbreviations are by chance the initials of too many words."""

Spot = tuple[int, int]
"""Where a word stands in the whole text."""


def check(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A finding at the first use of each, or at its explanation."""
    capitals = filter(str.isupper, subject.text.capitalised - _usual())
    found = subject.text.spots_of(sorted(filter(_is_abbreviation, capitals)))
    for short, spots in found.items():
        explained = [spot for spot in spots if _explains(subject, spot)]
        if explained and len(spots) == 1:
            if _stands_for(subject, explained[0][0], short):
                message = _("«{short}» được giải thích nhưng không dùng lần nào.")
                yield rule.hit(subject, *explained[0], message.format(short=short))
        else:
            used = next((spot for spot in spots if _is_word_of_text(subject, spot)), None)
            message = _fault(subject, short, used, explained) if used else ""
            if used and message:
                yield rule.hit(subject, *used, message.format(short=short))


def _fault(subject: Subject, short: str, used: Spot, explained: list[Spot]) -> str:
    """What is wrong with the first use of an abbreviation; empty when nothing is."""
    if not explained and not _FOREIGN.search(short) and not _is_told_in_words(subject, short):
        return _("Chữ viết tắt «{short}» chưa được giải thích ở đâu.")
    if explained and used < explained[0] and _stands_for(subject, explained[0][0], short):
        return _("«{short}» được dùng trước chỗ giải thích nó; giải thích ở lần dùng đầu tiên.")
    return ""


def _is_abbreviation(word: str) -> bool:
    if not (_SHORTEST <= len(word) <= _LONGEST and _CAPITALS.issuperset(word)):
        return False
    return not is_toneless_syllable(word) and from_roman(word) is None


def _explains(subject: Subject, spot: Spot) -> bool:
    whole, (start, end) = subject.text.whole, spot
    if whole[start - 1 : start] == "(" and whole[end : end + 1] == ")":
        return True
    before = subject.text.plain[max(start - _NEAR, 0) : start]
    return bool(_SAID.search(before) or _MEANS.match(whole, end))


def _stands_for(subject: Subject, at: int, short: str) -> bool:
    """Whether the words before a bracket begin with the letters of an abbreviation."""
    words = _WORDS.findall(subject.text.plain[max(at - 100, 0) : at])
    tail = [word for word in words if word != "và"][-len(short) :]
    return "".join(map(_initial, tail)) == short.lower()


def _is_word_of_text(subject: Subject, spot: Spot) -> bool:
    """Whether it stands in running text, by itself, among words in small letters."""
    text, (start, end) = subject.text, spot
    passage = text.passage(start)
    if passage.where != PROSE or text.quoted(start):
        return False
    begin, stop = max(passage.start, start - _AROUND), min(passage.end, end + _AROUND)
    beside = text.whole[start - 1 : start] + text.whole[end : end + 1].rstrip(".")
    if _PART.search(beside) or _NAME.search(text.plain, begin, start):
        return False
    if _SIZE.search(text.whole, begin, start) or _MODEL.match(text.whole, end):
        return False  # "63 MVA", "TCW 3000"
    around = text.whole[begin:stop]
    return len(around.split()) >= _SENTENCE * (1 + len(_ANY_CAPITALS.findall(around)))


def _is_told_in_words(subject: Subject, short: str) -> bool:
    """Whether words with these initials stand somewhere in the text."""
    return len(short) >= _SHORT and short.lower() in subject.view(_initials)


def _initials(subject: Subject) -> str:
    return "".join(map(_initial, _WORDS.findall(subject.text.plain)))


@cache
def _initial(word: str) -> str:
    return word[0] if word[0] in "ăâđêôơư" else unaccent(word[0])


@cache
def _usual() -> frozenset[str]:
    return frozenset(named("viet-tat")["thong_dung"] + named("viet-tat")["mau"])
