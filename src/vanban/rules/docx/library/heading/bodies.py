"""Looks of the names of the bodies: ND30-H-009, H-010 (PLI-I-II.2.b).

Which line is which is told by bold letters above all. Where none of them is bold, or all are,
one thing is wrong whichever it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vanban.findings import Finding
from vanban.layout.recognized import Piece
from vanban.messages import _
from vanban.rules.base import Rule
from vanban.rules.docx.kinds.look import judged
from vanban.rules.docx.looks import lettered
from vanban.rules.docx.observed import DOCUMENTS, Observed
from vanban.rules.docx.telling import mending, of_text, tell_once

_COMMON = ("hoa", "co", "nghieng")
"""Aspects that are the same for both."""


def issuer(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """A wrong look of the issuing body."""
    for pieces, sure in _lines(seen, "ban_hanh"):
        if sure:
            yield from judged(rule, seen, pieces, (*_COMMON, "dam"))
            continue
        yield from judged(rule, seen, pieces, _COMMON)
        every = [
            piece for slug in ("chu_quan", "ban_hanh") for piece in _beside(seen, pieces, slug)
        ]
        if not any(run.bold for piece in every for run in lettered(piece)):
            told = _("{name}: không đậm, phải đậm.").format(name=seen.name("ban_hanh"))
            fix = mending(*(of_text(piece, bold=True) for piece in pieces), safe=False)
            yield tell_once(rule, seen, pieces, told, fix=fix)


def superior(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """A wrong look of the body above the issuing one."""
    for pieces, sure in _lines(seen, "chu_quan"):
        if sure:
            yield from judged(rule, seen, pieces, (*_COMMON, "dam"))
            continue
        yield from judged(rule, seen, pieces, _COMMON)
        if all(run.bold for piece in pieces for run in lettered(piece)):
            told = _("{name}: đậm, phải không đậm.").format(name=seen.name("chu_quan"))
            fix = mending(*(of_text(piece, bold=False) for piece in pieces), safe=False)
            yield tell_once(rule, seen, pieces, told, fix=fix)


def _lines(seen: Observed, slug: str) -> Iterator[tuple[list[Piece], bool]]:
    """The lines of a component in each part, and whether they are sure."""
    for part in seen.found.parts:
        pieces = list(part.all(slug)) if part.kind in DOCUMENTS else []
        if pieces:
            yield pieces, all(piece.sure for piece in pieces)


def _beside(seen: Observed, pieces: Sequence[Piece], slug: str) -> list[Piece]:
    """The lines of a component in the part in which some pieces stand."""
    part = next(p for p in seen.found.parts if any(one is pieces[0] for one in p.pieces))
    return list(part.all(slug))
