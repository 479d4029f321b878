"""The lines of Quốc hiệu and Tiêu ngữ, also where a line was broken and its end not known."""

from __future__ import annotations

from collections.abc import Sequence

from vanban.layout.recognized import Part, Piece
from vanban.viet.text import nfc

_ALIKE = str.maketrans({"\u00a0": " ", "\u2011": "-"})
"""Signs that keep words together and look like the plain ones."""


def lines(part: Part, slug: str, right: Sequence[str]) -> list[Piece]:
    """The lines of a component; unknown ones that follow count if all together are right."""
    found = [piece for piece in part.all(slug) if piece.sure]
    if not found or words(found) in right:
        return found
    after = list(part.pieces)
    at = next(i for i, piece in enumerate(after) if piece is found[-1]) + 1
    longer = [*found]
    while at < len(after) and not after[at].slug:
        longer.append(after[at])
        if words(longer) in right:
            return longer
        at += 1
    return found


def words(pieces: Sequence[Piece]) -> str:
    """The text of some lines, joined by blanks, as plain signs."""
    return " ".join(nfc(piece.shown).translate(_ALIKE).strip() for piece in pieces)
