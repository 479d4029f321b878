"""Whether a stretch of text tells of the past, when what it names was still there."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import MAXYEAR, date
from functools import cache, lru_cache

from vanban.patterns import later
from vanban.rules.library.administration.former import LIST
from vanban.rules.lists import named
from vanban.rules.views.citations import Citation
from vanban.rules.views.text import TABLE, Passage, Text

_FAR = 300
"""So many characters on each side can belong to the sentence."""

_END = later(r"(?<!\btp)(?<!\btx)(?<!\btt)[.?!](?=\s)|[;\n]")
_YEAR = later(
    r"(?<![\d./-])(?:(?:\d{1,2}[/.-])?(?P<thang>\d{1,2})(?:[/.-]| năm ))?"
    r"(?P<nam>(?:19|20)\d\d)(?: ?[-–] ?(?P<den>(?:19|20)\d\d))?(?![\d/])"
)
_FIRST_HALF = later(r"(?:quý (?:i{1,2}|1|2)|(?:0?6|sáu) tháng đầu)(?:/|,? năm )(?P<nam>\d{4})")
_LAW = later(r"(?:luật|pháp lệnh|hiến pháp)\b[^,;()]{0,60}$")
_JULY = 7
_BESIDE = 40
"""So near behind a name the number of its document may stand."""


def past(text: Text, start: int, end: int, since: date, cited: Sequence[Citation] = ()) -> bool:
    """Whether the sentence around a stretch tells of the time before a day.

    Args:
        text: all the words.
        start, end: the stretch, which names what is no more.
        since: the first day without it.
        cited: the documents that the text cites.
    """
    begin, stop = sentence(text, start, end)
    if _marks().search(text.plain, begin, stop) or _done(text.plain, begin, start, end):
        return True
    if _is_report(text, begin, stop, since):
        return True
    near = cited[bisect_left(cited, begin, key=_begin) : bisect_left(cited, stop, key=_begin)]
    if _in_citation(near, start, end, since):
        return True
    old = [one for one in near if before(one, date(since.year, 1, 1))]
    if _in_title(text, old, begin, start, end):
        return True
    return _dated(text.plain, begin, stop, since, near)


def _is_report(text: Text, begin: int, stop: int, since: date) -> bool:
    """Whether a sentence tells what was found, asking nobody to do anything.

    It tells of a fault, or the document is the report of an inspection of earlier years.
    """
    faults, given = _faults()
    if given.search(text.plain, begin, stop):
        return False
    return bool(faults.search(text.plain, begin, stop)) or _inspected(text.plain) < since.year


@cache
def _faults() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What is a fault; what gives somebody a task."""
    data = named(LIST)
    return (
        re.compile(rf"\b(?:{data['sai_pham']})\b"),
        re.compile(rf"\b{data['giao_viec']}\b|trước ngày|chịu trách nhiệm"),
    )


@lru_cache(maxsize=8)
def _inspected(plain: str) -> int:
    """The first year of the time that a document says was inspected; MAXYEAR for others."""
    found = re.search(named(LIST)["thoi_ky"], plain)
    return int(found["nam"]) if found else MAXYEAR


def sentence(text: Text, start: int, end: int) -> tuple[int, int]:
    """The offsets of the sentence, the item of a list, or the row of a table around a stretch."""
    passage = text.passage(start)
    if passage.where == TABLE:
        return _row(text, passage)
    low, high = max(passage.start, start - _FAR), min(passage.end, end + _FAR)
    begin = low
    for found in _END.finditer(text.plain, low, start):
        begin = found.end()
    closing = _END.search(text.plain, end, high)
    return begin, closing.start() if closing else high


def _row(text: Text, cell: Passage) -> tuple[int, int]:
    """The offsets of the cells around one, of its row and not further than `_FAR`."""
    row, first, last = cell.path[:-1], cell, cell
    while first.start > max(cell.start - _FAR, 0):
        before = text.passage(first.start - 1)
        if before.path[:-1] != row:
            break
        first = before
    while last.end + 1 < min(cell.end + _FAR, len(text.whole)):
        behind = text.passage(last.end + 1)
        if behind.path[:-1] != row:
            break
        last = behind
    return first.start, last.end


def _begin(one: Citation) -> int:
    return one.start


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(named(LIST)['lich_su'])})\b")


@cache
def _asked() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A task is given right before the name; the body acts right behind it."""
    data = named(LIST)
    return re.compile(rf", (?:\w+ )?{data['giao_viec']} $"), re.compile(rf" {data['hanh_dong']}\b")


def _acting(plain: str, begin: int, start: int, end: int) -> bool:
    """Whether a new clause asks the body to do something, or begins with what it does."""
    given, acts = _asked()
    ahead = plain[begin:start]
    return bool(given.search(ahead) or (ahead.endswith(", ") and acts.match(plain, end)))


@cache
def _around() -> tuple[re.Pattern[str], ...]:
    """Words before the name, of the passive and of a document; words behind it."""
    data = named(LIST)
    of_place = r"(?:,? (?:tỉnh|thành phố)(?: \w+){1,4}?)?"
    return (
        re.compile(rf"\b{data['bi_dong_truoc']}$"),
        re.compile(rf"\b{data['van_ban_truoc']}$"),
        re.compile(rf"{of_place} {data['bi_dong_sau']}\b"),
        re.compile(rf"{of_place} {data['sau_ten']}\b"),
    )


def _done(plain: str, begin: int, start: int, end: int) -> bool:
    """Whether it is told what the body did, or its decision is named."""
    passive, document, by_it, did = _around()
    ahead = plain[begin:start]
    if did.match(plain, end) or document.search(ahead):
        return True
    return bool(passive.search(ahead) and by_it.match(plain, end))


def _in_citation(near: Sequence[Citation], start: int, end: int, since: date) -> bool:
    """Whether the stretch is the issuer of a cited document, or stands right before its number."""
    for one in near:
        if one.start <= start < one.end:
            return before(one, since) is not False
        if end <= one.start <= end + _BESIDE and before(one, since):
            return True
    return False


def _in_title(text: Text, old: Sequence[Citation], begin: int, start: int, end: int) -> bool:
    """Whether the stretch can belong to the title of an old document.

    That follows the number, or stands in another cell of its row.
    """
    if text.passage(start).where == TABLE:
        return bool(old)
    behind = any(one.end <= start for one in old)
    return behind and not _acting(text.plain, begin, start, end)


def before(one: Citation, since: date) -> bool | None:
    """Whether a cited document is from before a day; None when its date is not told."""
    day = one.day.as_date() if one.day else None
    if day:
        return day < since
    return int(one.year) < since.year if one.year else None


def _dated(plain: str, begin: int, stop: int, since: date, near: Sequence[Citation]) -> bool:
    """Whether the sentence names an earlier time, other than in laws and citations."""
    halves = _FIRST_HALF.finditer(plain, begin, stop) if since.month >= _JULY else ()
    if any(int(half["nam"]) == since.year for half in halves):
        return True
    for found in _years(plain, begin, stop, near):
        last = int(found["den"] or found["nam"])
        if last < since.year or (found["den"] and last == since.year):
            return True
        if last == since.year and found["thang"] and int(found["thang"]) < since.month:
            return True
    return False


def _years(plain: str, begin: int, stop: int, near: Sequence[Citation]) -> Iterator[re.Match[str]]:
    for found in _YEAR.finditer(plain, begin, stop):
        cited = any(one.start <= found.start() < one.end for one in near)
        if not cited and not _LAW.search(plain[begin : found.start()]):
            yield found
