"""Where a text speaks of appendices: which numbers, of this document or of another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from vanban.patterns import later
from vanban.rules.base import Subject
from vanban.rules.views import citations
from vanban.rules.views.text import TABLE, Passage, Text
from vanban.viet.numerals import from_roman
from vanban.viet.text import comparable

_NUMBER = r"(?:[ivxl]+|[0-9]{1,2})(?!\w)"
_MENTION = later(
    rf"phụ lục(?: số)?(?: (?P<so>{_NUMBER}"
    rf"(?:(?:, | và |, phụ lục | và phụ lục ){_NUMBER})*"
    rf"(?: ?(?:-|–|đến|đến phụ lục) ?{_NUMBER})?))?(?!\w)(?![-/]\w)(?! này)"
)
_RANGE = later(r"(?P<tu>\w+) ?(?:-|–|đến|đến phụ lục) ?(?P<den>\w+)$")
_KINDS = comparable("|".join(citations.KINDS))
_OF_ANOTHER = later(
    rf",? ?(?:\([^()\n]{{0,80}}\) ?)?(?:(?:của|thuộc|tại|theo|trong|ban hành|kèm|đính kèm|quy định"
    rf"|cùng|các|số) )*(?P<loai>{_KINDS}|hiệp định|công ước)(?!\w)(?P<nay> này(?!\w))?"
)
_ATTACHED = later(r",? ?(?:\([^()\n]{0,60}\) ?)?(?:được )?(?:ban hành )?(?:kèm theo|đính kèm)")
_NUMBERED = later(rf"(?:{_KINDS}) (?!này)(?:[^\s]+ )?[0-9]")
_AMENDS = later("(?i:sửa đổi|thay thế|bãi bỏ|đính chính)")
_REPLACED = later(r"(?:thay thế|sửa đổi|bãi bỏ|hủy bỏ|đính chính)[^.;\n]{0,40}$")
_CELL = later(r"(?:(?:chi tiết |cụ thể )?(?:theo|tại|ở|trong|xem|như) )?")
_DETAILS = later(r"(?:chi tiết|cụ thể)(?: được)?(?: nêu| ghi| có)? (?:theo|tại|ở|trong|như) $")
_DETAILS_REACH = 40
"""So many characters before a mention are looked at for "chi tiết được nêu tại"."""
_SENTENCE = 200
"""So many characters before a mention are looked at for another document."""


class Mention(Struct, frozen=True):
    """Appendices named at one place.

    Attributes:
        start, end: offsets in the whole text.
        numbers: their numbers; empty when none is told.
        arabic: whether these stand in figures.
        foreign: whether they are surely, or may be, those of another document.
        attached: whether they are said to come with this document ("kèm theo").
        pointed: whether the reader is sent there as to a part of this document ("chi tiết tại",
            a cell "Theo Phụ lục II").
    """

    start: int
    end: int
    numbers: tuple[int, ...]
    arabic: bool
    foreign: bool
    attached: bool
    pointed: bool


def of(subject: Subject) -> tuple[Mention, ...]:
    """The appendices that the text speaks of, quotations and the appendices' own text left out."""
    return tuple(_mentions(subject))


def amends(subject: Subject) -> bool:
    """Whether a document amends another, whose appendices it names too."""
    return bool(_AMENDS.search(subject.doc.trich_yeu or ""))


def _mentions(subject: Subject) -> Iterator[Mention]:
    text, last = subject.text, 0
    for at in text.find("phụ lục"):
        found = _MENTION.match(text.plain, at) if at >= last else None
        if found is None or text.quoted(at) or text.passage(at).path[0] == "phu_luc":
            continue
        last = found.end()
        typed = text.whole[found.start("so") : found.end("so")] if found["so"] else ""
        attached = bool(_ATTACHED.match(text.plain, found.end()))
        yield Mention(
            start=at,
            end=found.end(),
            numbers=tuple(_numbers(typed)),
            arabic=typed[:1].isdigit(),
            foreign=_of_another(subject, found.end()) or not (attached or _own(subject, at)),
            attached=attached,
            pointed=bool(found["so"]) and _points(text, text.passage(at), at, found.end()),
        )


def _points(text: Text, passage: Passage, at: int, end: int) -> bool:
    if passage.where == TABLE and _CELL.fullmatch(text.plain, passage.start, at):
        return not text.plain[end : passage.end].strip(" .")
    return bool(_DETAILS.search(text.plain, max(passage.start, at - _DETAILS_REACH), at))


def _of_another(subject: Subject, end: int) -> bool:
    """Whether another document is named behind; "Quy chế này" may be the attached text."""
    found = _OF_ANOTHER.match(subject.text.plain, end)
    if found is None:
        return False
    own = {comparable(subject.kind.ten_in), "văn bản"}
    return not (found["nay"] and (found["loai"] in own or subject.doc.kem_theo))


def _numbers(typed: str) -> Iterator[int]:
    """The numbers of "I, II và IV" or "1 - 3"; small letters are none."""
    if (found := _RANGE.search(typed)) and _number(found["tu"]):
        yield from range(_number(found["tu"]), _number(found["den"]) + 1)
    for word in re.findall(r"\w+", typed):
        if _number(word):
            yield _number(word)


def _number(word: str) -> int:
    """The value of a number; 0 for what is none."""
    return int(word) if word.isdecimal() else from_roman(word) or 0


def _own(subject: Subject, at: int) -> bool:
    """Whether no other document is named earlier in the sentence, or amended, whose it may be."""
    if amends(subject):
        return False
    begin = max(subject.text.passage(at).start, at - _SENTENCE)
    sentence = re.split(r"[.;] ", subject.text.plain[begin:at])[-1]
    return not (_NUMBERED.search(sentence) or _REPLACED.search(sentence))
