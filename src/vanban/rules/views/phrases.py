"""Many phrases looked for at once: those of which a text has every word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from vanban.patterns import later
from vanban.viet.text import comparable

_WORD = later(r"\w+")


@cache
def words(phrase: str) -> frozenset[str]:
    """The words of a phrase, as `Text.words` has them."""
    return frozenset(_WORD.findall(comparable(phrase)))


class Phrases:
    """Phrases by their longest word, which the fewest texts have.

    >>> known = Phrases(["Sở Nội vụ", "Sở Tài chính"])
    >>> list(known.within(frozenset({"sở", "nội", "vụ", "của"})))
    ['Sở Nội vụ']
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_word: dict[str, list[tuple[str, frozenset[str]]]] = {}
        for phrase in phrases:
            parts = words(phrase)
            if parts:
                self._by_word.setdefault(max(parts, key=len), []).append((phrase, parts))
        self._words = frozenset(self._by_word)

    def within(self, present: frozenset[str]) -> Iterator[str]:
        """The phrases whose words are all among some."""
        for word in self._words & present:
            yield from (phrase for phrase, parts in self._by_word[word] if parts <= present)


@cache
def index(phrases: tuple[str, ...]) -> Phrases:
    """The phrases of a list that does not change, put in order once."""
    return Phrases(phrases)
