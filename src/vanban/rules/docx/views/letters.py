"""The letters that a document shows, stretch by stretch, in all its stories."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct

from vanban.layout.look import Look
from vanban.layout.paragraph import Paragraph
from vanban.layout.recognized import Piece
from vanban.layout.run import Run
from vanban.rules.docx.observed import Observed
from vanban.rules.docx.views.stories import everything


class Stretch(Struct, frozen=True):
    """A run that shows letters or digits, with the offset in its paragraph where it begins."""

    paragraph: Paragraph
    run: Run
    start: int

    @property
    def piece(self) -> Piece:
        """The same as a target of findings."""
        return Piece("", self.paragraph, self.start, self.start + len(self.run.text))


def stretches(seen: Observed, odd: Callable[[Look], bool]) -> Iterator[Stretch]:
    """The runs with letters or digits in an odd look, of all stories, in reading order."""
    for paragraph in seen.view(everything):
        if any(map(odd, paragraph.looks)):
            yield from (s for s in _stretches(paragraph) if odd(s.run.look))


def _stretches(paragraph: Paragraph) -> Iterator[Stretch]:
    at = 0
    for run in paragraph.runs:
        if any(map(str.isalnum, run.text)):
            yield Stretch(paragraph, run, at)
        at += len(run.text)


def slugs_at(seen: Observed) -> dict[tuple[str, tuple[int, ...]], list[Piece]]:
    """The pieces of each paragraph, margins and notes too, by its part and place."""
    found: dict[tuple[str, tuple[int, ...]], list[Piece]] = {}
    for piece in (*seen.found.pieces(), *seen.found.margins, *seen.found.notes):
        found.setdefault((piece.paragraph.part, piece.paragraph.place), []).append(piece)
    return found
