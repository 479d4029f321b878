"""The size of the text (ND30-B-002), and one size for all of it (ND30-B-008)."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding
from vanban.layout.recognized import Piece
from vanban.messages import _
from vanban.rules.base import Rule
from vanban.rules.docx.looks import faults, lettered, number
from vanban.rules.docx.observed import Observed
from vanban.rules.docx.telling import mending, of_text, tell_once
from vanban.rules.docx.views import body
from vanban.rules.docx.views.sizes import body_size, is_allowed

_SHORT = 3
"""Letters: a sign or a space in another size is nothing that a reader sees."""


def allowed(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """One finding for all lines with a size that their style does not allow."""
    ranges = {slug: _range(seen, slug) for slug in {p.slug for p in body.lines(seen)} if slug}
    odd = [p for p in body.lines(seen) if p.slug and _is_odd(p, *ranges[p.slug])]
    wrong = [(p, found) for p in odd for found in faults(seen, p, ["co"])]
    if wrong:
        message = _("Nội dung: {faults}.").format(faults=wrong[0][1].told)
        fix = mending(*[found.formats for _piece, found in wrong])
        yield tell_once(rule, seen, [piece for piece, _found in wrong], message, fix=fix)


def _range(seen: Observed, slug: str) -> tuple[float, float]:
    allowed_sizes = seen.style(slug).co
    return allowed_sizes.low.pt, allowed_sizes.high.pt


def _is_odd(line: Piece, low: float, high: float) -> bool:
    """Whether any run is beyond, be it a blank."""
    if all(low <= look.size <= high for look in line.paragraph.looks):
        return False
    return not all(low <= run.size <= high for run in line.runs)


def equal(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """One finding for all lines in another size than most of the text."""
    usual = seen.view(body_size)
    if not is_allowed(seen, usual):
        return  # `allowed` tells it, and the others are right
    wrong = [p for p in body.lines(seen) if usual and _others(seen, p, usual)]
    if usual and wrong:
        other = min(_others(seen, wrong[0], usual))
        message = _("Cỡ chữ {other}, phần lớn nội dung cỡ {usual}; lời văn dùng một cỡ chữ.")
        fix = mending(*[of_text(piece, size=usual) for piece in wrong])
        told = message.format(other=number(other), usual=number(usual))
        yield tell_once(rule, seen, wrong, told, fix=fix)


def _others(seen: Observed, piece: Piece, usual: float) -> list[float]:
    """The other sizes of a line, of those that the standard allows."""
    if not piece.slug or not (seen.style(piece.slug).doan or piece.heading):
        return []
    low, high = _range(seen, piece.slug)
    if all(look.size == usual for look in piece.paragraph.looks):
        return []
    sizes = [
        r.size for r in lettered(piece) if len(r.text) >= _SHORT and r.look.vertical == "baseline"
    ]
    return [size for size in sizes if size != usual and low <= size <= high]
