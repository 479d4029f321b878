"""The words of a line with the places marked that findings are about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from vanban.api.pages import Line
from vanban.cli.formats.as_html.escaping import escaped
from vanban.cli.formats.as_html.notes import Numbered
from vanban.findings import Severity
from vanban.location import Place

_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


class Marked(Struct, frozen=True):
    """A stretch of a line that a finding is about."""

    start: int
    end: int
    one: Numbered


def stretch(line: Line, place: Place, one: Numbered) -> Marked:
    """The stretch of a line that a place is; all of the line when no words are told.

    Args:
        line: the line at the place.
        place: that of the finding, or a further one.
        one: the finding.
    """
    text, quote = line.text, one.finding.quote
    if place.spot is None:
        start = min((place.column or 1) - 1, len(text))
        end = start + len(quote) if quote and text.startswith(quote, start) else len(text)
        return Marked(start if place.column else 0, end, one)
    start = place.spot.start or 0
    end = len(text) if place.spot.end is None else min(place.spot.end, len(text))
    at = text.find(quote, start, end) if quote else -1
    return Marked(start, end, one) if at < 0 else Marked(at, at + len(quote), one)


def marked(text: str, found: Sequence[Marked]) -> str:
    """A text as HTML, its stretches marked, the number of each finding behind its stretch."""
    return "".join(_pieces(text or "¶", found) if found else [escaped(text)])


def _pieces(text: str, found: Sequence[Marked]) -> Iterator[str]:
    found = [_inside(text, one) for one in found]
    points = sorted({0, len(text), *(p for one in found for p in (one.start, one.end))})
    for start, end in pairwise(points):
        around = [m.one.finding.severity for m in found if m.start <= start < m.end]
        piece = escaped(text[start:end])
        if around:
            worst = min(around, key=_RANK.__getitem__)
            piece = f'<mark class="{worst}">{piece}</mark>'
        yield piece
        yield _numbers([m.one for m in found if m.end == end])


def _numbers(ended: Sequence[Numbered]) -> str:
    links = ", ".join(f'<a href="#{one.id}">{one.number}</a>' for one in ended)
    return f"<sup>{links}</sup>" if links else ""


def _inside(text: str, one: Marked) -> Marked:
    """A stretch that has at least a letter of the text."""
    start = max(0, min(one.start, len(text) - 1))
    return Marked(start, max(start + 1, min(one.end, len(text))), one.one)
