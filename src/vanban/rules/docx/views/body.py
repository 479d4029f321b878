"""The lines of the text that rules on a body judge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vanban.layout.recognized import Part, Piece
from vanban.model.quotes import quotations
from vanban.rules.docx.observed import Observed

DOCUMENTS = ("van-ban", "kem-theo")
"""Kinds of parts whose text is laid out as the standard says; appendices may be forms."""


def parts(seen: Observed) -> tuple[Part, ...]:
    """The parts whose text is judged."""
    return tuple([part for part in seen.found.parts if part.kind in DOCUMENTS])


def lines(seen: Observed) -> tuple[Piece, ...]:
    """The lines of the text in reading order: those not sure and quotations are left out."""
    return seen.view(_lines)


def _lines(seen: Observed) -> tuple[Piece, ...]:
    return tuple([line for group in by_part(seen) for line in group])


def by_part(seen: Observed) -> tuple[tuple[Piece, ...], ...]:
    """The same, those of each part by themselves."""
    return seen.view(_by_part)


def _by_part(seen: Observed) -> tuple[tuple[Piece, ...], ...]:
    return tuple([tuple(_of(part)) for part in parts(seen)])


def _of(part: Part) -> Iterator[Piece]:
    until = -1
    quoted = quotations([line.text for line in part.body])
    for index, line in enumerate(part.body):
        until = max(until, quoted.get(index, -1))
        at = line.paragraph
        if index > until and line.sure and not (at.in_table or at.in_box):
            yield line


def opens(line: Piece) -> bool:
    """Whether a line is the first of its paragraph."""
    return line.start == 0 or not line.paragraph.text[: line.start].strip()


def plain(seen: Observed) -> tuple[Piece, ...]:
    """The lines that open a paragraph of running text, as a style with ``dung: doan`` has it."""
    return seen.view(_plain)


def _plain(seen: Observed) -> tuple[Piece, ...]:
    return tuple([p for p in lines(seen) if is_plain(seen, p)])


def is_plain(seen: Observed, line: Piece) -> bool:
    """Whether a line opens such a paragraph."""
    return bool(line.slug) and seen.style(line.slug).doan and opens(line)


def index(pieces: Sequence[Piece], piece: Piece) -> int:
    """The place of a piece among others; by identity, as comparing pieces is slow."""
    return next((at for at, other in enumerate(pieces) if other is piece), -1)


def share(line: Piece, name: str) -> float:
    """The part of the letters of a line whose look has something (bold, italic), 0 to 1."""
    if not any(getattr(look, name) for look in line.paragraph.looks):
        return 0.0
    count = [(sum(map(str.isalnum, run.text)), getattr(run.look, name)) for run in line.runs]
    every = sum(letters for letters, _ in count)
    return sum(letters for letters, has in count if has) / every if every else 0.0
