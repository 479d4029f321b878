"""Lines around things: paragraphs, cells, tables, runs."""

from __future__ import annotations

from msgspec import Struct

from vanban.units import Length


class Border(Struct, frozen=True):
    """One line of a border.

    Attributes:
        style: as the file names it: "single", "double", "dotted", "dashed" …; never "none".
        width: thickness; 0 when the file gives none.
        space: from the line to the text.
        colour: "auto" or six hexadecimal digits in capitals.
    """

    style: str
    width: Length
    space: Length = Length(0)
    colour: str = "auto"

    @property
    def solid(self) -> bool:
        """Whether it is one unbroken line."""
        return self.style in ("single", "thick")


class Borders(Struct, frozen=True):
    """The lines on the sides of a thing; None where there is none.

    ``between`` is the line between paragraphs of a group; ``inside_h`` and ``inside_v`` are the
    lines between the rows and the columns of a table.
    """

    top: Border | None = None
    right: Border | None = None
    bottom: Border | None = None
    left: Border | None = None
    between: Border | None = None
    inside_h: Border | None = None
    inside_v: Border | None = None

    def __bool__(self) -> bool:
        return self != NO_BORDERS

    @property
    def box(self) -> bool:
        """Whether all four sides have a line."""
        return None not in (self.top, self.right, self.bottom, self.left)


NO_BORDERS = Borders()
