"""Parts of a text that is cited: Phần, Chương, Mục, Điều capital, khoản and điểm small.

ND30-V-046 (PL II-V.7). Only what is plainly cited counts: a textbook has a "chương I", a list a
"mục 1", a sum an "khoản 5 triệu đồng".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from vanban.findings import Finding
from vanban.messages import _
from vanban.patterns import later
from vanban.rules.base import Rule, Subject
from vanban.rules.kinds.casing import begins_sentence
from vanban.rules.kinds.stretches import blamed, pattern
from vanban.viet.text import comparable

_SMALL_ONES = {
    "khoản": later(r"Khoản \d+[a-zđ]?(?!\w)(?! (?:triệu|tỷ|nghìn|ngàn|đồng|%))"),
    "điểm": later(r"Điểm [a-zđ]\d?(?:, [a-zđ]\d?)*(?: (?:và|hoặc) [a-zđ]\d?)?,? [Kk]hoản \d"),
}
_CAPITAL_ONES = {
    "điều": later(r"điều \d+[a-zđ]?(?!\w|[.,]\d)"),
    "tiểu": later(r"tiểu mục \d+(?!\w)"),
    "chương": later(r"chương (?:[IVXL]+|\d+)(?!\w)"),
    "mục": later(r"mục (?:[IVXL]+|\d+)(?!\w|[.,]\d)"),
    "phần": later(r"phần [IVXL]+(?!\w)"),
}
"""Words with their numbers; most texts lack most of the words, and one pattern each is quick."""

_INSIDE = later(r"(?<!\w)(?:[Kk]hoản \d+[a-zđ]?|[Đđ]iểm [a-zđ]\d?|[Mm]ục [IVX\d]+|[Nn]hư)[, ]+$")
"""What shows that a part is cited when it stands before it: "khoản 2 điều 5", "Như điều 2"."""

_OUTER = (
    r",? (?:(?:của|thuộc) )?(?:(?:Điều|Mục|Chương|Phần) [IVX\d]|(?:{texts})(?!\w))"
    r"| (?:điều|mục|chương|phần) [IVX\d]"
)
"""What shows it when it stands behind: an outer part, or the kind of text it belongs to."""

_CITING = {
    "điều": later(r"(?i:(?<!\w)(?:tại|theo|căn cứ|thi hành|ở)) (?:khoản \d+[, ]+)?$"),
    "chương": later(r"(?<!\w)[Qq]uy định (?:tại|ở) $"),
    "phần": later(r"(?<!\w)[Qq]uy định (?:tại|ở) $"),
}
"""Words behind which a part of the text itself is cited, that no outer part follows."""

_SOME = later(r",? (?:trong|của|trên) (?:tổng số |số )?\d+ ")
"""What follows one of several that are counted: "điều 1 trong 5 điều Bác Hồ dạy"."""

_PLURAL = later(r"(?<!\w)(?:[Cc]ác|những|hai|ba|bốn|tiểu) $")
_OPENS = later(r"[(\[“\"‘;/–-]\s*$")
_NEAR = 20


def capitals(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Parts that are cited with the wrong first letter: "Khoản 2 điều 5"."""
    for start, right in _should_be_small(subject):
        yield from _finding(rule, subject, start, right, _("Khi viện dẫn, «{right}» viết thường."))
    message = _("Khi viện dẫn một văn bản cụ thể, «{right}» viết hoa.")
    for start, right in _should_be_capital(rule, subject):
        yield from _finding(rule, subject, start, right, message)


def _should_be_small(subject: Subject) -> Iterator[tuple[int, str]]:
    whole, capital = subject.text.whole, subject.text.capital_words
    for found in _all(_SMALL_ONES, capital, whole):
        start = found.start()
        if not (begins_sentence(whole, start) or _OPENS.search(whole[max(start - 3, 0) : start])):
            yield start, found[0][0].lower() + found[0][1:]


def _should_be_capital(rule: Rule, subject: Subject) -> Iterator[tuple[int, str]]:
    whole = subject.text.whole
    outer = pattern(_OUTER.format(texts="|".join(rule.data["van_ban"])))
    for found in _all(_CAPITAL_ONES, subject.text.words, whole):
        start, end = found.span()
        before = whole[max(start - _NEAR, 0) : start]
        cited = outer.match(whole, end) or _INSIDE.search(before) or _is_cited(whole, found, before)
        if cited and not before[-1:].isalnum() and not _PLURAL.search(before):
            yield start, found[0][0].upper() + found[0][1:]


def _is_cited(whole: str, found: re.Match[str], before: str) -> bool:
    """Whether a part is cited by the word before it alone: "có tên tại điều 1"."""
    citing = _CITING.get(found[0].split()[0])
    if citing is None or not citing.search(before):
        return False
    return _SOME.match(whole, found.end()) is None


def _all(
    patterns: Mapping[str, re.Pattern[str]], present: frozenset[str], whole: str
) -> Iterator[re.Match[str]]:
    for word, one in patterns.items():
        if comparable(word) in present:
            yield from one.finditer(whole)


def _finding(
    rule: Rule, subject: Subject, start: int, right: str, message: str
) -> Iterator[Finding]:
    """The finding that blames the first word of a stretch."""
    word = right.split()[0]
    if blamed(rule, subject, start, start + len(word)):
        end = start + len(word)
        yield rule.hit(subject, start, end, message.format(right=right), right=word)
