"""The provinces that were merged into others on 01/7/2025."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

from vanban.patterns import later
from vanban.rules.library.administration.former import Former, Mention, like
from vanban.rules.library.administration.kept_names import kept
from vanban.rules.library.administration.known_places import communes, spelt
from vanban.rules.library.administration.provinces import LIST, now, since
from vanban.rules.lists import named
from vanban.rules.views.phrases import words
from vanban.rules.views.text import Text

GROUP = "tinh"

_UNIT = "tỉnh "
_BEHIND = 100
_AMONG = later(
    r"(?<!\w)(?:các|hai|ba|bốn|năm|\d+) tỉnh ?:? (?:[^,;.\n]{2,25}, ?){0,8}"
    r"(?:[^,;.\n]{2,25} và )?$"
)
_LONGER = later(r" ninh\b| ?[-–] ?đà nẵng")
"""What makes an older province of a name: Hà Nam Ninh, Quảng Nam - Đà Nẵng."""


def mentions(text: Text, as_of: date) -> Iterator[Mention]:
    """Every place that names such a province: "tỉnh Hà Nam", "các tỉnh Hà Nam, Ninh Bình"."""
    for name, into in _spellings().items():
        for at in text.find(name) if words(name) <= text.words else ():
            if found := _mention(text, at, at + len(name), into, as_of):
                yield found


@cache
def _spellings() -> dict[str, str]:
    """Each province as it may be spelt, with the one that took it in."""
    known = named(LIST)["cu"]
    return {name.replace(" - ", sep): known[name] for name in known for sep in (" - ", " – ", "-")}


def _mention(text: Text, at: int, end: int, into: str, as_of: date) -> Mention | None:
    if not text.whole[at].isupper() or _LONGER.match(text.plain, end) or kept(text, at):
        return None
    became, passage = now(into, as_of), text.passage(at)
    name = text.whole[at:end]
    if passage.where == "dia_danh" and passage.text == name:
        ward = spelt(name) in communes()
        return None if ward else Mention(at, end, GROUP, Former(name, became, since()), into)
    low = max(passage.start, at - _BEHIND)
    start = max(at - len(_UNIT), low)
    if _AMONG.search(text.plain[low:at]):
        return Mention(at, end, GROUP, Former(name, became, since()))
    if text.plain[start:at] != _UNIT or text.plain[start - 1 : start].isalnum():
        return None
    typed = text.whole[start:end]
    return Mention(start, end, GROUP, Former(typed, became, since()), like(became, typed))
