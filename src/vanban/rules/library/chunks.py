"""The different words of a text as they are typed, and what is more than one word."""

from __future__ import annotations

import re

from msgspec import Struct

from vanban.rules.base import Subject

_AROUND = ".,;:!?()[]“”‘’«»\"'…/-–+*_"
_WORD = re.compile(r"\w+")
_IN_WORD = re.compile(r"\w")


class Chunks(Struct, frozen=True):
    """What stands between blanks, each once, without the punctuation around it.

    Attributes:
        typed: everything between blanks in its order, with its punctuation.
        words: letters and digits only, in small or capital letters as typed.
        joined: with something else inside: "30/2020/NĐ-CP", "nay,các".
    """

    typed: list[str]
    words: frozenset[str]
    joined: frozenset[str]


def of(subject: Subject) -> Chunks:
    """The chunks of the text of a document."""
    typed = subject.text.whole.split()
    stripped = {chunk.strip(_AROUND) for chunk in set(typed)}
    joined = frozenset(chunk for chunk in stripped if not chunk.isalnum())
    words = stripped.difference(joined).union(_WORD.findall(" ".join(joined)))
    return Chunks(typed, frozenset(words), joined)


def spots(subject: Subject, word: str) -> list[tuple[int, int]]:
    """Where a word stands as it is typed, not as a part of another."""
    whole, found = subject.text.whole, []
    at = whole.find(word)
    while at >= 0:
        end = at + len(word)
        if not (_IN_WORD.match(whole[at - 1 : at]) or _IN_WORD.match(whole, end)):
            found.append((at, end))
        at = whole.find(word, end)
    return found
