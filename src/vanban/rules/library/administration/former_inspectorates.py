"""Inspectorates of ministries, departments and districts, which ended with the law of 2025."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from vanban.patterns import later
from vanban.rules.kinds.casing import begins_sentence
from vanban.rules.library.administration.former import (
    LIST,
    Former,
    Mention,
    name_end,
    since,
)
from vanban.rules.lists import named
from vanban.rules.views.text import Text

GROUP = "thanh-tra"

_PHRASE = "thanh tra"
_BEHIND = 20
"""So many characters before the phrase are looked at."""

_OF = later(
    r" (?:các (?!bộ))?(?P<cap>sở|bộ|huyện|quận|thị xã)(?!\w)"
    r"(?! hữu| tại| máy| phận| môn| đội| luật| quốc phòng| công an)"
)
_OFFICE = later(r"(?:phó )?chánh $")
_OBJECT = later(r"(?:kết luận|quyết định|kế hoạch|cuộc|đoàn|công tác|hoạt động|việc|bị) $")


def mentions(text: Text) -> Iterator[Mention]:
    """Every place that names such an inspectorate: "Thanh tra Sở", "Chánh Thanh tra huyện"."""
    if "tra" in text.words:
        for at in text.find(_PHRASE):
            of = _OF.match(text.plain, at + len(_PHRASE))
            if of and (start := _start(text, at, of)) is not None:
                end = _end(text, of)
                what = text.whole[start:end]
                became = "Thanh tra Chính phủ" if of["cap"] == "bộ" else "Thanh tra tỉnh, thành phố"
                yield Mention(start, end, GROUP, Former(what, became, since("thanh tra")))


def _start(text: Text, at: int, of: re.Match[str]) -> int | None:
    """Where the name of the body begins; None when a body is inspected ("thanh tra Sở Y tế")."""
    before = text.plain[max(text.passage(at).start, at - _BEHIND) : at]
    if office := _OFFICE.search(before):
        return at - len(office.group())
    if text.whole[at].islower() or _OBJECT.search(before):
        return None
    if begins_sentence(text.whole, at) or text.whole[at : of.end()].isupper():
        acts = _acts().match(text.plain, _end(text, of))
        return at if acts else None
    return at


def _end(text: Text, of: re.Match[str]) -> int:
    return of.end() if of["cap"] in {"sở", "bộ"} else name_end(text.whole, of.end())


@cache
def _acts() -> re.Pattern[str]:
    """What follows a body that does something, or the end of a field."""
    acts = rf"(?:{named(LIST)['hanh_dong']}|{named(LIST)['thanh_tra_lam']})"
    return re.compile(
        rf"(?: \w+){{0,8}}? {acts}\b|(?:(?! về| việc| tại| trong| công tác)[^.;\n]){{0,60}}[.;]?\n"
    )
