"""Kind "consistency": one word spelt in two ways in one document.

``nhom`` lists groups of spellings; of each group only one should be used. What stands less often
is blamed, at its first place, and the fix puts the other spelling everywhere. The message
``cau`` may have {quote} and {right}.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from vanban.findings import Edit, Finding, Fix
from vanban.messages import _
from vanban.rules import edits
from vanban.rules.base import Rule, Subject
from vanban.rules.kinds.stretches import blamed


def check(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A finding for each spelling that stands beside a commoner one of its group."""
    words = subject.text.words
    for group in rule.data["nhom"]:
        if len(words.intersection(group)) > 1:
            places = {word: _places(rule, subject, word) for word in group}
            used = sorted((w for w in group if places[w]), key=lambda w: -len(places[w]))
            for word in used[1:]:
                yield _finding(rule, subject, places[word], word, used[0])


def _places(rule: Rule, subject: Subject, word: str) -> list[int]:
    found = subject.text.find(word)
    return [at for at in found if blamed(rule, subject, at, at + len(word))]


def _finding(rule: Rule, subject: Subject, places: list[int], word: str, right: str) -> Finding:
    at = places[0]
    quote = subject.text.whole[at : at + len(word)]
    message = _(rule.data["cau"]).format(quote=word, right=right)
    hit = rule.hit(subject, at, at + len(quote), message)
    made = [_edit(subject, at, len(word), right) for at in places]
    return replace(hit, fix=Fix(tuple(edit for edit in made if edit), safe=False))


def _edit(subject: Subject, at: int, length: int, right: str) -> Edit | None:
    """The edit that respells one place, with a capital where it had one."""
    passage = subject.text.passage(at)
    begin = at - passage.start
    if subject.text.whole[at].isupper():
        right = right[0].upper() + right[1:]
    return edits.edit_of(subject.origin, passage.path, begin, begin + length, right)
