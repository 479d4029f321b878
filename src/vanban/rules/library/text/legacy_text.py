"""ND30-P-008, in the text: TCVN3 (ABC) or VNI typed as if it were Unicode."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from vanban.findings import Finding
from vanban.messages import _
from vanban.patterns import later
from vanban.rules.base import Rule, Subject
from vanban.rules.library.everywhere import Place, mending
from vanban.rules.views.text import Passage
from vanban.viet.legacy import ENCODINGS, Encoding, encoding_of, to_unicode
from vanban.viet.syllables import is_syllable

_TYPICAL = frozenset("ß®¸µ¶·¹§¨©ª«¬»¼½¾÷ñïöøûüåæçëäî")
"""Characters of which a line in an old encoding has some, and one in Unicode hardly any."""
_SOFT_HYPHEN = "\u00ad"
"""The ư of TCVN3: a word that makes sense with it alone needs no others to be told."""
_CHUNK = later(r"\S+")
_WORD = later(rf"[^\W\d]*(?:{_SOFT_HYPHEN}[^\W\d]*)+")
_WITHOUT_UNICODE = later(r"(?:(?<!\S)[^\săđĩũơưĂĐĨŨƠƯ\u1ea0-\u1ef9]+(?:\s+|$))+")
"""Words in a row without a letter that only Unicode has."""
_IN_A_LINE = 3
"""So many different words of a line in Unicode must make sense in an old encoding."""
_WOULD_BE_A_MARK = later(r"(?:Điều|Chương|Mục|Tiểu mục|Phần)\s")


class Stretch(Struct, frozen=True):
    """A line, or words of one, in an old encoding: its text and where it begins in the whole."""

    text: str
    start: int
    encoding: Encoding

    @property
    def end(self) -> int:
        """Where it ends in the whole text."""
        return self.start + len(self.text)


def check(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """One finding an encoding, at the first words that are in it."""
    found = subject.view(stretches)
    for encoding in ENCODINGS:
        of_it = [stretch for stretch in found if stretch.encoding == encoding]
        if of_it:
            yield _finding(rule, subject, encoding, of_it)


def stretches(subject: Subject) -> list[Stretch]:
    """The words in an old encoding; short lines only beside a longer one."""
    if subject.text.characters.isdisjoint(_TYPICAL | {_SOFT_HYPHEN}):
        return []
    told = [(p, encoding_of(p.text)) for p in subject.text.passages]
    sure = [encoding for _passage, encoding in told if encoding]
    found: list[Stretch] = []
    for passage, of_all in told:
        encoding = of_all or (encoding_of(passage.text, least=1) if sure else None)
        if encoding and encoding in sure:
            found.append(Stretch(passage.text, passage.start, encoding))
        else:
            found += _inside(passage)
    return found


def _inside(passage: Passage) -> Iterator[Stretch]:
    """The words in an old encoding in a line of Unicode."""
    if not _TYPICAL.isdisjoint(passage.text):
        for run in _WITHOUT_UNICODE.finditer(passage.text):
            encoding = encoding_of(run[0], least=_IN_A_LINE)
            if encoding:
                yield Stretch(run[0].rstrip(), passage.start + run.start(), encoding)
                return
    for word in _WORD.finditer(passage.text) if _SOFT_HYPHEN in passage.text else ():
        bare = is_syllable(word[0].replace(_SOFT_HYPHEN, ""))
        if not bare and is_syllable(to_unicode(word[0], "TCVN3")):
            yield Stretch(word[0], passage.start + word.start(), "TCVN3")


def is_legacy(subject: Subject, offset: int) -> bool:
    """Whether an offset of the text lies in words that are no Unicode, so no Vietnamese yet."""
    found = subject.view(stretches)
    index = bisect_right(found, offset, key=_start) - 1
    return index >= 0 and offset < found[index].end


def _start(stretch: Stretch) -> int:
    return stretch.start


def _finding(rule: Rule, subject: Subject, encoding: Encoding, found: list[Stretch]) -> Finding:
    first = found[0]
    right = to_unicode(first.text, encoding)
    message = _("Chữ theo bảng mã {encoding}, không phải Unicode: «{quote}» là «{right}».")
    message = message.format(encoding=encoding, quote=first.text[:60], right=right[:60])
    places = (place for stretch in found for place in _places(stretch))
    hit = rule.hit(subject, first.start, first.end, message)
    return replace(hit, fix=mending(subject, places, safe=False))


def _places(stretch: Stretch) -> Iterator[Place]:
    """The words to be respelt; of a line that would become a heading none, for it moves others."""
    right = to_unicode(stretch.text, stretch.encoding)
    if _WOULD_BE_A_MARK.match(right):
        return
    for chunk, word in zip(_CHUNK.finditer(stretch.text), right.split(), strict=True):
        if word != chunk[0]:
            yield Place(stretch.start + chunk.start(), stretch.start + chunk.end(), word)
