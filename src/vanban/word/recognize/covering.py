"""Every word belongs to one piece: none to two, and none to none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from vanban.layout.recognized import Piece
from vanban.messages import _
from vanban.word.recognize.spans import BLANKS, Span
from vanban.word.recognize.state import Notes


def cover(pieces: Iterable[Piece], spans: Iterable[Span], note: Notes) -> list[Piece]:
    """The pieces without those that overlap an earlier one, with unknown ones for what is left.

    Args:
        pieces: what was recognized; where two overlap the first one counts.
        spans: all lines that there are.
        note: told of what nobody recognized.
    """
    held: dict[int, list[Piece]] = {}
    for piece in pieces:
        own = held.setdefault(id(piece.paragraph), [])
        if all(piece.end <= one.start or one.end <= piece.start for one in own):
            own.append(piece)
    out = [piece for own in held.values() for piece in own]
    for span in spans:
        out += _left(span, held.get(id(span.paragraph), ()), note)
    return sorted(out, key=_place)


def _place(piece: Piece) -> tuple[int, int]:
    return piece.paragraph.index, piece.start


def _left(span: Span, own: Sequence[Piece], note: Notes) -> list[Piece]:
    """What of a line is in no piece."""
    if any(p.start <= span.start and span.end <= p.end for p in own):
        return []
    out, at = [], span.start
    inside = sorted((p.start, p.end) for p in own if p.start < span.end and span.start < p.end)
    for start, end in (*inside, (span.end, span.end)):
        raw = span.paragraph.text[at:start]
        if at < start and raw.strip(BLANKS):
            lead = len(raw) - len(raw.lstrip(BLANKS))
            stop = at + len(raw.rstrip(BLANKS))
            note(span.paragraph, _("Không rõ dòng này là thành phần nào."))
            out.append(Piece("", span.paragraph, at + lead, stop, False, "khong_ro"))
        at = max(at, end)
    return out
