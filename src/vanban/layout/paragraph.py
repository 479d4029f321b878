"""A paragraph as it shows on the page: its runs of text and its shape."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from vanban.units import Length

Alignment = Literal["left", "center", "right", "both"]
"""How a paragraph stands between its margins; "both" is justified."""


class Run(Struct, frozen=True):
    """A stretch of text in one look.

    Attributes:
        text: what shows; never empty. A tab is "\\t", a line break "\\n".
        bold, italic: whether it shows so, whichever style says it.
        size: font size in points, greater than 0; halves occur (13.5).
        font: name of the font of its Latin letters; never empty.
    """

    text: str
    bold: bool
    italic: bool
    size: float
    font: str


class Paragraph(Struct, frozen=True):
    """A paragraph with the shape that it shows, whichever style gives it.

    Attributes:
        runs: its text; empty for an empty paragraph.
        style: name of its style as Word shows it ("VB Quốc hiệu"); None when the file does
            not define the style.
        style_id: id of its style ("VBQuocHieu"), that of the default style when it names
            none; None when there is no default style either.
        alignment: how it stands between the margins.
        first_line: indent of the first line beyond ``left``; negative when it hangs out.
        left: indent of all its lines from the margin or the edge of the cell; may be negative.
        space_before, space_after: 0 or more.
        outline_level: 1-9 for a heading; None for text.
        keep_next: whether it stays on one page with the next paragraph.
        part: the part of the package that it stands in ("word/document.xml").
        place: the way to it in that part, counted from 0: ``(4,)`` is block 4;
            ``(0, 1, 2, 3)`` is block 3 of cell 2 of row 1 of the table that is block 0, and
            so on inwards. In the footnotes part the number of the note comes first.
        in_table: whether it stands in a cell.
        footnotes: numbers of the footnotes that it refers to, in order.
    """

    runs: tuple[Run, ...]
    style: str | None
    style_id: str | None
    alignment: Alignment
    first_line: Length
    left: Length
    space_before: Length
    space_after: Length
    outline_level: int | None
    keep_next: bool
    part: str
    place: tuple[int, ...]
    in_table: bool
    footnotes: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """The whole text; footnote marks leave nothing in it."""
        return "".join(run.text for run in self.runs)

    @property
    def visible(self) -> tuple[Run, ...]:
        """The runs that are more than white space."""
        return tuple(run for run in self.runs if run.text.strip())

    @property
    def size(self) -> float | None:
        """Points, of the first visible run; None when nothing is visible."""
        visible = self.visible
        return visible[0].size if visible else None

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
