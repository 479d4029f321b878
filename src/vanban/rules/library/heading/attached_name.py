"""ND30-T-017: the subject of a decision, and its Điều 1, call the attached text by its name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from vanban.findings import Finding
from vanban.messages import _
from vanban.model.blocks import DeMuc
from vanban.model.inlines import plain
from vanban.model.origin import Path
from vanban.patterns import later
from vanban.rules.base import Rule, Subject
from vanban.rules.library.signing.offices import full
from vanban.rules.lists import named
from vanban.viet.text import fold, words_of

_WORD = later(r"\w+")
_ISSUES = later(
    r"(?:về việc )?(?:ban hành|phê duyệt)(?: và ban hành)?"
    r"(?:,? kèm theo (?:quyết định|nghị quyết) này)? (?P<ten>.+)"
)
_VOWEL = later("[aeiouy]")
_MOST = 300
"""So many words of an article are looked at."""
_ENOUGH = 0.8
"""The part of the attached text's name that must stand again."""


def check(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A place that tells another name, other words in the name, or another type."""
    attached = subject.doc.kem_theo
    name = (attached and attached.trich_yeu) or ""
    for path, text in _places(subject):
        if "[" in name or "[" in text:
            continue
        if message := _told(rule, name, text) or _typed(subject, text):
            yield rule.finding(subject, message, path)


def _places(subject: Subject) -> Iterator[tuple[Path, str]]:
    """Where the name has to stand again: the subject, the first item of the body."""
    if subject.doc.trich_yeu:
        yield ("trich_yeu",), subject.doc.trich_yeu
    for index, block in enumerate(subject.doc.noi_dung):
        if isinstance(block, DeMuc):
            yield ("noi_dung", index), plain(block.chu)
            return


def _told(rule: Rule, name: str, text: str) -> str:
    """What is wrong with the name in a place; empty for nothing."""
    mine, its = (_WORD.findall(full(words))[:_MOST] for words in (name, text))
    if len(set(mine) & set(its)) < _ENOUGH * len(set(mine)):
        return _("Tên văn bản kèm theo «{name}» không khớp ở đây.").format(name=name)
    for ours, theirs in _replaced(mine, its, set(rule.data["tu_noi"])):
        message = _("Tên văn bản kèm theo ghi «{ours}», ở đây ghi «{theirs}».")
        return message.format(ours=ours, theirs=theirs)
    return ""


def _replaced(
    mine: Sequence[str], its: Sequence[str], small: set[str]
) -> Iterator[tuple[str, str]]:
    """The words of a name in whose place others stand; what ends the one or the other is left."""
    steps = SequenceMatcher(None, mine, its, autojunk=False).get_opcodes()
    for step, begin, end, start, stop in steps[:-1]:
        ours, theirs = mine[begin:end], its[start:stop]
        counts = set(ours) - small and set(theirs) - small and not set(ours) <= set(its)
        if step == "replace" and begin and counts and not _is_code(ours) and not _is_code(theirs):
            yield " ".join(ours), " ".join(theirs)


def _is_code(words: Sequence[str]) -> bool:
    """Whether one of some words is a number, or an abbreviation without a vowel."""
    return any(word.isdecimal() or not _VOWEL.search(fold(word)) for word in words)


def _typed(subject: Subject, text: str) -> str:
    """What is wrong with the type that a place gives the attached text; empty for nothing."""
    attached = subject.doc.kem_theo
    issued = _ISSUES.match(words_of(text))
    names = named("ma-loai")["ma"].values()
    slug = ((attached and attached.loai) or "").replace("-", "_")
    own = next((name for name in names if fold(name) == slug), "")
    named_here = f"{issued['ten']} " if issued else ""
    said = next((name for name in names if named_here.startswith(f"{words_of(name)} ")), "")
    if own and said and own != said:
        message = _("Văn bản kèm theo là {own}, ở đây ghi «{said}».")
        return message.format(own=own, said=said)
    return ""
