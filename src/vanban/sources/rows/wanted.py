"""Which columns will be used, and for what: said before a table is opened."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Self

from vanban.sources.rows.names import key, parts
from vanban.sources.rows.shown_dates import Purpose


class Wanted(frozenset[str]):
    """Names of columns that may be used, as `names.key` spells them.

    Attributes:
        purposes: what the dates in some of them are for; those in others are text.
    """

    purposes: Mapping[str, Purpose] = MappingProxyType({})

    @classmethod
    def of(cls, names: Iterable[str], purposes: Mapping[str, Purpose] | None = None) -> Self:
        """Some names, however spelt; such a set itself is left as it is."""
        if isinstance(names, cls) and purposes is None:
            return names
        made = cls(map(key, names))
        made.purposes = MappingProxyType(dict(purposes or {}))
        return made

    def purpose(self, heading: str) -> Purpose:
        """What dates under a heading are for, told by all of it or by its end.

        >>> Wanted.of([], {"ngay": Purpose.DAY}).purpose("Ký: Ngày")
        <Purpose.DAY: 'day'>
        """
        names = parts(heading)
        ends = (".".join(names[at:]) for at in range(len(names)))
        return next((self.purposes[end] for end in ends if end in self.purposes), Purpose.TEXT)
