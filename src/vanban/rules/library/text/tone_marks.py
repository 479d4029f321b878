"""TXT-008: one way of placing the tone of an open oa, oe, uy: hoà, uỷ or hòa, ủy.

Which one is right nobody says, so an office's profile may (``kiem_tra.dau_thanh``); without it the
rarer way in a document is told. Names and other people's words stay as their owners write them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from vanban.findings import Finding
from vanban.messages import _
from vanban.rules.base import Rule, Subject
from vanban.rules.library.everywhere import Place, finding
from vanban.viet.syllables import Placement, placed, placement

_OTHER: dict[Placement, Placement] = {"moi": "cu", "cu": "moi"}

Spots = dict[Placement, dict[str, list[tuple[int, int]]]]
"""Of each way, the words that have it and where they stand."""


def check(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """The words against the office's way, or the first word of the rarer way."""
    wanted = subject.doc.kiem_tra.dau_thanh if subject.doc.kiem_tra else None
    if wanted is None and not subject.text.has_other_tones:
        return
    words = list(filter(_placement, subject.text.typed_words))
    if wanted in _OTHER:
        way: Placement = "moi" if wanted == "moi" else "cu"
        spots = _spots(rule, subject, words)
        for word, places in sorted(spots[_OTHER[way]].items()):
            yield _against(rule, subject, word, placed(word, way), places)
    elif len(set(map(_placement, words))) > 1:
        spots = _spots(rule, subject, words)
        if spots["moi"] and spots["cu"]:
            yield _mixed(rule, subject, spots)


def _spots(rule: Rule, subject: Subject, words: list[str]) -> Spots:
    found: Spots = {"moi": {}, "cu": {}}
    for word in words:
        way = _placement(word)
        if way and (word.islower() or placed(word.lower(), "cu") in rule.data["hoa"]):
            places = [spot for spot in subject.text.spots(word) if _is_own(subject, spot[0])]
            if places:
                found[way][word] = places
    return found


@lru_cache(maxsize=65536)
def _placement(word: str) -> Placement | None:
    return None if word.isascii() else placement(word)


def _is_own(subject: Subject, at: int) -> bool:
    """Whether the words at an offset are the author's, not a quotation or another text's name."""
    passage = subject.text.passage(at)
    cited = passage.where == "can_cu" or passage.text.startswith("Căn cứ")
    return not cited and not subject.text.quoted(at)


def _against(
    rule: Rule, subject: Subject, word: str, right: str, places: list[tuple[int, int]]
) -> Finding:
    message = _("Theo kiểu đặt dấu thanh của cơ quan, «{quote}» viết là «{right}».")
    message = message.format(quote=word, right=right)
    return finding(rule, subject, [Place(*place, right) for place in places], message)


def _mixed(rule: Rule, subject: Subject, spots: Spots) -> Finding:
    """The finding at the first word of the rarer way; of two as frequent, the one used later."""
    firsts: dict[Placement, tuple[int, int, str]] = {}
    count: dict[Placement, int] = defaultdict(int)
    for way, words in spots.items():
        firsts[way] = min((*places[0], word) for word, places in words.items())
        count[way] = sum(map(len, words.values()))
    rare = min(_OTHER, key=lambda way: (count[way], -firsts[way][0]))
    start, end, word = firsts[rare]
    same = placed(word, _OTHER[rare])
    other = same if same in spots[_OTHER[rare]] else firsts[_OTHER[rare]][2]
    message = _("Dấu thanh ở «{quote}» đặt khác với ở «{right}»; nên đặt theo một kiểu.")
    message = message.format(quote=word, right=other)
    return rule.hit(subject, start, end, message)
