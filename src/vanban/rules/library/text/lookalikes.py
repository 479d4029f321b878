"""TXT-009: letters that only look Vietnamese: Cyrillic, Greek, Icelandic Ð, the ƣ of old PDFs."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from vanban.findings import Finding
from vanban.messages import _
from vanban.patterns import later
from vanban.rules.base import Rule, Subject
from vanban.rules.library.everywhere import Place, finding
from vanban.rules.library.text.legacy_text import is_legacy
from vanban.viet.syllables import is_syllable
from vanban.viet.text import LOOKALIKES

_PINYIN = later("[\u01cd\u01ce]")
_LATIN = later("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")


def check(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A finding for each of the letters, at its first place; the fix mends all of its words."""
    right: Mapping[str, str] = rule.data["dung"]
    letters = "".join(subject.text.characters.intersection(right))
    table = str.maketrans({wrong: right[wrong] for wrong in letters})
    places: dict[str, list[Place]] = defaultdict(list)
    for found in re.finditer(rf"(?<!\w)(?=\w*[{letters}])\w+", subject.text.whole):
        word = found[0].translate(table)
        if _is_vietnamese(found[0], word, letters) and not is_legacy(subject, found.start()):
            wrong = next(letter for letter in found[0] if letter in letters)
            places[wrong].append(Place(*found.span(), word))
    for wrong, words in places.items():
        message = _("Chữ «{wrong}» (U+{code:04X}) chỉ giống chữ «{right}».")
        message = message.format(wrong=wrong, code=ord(wrong), right=right[wrong])
        yield finding(rule, subject, words, message)


def _is_vietnamese(typed: str, word: str, letters: str) -> bool:
    """Whether a word has Latin letters beside the foreign ones, or is a lone Ð; no Pinyin."""
    if _PINYIN.search(typed):
        return is_syllable(word)
    if not LOOKALIKES.keys().isdisjoint(typed):
        return True
    return any(_LATIN.match(letter) for letter in typed if letter not in letters)
