"""ND30-P-008, in the text: TCVN3 (ABC) or VNI typed as if it were Unicode."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from vanban.findings import Finding
from vanban.messages import _
from vanban.patterns import later
from vanban.rules.base import Rule, Subject
from vanban.rules.library.everywhere import Place, mending
from vanban.rules.views.text import Passage
from vanban.viet.legacy import ENCODINGS, Encoding, encoding_of, to_unicode

_TYPICAL = frozenset("ß®¸µ¶·¹§¨©ª«¬»¼½¾÷ñïöøûüåæçëäî")
"""Characters of which a line in an old encoding has some, and one in Unicode hardly any."""
_CHUNK = later(r"\S+")
_WOULD_BE_A_MARK = later(r"(?:Điều|Chương|Mục|Tiểu mục|Phần)\s")


def check(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """One finding an encoding, at the first line that is in it."""
    found = subject.view(passages)
    for encoding in ENCODINGS:
        lines = [passage for passage, its in found if its == encoding]
        if lines:
            yield _finding(rule, subject, encoding, lines)


def passages(subject: Subject) -> list[tuple[Passage, Encoding]]:
    """The lines in an old encoding, with it; short ones only beside a longer one."""
    if _TYPICAL.isdisjoint(subject.text.characters):
        return []
    told = [(passage, encoding_of(passage.text)) for passage in subject.text.passages]
    sure = [encoding for _passage, encoding in told if encoding]
    if not sure:
        return []
    told = [(p, encoding or encoding_of(p.text, least=1)) for p, encoding in told]
    return [(passage, encoding) for passage, encoding in told if encoding in sure]


def is_legacy(subject: Subject, offset: int) -> bool:
    """Whether an offset of the text lies in a line that is no Unicode, and so no Vietnamese yet."""
    starts = subject.view(_starts)
    return bool(starts) and subject.text.passage(offset).start in starts


def _starts(subject: Subject) -> frozenset[int]:
    return frozenset(passage.start for passage, _encoding in subject.view(passages))


def _finding(rule: Rule, subject: Subject, encoding: Encoding, lines: list[Passage]) -> Finding:
    right = to_unicode(lines[0].text, encoding)
    message = _("Chữ theo bảng mã {encoding}, không phải Unicode: «{quote}» là «{right}».")
    message = message.format(encoding=encoding, quote=lines[0].text[:60], right=right[:60])
    places = (place for line in lines for place in _places(line, encoding))
    hit = rule.hit(subject, lines[0].start, lines[0].end, message)
    return replace(hit, fix=mending(subject, places, safe=False))


def _places(line: Passage, encoding: Encoding) -> Iterator[Place]:
    """The words to be respelt; of a line that would become a heading none, for it moves others."""
    right = to_unicode(line.text, encoding)
    if _WOULD_BE_A_MARK.match(right):
        return
    for chunk, word in zip(_CHUNK.finditer(line.text), right.split(), strict=True):
        if word != chunk[0]:
            yield Place(line.start + chunk.start(), line.start + chunk.end(), word)
