"""Kind "same": components must have one value of an aspect: ``xet: co`` is the size.

The message ``cau`` may have {sizes}. Of each component the first piece counts; the last one's size
is taken for the others.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding
from vanban.layout.recognized import Piece
from vanban.messages import _
from vanban.rules.base import Rule
from vanban.rules.docx.looks import number
from vanban.rules.docx.observed import Observed
from vanban.rules.docx.telling import mending, of_text, tell


def check(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """A finding in each part in which they differ."""
    for part in seen.found.parts:
        if part.kind == "phu-luc":
            continue
        pieces = [p for slug in rule.data["thanh_phan"] if (p := _first(part.all(slug)))]
        sizes = [number(piece.size) for piece in pieces if piece.size]
        if len(set(sizes)) > 1:
            message = _(rule.data["cau"]).format(sizes=" / ".join(sizes))
            size = pieces[-1].size
            fix = mending(*(of_text(p, size=size) for p in part.all(*rule.data["thanh_phan"])))
            yield tell(rule, seen, pieces[-1], message, fix=fix)


def _first(pieces: tuple[Piece, ...]) -> Piece | None:
    return next((piece for piece in pieces if piece.sure), None)
