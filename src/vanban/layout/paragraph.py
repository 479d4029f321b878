"""A paragraph as it shows on the page: its runs of text, its shape, what hangs on it."""

from __future__ import annotations

from functools import cached_property

from msgspec import Struct

from vanban.layout.drawing import Drawing
from vanban.layout.look import Look
from vanban.layout.marks import Field, ListNumber, NoteMark
from vanban.layout.provenance import Provenance
from vanban.layout.run import Run
from vanban.layout.shape import Alignment, Shape
from vanban.units import Length

__all__ = ["Alignment", "Paragraph", "Run"]


class Paragraph(Struct, frozen=True, dict=True):
    """A paragraph with the shape that it shows, whichever style gives it.

    Attributes:
        runs: its text; empty for an empty paragraph.
        shape: how it stands.
        mark: the look of its end, which gives an empty paragraph its height.
        style: name of its style as Word shows it ("VB Quốc hiệu"); None when the file does
            not define the style.
        style_id: id of its style ("VBQuocHieu"), that of the default style when it names
            none; None when there is no default style either.
        part: the part of the package that it stands in ("word/document.xml").
        place: the way to it in that part, counted from 0: ``(4,)`` is block 4;
            ``(0, 1, 2, 3)`` is block 3 of cell 2 of row 1 of the table that is block 0, and
            so on inwards. In the notes parts the number of the note comes first. In a text box
            it is the way to the paragraph that the box hangs on, the index of the drawing
            there, and the way inside.
        index: counts all paragraphs of the part from 0 as they are read, those in cells and
            text boxes too.
        path: to its ``w:p``: indices of child elements from the root of the part (comments
            and processing instructions do not count).
        in_table: whether it stands in a cell.
        in_box: whether it stands in a text box.
        number: the number that Word makes; None when there is none. A typed one is text.
        unseen: runs that the page does not show: hidden (``look.hidden``) or deleted
            (``change``).
        notes: references to footnotes and endnotes.
        fields: those that begin in it.
        drawings: what is anchored in it: pictures, lines, text boxes.
        bookmarks: names of those that begin in it.
        comments: ids of those that begin in it.
        rendered_breaks: page breaks in it when Word last laid the file out and stored them.
        format_changes: how many tracked changes of look or shape it has; that its end was
            inserted or deleted counts too.
        unread: elements that show and are not understood ("object", "chart"), each once.
    """

    runs: tuple[Run, ...]
    shape: Shape
    mark: Look
    style: str | None = None
    style_id: str | None = None
    part: str = ""
    place: tuple[int, ...] = ()
    index: int = 0
    path: tuple[int, ...] = ()
    in_table: bool = False
    in_box: bool = False
    number: ListNumber | None = None
    unseen: tuple[Run, ...] = ()
    notes: tuple[NoteMark, ...] = ()
    fields: tuple[Field, ...] = ()
    drawings: tuple[Drawing, ...] = ()
    bookmarks: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    rendered_breaks: int = 0
    format_changes: int = 0
    unread: tuple[str, ...] = ()

    @cached_property
    def text(self) -> str:
        """The whole text; note marks and automatic numbers leave nothing in it."""
        return "".join([run.text for run in self.runs])

    @property
    def shown(self) -> str:
        """The text as the page shows it: the automatic number, then capitals by look."""
        number = self.number
        if number is None or not number.text:
            return "".join([run.shown for run in self.runs])
        between = {"tab": "\t", "space": " "}.get(number.suffix, "")
        return f"{number.text}{between}" + "".join([run.shown for run in self.runs])

    @cached_property
    def visible(self) -> tuple[Run, ...]:
        """The runs that are more than white space."""
        return tuple([run for run in self.runs if run.text.strip()])

    @cached_property
    def looks(self) -> tuple[Look, ...]:
        """The looks of its text, each once: far fewer than runs, so ask these first."""
        return tuple({id(run.look): run.look for run in self.runs}.values())

    @property
    def hidden(self) -> bool:
        """Whether nothing of it shows, not even an empty line."""
        return self.mark.hidden and not self.runs and self.number is None

    @property
    def size(self) -> float | None:
        """Points, of the first visible run; None when nothing is visible."""
        return next((run.size for run in self.runs if run.text.strip()), None)

    @property
    def bold(self) -> bool:
        """Whether all that is visible is bold; False when nothing is visible."""
        visible = self.visible
        return bool(visible) and all(run.bold for run in visible)

    @property
    def italic(self) -> bool:
        """Whether all that is visible is italic; False when nothing is visible."""
        visible = self.visible
        return bool(visible) and all(run.italic for run in visible)

    @property
    def footnotes(self) -> tuple[int, ...]:
        """Numbers of the footnotes that it refers to, in order."""
        return tuple([mark.number for mark in self.notes if mark.kind == "footnote"])

    @property
    def alignment(self) -> Alignment:
        """How it stands between the margins."""
        return self.shape.alignment

    @property
    def first_line(self) -> Length:
        """Indent of the first line beyond ``left``; negative when it hangs out."""
        return self.shape.first_line

    @property
    def left(self) -> Length:
        """Indent of all its lines from the margin or the edge of the cell; may be negative."""
        return self.shape.left

    @property
    def space_before(self) -> Length:
        """Space above, 0 or more."""
        return self.shape.before

    @property
    def space_after(self) -> Length:
        """Space below, 0 or more."""
        return self.shape.after

    @property
    def outline_level(self) -> int | None:
        """1-9 for a heading; None for text."""
        return self.shape.outline_level

    @property
    def keep_next(self) -> bool:
        """Whether it stays on one page with the next paragraph."""
        return self.shape.keep_next

    def origin(self, name: str) -> Provenance:
        """Who gave an attribute of its shape, such as "first_line"."""
        return self.shape.origin(name)
