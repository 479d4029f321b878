"""What is contributed under a name, and what happens when two want the same one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from msgspec import Struct

from vanban.errors import PluginError, Problem, short
from vanban.location import Place
from vanban.messages import _
from vanban.viet.text import nearest

BUILT_IN = "vanban"

_T = TypeVar("_T")


class Contribution(Struct, Generic[_T], frozen=True):
    """A value and who gave it: "vanban", or a distribution with its version."""

    value: _T
    origin: str


class Contributions(Generic[_T]):
    """What was contributed under each name.

    Of two contributions with one name neither is usable; a built-in name cannot be taken.
    """

    def __init__(self, given: Iterable[tuple[str, Contribution[_T]]], what: str) -> None:
        self._given: dict[str, list[Contribution[_T]]] = {}
        self.what = what
        for name, contribution in given:
            self._given.setdefault(name, []).append(contribution)

    def __iter__(self) -> Iterator[str]:
        return iter(self._given)

    def __contains__(self, name: str) -> bool:
        return name in self._given

    def get(self, name: str) -> Contribution[_T]:
        """The contribution of that name.

        Raises:
            PluginError: nobody contributes it, or two do.
        """
        found = self._given.get(name, [])
        own = [c for c in found if c.origin == BUILT_IN] or found
        if len(own) == 1:
            return own[0]
        if own:
            origins = self.origins(name)
            raise PluginError.at(
                _("{what} «{name}» do {origins} cùng đóng góp nên không dùng được.").format(
                    what=self.what, name=name, origins=origins
                ),
                advice=_("Gỡ bớt một trong hai gói, hoặc đặt VANBAN_PLUGINS."),
            )
        near = nearest(name, self._given)
        raise PluginError.at(
            _("Không có {what} «{name}».").format(what=self.what, name=short(name)),
            advice=_("Có phải «{near}» không?").format(near=near) if near else self._names(),
        )

    def origins_of(self, name: str) -> list[str]:
        """Who contributes a name."""
        return sorted(c.origin for c in self._given.get(name, ()))

    def origins(self, name: str) -> str:
        """Who contributes a name, as a text."""
        return _(" và ").join(self.origins_of(name))

    def _names(self) -> str:
        return _("Các tên dùng được: {names}.").format(names=", ".join(sorted(self._given)))

    def clashes(self) -> Iterator[tuple[str, list[str]]]:
        """Names with several contributions, and who gave them."""
        for name, found in self._given.items():
            if len(found) > 1:
                yield name, [c.origin for c in found]

    def taken(self) -> Iterator[Problem]:
        """A problem for each plugin that wants a built-in name; the built-in one stays."""
        for name, origins in self.clashes():
            message = _("{what} «{name}» là tên có sẵn, phần mở rộng {origin} không lấy được.")
            for origin in origins if BUILT_IN in origins else ():
                if origin != BUILT_IN:
                    told = message.format(what=self.what, name=name, origin=origin)
                    yield Problem(told, Place(origin))
