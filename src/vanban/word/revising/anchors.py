"""Marks of comments around the words of a paragraph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from msgspec import Struct

from vanban.layout.paragraph import Paragraph
from vanban.word.revising.cuts import Letter, Stretch, divide, letters, stretches
from vanban.word.revising.markup import Markup, Node
from vanban.word.revising.names import Names

_TAKE_MARKS = frozenset({"p", "ins", "moveTo", "hyperlink", "smartTag", "customXml", "dir", "bdo"})
"""Elements that may hold the marks of a comment; in others Word may lose them."""


class Mark(Struct, frozen=True):
    """A comment on a stretch of a paragraph; None: on all of it."""

    id: int
    start: int | None
    end: int | None


def mark(markup: Markup, paragraph: Paragraph, marks: Sequence[Mark]) -> None:
    """Put the marks of some comments into a paragraph.

    Args:
        markup: the part.
        paragraph: as it was read from this part.
        marks: the comments.
    """
    _Marker(markup, paragraph).put(marks)


class _Marker:
    def __init__(self, markup: Markup, paragraph: Paragraph) -> None:
        self._markup = markup
        self._node = markup.find(paragraph.path)
        self._names = Names(markup, self._node)
        self._stretches = stretches(paragraph)
        self._cuts: dict[tuple[int, ...], dict[int, list[str]]] = defaultdict(dict)
        self._letters: dict[tuple[int, ...], list[Letter] | None] = {}

    def put(self, marks: Sequence[Mark]) -> None:
        whole = [m for m in marks if m.start is None or m.end is None or not self._stretches]
        parts = [m for m in marks if m not in whole]
        if not self._has_content():
            self._alone(whole)
            return
        for one in whole:
            self._markup.insert(self._node.close, self._end(one.id) + self._reference(one.id))
        for one in parts:
            self._finish(one.end or 0, one.id)
        for one in whole:
            self._markup.insert(self._beginning(), self._start(one.id))
        for one in parts:
            self._begin(one.start or 0, one.id)
        self._make_cuts()

    def _has_content(self) -> bool:
        return any(node.name != "pPr" for node in self._node.children)

    def _alone(self, marks: Sequence[Mark]) -> None:
        """Put marks into a paragraph that holds nothing else."""
        text = "".join(self._start(m.id) + self._end(m.id) + self._reference(m.id) for m in marks)
        if self._node.children:
            self._markup.insert(self._beginning(), text)
        else:
            self._markup.fill(self._node, text)

    # where

    def _begin(self, offset: int, identity: int) -> None:
        at = next((s for s in self._stretches if s.start <= offset < s.end), self._stretches[-1])
        if at.start < offset and self._can_cut(at):
            self._cut(at, offset, self._start(identity))
        else:
            child, _top = self._outside(at.path)
            self._markup.insert(child.start, self._start(identity))

    def _finish(self, offset: int, identity: int) -> None:
        at = next((s for s in self._stretches if s.start < offset <= s.end), self._stretches[-1])
        child, top = self._outside(at.path)
        end, reference = self._end(identity), self._reference(identity)
        beside = child is top
        if offset < at.end and self._can_cut(at):
            self._cut(at, offset, end + reference if beside else end)
        else:
            self._markup.insert(child.end, end + reference if beside else end)
        if not beside:
            self._markup.insert(top.end, reference)

    def _outside(self, path: tuple[int, ...]) -> tuple[Node, Node]:
        """Beside what the marks of a run stand: the run, or what holds it and takes no marks;
        and the child of the paragraph in which all that is."""
        way = self._markup.way(path)
        above = [i for i, node in enumerate(way[:-1]) if node.name == "p"]
        mine = [i for i in above if way[i] is self._node]  # none: its mark was deleted
        at = first = (mine or above)[0]
        while at + 2 < len(way) and way[at + 1].name in _TAKE_MARKS:
            at += 1
        return way[at + 1], way[first + 1]

    def _can_cut(self, stretch: Stretch) -> bool:
        """Whether a mark may stand in the middle of a run."""
        child, _top = self._outside(stretch.path)
        run = self._markup.find(stretch.path)
        if child is not run:
            return False
        if stretch.path not in self._letters:
            length = stretch.end - stretch.start
            self._letters[stretch.path] = letters(self._markup, run, length)
        return self._letters[stretch.path] is not None

    # what

    def _cut(self, stretch: Stretch, offset: int, text: str) -> None:
        self._cuts[stretch.path].setdefault(offset - stretch.start, []).append(text)

    def _make_cuts(self) -> None:
        for path, cuts in self._cuts.items():
            run = self._markup.find(path)
            properties = run.child("rPr")
            again = self._markup.raw(properties) if properties else ""
            told = {index: ("".join(texts), again) for index, texts in cuts.items()}
            divide(self._markup, run, self._letters[path] or [], told)

    def _beginning(self) -> int:
        """Where the content of the paragraph begins."""
        properties = self._node.child("pPr")
        return properties.end if properties else self._markup.inside(self._node)

    def _start(self, identity: int) -> str:
        return self._names.element("commentRangeStart", id=identity)

    def _end(self, identity: int) -> str:
        return self._names.element("commentRangeEnd", id=identity)

    def _reference(self, identity: int) -> str:
        return self._names.element("r", self._names.element("commentReference", id=identity))
