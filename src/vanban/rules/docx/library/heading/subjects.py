"""Subject of a công văn: ND30-T-009 (PLI-I-II.5.b)."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding
from vanban.layout.recognized import Piece
from vanban.messages import _
from vanban.patterns import later
from vanban.rules.base import Rule
from vanban.rules.docx.kinds.missing import requires, unclear
from vanban.rules.docx.observed import Observed
from vanban.rules.docx.telling import tell

_BEGIN = later(r"(?i)^\s*v\s*[/.]?\s*v\b")


def letter(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """A công văn whose subject does not begin with V/v, or that has none."""
    number = seen.main.one("so_ky_hieu")
    pieces = [p for p in seen.main.all("vv") if p.sure or (number and _is_below(number, p))]
    if pieces:
        if not _BEGIN.match(pieces[0].shown):
            told = _("Trích yếu công văn «{text}» phải mở đầu bằng «V/v».")
            yield tell(rule, seen, pieces[0], told.format(text=pieces[0].text[:40]))
    elif _lacks(seen):
        yield tell(rule, seen, None, _("Công văn thiếu trích yếu «V/v …» dưới số, ký hiệu."))


def _is_below(number: Piece, piece: Piece) -> bool:
    """Whether a line stands in the cell of the number: it is the subject, whatever it says."""
    one, other = number.paragraph.place, piece.paragraph.place
    return len(one) > 1 and one[:-1] == other[:-1]


def _lacks(seen: Observed) -> bool:
    there = seen.unsure("vv") or seen.main.all("trich_yeu")
    return not there and requires(seen, "trich-yeu") and not seen.view(unclear)
