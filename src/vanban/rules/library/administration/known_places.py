"""Provinces and communes that are there, from dated lists (ADM-007)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from vanban.findings import Finding
from vanban.messages import _
from vanban.model.origin import Path
from vanban.patterns import later
from vanban.rules.base import Rule, Subject
from vanban.rules.library.administration.former import name_end
from vanban.rules.lists import named
from vanban.rules.views.fields import values
from vanban.viet.text import comparable, fold

_FIELDS = ("co_quan.chu_quan", "co_quan.ban_hanh", "dia_chi.dia_chi")
_KIND = later(
    r"(?<!\w)(?<!phố )(?<!đường )(?<!ngõ )"
    r"(?:(?P<tinh>tỉnh|thành phố)|(?<!(?<!đô )thị )(?<!tác )xã(?! hội)|phường|đặc khu)(?= )"
)
"""The kind of a unit; its name follows. Streets may be named so too (phố Xã Đàn)."""

_OF_A_UNIT = later(
    r"(?:ủy ban|ubnd|hội đồng nhân dân|hđnd|công an|đảng ủy|ban chỉ huy|trạm y tế|văn phòng"
    r"|phòng)\b"
)
"""How names of bodies begin in which the unit is that of today, unlike those of schools."""

_KIND_OF_PLACE = later(r"(?:tỉnh|thủ đô|thành phố|tp\.?|xã|phường|đặc khu) ?(?=\w)")
_TOWN = ("thị trấn ", "thị xã ")
_BLANK = later(r"[…\[\]_<>{}]|\.\.|^ngày\b")
"""What is no place: a blank to fill in, a date."""

_ABROAD = later(r"đại sứ quán|lãnh sự|phái đoàn|thương vụ")
_JOINED = (" - ", " – ")
_OLD = later(r"(?<!\w)cũ(?!\w)")


@cache
def provinces() -> frozenset[str]:
    """The names of the provinces of today and of before 01/7/2025, as `spelt` spells them."""
    data = named("tinh-thanh")
    return frozenset(map(spelt, (*data["hien_hanh"], *data["cu"], *data["viet_tat"])))


@cache
def communes() -> frozenset[str]:
    """The names of the communes, wards and special zones, as `spelt` spells them."""
    return frozenset(spelt("; ".join(_commune_names())).split("; "))


def spelt(name: str) -> str:
    """A name of a place for comparing: small letters, one way of placing tones, plain marks."""
    return comparable(name).replace("’", "'").replace("–", "-").strip()


def _commune_names() -> list[str]:
    data = named("xa-phuong")
    return [name for kind in ("phuong", "xa", "dac_khu") for name in data[kind].split("; ")]


def check(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A unit in the name of the body, in the place or the address, that no list has."""
    for field in _FIELDS:
        for path, text in values(subject, field):
            for unit, name in _units(text, address=field == _FIELDS[-1]):
                yield _finding(rule, subject, path, unit, name)
    for place in (subject.doc.dia_danh or "").split(","):
        name = place.strip(" .;:")
        if name and not _known_place(name) and not _abroad(subject):
            yield _finding(rule, subject, ("dia_danh",), name, name)


def _units(text: str, *, address: bool) -> Iterator[tuple[str, str]]:
    """The units named in a text that no list has, with their names alone."""
    plain = comparable(text)
    if _OLD.search(plain) or not (address or _OF_A_UNIT.match(plain)):
        return
    for found in _KIND.finditer(plain):
        end = _name_end(text, found.end())
        name = spelt(text[found.end() : end])
        of_city = address and found.group() == "thành phố" and "tỉnh" not in plain
        if name and not of_city and not _known(name, provinces() if found["tinh"] else communes()):
            yield text[found.start() : end], text[found.end() : end].strip()


def _name_end(text: str, at: int) -> int:
    """The offset behind a name, which may have two parts ("Chân Mây - Lăng Cô")."""
    end = name_end(text, at)
    return name_end(text, end + 2) if text[end : end + 3] in _JOINED else end


def _known(name: str, known: frozenset[str]) -> bool:
    """Whether a list has a name, or its first words: other words may follow."""
    parts = name.split()
    return name in known or any(" ".join(parts[:n]) in known for n in range(2, len(parts)))


def _known_place(place: str) -> bool:
    plain = spelt(place)
    name = plain[found.end() :] if (found := _KIND_OF_PLACE.match(plain)) else plain
    told = plain.startswith(_TOWN) or _BLANK.search(plain)
    return bool(told) or name in provinces() or name in communes()


def _abroad(subject: Subject) -> bool:
    names = (f"{body.chu_quan} {body.ban_hanh}" for body in subject.doc.co_quan)
    return any(_ABROAD.search(comparable(name)) for name in names)


def _finding(rule: Rule, subject: Subject, path: Path, unit: str, name: str) -> Finding:
    message = _("«{quote}» không có trong danh mục đơn vị hành chính hiện hành.")
    right = _meant(name)
    if right:
        message = _(
            "«{quote}» không có trong danh mục đơn vị hành chính hiện hành; gần nhất là «{right}»."
        )
    return rule.finding(subject, message.format(quote=unit, right=right), path, quote=unit)


def _meant(name: str) -> str | None:
    """The place that a name with a slip means: it differs in accents, "c" or "y" alone."""
    known = (*named("tinh-thanh")["hien_hanh"], *_commune_names())
    sound = _sound(name)
    return next((place for place in known if _sound(place) == sound), None)


def _sound(name: str) -> str:
    return fold(name).replace("c", "k").replace("y", "i")
