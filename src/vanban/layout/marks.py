"""What hangs on a paragraph beside its text: numbers, fields, notes."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from vanban.layout.look import Look

NoteKind = Literal["footnote", "endnote"]


class ListNumber(Struct, frozen=True):
    """A number that Word makes itself, as it shows it.

    Attributes:
        text: "1.", "a)", "1.2.3", "•"; may be empty.
        level: 0 for the outermost, to 8.
        value: the count at its level; 0 for a bullet.
        format: as the file names it: "decimal", "lowerLetter", "upperRoman", "bullet" …
        pattern: what the file puts together: "%1.", "%1.%2)".
        list_id: paragraphs with the same one belong to one list (w:numId).
        suffix: what follows it: "tab", "space" or "nothing".
        look: how the number itself looks.
        by_style: whether the paragraph's style numbers it, not the paragraph itself.
    """

    text: str
    level: int
    value: int
    format: str
    pattern: str
    list_id: str
    suffix: str
    look: Look
    by_style: bool = False

    @property
    def bullet(self) -> bool:
        """Whether it is a mark that does not count."""
        return self.format == "bullet"


class Field(Struct, frozen=True):
    """A field, in the paragraph where it begins.

    Attributes:
        kind: its first word in capitals: "PAGE", "NUMPAGES", "TOC", "HYPERLINK", "REF" …
        instruction: all of it, on one line.
        result: what it showed when the file was saved.
        at: index in the paragraph's text where the result begins.
        path: to the element that begins it, as in ``Run.path``.
        locked: whether Word may not update it.
    """

    kind: str
    instruction: str
    result: str
    at: int
    path: tuple[int, ...]
    locked: bool = False


class NoteMark(Struct, frozen=True):
    """A reference to a note: its number in the order of the text, from 1, and where it stands.

    ``at`` is an index in the paragraph's text; ``custom`` tells that the mark is typed text.
    """

    kind: NoteKind
    number: int
    at: int
    custom: bool = False
