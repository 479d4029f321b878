"""A story (the body, a header, a note, a text box) as paragraphs and tables with their place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from vanban.layout.marks import ListNumber
from vanban.layout.paragraph import Paragraph
from vanban.layout.table import Block
from vanban.word.elements import attribute, child, number, value, w
from vanban.word.reader import drawings, vml
from vanban.word.reader.alternatives import ALTERNATE, branch
from vanban.word.reader.content import Content, Path
from vanban.word.reader.drawings import Hung
from vanban.word.reader.effective import Base, Listed, deep_print_of
from vanban.word.reader.reading import SDT, Reading, check_depth, id_of
from vanban.word.reader.table_styles import NOWHERE, Context
from vanban.word.reader.tables import TableReader
from vanban.word.reader.text import TextReader

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_P, _TABLE, _SECTION, _PPR = (w(name) for name in ("p", "tbl", "sectPr", "pPr"))
_WRAPPERS = frozenset(w(n) for n in ("sdtContent", "customXml", "ins", "moveTo", "smartTag"))
_NAMES = ("pStyle", "numPr", "rPr", "sectPr", "pPrChange", "divId", "cnfStyle")
_STYLE, _NUMBERED, _MARK, _BREAK, *_OTHERS = (w(name) for name in _NAMES)
_APART = frozenset(w(name) for name in _NAMES)
_DRAWING = w("drawing")


class Where(NamedTuple):
    """Where blocks stand: in a cell, in a box, and at which place of their table."""

    in_table: bool = False
    in_box: bool = False
    context: Context = NOWHERE


class Properties(NamedTuple):
    """The children of a ``w:pPr`` that do not shape the paragraph, and a key for the rest."""

    style: str | None = None
    numbered: Any = None
    mark: Any = None
    section: Any = None
    changed: frozenset[str] = frozenset()
    whole: Any = None
    key: tuple[Any, ...] = ()


class SectionEnd(NamedTuple):
    """The end of a section: how many blocks the story has so far, its ``w:sectPr``, the way."""

    blocks: int
    properties: Any
    path: Path


class Story:
    """Reads what stands in one part.

    Args:
        part: name of the part.
        reading: what all stories of the file share.

    Attributes:
        ends: the ends of sections that were met.
        unread: what shows and was not understood, with the way to it.
    """

    def __init__(self, part: str, reading: Reading) -> None:
        self._part = part
        self._reading = reading
        self._text = TextReader(part, reading, self._drawn)
        self._tables = TableReader(reading.effective.tables, self.walk, self._cell)
        self._where = Where()
        self._place: Path = ()
        self._index = 0
        self._loose: list[Element] = []
        self.ends: list[SectionEnd] = []
        self.unread: list[tuple[str, Path]] = []

    def blocks(
        self, parent: Element, path: Path = (), place: Path = (), where: Where | None = None
    ) -> tuple[Block, ...]:
        """The paragraphs and tables in an element, in order.

        Args:
            parent: the body, a header, a note, a cell or a box.
            path: to the parent.
            place: the way to the parent.
            where: it stands.
        """
        where = where or Where()
        found: list[Block] = []
        carried: Content | None = None
        for element, way in self.walk(parent, path):
            tag = element.tag
            if tag == _P:
                properties = properties_of(element)
                content = carried or Content()
                if carried is None and _mark_is_gone(properties) and _followed(element):
                    carried = self._collect(element, way, properties, where, content)
                    continue
                carried = None
                at = (*place, len(found))
                found.append(self._paragraph(element, way, at, where, properties, content))
                if properties.section is not None and not place:
                    inside = properties.section.getparent().index(properties.section)
                    self._end(len(found), properties.section, (*way, 0, inside))
            elif tag == _TABLE:
                found.append(self._table(element, way, (*place, len(found)), where))
            elif tag == _SECTION and not place:
                self._end(len(found), element, way)
            else:
                self._other(element, way)
        return tuple(found)

    def paragraph(self, element: Element, path: Path = (), place: Path = ()) -> Paragraph:
        """A single paragraph."""
        return self._paragraph(element, path, place, Where(), properties_of(element), Content())

    def walk(self, parent: Element, path: Path) -> Iterator[tuple[Element, Path]]:
        """The children that show, each with its path: wrappers and controls are entered."""
        check_depth(path)
        for index, element in enumerate(parent):
            tag = element.tag
            if tag == SDT:
                self._reading.control(element, self._part, (*path, index))
                yield from self.walk(element, (*path, index))
            elif tag in _WRAPPERS:
                yield from self.walk(element, (*path, index))
            elif tag == ALTERNATE:
                found = branch(element)
                if found:
                    yield from self.walk(found[1], (*path, index, found[0]))
            else:
                yield element, (*path, index)

    def _paragraph(
        self,
        element: Element,
        path: Path,
        place: Path,
        where: Where,
        properties: Properties,
        content: Content,
    ) -> Paragraph:
        self._reading.one_more(path)
        index, self._index = self._index, self._index + 1
        effective = self._reading.effective
        style_id = properties.style or effective.styles.default("paragraph")
        base: Base = (style_id, where.context)
        listed, number = self._number(base, properties)
        shape = effective.shape(base, listed, properties.whole, properties.key)
        self._gather(element, path, place, where, base, content)
        return Paragraph(
            runs=tuple(content.runs),
            shape=shape,
            mark=effective.look(base, properties.mark),
            style=effective.styles.known_name(style_id),
            style_id=style_id,
            part=self._part,
            place=place,
            index=index,
            path=path,
            in_table=where.in_table,
            in_box=where.in_box,
            number=number,
            unseen=tuple(content.unseen),
            notes=tuple(content.notes),
            fields=tuple(content.fields),
            drawings=tuple(content.drawings),
            bookmarks=tuple(content.bookmarks),
            comments=tuple(content.comments),
            rendered_breaks=content.breaks,
            format_changes=content.changes + len(properties.changed),
            unread=tuple(content.unread),
        )

    def _collect(
        self, element: Element, path: Path, properties: Properties, where: Where, content: Content
    ) -> Content:
        """Reads a paragraph whose mark is deleted: it goes on in the next one."""
        style_id = properties.style or self._reading.effective.styles.default("paragraph")
        self._gather(element, path, (), where, (style_id, where.context), content)
        return content

    def _gather(
        self, element: Element, path: Path, place: Path, where: Where, base: Base, content: Content
    ) -> None:
        for mark in self._loose:
            if mark.tag == w("bookmarkStart"):
                content.bookmarks.append(attribute(mark, "name") or "")
            else:
                content.comments[id_of(mark)] = None
        self._loose = []
        saved = self._where, self._place
        self._where, self._place = where, place
        self._text.read(element, path, base, content)
        self._where, self._place = saved

    def _number(self, base: Base, properties: Properties) -> tuple[Listed, ListNumber | None]:
        """The list that a paragraph names itself, and the number that it shows."""
        effective = self._reading.effective
        chain = effective.styles.chain("paragraph", base[0])
        numbered = properties.numbered
        if numbered is None and chain.list_id is None:
            return None, None
        own = attribute(child(numbered, "numId"), "val")
        level = number(attribute(child(numbered, "ilvl"), "val"))
        list_id = own or chain.list_id
        if list_id is None or list_id == "0":
            return (("0", 0) if own else None), None
        level = min(chain.level or 0 if level is None else level, 8)
        listed: Listed = (list_id, level) if numbered is not None else None
        return listed, self._counted(base, list_id, level, properties, own is None)

    def _counted(
        self, base: Base, list_id: str, level: int, properties: Properties, by_style: bool
    ) -> ListNumber | None:
        numbering = self._reading.numbering
        rule = numbering.level(list_id, level)
        if rule is None:
            return None
        text, count = numbering.count(list_id, level)
        return ListNumber(
            text=text,
            level=level,
            value=count,
            format=rule.format,
            pattern=rule.pattern,
            list_id=list_id,
            suffix=rule.suffix,
            look=self._reading.effective.number_look(base, properties.mark, (list_id, level), rule),
            by_style=by_style,
        )

    def _table(self, element: Element, path: Path, place: Path, where: Where) -> Block:
        check_depth(path)
        styles = self._reading.effective.styles
        style = value(child(element, "tblPr"), "tblStyle") or styles.default("table")
        saved, self._where = self._where, where
        named = (style, styles.name(style, "table"))
        table = self._tables.read(element, path, place, self._part, named)
        self._where = saved
        return table

    def _cell(
        self, element: Element, path: Path, place: Path, context: Context
    ) -> tuple[Block, ...]:
        where = Where(in_table=True, in_box=self._where.in_box, context=context)
        return self.blocks(element, path, place, where)

    def _drawn(self, element: Element, content: Content, path: Path) -> None:
        """Reads a drawing of a paragraph into its content."""
        hung = Hung(None, None, None, None, None, content.length, self._part, path)
        read = drawings.drawings if element.tag == _DRAWING else vml.drawings
        place = self._place

        def boxed(story: Element, way: Path, index: int) -> tuple[Block, ...]:
            return self.blocks(story, way, (*place, index), Where(in_box=True))

        def target(relation: str) -> str | None:
            return self._reading.target(self._part, relation)

        found = list(read(element, hung, len(content.drawings), boxed, target))
        content.drawings += found
        if element.tag == w("object"):
            content.unread["object"] = None
        elif not found or any(one.kind == "chart" for one in found):
            content.unread["chart" if found else "drawing"] = None

    def _end(self, count: int, properties: Element, path: Path) -> None:
        self.ends.append(SectionEnd(count, properties, path))

    def _other(self, element: Element, path: Path) -> None:
        if element.tag in _LOOSE:
            self._loose.append(element)
        elif element.tag in _UNREAD:
            self.unread.append((str(element.tag).rpartition("}")[2], path))


_LOOSE = frozenset({w("bookmarkStart"), w("commentRangeStart")})
_UNREAD = frozenset({w("altChunk"), w("subDoc")})


def properties_of(paragraph: Element) -> Properties:
    """The properties of a paragraph, sorted."""
    first = next(iter(paragraph), None)
    if first is None or first.tag != _PPR:
        return Properties()
    found = {e.tag: e for e in first}
    style = found.get(_STYLE)
    rest = [e for tag, e in found.items() if tag not in _APART]
    return Properties(
        None if style is None else attribute(style, "val"),
        found.get(_NUMBERED),
        found.get(_MARK),
        found.get(_BREAK),
        _changed(found.get(_MARK)),
        first,
        deep_print_of(rest),
    )


def _changed(mark: Element | None) -> frozenset[str]:
    """What tracked changes did to the end of a paragraph: "ins", "del" …"""
    if mark is None:
        return _UNCHANGED
    found = [_CHANGES[str(e.tag)] for e in mark if e.tag in _CHANGES]
    return frozenset(found) if found else _UNCHANGED


_UNCHANGED: frozenset[str] = frozenset()
_CHANGES = {w(name): name for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange")}


def _mark_is_gone(properties: Properties) -> bool:
    """Whether the end of a paragraph is deleted, so that it goes on in the next one."""
    gone = properties.changed & {"del", "moveFrom"}
    return bool(gone) and properties.section is None


def _followed(element: Element) -> bool:
    """Whether a paragraph comes next that can take over the text."""
    after = element.getnext()
    return after is not None and after.tag == _P
