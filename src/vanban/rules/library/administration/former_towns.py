"""Towns (thị trấn, thị xã) named as units that are there, which they are not from 01/7/2025."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.patterns import later
from vanban.rules.library.administration import former_districts
from vanban.rules.library.administration.former import Former, Mention, like, name_end, since
from vanban.rules.library.administration.kept_names import kept
from vanban.rules.views.text import Text

GROUP = "thi-tran"

_BEHIND = 90
_KIND = r"(?:(?<!thị )xã|phường|đặc khu|thị trấn)(?!\w)"
_SEP = r"(?:,? ?(?:và|hoặc) |, ?| ?/ ?| ?[-–] ?)"
_BEFORE = later(rf"(?<!\w)(?:{_KIND}{_SEP})+$")
_MORE = later(rf"(?:{_SEP}{_KIND})+")
_BODY = later(r"(?<!\w)(?:ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân|công an|đảng ủy) $")
_NOW = "xã, phường, đặc khu"


def mentions(text: Text) -> Iterator[Mention]:
    """Every place that names a town: with its name, behind a body, in "xã, phường, thị trấn"."""
    if "thị" in text.words:
        for at in text.find("thị trấn"):
            if found := _town(text, at):
                yield found
        for at in text.find("thị xã"):
            last = at + len("thị xã")
            end = name_end(text.whole, last)
            if end > last and not former_districts.told(text, at, last) and not kept(text, at):
                yield _mention(text, at, end)


def _town(text: Text, at: int) -> Mention | None:
    low, last = max(text.passage(at).start, at - _BEHIND), at + len("thị trấn")
    before = text.plain[low:at]
    first, more = _BEFORE.search(before), _MORE.match(text.plain, last)
    if first or more:
        begin = low + first.start() if first else at
        end = more.end() if more else last
        return _mention(text, begin, end, like(_NOW, text.whole[begin:end]))
    end = name_end(text.whole, last)
    body = _BODY.search(before)
    if (end == last and not body) or kept(text, at):
        return None
    return _mention(text, low + body.start() if body else at, end)


def _mention(text: Text, start: int, end: int, right: str | None = None) -> Mention:
    former = Former(text.whole[start:end], _NOW, since("cấp huyện"))
    return Mention(start, end, GROUP, former, right)
