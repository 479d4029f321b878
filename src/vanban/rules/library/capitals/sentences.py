"""The first letter of sentences and of lines: ND30-V-001 (PL II-I)."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding
from vanban.messages import _
from vanban.model.blocks import Block, Body, DeMuc, Doan
from vanban.model.levels import DIVISIONS, Level
from vanban.model.origin import Path, of_kind
from vanban.model.walk import bodies
from vanban.patterns import later
from vanban.rules.base import Rule, Subject
from vanban.rules.kinds.stretches import blamed
from vanban.rules.library.capitals.list_items import first_word, odd_ones, small_beginnings
from vanban.rules.views.text import Passage, Text, words
from vanban.viet.syllables import is_syllable
from vanban.viet.text import unaccent

_BEHIND_MARK = {mark: later(rf"[{mark}] +(?P<x>[^\W\d_]+)(?![\w.@/-])") for mark in (".", "?", "!")}
"""A word behind a mark; a pattern that begins with one fixed letter is quick to search."""

_BEFORE_MARK = later(r"\S+$")
_NEAR = 24
"""The last word of a sentence stands in so many characters before its mark."""

_YEAR = later(r"(?:\d{1,2}/)*(?:19|20)\d\d")
_VOWELS = frozenset("aeiouy")

_OF_ITS_OWN = DIVISIONS | {Level.DIEU, Level.LA_MA}
"""Levels whose text is a title or a sentence, never one that goes on from above."""

_ENDS = (".", "?", "!")


def capitals(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Small letters after the end of a sentence, and where a line begins a new one."""
    for start, word in _behind_marks(rule, subject.text):
        if blamed(rule, subject, start, start + len(word)):
            yield _finding(rule, subject, start, word)
    for passage in subject.view(small_beginnings):
        if _begins_anew(rule, subject, passage):
            yield _finding(rule, subject, passage.start, first_word(passage.text))
    for passage in _fields(rule, subject):
        word = first_word(passage.text)
        if word and word not in rule.data["truong_tru"]:
            yield _finding(rule, subject, passage.start, word)


def _fields(rule: Rule, subject: Subject) -> Iterator[Passage]:
    """The fields that are printed on lines of their own; of some only when there are several."""
    places, data = subject.text.places, rule.data
    for field in (*data["truong"], *data["truong_nhieu"]):
        passages = places.get(field, ())
        goes_on = field == "trich_yeu" and subject.kind.mau in data["mau_tru"]
        if not goes_on and len(passages) > (field in data["truong_nhieu"]):
            yield from (p for p in passages if p.text[0].islower())


def _behind_marks(rule: Rule, text: Text) -> Iterator[tuple[int, str]]:
    """The small words that stand behind the end of a sentence, each with its offset."""
    whole = text.whole
    for mark in text.characters & _BEHIND_MARK.keys():
        for found in _BEHIND_MARK[mark].finditer(whole):
            start, end = found.span("x")
            word = found["x"].islower() and first_word(whole[start : end + 1])
            if word and _ends_sentence(rule, whole, found.start()):
                yield start, word


def _finding(rule: Rule, subject: Subject, at: int, word: str) -> Finding:
    right = word.capitalize()
    message = _("Đầu câu, đầu dòng viết hoa: «{right} …».").format(right=right)
    return rule.hit(subject, at, at + len(word), message, right=right)


def _ends_sentence(rule: Rule, whole: str, at: int) -> bool:
    """Whether the mark at an offset ends a sentence; that of "TP." or "v.v." does not."""
    found = _BEFORE_MARK.search(whole, max(at - _NEAR, 0), at)
    word = found[0].strip("()“”\"'%,") if found else ""
    if word[:1].isdigit():
        return _YEAR.fullmatch(word) is not None
    if not (word.isalpha() and word[1:].islower()) or _VOWELS.isdisjoint(unaccent(word).lower()):
        return False
    return word.lower() not in rule.data["viet_tat"]


def _begins_anew(rule: Rule, subject: Subject, passage: Passage) -> bool:
    """Whether a line that begins with a small letter does not go on from the one above."""
    *path, index, _chu = passage.path
    body = dict(bodies(subject.doc)).get(tuple(path))
    if body is None or not isinstance(index, int):  # a footnote
        return passage.text.endswith(".") and is_syllable(first_word(passage.text))
    block = body[index]
    if isinstance(block, DeMuc):
        return block.cap in _OF_ITS_OWN or subject.view(odd_ones).get(passage.path, False)
    goes_on = passage.path[:-1] in subject.view(_lines_that_go_on)
    return not goes_on and _closed_above(rule, body, index)


def _lines_that_go_on(subject: Subject) -> frozenset[Path]:
    """Lines that META-008 tells: they go on from one without a closing mark."""
    return frozenset(note.path for note in of_kind(subject.notes, "noi-dong"))


def _closed_above(rule: Rule, body: Body, index: int) -> bool:
    """Whether the line above ends a sentence; so does the beginning of a body."""
    above = body[index - 1] if index else None
    if above is None:
        return True
    if not isinstance(above, Doan | DeMuc):  # a sentence may go on below a table
        return _is_remark(rule, body[index])
    text = words(above.chu).rstrip().removesuffix("./.")
    return text.endswith(_ENDS) and _ends_sentence(rule, text, len(text) - 1)


def _is_remark(rule: Rule, block: Block) -> bool:
    """Whether a line is one that stands below tables: "ghi chú: …"."""
    return isinstance(block, Doan) and words(block.chu).startswith(tuple(rule.data["duoi_bang"]))
