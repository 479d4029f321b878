"""ND30-C-014: documents in use that others have replaced, judged by the day of issue."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

from msgspec import Struct

from vanban.findings import Finding
from vanban.messages import _
from vanban.model.inlines import plain
from vanban.patterns import later
from vanban.rules.base import Rule, Subject
from vanban.rules.library import lists_in_bodies
from vanban.rules.library.grounds.ground_lines import blocks
from vanban.rules.lists import named
from vanban.rules.views import citations
from vanban.rules.views.phrases import index
from vanban.rules.views.text import Passage
from vanban.viet.dates import Ngay
from vanban.viet.text import comparable, words_of

_WHEN = later(
    r",? ?(?:ngày (?P<ngay>[0-9]{1,2})(?:/| tháng )(?P<thang>[0-9]{1,2})(?:/| năm )"
    r"(?P<nam>[0-9]{4})|(?:năm )?(?P<nam_2>(?:19|20)[0-9]{2}))(?![0-9/])"
)
_YEAR = later(r"(?<![\w/.-])(?:19|20)[0-9]{2}(?![\w/])")
_SHORT_KIND = later(r" (?:nđ|tt|qđ|nq|số)(?: số)? $")
_AMENDING = later(r"luật sửa đổi, bổ sung (?:một số )?điều của [^;()]{0,80}")
_AMENDED = later(r" ?\((?:được |đã )?(?:được )?sửa đổi, bổ sung [^()\n]*\)")
"""Behind a document, when it was amended: that tells nothing of the time of which a line speaks."""
_LINE = 1500
"""So many characters of its line, on either side, tell the time of which it speaks."""
_AHEAD = 120
_NEAR = 60
"""So many characters on either side tell why a document is named."""


class _Named(Struct, frozen=True):
    """A document named in the text, by its number or as a law of a year."""

    start: int
    end: int
    entry: Mapping[str, Any]


def check(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Documents in the list that were replaced by the day of issue."""
    told = sorted([*_by_number(subject), *_by_name(subject)], key=_begin)
    for found in told:
        since = date.fromisoformat(found.entry["tu"])
        if subject.as_of >= since and _applied(subject, found, since):
            quote = subject.text.whole[found.start : found.end]
            message = _("«{quote}» đã được thay thế từ {day}; hiện nay là {right}.").format(
                quote=quote,
                day=Ngay(since.day, since.month, since.year).words(),
                right=found.entry["nay"],
            )
            yield rule.hit(subject, found.start, found.end, message)


def _begin(found: _Named | citations.Citation) -> int:
    return found.start


def _by_number(subject: Subject) -> Iterator[_Named]:
    known = _numbers()
    for cited in subject.view(citations.of):
        entry = known.get(citations.same(cited.number))
        if entry and (cited.year or (cited.day and str(cited.day.nam) == entry.get("nam"))):
            yield _Named(cited.start, cited.number_end, entry)


def _by_name(subject: Subject) -> Iterator[_Named]:
    """Laws named with their date or year."""
    plain = subject.text.plain
    laws = _laws()
    for name in index(tuple(laws)).within(subject.text.words):
        for at in subject.text.find(name):
            when = _WHEN.match(plain, at + len(name))
            for entry in laws[name] if when else ():
                if when and _is_of(when, entry):
                    yield _Named(at, when.end(), entry)


@cache
def _numbers() -> Mapping[str, Mapping[str, Any]]:
    """The documents of the list by their numbers."""
    return {citations.same(entry["so"]): entry for entry in named("het-hieu-luc")["van_ban"]}


@cache
def _laws() -> Mapping[str, list[Mapping[str, Any]]]:
    """The laws of the list by their names; several years have one name."""
    found: dict[str, list[Mapping[str, Any]]] = {}
    for entry in named("het-hieu-luc")["van_ban"]:
        if "luat" in entry:
            found.setdefault(f"luật {entry['luat']}", []).append(entry)
    return found


def _is_of(when: re.Match[str], entry: Mapping[str, Any]) -> bool:
    """Whether a date or year is that of a law."""
    if "ngay" not in entry:
        return bool((when["nam"] or when["nam_2"]) == entry["nam"])
    parts = [when[name] for name in ("nam", "thang", "ngay")]
    return all(parts) and date(*map(int, parts)) == date.fromisoformat(entry["ngay"])


def _applied(subject: Subject, found: _Named, since: date) -> bool:
    """Whether a document is named as one that holds, not as one of the past."""
    text = subject.text
    if text.quoted(found.start):
        return False
    passage = text.passage(found.start)
    ahead = text.plain[max(passage.start, found.start - _AHEAD) : found.start]
    behind = text.plain[found.end : min(passage.end, found.end + _NEAR)]
    if _is_ground(subject, found):
        return "hết hiệu lực" not in behind
    if _tells(ahead[-_NEAR:], "bi_thay") or _tells(behind, "da_thay"):
        return False
    in_use = _ends_applying(ahead) if ahead.strip() else _in_list(subject, passage)
    return in_use and not _of_the_past(subject, found, since)


def _tells(words: str, key: str) -> bool:
    """Whether a stretch has one of the words of a list."""
    return any(comparable(word) in words for word in named("vien-dan")[key])


def _ends_applying(ahead: str) -> bool:
    """Whether what stands before a document says that it is applied: "Thực hiện", "theo NĐ"."""
    applying = tuple(map(comparable, named("vien-dan")["ap_dung"]))
    return _SHORT_KIND.sub("", ahead).rstrip().endswith(applying)


def _in_list(subject: Subject, passage: Passage) -> bool:
    """Whether a line that begins with a document is one of a list of grounds."""
    lead = lists_in_bodies.lead(subject, passage)
    if lead is None:
        return False
    words = words_of(plain(lead.chu))
    applying = tuple(map(words_of, named("vien-dan")["ap_dung"]))
    listed = words.startswith(applying) or _tells(words, "dan_danh_sach")
    return listed and not _tells(words, "bi_thay")


def _is_ground(subject: Subject, found: _Named) -> bool:
    """Whether it is the document that a line of grounds names, or the law that it amends."""
    begins = subject.view(_begins)
    nearest = bisect_right(begins, found.start) - 1
    if nearest < 0:
        return False
    begin = begins[nearest]
    amending = _AMENDING.fullmatch(subject.text.plain, begin, found.start)
    return begin == found.start or bool(amending)


def _begins(subject: Subject) -> list[int]:
    """Where the lines of grounds begin to tell what they name."""
    return sorted(line.about for block in subject.view(blocks) for line in block.lines)


def _of_the_past(subject: Subject, found: _Named, since: date) -> bool:
    """Whether the line tells of years before the document was replaced."""
    passage, cited = subject.text.passage(found.start), subject.view(citations.of)
    amended = _AMENDED.match(subject.text.plain, found.end)
    own = range(found.start, amended.end() if amended else found.end)
    low, high = max(passage.start, found.start - _LINE), min(passage.end, found.end + _LINE)
    for year in _YEAR.finditer(subject.text.plain, low, high):
        if int(year.group()) < since.year and year.start() not in own:
            before = bisect_right(cited, year.start(), key=_begin) - 1
            if before < 0 or cited[before].end <= year.start():
                return True
    return False
