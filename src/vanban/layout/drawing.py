"""What is drawn: lines, pictures, shapes and boxes of text, and where they hang."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from vanban.units import Length, pt

if TYPE_CHECKING:
    from vanban.layout.table import Block

DrawingKind = Literal["line", "picture", "text-box", "shape", "chart", "other"]


class Anchor(Struct, frozen=True):
    """Where a drawing hangs that does not stand in the line of text.

    Attributes:
        x, y: from what ``across`` and ``down`` name; None when it is aligned instead.
        x_align: "left", "center", "right" …; None when ``x`` says it.
        y_align: "top", "center", "bottom" …; None when ``y`` says it.
        across: "column", "margin", "page", "character" …
        down: "paragraph", "margin", "page", "line" …
        wrap: how text goes round it: "none", "square", "tight", "topAndBottom" …
        behind: whether it lies behind the text.
    """

    x: Length | None = None
    y: Length | None = None
    x_align: str | None = None
    y_align: str | None = None
    across: str = "column"
    down: str = "paragraph"
    wrap: str = "none"
    behind: bool = False


class Drawing(Struct, frozen=True, gc=False):
    """A thing that is drawn, of DrawingML or of VML; each part of a group is one.

    Attributes:
        kind: "line" is a straight line or connector, whatever its slope.
        width, height: of the room that it takes; 0 or more, None when the file gives none.
        anchor: where it hangs; None: it stands in the line of text like a letter.
        at: index in the text of the paragraph that it hangs on.
        part, path: to its ``w:drawing``, ``w:pict`` or ``w:object``, as in ``Paragraph.path``.
        line_width: thickness of its outline; None when it has none or the file gives none.
        line_colour: of its outline: six hexadecimal digits; None as above.
        dash: "solid", "dash" …; None when it has no outline.
        fill: colour inside; None: none, or not a plain colour.
        shape: its form as the file names it ("line", "rect", "straightConnector1").
        name: its name in Word's list; None when it has none.
        description: the text that is read out instead of it; None when it has none.
        words: text drawn as a picture, such as a watermark; None when there is none.
        target: the part of the package that holds a picture, or its address outside; None.
        blocks: what stands in a box.
    """

    kind: DrawingKind
    width: Length | None
    height: Length | None
    anchor: Anchor | None
    at: int
    part: str
    path: tuple[int, ...]
    line_width: Length | None = None
    line_colour: str | None = None
    dash: str | None = None
    fill: str | None = None
    shape: str = ""
    name: str | None = None
    description: str | None = None
    words: str | None = None
    target: str | None = None
    blocks: tuple[Block, ...] = ()

    @property
    def horizontal(self) -> bool:
        """Whether it is a line that lies flat (within a point) and has a length."""
        return self.kind == "line" and (self.height or 0) <= pt(1) < (self.width or 0)
