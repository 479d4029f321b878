"""A run of text as it shows, and what the page does not show."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from vanban.layout.look import Look
from vanban.layout.provenance import Provenance

Change = Literal["inserted", "deleted", "moved-here", "moved-away"]


class Run(Struct, frozen=True, gc=False):
    """A stretch of text in one look.

    Attributes:
        text: what shows, capitals not yet made by ``caps``; never empty. A tab is "\\t", a line
            break "\\n", a page break "\\f", a column break "\\v"; a symbol is the nearest
            Unicode character, or the private one (U+F0xx) of its font.
        look: how it looks.
        path: to its ``w:r``: indices of child elements from the root of the part (comments and
            processing instructions do not count).
        change: what a tracked change did to it; None: nothing, or changes are accepted.
        field: the field that it is the result of ("PAGE"), the innermost one; None: plain text.
        link: where it leads: an address, or "#" and a bookmark; None: nowhere.
    """

    text: str
    look: Look
    path: tuple[int, ...] = ()
    change: Change | None = None
    field: str | None = None
    link: str | None = None

    @property
    def bold(self) -> bool:
        """Whether it shows bold, whichever style says it."""
        return self.look.bold

    @property
    def italic(self) -> bool:
        """Whether it shows italic, whichever style says it."""
        return self.look.italic

    @property
    def size(self) -> float:
        """Font size in points, greater than 0; halves occur (13.5)."""
        return self.look.size

    @property
    def font(self) -> str:
        """Font of its plain letters; ``fonts`` has those of the accented ones too."""
        return self.look.font

    @property
    def fonts(self) -> tuple[str, ...]:
        """The fonts that its letters really use, each once."""
        plain = any(33 <= ord(c) < 128 for c in self.text)
        accented = any(ord(c) > 160 for c in self.text)
        found = [self.look.font] if plain or not accented else []
        if accented:
            found.append(self.look.font if self.look.complex else self.look.font_accented)
        return tuple(dict.fromkeys(found))

    @property
    def shown(self) -> str:
        """The text with the capitals that its look makes of small letters."""
        return self.text.upper() if self.look.caps or self.look.small_caps else self.text

    def origin(self, name: str) -> Provenance:
        """Who gave an attribute of its look, such as "size"."""
        return self.look.origin(name)
