"""How wide text is on the page, by the metrics of Times New Roman."""

from __future__ import annotations

from collections.abc import Sequence

from vanban.layout.recognized import Piece
from vanban.layout.run import Run
from vanban.units import Length, pt
from vanban.viet.widths import text_width, wrap


def width(piece: Piece) -> Length:
    """Width of a piece on one line, its looks and sizes as they are."""
    return pt(sum(_width(run) for run in piece.runs))


def _width(run: Run) -> float:
    text = run.shown.replace("\t", " ").replace("\n", " ")
    look = run.look
    plain = text_width(text, look.size, bold=look.bold, italic=look.italic)
    return plain * look.scale / 100 + look.spacing.pt * len(text)


def line_widths(piece: Piece, room: Length | None) -> list[Length]:
    """Widths of the lines that a piece takes in a room; None has no edge."""
    whole = width(piece)
    if room is None or whole <= room or not piece.visible:
        return [whole]
    look = piece.visible[0].look
    lines = wrap(piece.shown, look.size, room.pt, bold=look.bold, italic=look.italic)
    return [pt(text_width(t, look.size, bold=look.bold, italic=look.italic)) for t in lines]


def lengths(pieces: Sequence[Piece], rooms: Sequence[Length | None]) -> list[Length]:
    """Widths of all lines of a component, from the first to the last."""
    return [w for piece, room in zip(pieces, rooms, strict=True) for w in line_widths(piece, room)]
