"""From the runs of a paragraph to the text that shows, and what hangs on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from vanban.layout.marks import NoteKind, NoteMark
from vanban.layout.run import Change
from vanban.word.elements import attribute, w
from vanban.word.ooxml import R
from vanban.word.reader.alternatives import ALTERNATE, branch
from vanban.word.reader.content import PLAIN, Content, Path, State
from vanban.word.reader.effective import Base
from vanban.word.reader.fields import Fields
from vanban.word.reader.reading import SDT, Reading, check_depth, id_of
from vanban.word.reader.symbols import symbol

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_T, _RUN, _RPR, _PPR = (w(name) for name in ("t", "r", "rPr", "pPr"))
_CHARACTERS = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("cr"): "\n",
    w("noBreakHyphen"): "-",
}
_BREAKS = {"page": "\f", "column": "\v"}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_LINE_ENDS = str.maketrans("\t\r\n", "   ")
_CHANGES: dict[str, Change] = {
    w("ins"): "inserted",
    w("moveTo"): "moved-here",
    w("del"): "deleted",
    w("moveFrom"): "moved-away",
}
_GONE = ("deleted", "moved-away")

Drawn = Callable[["Element", Content, Path, int, "str | None"], None]
"""Reads a drawing into a content: its element, its path, where it stands in the text, and what
kind of alternative it came from."""


class TextReader:
    """Reads the paragraphs of one story (body, header, notes) in their order.

    Args:
        part: that the story stands in.
        reading: what all stories share.
        drawn: reads a drawing.
    """

    def __init__(self, part: str, reading: Reading, drawn: Callable[..., None]) -> None:
        self._part = part
        self._reading = reading
        self._drawn = drawn
        self._fields = Fields()
        self._content = Content()
        self._base: Base = (None, (None, ()))

    def read(self, paragraph: Element, path: Path, base: Base, content: Content) -> None:
        """Reads a ``w:p`` into a content.

        Args:
            paragraph: the element.
            path: to it.
            base: what its text starts from.
            content: what gets its runs; that of a paragraph before whose mark is deleted.
        """
        saved = self._content, self._base
        self._content, self._base = content, base
        self._inside(paragraph, path, PLAIN)
        self._fields.close(content)
        self._content, self._base = saved

    def _inside(self, parent: Element, path: Path, state: State) -> None:
        check_depth(path)
        for index, element in enumerate(parent):
            tag = element.tag
            if tag == _RUN:
                self._run(element, (*path, index), state)
            elif tag in _AROUND:
                _AROUND[tag](self, element, (*path, index), state)

    def _run(self, run: Element, path: Path, state: State) -> None:
        properties = None
        pieces = ""
        for index, element in enumerate(run):
            tag = element.tag
            if tag == _T:
                if not self._fields.hiding:
                    pieces += _text(element)
            elif tag == _RPR:
                properties = element
                self._content.changes += _ends_with(element, _RPR_CHANGE)
            elif tag in _CHARACTERS:
                pieces += "" if self._fields.hiding else _CHARACTERS[tag]
            elif tag in _IN_RUN:
                if pieces:
                    self._emit(pieces, properties, path, state)
                _IN_RUN[tag](self, element, (*path, index), state, properties)
                pieces = ""
        if pieces:
            self._emit(pieces, properties, path, state)

    def _emit(
        self, text: str, properties: Element | None, path: Path, state: State, font: str = ""
    ) -> None:
        look = self._reading.effective.look(self._base, properties)
        if font:
            look = replace(look, font=font, font_accented=font)
        fields = self._fields
        if not fields.open:
            self._content.add(text, look, path, state)
        elif self._content.add(text, look, path, state, fields.kind, fields.link):
            fields.shown(text)

    # around runs

    def _enter(self, element: Element, path: Path, state: State) -> None:
        self._inside(element, path, state)

    def _changed(self, element: Element, path: Path, state: State) -> None:
        change = state.change if state.change in _GONE else _CHANGES[str(element.tag)]
        self._inside(element, path, State(change, state.link))

    def _link(self, element: Element, path: Path, state: State) -> None:
        target = self._reading.target(self._part, element.get(f"{{{R}}}id"))
        anchor = attribute(element, "anchor")
        link = (target or "") + (f"#{anchor}" if anchor else "")
        self._inside(element, path, State(state.change, link or state.link))

    def _simple_field(self, element: Element, path: Path, state: State) -> None:
        self._fields.begin(self._content, path, attribute(element, "fldLock") in _ON)
        self._fields.instruct(attribute(element, "instr") or "")
        self._fields.separate(self._content.length)
        self._inside(element, path, state)
        self._fields.end()

    def _control(self, element: Element, path: Path, state: State) -> None:
        self._reading.control(element, self._part, path)
        self._inside(element, path, state)

    def _alternative(self, element: Element, path: Path, state: State) -> None:
        found = branch(element)
        if found:
            self._inside(found[1], (*path, found[0]), state)

    def _bookmark(self, element: Element, _path: Path, _state: State) -> None:
        self._content.bookmarks.append(attribute(element, "name") or "")

    def _comment(self, element: Element, *_more: object) -> None:
        self._content.comments[id_of(element)] = None

    def _formula(self, element: Element, path: Path, state: State) -> None:
        text = "".join([t.text or "" for t in element.iter(f"{{{M}}}t")])
        self._content.unread["oMath"] = None
        if text and not self._fields.hiding:
            self._emit(text, None, path, state)

    def _shape_change(self, element: Element, _path: Path, _state: State) -> None:
        self._content.changes += _ends_with(element, _PPR_CHANGE)

    # in runs

    def _field_mark(self, element: Element, path: Path, *_more: object) -> None:
        kind = attribute(element, "fldCharType")
        if kind == "begin":
            self._fields.begin(self._content, path, attribute(element, "fldLock") in _ON)
        elif kind == "separate":
            self._fields.separate(self._content.length)
        elif kind == "end":
            self._fields.end()

    def _instruction(self, element: Element, _path: Path, state: State, *_more: object) -> None:
        if state.change not in _GONE:
            self._fields.instruct(element.text or "")

    def _break(
        self, element: Element, path: Path, state: State, properties: Element | None
    ) -> None:
        if not self._fields.hiding:
            text = _BREAKS.get(attribute(element, "type") or "", "\n")
            self._emit(text, properties, path[:-1], state)

    def _deleted(
        self, element: Element, path: Path, state: State, properties: Element | None
    ) -> None:
        if not self._fields.hiding and element.text:
            change: Change = "moved-away" if state.change == "moved-away" else "deleted"
            self._emit(element.text, properties, path[:-1], State(change, state.link))

    def _symbol(
        self, element: Element, path: Path, state: State, properties: Element | None
    ) -> None:
        font = attribute(element, "font") or ""
        text = symbol(attribute(element, "char") or "", font)
        if text and not self._fields.hiding:
            self._emit(text, properties, path[:-1], state, font)

    def _footnote(self, element: Element, _path: Path, state: State, *_more: object) -> None:
        self._note("footnote", element, state)

    def _endnote(self, element: Element, _path: Path, state: State, *_more: object) -> None:
        self._note("endnote", element, state)

    def _note(self, kind: NoteKind, element: Element, state: State) -> None:
        if self._fields.hiding or state.change in _GONE:
            return
        number = self._reading.note(kind, id_of(element))
        custom = attribute(element, "customMarkFollows") in _ON
        self._content.notes.append(NoteMark(kind, number, self._content.length, custom))

    def _page_seen(self, *_more: object) -> None:
        self._content.breaks += 1

    def _drawing(self, element: Element, path: Path, state: State, *_more: object) -> None:
        if not self._fields.hiding and state.change not in _GONE:
            self._drawn(element, self._content, path)

    def _alternative_in_run(
        self, element: Element, path: Path, state: State, properties: Element | None
    ) -> None:
        found = branch(element)
        if found is None:
            return
        for index, inner in enumerate(found[1]):
            tag, way = inner.tag, (*path, found[0], index)
            if tag == _T and not self._fields.hiding:
                self._emit(_text(inner), properties, path[:-1], state)
            elif tag == _RUN:
                self._run(inner, way, state)
            elif tag in _IN_RUN:
                check_depth(way)
                _IN_RUN[tag](self, inner, way, state, properties)

    def _ruby(self, element: Element, path: Path, state: State, *_more: object) -> None:
        for index, inner in enumerate(element):
            if inner.tag == w("rubyBase"):
                self._inside(inner, (*path, index), state)

    def _unread(self, element: Element, *_more: object) -> None:
        self._content.unread[str(element.tag).rpartition("}")[2]] = None


_ON = ("1", "true", "on")
_AROUND: dict[object, Callable[[TextReader, Element, Path, State], None]] = {
    _PPR: TextReader._shape_change,
    SDT: TextReader._control,
    ALTERNATE: TextReader._alternative,
    w("hyperlink"): TextReader._link,
    w("fldSimple"): TextReader._simple_field,
    w("bookmarkStart"): TextReader._bookmark,
    w("commentRangeStart"): TextReader._comment,
    w("subDoc"): TextReader._unread,
    f"{{{M}}}oMath": TextReader._formula,
    f"{{{M}}}oMathPara": TextReader._formula,
    **{
        w(name): TextReader._enter for name in ("sdtContent", "customXml", "smartTag", "dir", "bdo")
    },
    **dict.fromkeys(_CHANGES, TextReader._changed),
}
_IN_RUN: dict[object, Callable[[TextReader, Element, Path, State, Element | None], None]] = {
    w("fldChar"): TextReader._field_mark,
    w("instrText"): TextReader._instruction,
    w("br"): TextReader._break,
    w("delText"): TextReader._deleted,
    w("sym"): TextReader._symbol,
    w("footnoteReference"): TextReader._footnote,
    w("endnoteReference"): TextReader._endnote,
    w("commentReference"): TextReader._comment,
    w("lastRenderedPageBreak"): TextReader._page_seen,
    w("drawing"): TextReader._drawing,
    w("pict"): TextReader._drawing,
    w("object"): TextReader._drawing,
    w("ruby"): TextReader._ruby,
    w("contentPart"): TextReader._unread,
    w("pgNum"): TextReader._unread,
    ALTERNATE: TextReader._alternative_in_run,
}


_RPR_CHANGE, _PPR_CHANGE = w("rPrChange"), w("pPrChange")


def _ends_with(element: Element, tag: str) -> bool:
    """Whether the last child has a name: the record of a change stands at the end."""
    return len(element) > 0 and element[-1].tag == tag


def _text(element: Element) -> str:
    """The text as Word shows it: spaces at its ends only where they are to be preserved."""
    text = element.text or ""
    if not text.isprintable():
        text = text.translate(_LINE_ENDS)
    bare = text.strip(" ")
    return text if bare == text or element.get(_SPACE) == "preserve" else bare
