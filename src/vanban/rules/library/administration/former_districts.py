"""Bodies of districts (huyện, quận, thị xã), which ended on 01/7/2025."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from vanban.patterns import later
from vanban.rules.library.administration.former import (
    LIST,
    Former,
    Mention,
    like,
    name_end,
    since,
)
from vanban.rules.library.administration.history import sentence
from vanban.rules.lists import named
from vanban.rules.views.phrases import words
from vanban.rules.views.text import Text
from vanban.viet.text import comparable

BODY, LISTED = "cap-huyen", "giao-cap-huyen"
"""Groups of `Mention`: one body; the districts of a province in a list ("các huyện, thị xã")."""

KINDS = ("huyện", "quận", "thị xã")

_BEHIND = 90
"""So many characters before the kind of a district its body is looked for."""

_SEP = r"(?:,? ?(?:và|hoặc) |, ?| ?/ ?| ?[-–] ?)(?:các )?"
_KIND = r"(?:huyện|quận|thị xã|thành phố|tx|tp)(?!\w)"
_MORE = later(rf"(?:{_SEP}{_KIND}(?! (?:trực thuộc|thuộc trung)))+")
_BEFORE = later(rf"(?<!\w)(?:{_KIND}{_SEP})+$")
_LEAD = later(r"(?<!\w)(?P<chu>các|những|một số|\d+|cấp) $")
_COMMUNES = later(rf"{_SEP}(?:cấp )?(?:xã|phường)(?!\w)")
_PARTY = tuple(f"{kind} {body}" for kind in ("huyện", "quận", "thị") for body in ("ủy", "đoàn"))
_NOW = "xã, phường, đặc khu"


def mentions(text: Text) -> Iterator[Mention]:
    """Every place that names a body of a district, or all districts of a province."""
    for kind in KINDS:
        for at in _places(text, kind):
            if found := _mention(text, at, at + len(kind)):
                yield found
    for body in _PARTY:
        for at in _places(text, body):
            end = name_end(text.whole, at + len(body))
            yield _made(text, at, end, BODY, _NOW)


def told(text: Text, at: int, end: int) -> bool:
    """Whether the kind of a district that stands there is a part of what is mentioned."""
    low = max(text.passage(at).start, at - _BEHIND)
    return bool(_BEFORE.search(text.plain[low:at]) or _mention(text, at, end))


def _places(text: Text, phrase: str) -> Iterator[int]:
    return text.find(phrase) if words(phrase) <= text.words else iter(())


def _mention(text: Text, at: int, end: int) -> Mention | None:
    low = max(text.passage(at).start, at - _BEHIND)
    before = text.plain[low:at]
    first = _BEFORE.search(before)
    if first and any(kind in first.group() for kind in KINDS):
        return None  # its list was told at the first kind
    more = _MORE.match(text.plain, end)
    if first or more or _LEAD.search(before):
        start = low + first.start() if first else at
        return _listed(text, low, start, more.end() if more else end)
    head = _heads().search(before)
    if head is None:
        return None
    return _made(text, low + head.start(), name_end(text.whole, end), BODY, _NOW)


def _listed(text: Text, low: int, start: int, end: int) -> Mention | None:
    """The districts of a province in a list, or "cấp huyện", with the body in front of them.

    One kind alone ("các huyện", "cấp huyện") counts only behind a body.
    """
    before = text.plain[low:start]
    lead = _LEAD.search(before)
    head = _heads().search(before[: lead.start()] if lead else before)
    opening = head or (None if text.plain[start:end] in KINDS else lead)
    if opening is None:
        return None
    begin, word = low + opening.start(), lead["chu"] if lead else ""
    if word == "cấp" and _by_law(text, begin, end):
        return None
    now = "xã" if word == "cấp" else _NOW
    typed = text.whole[begin:end]
    right = typed[: start - begin] + like(now, typed)
    clear = word in {"", "các", "cấp"} and name_end(text.whole, end) == end
    fixable = clear and not _COMMUNES.match(text.plain, end)
    became = "cấp xã" if word == "cấp" else _NOW
    return _made(text, begin, end, LISTED, became, right if fixable else None)


def _by_law(text: Text, start: int, end: int) -> bool:
    """Whether the sentence tells whose powers the district's are: those of laws still in force."""
    return bool(_powers().search(text.plain, *sentence(text, start, end)))


@cache
def _powers() -> re.Pattern[str]:
    return re.compile(named(LIST)["theo_luat"])


def _made(
    text: Text, start: int, end: int, group: str, became: str, right: str | None = None
) -> Mention:
    former = Former(text.whole[start:end], became, since("cấp huyện"))
    return Mention(start, end, group, former, right)


@cache
def _heads() -> re.Pattern[str]:
    """The bodies of a district, right before its kind."""
    data = named(LIST)
    bodies = [*data["cap_huyen"], *(f"phòng {name}" for name in data["phong"])]
    spelt = sorted((comparable(body) for body in bodies), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, spelt))}) $")
