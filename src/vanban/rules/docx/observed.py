"""What rules on a .docx look at: the recognized document, its standard, its type."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from msgspec import Struct, field

from vanban.layout.document import Layout
from vanban.layout.recognized import Part, Piece, Recognized
from vanban.messages import _
from vanban.standards.load import Standard
from vanban.standards.schema import Style
from vanban.standards.types import DocumentType

_T = TypeVar("_T")
DOCUMENTS = ("van-ban", "kem-theo", "ban-sao")
"""Kinds of parts that have a head of their own: all but appendices, which may be forms."""
_ONCE = ("so_ky_hieu", "dia_danh_ngay")


class Observed(Struct, frozen=True, dict=True):
    """A .docx under check.

    Attributes:
        found: what was recognized in it.
        standard: the standard that it is judged by.
        kind: the type of its main document; None when that is not clear.
        path: the file as it was named.
        today: the day of the check; None asks the clock when a rule wants to know.
    """

    found: Recognized
    standard: Standard
    kind: DocumentType | None = None
    path: str = ""
    today: date | None = None
    _views: dict[Hashable, Any] = field(default_factory=dict)

    @property
    def layout(self) -> Layout:
        """What was observed, before anything was recognized."""
        return self.found.layout

    @property
    def main(self) -> Part:
        """The main document."""
        return self.found.main

    def view(self, make: Callable[[Observed], _T]) -> _T:
        """What a function makes of this document, worked out once however many rules ask."""
        if make not in self._views:
            self._views[make] = make(self)
        found: _T = self._views[make]
        return found

    def pieces(self, *slugs: str, parts: tuple[str, ...] = DOCUMENTS) -> tuple[Piece, ...]:
        """The pieces with these slugs that are sure, in parts of these kinds.

        A slug may name a role too: "danh_sach_nhan:luu" is the pieces with that role.
        """
        key = (slugs, parts)
        if key not in self._views:
            self._views[key] = self._index(parts).sure(slugs)
        known: tuple[Piece, ...] = self._views[key]
        return known

    def unsure(self, *slugs: str, parts: tuple[str, ...] = DOCUMENTS) -> bool:
        """Whether pieces with these slugs are there and none of them is sure."""
        index = self._index(parts)
        return any(slug in index.doubtful for slug in slugs) and not index.sure(slugs)

    def _index(self, parts: tuple[str, ...]) -> _Index:
        if parts not in self._views:
            mine = [p for p in self.found.parts if p.kind in parts or "tat-ca" in parts]
            self._views[parts] = _index(piece for part in mine for piece in _believable(part))
        known: _Index = self._views[parts]
        return known

    def style(self, slug: str) -> Style:
        """The look that the standard asks of a component."""
        return self.standard.styles[slug]

    def name(self, slug: str) -> str:
        """What people call a component ("Quốc hiệu")."""
        return _(self.standard.styles[slug].ten).removeprefix("VB ")

    @property
    def nature(self) -> str:
        """Which rules it follows: `Recognized.nature`."""
        return self.found.nature

    @cached_property
    def now(self) -> date:
        """The day of the check."""
        return self.today or date.today()


def _believable(part: Part) -> list[Piece]:
    """The pieces of a part, without a second number or date, which is text of the body."""
    once = {slug: part.one(slug) for slug in _ONCE}
    return [p for p in part.pieces if p.slug not in once or p is once[p.slug]]


class _Index(Struct, frozen=True):
    """Pieces by slug, and by slug and role, each with its place in the reading order.

    ``doubtful`` are the slugs of those that are not sure.
    """

    known: dict[str, list[tuple[int, Piece]]]
    doubtful: frozenset[str]

    def sure(self, slugs: tuple[str, ...]) -> tuple[Piece, ...]:
        """The pieces with some slugs, in reading order, each once."""
        if len(slugs) == 1:
            return tuple([piece for _at, piece in self.known.get(slugs[0], ())])
        found = dict(pair for slug in slugs for pair in self.known.get(slug, ()))
        return tuple([found[at] for at in sorted(found)])


def _index(pieces: Iterable[Piece]) -> _Index:
    known: dict[str, list[tuple[int, Piece]]] = {}
    doubtful: set[str] = set()
    for at, piece in enumerate(pieces):
        names = (piece.slug, f"{piece.slug}:{piece.role}") if piece.role else (piece.slug,)
        for name in names:
            if piece.sure:
                known.setdefault(name, []).append((at, piece))
            else:
                doubtful.add(name)
    return _Index(known, frozenset(doubtful))
