"""Administrative units by their names: the one that a place names, the one that a body is of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from msgspec import Struct

from vanban.model.van_ban import CoQuan
from vanban.patterns import later
from vanban.rules.lists import named
from vanban.viet.text import fold, words_of

_UNIT = later(
    r"(?P<unit>thành phố|thị xã|thị trấn|đặc khu|thủ đô|tỉnh|tp\.?|huyện|quận|phường|xã)"
    r"(?:\s+đảo)?(?:\s+|(?<=\.))(?P<name>[^\s\[….].*)"
)
_GOVERNMENT = later(r"(?:thường trực )?(?:ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd) (.+)")
_DEPARTMENT = later(r"sở \w|văn phòng (?:ủy ban nhân dân|ubnd) (?:tỉnh|thành phố)|thanh tra tỉnh")
_BEHIND_NAME = later(r"\s*[,(;]|\s+-\s+(?=tỉnh|thành)|\s+(?=(?:tỉnh|thành phố|huyện|quận)\s)")
_PROVINCES = frozenset({"tỉnh", "thành phố", "tp", "tp.", "thủ đô"})
_CITY = "hồ chí minh"


class Unit(Struct, frozen=True):
    """An administrative unit in small letters.

    Attributes:
        kind: its noun ("xã", "tp."); empty when it is not told.
        name: its name, without the units around it.
    """

    kind: str
    name: str

    @property
    def is_province(self) -> bool:
        """Whether it may be a province or a city of its rank."""
        return self.kind in _PROVINCES


@lru_cache(maxsize=1024)  # rules ask for the few places of a document again and again
def unit(text: str) -> Unit | None:
    """The unit that a text names with its noun; None when it begins with no noun.

    >>> unit("Xã Bắc Hà, tỉnh Lào Cai")
    Unit(kind='xã', name='bắc hà')
    """
    found = _UNIT.match(words_of(text))
    return Unit(found["unit"], _BEHIND_NAME.split(found["name"])[0]) if found else None


def begin_of_name(text: str) -> int:
    """The offset at which the name of a unit begins, behind its noun; 0 without one."""
    found = _UNIT.match(words_of(text)) if text == " ".join(text.split()) else None
    return found.start("name") if found else 0


def governed_by(body: CoQuan) -> Unit | None:
    """The unit whose government or department a body is; None where that is not sure."""
    name, above = words_of(body.ban_hanh or ""), words_of(body.chu_quan or "")
    own = _GOVERNMENT.match(name)
    if own:
        return unit(own[1])
    over = _GOVERNMENT.match(above) if _DEPARTMENT.match(name) else None
    found = unit(over[1]) if over else None
    return found if found and found.is_province else None


def provinces() -> Iterator[str]:
    """The names of provinces and cities of their rank, former ones too."""
    known = named("tinh-thanh")
    yield from known["hien_hanh"]
    yield from known["cu"]


def is_like(name: str, other: str) -> bool:
    """Whether two names mean one unit: accents do not count, nor does half of a double name.

    >>> is_like("Khánh Hoà", "khánh hòa"), is_like("Bà Rịa - Vũng Tàu", "Vũng Tàu")
    (True, True)
    """
    if name == other:
        return True
    first, second = fold(name), fold(other)
    return first in second or second in first


def needs_noun(name: str) -> bool:
    """Whether a unit is called after a person, an event or by a number (PLI-I-II.4.a)."""
    if name.isdecimal() or name == _CITY:
        return True
    return name in _listed("ten_nguoi") or name in _listed("su_kien")


@cache
def _listed(key: str) -> frozenset[str]:
    """The names under a key of the list of units, as `words_of` makes them."""
    return frozenset(words_of(name) for name in named("dia-danh-ten-nguoi")[key])


def may_need_noun(place: Unit) -> bool:
    """Whether a unit's name may be that of a person or an event, or has a number in it.

    Of districts and communes nobody has all names: one that begins like a person's, or is
    long, may be one.
    """
    if needs_noun(place.name) or place.name in _listed("co_the"):
        return True
    if any(letter.isdecimal() for letter in place.name):
        return True
    syllables = place.name.split()
    families = {words_of(name) for name in named("ten-nguoi")["ho"]}
    return not place.is_province and (len(syllables) > 2 or syllables[0] in families)


def noun_of(name: str, bodies: tuple[CoQuan, ...]) -> str:
    """The noun of a unit as the names of bodies have it; empty when none tells it."""
    if name == _CITY:
        return "thành phố"
    pattern = re.compile(
        rf"(phường|xã|quận|huyện|thị trấn|thị xã|thành phố) {re.escape(name)}(?!\w)"
    )
    texts = (words_of(text) for body in bodies for text in (body.ban_hanh, body.chu_quan) if text)
    return next((found[1] for text in texts if (found := pattern.search(text))), "")
