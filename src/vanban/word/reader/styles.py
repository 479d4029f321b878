"""The styles of a file: each with all it is based on, resolved once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol

from vanban.layout.provenance import Level as Kind
from vanban.layout.provenance import Provenance
from vanban.word.elements import attribute, child, value, w
from vanban.word.reader.said import Level, over, said_of_text
from vanban.word.reader.shaping import level_of, said_of_shape

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_KINDS: Mapping[str, Kind] = {
    "paragraph": "paragraph-style",
    "character": "character-style",
    "table": "table-style",
}

_MOST_SAID = 150
"""A chain of styles says at most about so many things of a paragraph; Word allows 64 tabs."""


class Indents(Protocol):
    """What the levels of lists say of paragraphs."""

    def shape(self, list_id: str, level: int) -> Level:
        """What a level of a list says of the paragraphs that it numbers."""
        ...

    def level_for_style(self, list_id: str, style_id: str) -> int | None:
        """The level of a list that belongs to a paragraph style; None when none does."""
        ...


class Chain:
    """A style with all it is based on.

    Attributes:
        name: as Word shows it; None when the file defines no such style.
        shape: what it says of the paragraph, the indents of its list among it.
        plain: the same without those of the list.
        text: what it says of text.
        list_id, level: the list that it numbers paragraphs with; None when it does not.
    """

    __slots__ = ("level", "list_id", "name", "plain", "shape", "text")

    def __init__(self, base: Chain | None = None, name: str | None = None) -> None:
        self.name = name
        self.shape: Level = base.shape if base else {}
        self.plain: Level = base.plain if base else self.shape
        self.text: Level = base.text if base else {}
        self.list_id: str | None = base.list_id if base else None
        self.level: int | None = base.level if base else None


class Styles:
    """The styles of a file.

    Args:
        root: of the styles part; None when the file has none.
        fonts: the fonts of the theme.
        indents: what lists say; None when the file has none.
    """

    def __init__(
        self, root: Element | None, fonts: Mapping[str, str], indents: Indents | None = None
    ) -> None:
        self.fonts = fonts
        self._indents = indents
        self._elements: dict[tuple[str, str], Element] = {}
        self._default_ids: dict[str, str] = {}
        self._chains: dict[tuple[str, str | None], Chain] = {}
        for style in () if root is None else root.iterchildren(w("style")):
            self._add(style)
        self.defaults = self._defaults(child(root, "docDefaults"))

    def _add(self, style: Element) -> None:
        kind, style_id = attribute(style, "type") or "paragraph", attribute(style, "styleId")
        if style_id is None:
            return
        self._elements.setdefault((kind, style_id), style)
        if attribute(style, "default") in ("1", "true", "on"):
            self._default_ids[kind] = style_id

    def _defaults(self, element: Element | None) -> tuple[Level, Level]:
        giver = Provenance("defaults")
        shape = child(child(element, "pPrDefault"), "pPr")
        text = child(child(element, "rPrDefault"), "rPr")
        return said_of_shape(shape, giver), said_of_text(text, self.fonts, giver)

    def default(self, kind: str) -> str | None:
        """The id of the style of a kind that holds where none is named."""
        return self._default_ids.get(kind)

    def element(self, kind: str, style_id: str | None) -> Element | None:
        """The ``w:style``; None when it is not defined."""
        return None if style_id is None else self._elements.get((kind, style_id))

    def name(self, style_id: str | None, kind: str = "paragraph") -> str | None:
        """The name of a style; None when it is not defined."""
        return value(self.element(kind, style_id), "name")

    def known_name(self, style_id: str | None) -> str | None:
        """The name of a paragraph style, found once; None when it is not defined."""
        known = ("paragraph", style_id) in self._elements
        return self.chain("paragraph", style_id).name if known else None

    def id_of(self, name: str) -> str | None:
        """The id of the paragraph style of a name; None when there is none."""
        for (kind, style_id), style in self._elements.items():
            if kind == "paragraph" and value(style, "name") == name:
                return style_id
        return None

    def chain(self, kind: str, style_id: str | None) -> Chain:
        """A style with all it is based on; an unknown one is the default of its kind."""
        if (kind, style_id) not in self._chains:
            known = style_id is not None and (kind, style_id) in self._elements
            if not known and kind == "character":
                return Chain()
            self._resolve(kind, style_id if known else self.default(kind))
            if not known:
                self._chains[kind, style_id] = self._chains.get((kind, self.default(kind)), Chain())
        return self._chains[kind, style_id]

    def line(self, kind: str, style_id: str | None) -> list[tuple[str, Element]]:
        """A style and those it is based on, itself first; a circle ends where it closes."""
        found: dict[str, Element] = {}
        while style_id is not None and style_id not in found:
            element = self.element(kind, style_id)
            if element is None:
                break
            found[style_id] = element
            style_id = value(element, "basedOn")
        return list(found.items())

    def _resolve(self, kind: str, style_id: str | None) -> None:
        """Resolves a style and what it is based on, from the bottom up."""
        waiting = []
        base: Chain | None = None
        for name, element in self.line(kind, style_id):
            if (kind, name) in self._chains:
                base = self._chains[kind, name]
                break
            waiting.append((name, element))
        for name, element in reversed(waiting):
            base = self._chains[kind, name] = self._with(base, kind, name, element)

    def _with(self, base: Chain | None, kind: str, style_id: str, style: Element) -> Chain:
        giver = Provenance(_KINDS.get(kind, "paragraph-style"), value(style, "name"))
        chain = Chain(base, giver.style)
        properties = child(style, "pPr")
        own = said_of_shape(properties, giver) if len(chain.shape) < _MOST_SAID else {}
        text = said_of_text(child(style, "rPr"), self.fonts, giver)
        self._number(chain, style_id, properties)
        same = chain.plain is chain.shape
        chain.shape = chain.shape | own if own else chain.shape
        chain.plain = chain.shape if same else chain.plain | own
        chain.text = over(chain.text, text) if text else chain.text
        return chain

    def _number(self, chain: Chain, style_id: str, properties: Element | None) -> None:
        """Lays the indents of the list that a style begins under what it says itself."""
        list_id, level = level_of(properties)
        if list_id is None and level is None:
            return
        chain.list_id = list_id or chain.list_id
        if chain.list_id and self._indents:
            linked = self._indents.level_for_style(chain.list_id, style_id)
            chain.level = linked if linked is not None else level or 0
            chain.shape = chain.shape | self._indents.shape(chain.list_id, chain.level)
