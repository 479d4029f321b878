"""The effective look of text and shape of paragraphs; what is alike is resolved once."""

from __future__ import annotations

from collections.abc import Iterable, Sized
from typing import TYPE_CHECKING, Any

from vanban.layout.look import Look
from vanban.layout.provenance import Provenance
from vanban.layout.shape import Shape
from vanban.messages import _
from vanban.word.elements import value
from vanban.word.reader import refusals
from vanban.word.reader.numbering import ListLevel
from vanban.word.reader.said import Level, over, said_of_text
from vanban.word.reader.shaping import said_of_shape, shape_of
from vanban.word.reader.styles import Chain, Indents, Styles
from vanban.word.reader.table_styles import NOWHERE, Context, TableStyles

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MOST_LOOKS = 50_000
_DIRECT = Provenance("direct")
_NAMES = frozenset(Look.__struct_fields__) - {"complex", "origins"}
_COMPLEX = (
    ("font", "font_complex"), ("size", "size_complex"),
    ("bold", "bold_complex"), ("italic", "italic_complex"),
)  # fmt: skip
_DEEPEST = 4

Base = tuple[str | None, Context]
"""What text starts from: the style of its paragraph and where that stands in a table."""
Listed = tuple[str, int] | None
"""A list and a level that the paragraph itself names; ("0", 0) takes it out of all lists."""


class Effective:
    """Resolves formatting: defaults, table style, paragraph style, list, character style, direct.

    Args:
        styles: of the file.
        lists: what its lists say; None when it has none.
    """

    def __init__(self, styles: Styles, lists: Indents | None = None) -> None:
        self.styles = styles
        self.tables = TableStyles(styles)
        self._lists = lists
        self._bases: dict[Base, Level] = {}
        self._looks: dict[tuple[Base, Any], Look] = {}
        self._number_looks: dict[Any, Look] = {}
        self._shapes: dict[Any, Shape] = {}

    def look(self, base: Base, properties: Element | None = None) -> Look:
        """The look of text with a ``w:rPr`` in a paragraph."""
        key = (base, None if properties is None else print_of(properties))
        found = self._looks.get(key)
        if found is None:
            _bounded(self._looks)
            found = self._looks[key] = look_of(self.text(base, properties))
        return found

    def text(self, base: Base, properties: Element | None = None) -> Level:
        """What all levels together say of text with a ``w:rPr`` in a paragraph."""
        level = self._base(base)
        if properties is None:
            return level
        style_id = value(properties, "rStyle")
        if style_id is not None:
            level = over(level, self.styles.chain("character", style_id).text)
        return over(level, said_of_text(properties, self.styles.fonts, _DIRECT))

    def number_look(
        self, base: Base, mark: Element | None, listed: tuple[str, int], rule: ListLevel
    ) -> Look:
        """The look of an automatic number: that of its paragraph's end, then its level's."""
        key = (base, listed, None if mark is None else print_of(mark))
        found = self._number_looks.get(key)
        if found is None:
            below = {n: said for n, said in self.text(base, mark).items() if n != "underline"}
            found = self._number_looks[key] = look_of(over(below, rule.text))
        return found

    def shape(
        self, base: Base, listed: Listed, properties: Element | None = None, key: Any = None
    ) -> Shape:
        """The shape of a paragraph.

        Args:
            base: its style and where it stands.
            listed: the list that it names itself; None: what its style says.
            properties: its ``w:pPr``.
            key: equal for properties that say the same of the shape.
        """
        whole = (base, listed, key)
        found = self._shapes.get(whole)
        if found is None:
            _bounded(self._shapes)
            own = said_of_shape(properties, _DIRECT)
            found = self._shapes[whole] = shape_of(self._below(base, listed) | own)
        return found

    def _below(self, base: Base, listed: Listed) -> Level:
        chain = self.styles.chain("paragraph", base[0])
        level = self.styles.defaults[0] | self.tables.said(base[1])[0]
        if listed is None:
            return level | chain.shape
        indents = self._lists.shape(*listed) if self._lists and listed[0] != "0" else {}
        return level | chain.plain | indents

    def _base(self, base: Base) -> Level:
        found = self._bases.get(base)
        if found is None:
            chain: Chain = self.styles.chain("paragraph", base[0])
            table = self.tables.said(base[1])[1]
            found = over(over(self.styles.defaults[1], table), chain.text)
            self._bases[base] = found
        return found


def _bounded(known: Sized) -> None:
    """Refuses a file in which hardly any two things look alike.

    Raises:
        SourceError: it is such a file; the most varied real ones have hundreds of looks.
    """
    if len(known) > MOST_LOOKS:
        raise refusals.harmful(_("quá nhiều kiểu định dạng khác nhau"))


def plain_base(style_id: str | None) -> Base:
    """The base of a paragraph that stands in no table."""
    return style_id, NOWHERE


def look_of(level: Level) -> Look:
    """The look that all levels together give."""
    merged = dict(level)
    is_complex = any(merged.get(name, (False,))[0] for name in ("cs", "rtl"))
    if is_complex:
        for name, source in _COMPLEX:
            merged.pop(name, None)
            if source in merged:
                merged[name] = merged[source]
    double = merged.get("double_strike")
    if double and double[0]:
        merged["strike"] = double
    said = [(name, value, giver) for name, (value, giver) in merged.items() if name in _NAMES]
    return Look(
        complex=is_complex,
        origins={name: giver for name, _value, giver in said},
        **{name: value for name, value, _giver in said},
    )


def print_of(properties: Element) -> tuple[Any, ...]:
    """What tells ``w:rPr`` apart that say different things: the names and values in them."""
    found: list[Any] = []
    for child in properties:
        found.append(child.tag)
        found += child.items()
    return tuple(found)


def deep_print_of(properties: Iterable[Element], depth: int = 0) -> tuple[Any, ...]:
    """The same of properties that have others in them, such as tabs and borders."""
    found: list[Any] = []
    for child in properties:
        found.append(child.tag)
        found += child.items()
        if len(child) and depth < _DEEPEST:
            found.append(deep_print_of(child, depth + 1))
    return tuple(found)
