"""TXT-006: brackets and quotation marks in pairs, without blanks inside.

A bracket or quotation may end in a later line: what one line opens too much and a line soon after
closes too much is a pair. The bracket of a number in running text ("a) …; b) …") closes nothing;
a range of numbers may close with another than it opens with: "[5,0; 6,5)".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from vanban.findings import Finding
from vanban.messages import _
from vanban.patterns import later
from vanban.rules.base import Rule, Subject
from vanban.rules.views.text import Passage

_MARK = later(r"[()\[\]“”]")
_NO_MARKS = bytes(code for code in range(256) if code not in b"()[]<>\n")
"""All bytes of UTF-8 but those of marks, with < and > for “ and ”, and of line ends."""
_CLOSES = {")": "(", "]": "[", "”": "“"}
_NUMBER = later(r"(?:^|[\s;:,.“\"/(+–-])(?:\d{1,3}|[^\W\d_]\d?|[ivx]{1,5}|[IVX]{1,5}|\*+)$")
_NUMBER_LENGTH = 7
_RANGE = later(r"[\[(] ?[-–+]?(?:[\d.,]+|∞) ?[;-] ?[-–+]?(?:[\d.,]+|∞) ?[\])]")
_INCHES = later(r"\d”")
_FAR = {"(": 20, "[": 20, "“": 10_000}
"""So many lines further on a mark may be closed; a quotation may be a whole chapter."""

_BLANK_INSIDE = later(
    r"(?P<open>[(“])[ \u00a0]{1,2}(?=[^\s).…_”])|(?<=[^\s._…“])[ \u00a0]{1,2}(?P<close>”)"
)

Unmatched = tuple[int, int, str]
"""A mark without its other half: number of the passage, offset in the whole text, the mark."""


def check(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Marks without their other half, then blanks just inside of marks."""
    whole = subject.text.whole
    unmatched = () if _in_order(whole) else _unmatched(subject.text.passages)
    for _index, at, mark in _alone(unmatched):
        message = _("Dấu «{mark}» không có dấu mở hoặc đóng tương ứng.").format(mark=mark)
        yield rule.hit(subject, at, at + 1, message)
    behind_blanks, before_blanks = subject.text.edges
    beside = "”" in behind_blanks or not before_blanks.isdisjoint("(“")
    for found in _BLANK_INSIDE.finditer(whole) if beside else ():
        mark = found["open"] or found["close"]
        message = _("Thừa dấu cách bên trong dấu «{mark}».").format(mark=mark)
        yield rule.hit(subject, *found.span(), message, right=mark)


def _in_order(whole: str) -> bool:
    """Whether every line has its marks in pairs, one in another at most: nearly all texts."""
    bare = whole.replace("<", " ").replace(">", " ")
    data = bare.replace("“", "<").replace("”", ">").encode().translate(None, _NO_MARKS)
    for _depth in range(2):
        for pair in (b"()", b"[]", b"<>"):
            data = data.replace(pair, b"")
    return not data.strip(b"\n")


def _unmatched(passages: Sequence[Passage]) -> Iterator[Unmatched]:
    for index, passage in enumerate(passages):
        marks = [(found.start(), found[0]) for found in _MARK.finditer(passage.text)]
        ranges = _RANGE.finditer(passage.text) if marks else ()
        ends = {end for found in ranges for end in (found.start(), found.end() - 1)}
        marks = [(at, mark) for at, mark in marks if at not in ends] if ends else marks
        for at, mark in _left_over(passage.text, marks) if marks else ():
            yield index, passage.start + at, mark


def _left_over(text: str, marks: Iterable[tuple[int, str]]) -> list[tuple[int, str]]:
    """The marks of a line that have no other half in it, in their order."""
    opened: dict[str, list[tuple[int, str]]] = {mark: [] for mark in _CLOSES.values()}
    alone: list[tuple[int, str]] = []
    borrowed = 0
    for at, mark in marks:
        if mark in opened:
            opened[mark].append((at, mark))
            continue
        number = mark == ")" and _NUMBER.search(text, max(at - _NUMBER_LENGTH, 0), at)
        if opened[_CLOSES[mark]]:
            opened[_CLOSES[mark]].pop()
            borrowed += bool(number)
        elif mark == ")" and borrowed and not number:
            borrowed -= 1  # a number in the brackets had closed them
        elif not number and not _INCHES.search(text, max(at - 1, 0), at + 1):
            alone.append((at, mark))
    return sorted(chain(alone, *opened.values()))


def _alone(marks: Iterable[Unmatched]) -> list[Unmatched]:
    """Those of the marks that no mark in a line soon after makes a pair with."""
    waiting: dict[str, list[Unmatched]] = {mark: [] for mark in _CLOSES.values()}
    alone: list[Unmatched] = []
    for unmatched in marks:
        index, _at, mark = unmatched
        if mark in waiting:
            waiting[mark].append(unmatched)
            continue
        opened = waiting[_CLOSES[mark]]
        if opened and index - opened[-1][0] <= _FAR[_CLOSES[mark]]:
            opened.pop()
        else:
            alone.append(unmatched)
    return sorted(chain(alone, *waiting.values()))
