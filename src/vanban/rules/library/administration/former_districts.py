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
_OTHER_RULES = ("thanh tra ",)
"""Before the districts these are bodies that other rules tell of."""
_COMMUNES = later(rf"{_SEP}(?:cấp )?(?:xã|phường)(?!\w)")
_CITY_NOUNS = ("thành phố", "tp")
_PARTY = tuple(f"{kind} {body}" for kind in ("huyện", "quận", "thị") for body in ("ủy", "đoàn"))
_NOW = "xã, phường, đặc khu"


def mentions(text: Text) -> Iterator[Mention]:
    """Every place that names a body of a district, or all districts of a province."""
    for kind in KINDS:
        for at in _places(text, kind):
            if found := _mention(text, at, at + len(kind)):
                yield found
    for noun in _CITY_NOUNS:
        for at in _places(text, noun):
            if found := _city(text, at, at + len(noun)):
                yield found
    for body in _PARTY:
        for at in _places(text, body):
            end = name_end(text.whole, at + len(body))
            if text.plain.startswith(" viên", end):
                continue
            yield _made(text, at, end, BODY, _NOW)


def _city(text: Text, at: int, end: int) -> Mention | None:
    """A body of a former city of a province: "UBND thành phố Việt Trì"."""
    end += text.plain.startswith(". ", end)
    last = name_end(text.whole, end)
    parts = text.plain[end:last].split()
    if not any(" ".join(parts[:n]) in _cities() for n in range(1, len(parts) + 1)):
        return None
    low = max(text.passage(at).start, at - _BEHIND)
    head = _heads().search(text.plain[low:at])
    return _made(text, low + head.start(), last, BODY, _NOW) if head else None


@cache
def _cities() -> frozenset[str]:
    """The cities of provinces of before 01/7/2025, in small letters."""
    return frozenset(map(comparable, named(LIST)["thanh_pho"]))


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
    ahead = before[: lead.start()] if lead else before
    head = _heads().search(ahead)
    word = lead["chu"] if lead else ""
    alone = text.plain[start:end] in KINDS and not (word == "cấp" and _acts(text, start, end))
    opening = head or (None if alone else lead)
    if opening is None or ahead.endswith(_OTHER_RULES):
        return None
    begin = low + opening.start()
    if word == "cấp" and _by_law(text, begin, end):
        return None
    now = "xã" if word == "cấp" else _NOW
    typed = text.whole[begin:end]
    right = typed[: start - begin] + like(now, typed)
    clear = word in {"", "các", "cấp"} and name_end(text.whole, end) == end
    clear = clear and _goes_to_communes(head.group() if head else "", ahead)
    fixable = clear and not _COMMUNES.match(text.plain, end)
    became = "cấp xã" if word == "cấp" else _NOW
    return _made(text, begin, end, LISTED, became, right if fixable else None)


def _goes_to_communes(head: str, ahead: str) -> bool:
    """Whether the body, or what is told of the places, is one that communes have too."""
    data = named(LIST)
    if head:
        return head.strip() in set(map(comparable, data["cap_huyen"]))
    return not ahead.strip() or ahead.rstrip().endswith(tuple(data["truoc_dia_ban"]))


def _acts(text: Text, start: int, end: int) -> bool:
    """Whether "Cấp huyện" opens a sentence and does something in it."""
    opens = text.whole[start - len("cấp ")].isupper()
    return opens and bool(_doing().match(text.plain, end))


@cache
def _doing() -> re.Pattern[str]:
    return re.compile(rf" {named(LIST)['hanh_dong']}\b")


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
    own = (*data["cap_huyen"], *data["cap_huyen_khac"])
    bodies = [*own, *(f"phòng {name}" for name in data["phong"])]
    spelt = sorted((comparable(body) for body in bodies), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, spelt))}) $")
