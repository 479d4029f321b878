"""Provinces and communes that are there, from dated lists (ADM-007)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
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
_ADDRESSEES = ("kinh_gui", "noi_nhan")
_LISTS = {"xã": "xa", "phường": "phuong", "đặc khu": "dac_khu"}
"""Kinds of units of the lowest level, each with the key of its names."""

_KIND = later(
    r"(?<!\w)(?<!phố )(?<!đường )(?<!ngõ )"
    r"(?:tỉnh|thành phố|(?<!(?<!đô )thị )(?<!tác )xã(?! hội)|phường|đặc khu)(?= )"
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
    return frozenset().union(*(_of_kind(kind) for kind in _LISTS))


@cache
def _of_kind(kind: str) -> frozenset[str]:
    """The names of the units of a kind ("xã"), as `spelt` spells them."""
    data = named("xa-phuong")
    lists = (_LISTS[kind], "xa_thanh_phuong") if kind == "xã" else (_LISTS[kind],)
    return frozenset(spelt("; ".join(data[key] for key in lists)).split("; "))


def spelt(name: str) -> str:
    """A name of a place for comparing: small letters, one way of placing tones, plain marks."""
    return comparable(name).replace("’", "'").replace("–", "-").strip()


def check(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A unit in the name of a body, in the place or the address, that no list has.

    Of those that the document is sent to, only what is like a known one: a slip.
    """
    told: set[str] = set()
    for field in (*_FIELDS, *_ADDRESSEES):
        for path, text in _texts(subject, field):
            for kind, unit, name in _units(subject, text, address=field == _FIELDS[-1]):
                right = _meant(kind, name)
                if right or field in _FIELDS:
                    told.add(name)
                    yield _finding(rule, subject, path, unit, right)
    for place in (subject.doc.dia_danh or "").split(","):
        name = place.strip(" .;:")
        if name and name not in told and not _known_place(name) and not _abroad(subject):
            yield _finding(rule, subject, ("dia_danh",), name, _meant("", name))


def _texts(subject: Subject, field: str) -> Iterator[tuple[Path, str]]:
    """The texts of a field, with the path of each."""
    for path, value in values(subject, field):
        if isinstance(value, str):
            yield path, value
        elif isinstance(value, tuple):
            yield from (((*path, at), item) for at, item in enumerate(value))


def _units(subject: Subject, text: str, *, address: bool) -> Iterator[tuple[str, str, str]]:
    """The units named in a text that no list has: their kinds, their names with it and without."""
    plain = comparable(text)
    if _OLD.search(plain) or not (address or _OF_A_UNIT.match(plain)):
        return
    for found in _KIND.finditer(plain):
        end = _name_end(text, found.end())
        name = spelt(text[found.end() : end])
        of_city = address and found.group() == "thành phố" and "tỉnh" not in plain
        if name and not of_city and not _is_known(subject, found.group(), name):
            yield found.group(), text[found.start() : end], text[found.end() : end].strip()


def _name_end(text: str, at: int) -> int:
    """The offset behind a name, which may have two parts ("Chân Mây - Lăng Cô")."""
    end = name_end(text, at)
    return name_end(text, end + 2) if text[end : end + 3] in _JOINED else end


def _is_known(subject: Subject, kind: str, name: str) -> bool:
    """Whether a list has a unit; a commune may have become a ward after the list was made."""
    if kind not in _LISTS:
        return _known(name, provinces())
    made = date.fromisoformat(named("xa-phuong")["den_ngay"])
    sure = kind == "xã" or subject.as_of <= made
    return _known(name, _of_kind(kind) if sure else communes())


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


def _finding(rule: Rule, subject: Subject, path: Path, unit: str, right: str | None) -> Finding:
    message = _("«{quote}» không có trong danh mục đơn vị hành chính hiện hành.")
    if right:
        message = _(
            "«{quote}» không có trong danh mục đơn vị hành chính hiện hành; gần nhất là «{right}»."
        )
    return rule.finding(subject, message.format(quote=unit, right=right), path, quote=unit)


def _meant(kind: str, name: str) -> str | None:
    """The unit that is meant, with its kind: it has that name, or one that sounds like it.

    Args:
        kind: the kind that is typed; empty where none is.
        name: the name without it.
    """
    sound = _sound(name)
    for other in _kinds_in_turn(kind):
        if place := _by_sound(other).get(sound):
            return f"{other} {place}" if kind else place
    return None


def _kinds_in_turn(kind: str) -> Iterator[str]:
    """The kinds among which a unit of a kind is looked for, its own first."""
    yield kind if kind else "tỉnh"
    yield from (other for other in _LISTS if other != kind)


@cache
def _by_sound(kind: str) -> Mapping[str, str]:
    """The units of a kind, provinces for any but the lowest, by how their names sound."""
    lowest = kind in _LISTS
    names = (
        named("xa-phuong")[_LISTS[kind]].split("; ") if lowest else named("tinh-thanh")["hien_hanh"]
    )
    return {_sound(name): name for name in reversed(names)}


def _sound(name: str) -> str:
    """A name without accents and with one letter for each of "c" and "k", "i" and "y"."""
    return fold(name).replace("c", "k").replace("y", "i")
