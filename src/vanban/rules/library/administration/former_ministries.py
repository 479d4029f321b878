"""Ministries, and departments of the provinces, that were merged in 2025."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

from msgspec import Struct

from vanban.patterns import later
from vanban.rules.library.administration.former import LIST, Former, Mention, like, since
from vanban.rules.lists import named
from vanban.rules.views.phrases import words
from vanban.rules.views.text import Text

GROUP = "bo-so"

_BEHIND = 120
"""So many characters before a field of work its body is looked for."""

_NO_BODY = r"(?<!\w)(?<!cơ )(?<!trụ )(?<!cán )"
_HEAD = later(rf"{_NO_BODY}(?P<loai>bộ|sở) $")
_LIST_HEAD = later(
    rf"{_NO_BODY}(?P<loai>bộ|sở)(?:,? ngành)? ?:? "
    r"(?P<muc>[^,;.:()\n]{2,45}(?:(?:, ?| và )[^,;.:()\n]{2,45}){0,8})?(?:, ?| và )$"
)
_FIRST_OF_LIST = later(rf"{_NO_BODY}(?P<loai>bộ|sở)(?:,? ngành)? ?: $")
_BETWEEN = later(r", ?| và ")
_IN_A_NAME = frozenset("-/@_&")
"""Beside these an abbreviation is a part of a number, an address or a longer one."""


class Field(Struct, frozen=True):
    """What a ministry and the departments of the provinces looked after.

    Attributes:
        now: the field of the bodies that took their place.
        split: whether others took a part of it.
        code: whether it is spelt as an abbreviation, in capitals.
    """

    now: str
    split: bool
    code: bool


def mentions(text: Text) -> Iterator[Mention]:
    """Every place that names such a body: "Sở Giao thông vận tải", "các Sở: XD, GTVT", "BGTVT"."""
    known = text.words
    if known.isdisjoint(_telling_words()):
        return
    for spelt, field in _fields().items():
        for at in _places(text, spelt) if words(spelt) <= known else ():
            if found := _body(text, at, at + len(spelt), field):
                yield found
    for spelt, (became, first) in _others().items():
        for at in _places(text, spelt) if words(spelt) <= known else ():
            end = at + len(spelt)
            if _IN_A_NAME.isdisjoint(text.whole[max(at - 1, 0) : at] + text.whole[end : end + 1]):
                yield Mention(at, end, GROUP, Former(text.whole[at:end], became, first))


def _places(text: Text, spelt: str) -> Iterator[int]:
    """Where a name stands; of an abbreviation only where it is in capitals."""
    for at in text.find(spelt):
        if not _is_code(spelt) or text.whole.startswith(spelt, at):
            yield at


@cache
def _fields() -> dict[str, Field]:
    found: dict[str, Field] = {}
    for name, data in named(LIST)["linh_vuc"].items():
        for spelt in (name, *data["khac"]):
            found[spelt] = Field(data["nay"], "chia" in data, _is_code(spelt))
    return found


@cache
def _others() -> dict[str, tuple[str, date]]:
    """Other names, and the codes that bodies have in numbers, with what they became."""
    found = {name: (became, since("bộ")) for name, became in named(LIST)["khac"].items()}
    for spelt, field in _fields().items():
        if field.code and spelt.isalpha():
            found[f"B{spelt}"] = (f"Bộ {field.now}", since("bộ"))
            found[f"S{spelt}"] = (f"Sở {field.now}", since("sở"))
    return found


@cache
def _telling_words() -> frozenset[str]:
    """The longest word of each name: a text without any of them names none."""
    return frozenset(max(words(spelt), key=len) for spelt in (*_fields(), *_others()))


def _is_code(spelt: str) -> bool:
    return spelt.isupper()


def _body(text: Text, at: int, end: int, field: Field) -> Mention | None:
    """The body whose field of work stands at an offset, behind its head or in a list."""
    low = max(text.passage(at).start, at - _BEHIND)
    before = text.plain[low:at]
    if direct := _HEAD.search(before):
        start = low + direct.start()
        proper = text.whole[start].isupper() or text.whole[at].isupper()
        return _mention(text, start, end, direct["loai"], field) if proper else None
    head = _FIRST_OF_LIST.search(before) or _LIST_HEAD.search(before)
    if head and text.whole[at].isupper() and _names(text.whole[low + head.end("loai") : at]):
        former = Former(text.whole[at:end], _now(head["loai"], field), since(head["loai"]))
        return Mention(at, end, GROUP, former)
    return None


def _names(items: str) -> bool:
    """Whether each item of a list begins with a capital, as fields of bodies do."""
    parts = (part.strip(" :") for part in _BETWEEN.split(items.replace("ngành", "")))
    return all(part[0].isupper() for part in parts if part)


def _mention(text: Text, start: int, end: int, kind: str, field: Field) -> Mention:
    typed = text.whole[start:end]
    right = like(typed[: len(kind) + 1] + field.now, typed)
    former = Former(typed, _now(kind, field), since(kind))
    return Mention(start, end, GROUP, former, None if field.split else right)


def _now(kind: str, field: Field) -> str:
    return f"{kind.capitalize()} {field.now}"
