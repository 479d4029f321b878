"""Offices ("Giám đốc") and bodies ("Sở Nội vụ") told apart by their first words.

Which words begin an office and which a body is data (the list "chuc-danh"); what begins with none
of them is neither, and rules leave it alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache

from vanban.patterns import later
from vanban.rules.lists import named
from vanban.viet.text import words_of

_JOINED = later(r"\s*[,;–]\s*|\s+-\s+|\s+kiêm\s+", re.IGNORECASE)
_BY_ITS_END = later(r"\w+(?: \w+)? (?:trưởng|phó)\b")
"""Offices called after their body: "hội trưởng", "phân đội phó"."""

PHO = "phó"
_LIST = "chuc-danh"


@lru_cache(maxsize=1024)  # the same few stand in every document
def office(text: str) -> str | None:
    """The office that a text begins with; None when it begins with a body or is not known.

    >>> office("Giám đốc Sở Nội vụ"), office("Sở Nội vụ")
    ('giám đốc', None)
    """
    known = beginning(text, named(_LIST)["chuc_danh"])
    return known if len(known) > len(body(text)) else None


@lru_cache(maxsize=1024)
def body(text: str) -> str:
    """The word for a body that a text begins with ("sở"); empty when there is none."""
    return "" if _BY_ITS_END.match(words_of(text)) else beginning(text, named(_LIST)["tap_the"])


def is_body(text: str) -> bool:
    """Whether a text begins with the name of a body or a collective."""
    return bool(body(text)) and office(text) is None


@lru_cache(maxsize=1024)
def is_deputy(text: str, head: str) -> bool | None:
    """Whether an office is the deputy of a head; None where that cannot be judged.

    A head may hold two offices ("Bộ trưởng, Chủ nhiệm"): the deputy of either will do.
    """
    judged = [_is_deputy(text, part) for part in _JOINED.split(head)]
    if True in judged:
        return True
    return None if None in judged else False


def _is_deputy(text: str, head: str) -> bool | None:
    wanted, given = office(head), words_of(text)
    if wanted is None:
        return None
    deputies = {words_of(h): words_of(deputy) for h, deputy in named(_LIST)["cap_pho"].items()}
    if wanted in deputies and _begins(given, deputies[wanted]):
        return True
    if given.split()[:1] != [PHO]:
        return None if office(text) is None else False
    of = office(given.removeprefix(PHO).lstrip())
    if of is None:
        return None
    if of.startswith(wanted) or wanted.startswith(of):
        return wanted not in deputies or deputies[wanted].startswith(PHO)
    return None if wanted in {words_of(head) for head in named(_LIST)["goi_chung"]} else False


def looks_deputy(text: str) -> bool:
    """Whether an office is a deputy's: "Phó Giám đốc", "Thứ trưởng", "Hiệu phó"."""
    words = words_of(text).split()
    return words[:1] == [PHO] or words[:2] == ["thứ", "trưởng"] or words[1:2] == [PHO]


def head_of(deputy: str) -> str:
    """The office for whose holder a deputy signs, without the name of a body.

    >>> head_of("Thứ trưởng"), head_of("Phó Trưởng phòng"), head_of("Phó Giám đốc Sở")
    ('Bộ trưởng', 'Trưởng phòng', 'Giám đốc')
    """
    known = named(_LIST)["cap_pho"]
    found = (head for head, name in known.items() if _begins(words_of(deputy), words_of(name)))
    return max(found, key=len, default=deputy.partition(" ")[2] or deputy)


@lru_cache(maxsize=1024)
def full(text: str) -> str:
    """A name in small letters, usual abbreviations written out.

    >>> full("Chủ tịch UBND xã")
    'chủ tịch ủy ban nhân dân xã'
    """
    known = _written_out()
    return " ".join(known.get(word, word) for word in words_of(text).split())


@cache
def _written_out() -> Mapping[str, str]:
    return {words_of(short): words_of(name) for short, name in named(_LIST)["viet_tat"].items()}


def beginning(text: str, known: Iterable[str]) -> str:
    """The longest of the known words that a text begins with; empty when it is none."""
    given = words_of(text)
    possible = _longest_first(tuple(known)).get(given[:1], ())
    return next((words for words in possible if _begins(given, words)), "")


@cache
def _longest_first(known: tuple[str, ...]) -> Mapping[str, Sequence[str]]:
    """The words by their first letter, the longest first."""
    by_letter: dict[str, list[str]] = defaultdict(list)
    for words in sorted(map(words_of, known), key=len, reverse=True):
        by_letter[words[:1]].append(words)
    return by_letter


def _begins(text: str, words: str) -> bool:
    return text.startswith(words) and not text[len(words) :][:1].isalnum()
