"""Changes of a paragraph and of its text: each run gets what is said of its stretch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from vanban.findings import Format
from vanban.layout.paragraph import Paragraph
from vanban.layout.symbol_fonts import is_symbolic
from vanban.word.revising.cuts import Letter, Stretch, divide, letters, stretches
from vanban.word.revising.markup import Markup, Node
from vanban.word.revising.names import Names
from vanban.word.revising.properties import Properties, Track, properties
from vanban.word.revising.shape_formats import shape
from vanban.word.revising.text_formats import Value, look

_STRICT = "purl.oclc.org"


def change(
    markup: Markup, paragraph: Paragraph, formats: Sequence[Format], track: Track | None
) -> None:
    """Change the shape of a paragraph and the look of its text.

    The font of letters that it shows as pictures stays: in another they say something else.

    Args:
        markup: the part.
        paragraph: as it was read from this part.
        formats: the changes, all of this paragraph.
        track: records them; None makes them silently.

    Raises:
        KeyError: a property that cannot be set.
        LookupError: the stretch of a change cannot be told from the text beside it.
    """
    of_text = [one for one in formats if one.of == "text"]
    pictures = {run.path for run in paragraph.runs if is_symbolic(run)}
    for stretch in stretches(paragraph):
        mine = [one for one in of_text if _touches(one, stretch)]
        if stretch.path in pictures:
            mine = [one for one in mine if one.name != "font"]
        if mine:
            _Run(markup, stretch, mine, track).change()
    wanted = {one.name: one.value for one in formats if one.of == "paragraph"}
    length = len(paragraph.text)
    of_mark = {one.name: one.value for one in of_text if _is_whole(one, length)}
    if wanted or of_mark:
        _shape(markup, markup.find(paragraph.path), wanted, of_mark, track)


def _touches(one: Format, stretch: Stretch) -> bool:
    start, end = one.start or 0, stretch.end if one.end is None else one.end
    return start < stretch.end and end > stretch.start


def _is_whole(one: Format, length: int) -> bool:
    return not one.start and (one.end is None or one.end >= length)


def _shape(
    markup: Markup,
    node: Node,
    wanted: Mapping[str, Value],
    of_mark: Mapping[str, Value],
    track: Track | None,
) -> None:
    """Write the properties of a paragraph, those of its mark among them."""
    if node.name != "p":
        raise LookupError(f"no paragraph: {node.name}")
    names, known = Names(markup, node), node.child("pPr")
    old = properties(markup, "pPr", known)
    changes = shape(names, old, wanted, strict=_STRICT in markup.uri)
    with_mark = old
    if of_mark:
        inner = properties(markup, "rPr", known.child("rPr") if known else None)
        text = inner.with_(names, look(names, inner, of_mark), track)
        others = tuple((name, raw) for name, raw in old.old if name != "rPr")
        with_mark = Properties(old.kind, (*others, ("rPr", text)), old.head)
    text = with_mark.with_(names, changes, track if changes else None)
    if known is not None:
        markup.replace(known.start, known.end, text)
    else:
        markup.fill(node, text)


class _Run:
    """A run whose text, or parts of it, get another look.

    Raises:
        LookupError: it would have to be cut and is not understood well enough.
    """

    def __init__(
        self, markup: Markup, stretch: Stretch, formats: Sequence[Format], track: Track | None
    ) -> None:
        self._markup, self._stretch, self._formats = markup, stretch, formats
        self._node = markup.find(stretch.path)
        if self._node.name != "r":
            raise LookupError(f"no run: {self._node.name}")
        self._track = track
        self._names = Names(markup, self._node)
        self._old = properties(markup, "rPr", self._node.child("rPr"))

    def change(self) -> None:
        points = self._points()
        if len(points) > 1:
            cuts = {point: ("", self._properties(point)) for point in points[1:]}
            divide(self._markup, self._node, self._letters(), cuts)
        wanted = self._wanted(0)
        if wanted:
            self._put(self._properties(0))

    def _points(self) -> list[int]:
        """Where stretches of one look begin, from 0."""
        length = self._stretch.end - self._stretch.start
        found = {0}
        for one in self._formats:
            for offset in (one.start, one.end):
                if offset is not None and 0 < offset - self._stretch.start < length:
                    found.add(offset - self._stretch.start)
        return sorted(found)

    def _letters(self) -> list[Letter]:
        found = letters(self._markup, self._node, self._stretch.end - self._stretch.start)
        if found is None:
            raise LookupError("a run that cannot be cut")
        return found

    def _wanted(self, point: int) -> dict[str, Value]:
        at = self._stretch.start + point
        return {
            one.name: one.value
            for one in self._formats
            if (one.start or 0) <= at and (one.end is None or at < one.end)
        }

    def _properties(self, point: int) -> str:
        """The properties of the run from a point on."""
        wanted = self._wanted(point)
        changes = look(self._names, self._old, wanted) if wanted else {}
        return self._old.with_(self._names, changes, self._track if changes else None)

    def _put(self, text: str) -> None:
        known = self._node.child("rPr")
        if known is not None:
            self._markup.replace(known.start, known.end, text)
        else:
            self._markup.fill(self._node, text)
