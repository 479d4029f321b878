"""Kind "look": components must look as the standard's styles.yaml says.

``thanh_phan`` are their slugs, ``xet`` the aspects that are judged: ``hoa`` (capitals), ``thuong``
(no capitals), ``co`` (size, in the range of the style), ``dam``, ``nghieng`` (bold and italic, or
not, as the style says), ``canh`` (alignment). Lines of a component with the same faults are
told once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from vanban.findings import Finding
from vanban.layout.recognized import Piece
from vanban.messages import _
from vanban.rules.base import Rule
from vanban.rules.docx.looks import Fault, faults
from vanban.rules.docx.observed import DOCUMENTS, Observed
from vanban.rules.docx.telling import mending, tell_once


def check(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """A finding for each component, and each set of faults that its lines have."""
    parts = tuple(rule.data.get("phan", DOCUMENTS))
    pieces = seen.pieces(*rule.data["thanh_phan"], parts=parts)
    yield from judged(rule, seen, pieces, rule.data["xet"])


def judged(
    rule: Rule, seen: Observed, pieces: Iterable[Piece], aspects: Sequence[str]
) -> Iterator[Finding]:
    """The same for pieces, in some aspects."""
    alike: dict[tuple[str, ...], list[tuple[Piece, list[Fault]]]] = {}
    for piece in pieces:
        wrong = list(faults(seen, piece, aspects))
        if wrong:
            key = (piece.slug, *(fault.told for fault in wrong))
            alike.setdefault(key, []).append((piece, wrong))
    for (slug, *told), group in alike.items():
        message = _("{name}: {faults}.").format(name=seen.name(slug), faults="; ".join(told))
        fix = mending(*(fault.formats for _piece, wrong in group for fault in wrong))
        yield tell_once(rule, seen, [piece for piece, _wrong in group], message, fix=fix)
