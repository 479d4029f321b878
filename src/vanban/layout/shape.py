"""The shape that a paragraph really has, and which level of the file gave each part of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from vanban.layout.border import NO_BORDERS, Borders
from vanban.layout.provenance import WORD, Provenance
from vanban.units import Length

Alignment = Literal["left", "center", "right", "both"]
"""How a paragraph stands between its margins; "both" is justified."""
LineRule = Literal["auto", "exact", "at-least"]


class Tab(Struct, frozen=True):
    """A tab stop: its place from the left margin, its kind, what fills the way to it.

    ``kind`` is "left", "center", "right", "decimal" or "bar"; ``leader`` "none", "dot",
    "hyphen", "underscore" …
    """

    position: Length
    kind: str = "left"
    leader: str = "none"


class Frame(Struct, frozen=True):
    """A frame that takes the paragraph out of the text (w:framePr).

    Lengths of None are not in the file. ``across`` and ``down`` are what x and y are measured
    from: "text", "margin" or "page"; ``drop_cap`` is "drop", "margin" or None.
    """

    width: Length | None = None
    height: Length | None = None
    x: Length | None = None
    y: Length | None = None
    x_align: str | None = None
    y_align: str | None = None
    across: str = "text"
    down: str = "text"
    drop_cap: str | None = None


class Shape(Struct, frozen=True, gc=False):
    """How a paragraph stands, all styles resolved. Paragraphs that stand alike share one.

    Attributes:
        alignment: between the margins.
        left, right: indent of all its lines from the margin or the edge of the cell; may be
            negative.
        first_line: of the first line beyond ``left``; negative when it hangs out.
        before, after: space above and below, 0 or more.
        before_auto, after_auto: whether Word finds that space itself, as browsers do.
        contextual: no space between it and a neighbour of the same style.
        line_rule: what ``line`` means.
        line: for "auto" None; for the others the height of a line.
        lines: for "auto" the number of single lines (1.0, 1.15, 1.5); for the others None.
        keep_next: stays on one page with the next paragraph.
        keep_lines: its lines stay on one page.
        page_break_before: begins a page.
        widow_control: no single line of it alone on a page.
        outline_level: 1-9 for a heading; None for text.
        borders: lines around it.
        shading: background, six hexadecimal digits; None: none.
        tabs: stops that hold, by position.
        frame: None: it stands in the text.
        right_to_left: whether it runs from the right.
        origins: who gave each of these, by the attribute's name; what is absent, Word itself.
    """

    alignment: Alignment = "left"
    left: Length = Length(0)
    right: Length = Length(0)
    first_line: Length = Length(0)
    before: Length = Length(0)
    after: Length = Length(0)
    before_auto: bool = False
    after_auto: bool = False
    contextual: bool = False
    line_rule: LineRule = "auto"
    line: Length | None = None
    lines: float | None = 1.0
    keep_next: bool = False
    keep_lines: bool = False
    page_break_before: bool = False
    widow_control: bool = True
    outline_level: int | None = None
    borders: Borders = NO_BORDERS
    shading: str | None = None
    tabs: tuple[Tab, ...] = ()
    frame: Frame | None = None
    right_to_left: bool = False
    origins: Mapping[str, Provenance] = {}

    def origin(self, name: str) -> Provenance:
        """Who gave an attribute, such as "first_line"."""
        return self.origins.get(name, WORD)
