"""Where an effective value came from: which level of the file said it last."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Level = Literal[
    "word",
    "defaults",
    "theme",
    "table-style",
    "paragraph-style",
    "numbering",
    "character-style",
    "direct",
]
"""From the weakest to the strongest: what Word does by itself, the file's defaults
(docDefaults), the fonts of its theme, styles, a numbering level, the text's own properties."""


class Provenance(Struct, frozen=True):
    """Who gave a value: the level, and the name of the style as Word shows it.

    ``style`` is None where no style gave it. A value from a style that another is based on
    names the style that says it, not the one that the paragraph names.
    """

    level: Level
    style: str | None = None


WORD = Provenance("word")
"""Nothing in the file says it: it is what Word does by itself."""
