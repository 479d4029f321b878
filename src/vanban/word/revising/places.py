"""The paragraph in the body where Word can show a comment on any place of a file."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from vanban.errors import short
from vanban.layout.document import Layout, Paragraph, Section, paragraphs
from vanban.location import Spot
from vanban.messages import _
from vanban.word.revising.markup import Markup


class Anchor(Struct, frozen=True):
    """Where a comment is put.

    Attributes:
        paragraph: of the body.
        start, end: the stretch of its text; None: all of it.
        instead: what the comment is about when that stands where Word takes no comments;
            "" when it stands here.
    """

    paragraph: Paragraph
    start: int | None = None
    end: int | None = None
    instead: str = ""


class Places:
    """Finds the anchors of places.

    Args:
        layout: the file.
        markup: its main part.
    """

    def __init__(self, layout: Layout, markup: Markup) -> None:
        self._layout = layout
        self._markup = markup
        self._body = {
            p.path: p for p in layout.everything() if p.part == layout.main_part and not p.in_box
        }
        self._all = {(p.part, p.path): p for p in layout.everything()}
        self._first = next(layout.paragraphs(), None)

    def anchor(self, spot: Spot | None, quote: str) -> Anchor | None:
        """Where a comment on a place is put; None when the file has no paragraph.

        Args:
            spot: the place; None is the whole file.
            quote: the words that it is about, "" when there are none.
        """
        if self._first is None:
            return None
        if spot is None:
            return Anchor(self._first)
        if spot.part != self._layout.main_part:
            return self._elsewhere(spot, self._first)
        if spot.path in self._body:
            return _quoted(self._body[spot.path], spot, quote)
        return self._inside(spot) or Anchor(self._first)

    def words(self, spot: Spot) -> str:
        """The first words of the paragraph at a place; "" when there is none."""
        found = self._all.get((spot.part, spot.path))
        return short(found.text) if found else ""

    def _elsewhere(self, spot: Spot, first: Paragraph) -> Anchor:
        """A place in a header, a footer or a note."""
        for section in self._layout.sections:
            for stories, name in (
                (section.headers, _("Ở phần đầu trang")),
                (section.footers, _("Ở phần chân trang")),
            ):
                if spot.part in {s.part for s in (stories.default, stories.first, stories.even)}:
                    return Anchor(self._opening(section) or first, instead=name)
        return self._noted(spot) or Anchor(first, instead=spot.part)

    def _opening(self, section: Section) -> Paragraph | None:
        """The first paragraph of a section."""
        return next(paragraphs(self._layout.blocks[section.begin : section.end]), None)

    def _noted(self, spot: Spot) -> Anchor | None:
        for note in (*self._layout.footnotes, *self._layout.endnotes):
            if any((p.part, p.path) == (spot.part, spot.path) for p in note.paragraphs):
                for paragraph in self._body.values():
                    if any((m.kind, m.number) == (note.kind, note.number) for m in paragraph.notes):
                        told = _("Ở cước chú {number}").format(number=note.number)
                        return Anchor(paragraph, instead=told)
        return None

    def _inside(self, spot: Spot) -> Anchor | None:
        """A place in a text box, or that of a table or a section."""
        section = next((s for s in self._layout.sections if s.path == spot.path), None)
        if section is not None:
            opening = self._opening(section)
            return Anchor(opening) if opening else None
        for path in _upwards(spot.path):
            if path in self._body:
                return Anchor(self._body[path], instead=_("Ở hộp chữ") if path != spot.path else "")
        return self._below(spot.path)

    def _below(self, path: tuple[int, ...]) -> Anchor | None:
        """The first paragraph of a table."""
        found = sorted(known for known in self._body if path and known[: len(path)] == path)
        return Anchor(self._body[found[0]]) if found else None


def _upwards(path: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """The ways to what holds a place, the outermost first."""
    return (path[:length] for length in range(1, len(path)))


def _quoted(paragraph: Paragraph, spot: Spot, quote: str) -> Anchor:
    """The words in a paragraph, else the stretch that was named, else all of it."""
    text = paragraph.text
    start, end = spot.start or 0, len(text) if spot.end is None else min(spot.end, len(text))
    at = text.find(quote, start, end) if quote else -1
    if at >= 0:
        return Anchor(paragraph, at, at + len(quote))
    if (start, end) == (0, len(text)) or not text[start:end].strip():
        return Anchor(paragraph)
    return Anchor(paragraph, start, end)
