"""The words of Quốc hiệu and Tiêu ngữ: ND30-H-001, H-004 (PLI-I-II.1)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vanban.findings import Finding
from vanban.layout.recognized import Piece
from vanban.messages import _
from vanban.rules.base import Rule
from vanban.rules.docx.kinds.missing import requires, unclear
from vanban.rules.docx.observed import DOCUMENTS, Observed
from vanban.rules.docx.telling import tell
from vanban.rules.docx.views.motto import lines, words

_COMPONENT = "quoc-hieu-tieu-ngu"


def wording(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """Another text than ``dung`` in the component ``vat``, or none at all."""
    slug = rule.data["vat"]
    for part in seen.found.parts:
        pieces = lines(part, slug, rule.data["dung"]) if part.kind in DOCUMENTS else []
        if pieces:
            yield from _compared(rule, seen, pieces)
    if _lacks(seen, slug):
        yield tell(rule, seen, None, _("Thiếu {name}.").format(name=seen.name(slug)))


def _lacks(seen: Observed, slug: str) -> bool:
    """Whether the main document needs the component and surely has it nowhere."""
    there = seen.main.kind != "van-ban" or seen.main.all(slug)
    return not there and requires(seen, _COMPONENT) and not seen.view(unclear)


def _compared(rule: Rule, seen: Observed, pieces: Sequence[Piece]) -> Iterator[Finding]:
    found = words(pieces)
    if found in rule.data["dung"]:
        return
    told = _("{name} «{found}» không đúng; phải là «{right}».")
    name, right = seen.name(pieces[0].slug), rule.data["dung"][0]
    yield tell(rule, seen, pieces[0], told.format(name=name, found=found, right=right))
