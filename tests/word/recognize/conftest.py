"""Pages made by hand: a few lines of what the reader would see."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count
from typing import Any

import pytest

from vanban.layout.border import Border, Borders
from vanban.layout.document import Layout
from vanban.layout.look import Look
from vanban.layout.marks import ListNumber
from vanban.layout.paragraph import Paragraph
from vanban.layout.recognized import Piece, Recognized
from vanban.layout.run import Run
from vanban.layout.section import Section
from vanban.layout.shape import Shape
from vanban.layout.table import Block, Cell, Row, Table
from vanban.units import mm, pt
from vanban.word.recognize import recognize

PART = "word/document.xml"
_LINE = Border("single", pt(0.5))


class Page:
    """Grows line by line; ``recognize`` says what the lines are."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._numbers: Iterator[int] = count()

    def line(self, text: str = "", look: str = "", **more: Any) -> Page:
        """A paragraph; ``look`` has words like "center bold italic"."""
        self.blocks.append(self._paragraph(text, look, (len(self.blocks),), **more))
        return self

    def lines(self, *texts: str, look: str = "") -> Page:
        """Paragraphs that look alike."""
        for text in texts:
            self.line(text, look)
        return self

    def table(self, *rows: Sequence[str], look: str = "center", ruled: bool = False) -> Page:
        """A table; the lines of a cell are parted by "|", bold ones begin with "*"."""
        place = (len(self.blocks),)
        made = tuple(self._row(row, (*place, i), look) for i, row in enumerate(rows))
        borders = Borders(inside_h=_LINE, inside_v=_LINE) if ruled else Borders()
        widths = tuple(mm(80) for _cell in rows[0])
        self.blocks.append(Table(made, widths, borders=borders, part=PART, place=place))
        return self

    def layout(self) -> Layout:
        """What was put on the page."""
        section = Section(
            0, mm(210), mm(297), mm(20), mm(20), mm(20), mm(30), mm(10), mm(10), False, True, None,
            end=len(self.blocks),
        )  # fmt: skip
        return Layout(tuple(self.blocks), (section,))

    def recognize(self) -> Recognized:
        """What its lines are."""
        return recognize(self.layout())

    def told(self) -> list[tuple[str, str]]:
        """The slugs and the texts of all its pieces."""
        return [(piece.slug, piece.text) for piece in self.recognize().pieces()]

    def slugs(self) -> list[str]:
        """The slugs of all its pieces."""
        return [piece.slug for piece in self.recognize().pieces()]

    def _row(self, cells: Sequence[str], place: tuple[int, ...], look: str) -> Row:
        made = []
        for index, text in enumerate(cells):
            blocks = tuple(
                self._paragraph(line.removeprefix("*"), _bold(line, look), (*place, index, i))
                for i, line in enumerate(text.split("|"))
            )
            made.append(Cell(blocks, 1, index))
        return Row(tuple(made), False, True)

    def _paragraph(
        self, text: str, look: str, place: tuple[int, ...], number: str = "", **more: Any
    ) -> Paragraph:
        words = look.split()
        shown = Look(bold="bold" in words, italic="italic" in words, size=14.0, **more)
        shape = Shape(alignment="center" if "center" in words else "left")
        runs = (Run(text, shown),) if text else ()
        listed = _number(number, shown) if number else None
        return Paragraph(
            runs, shape, shown, part=PART, place=place, index=next(self._numbers), number=listed
        )


def _bold(line: str, look: str) -> str:
    return f"{look} bold" if line.startswith("*") else look


def _number(text: str, look: Look) -> ListNumber:
    bullet = not any(letter.isalnum() for letter in text)
    return ListNumber(text, 0, 1, "bullet" if bullet else "decimal", text, "1", "tab", look)


@pytest.fixture
def page() -> Page:
    """An empty page."""
    return Page()


@pytest.fixture
def sure() -> Any:
    """``sure(found, slug)``: the texts of the pieces with a slug, which must all be sure."""

    def texts(found: Recognized, slug: str) -> list[str]:
        pieces: list[Piece] = list(found.all(slug))
        assert all(piece.sure for piece in pieces)
        return [piece.text for piece in pieces]

    return texts
