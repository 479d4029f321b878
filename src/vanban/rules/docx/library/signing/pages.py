"""A signature on a page of its own, or in two (ND30-B-017, ND30-K-019)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from vanban.findings import Finding, Fix
from vanban.layout.paragraph import Paragraph
from vanban.layout.recognized import Part, Signature
from vanban.layout.table import Table, paragraphs
from vanban.messages import _
from vanban.rules.base import Rule
from vanban.rules.docx.observed import Observed
from vanban.rules.docx.telling import mending, of_paragraph, tell


def alone(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """A signature that a page break parts from the text: one set there, or stored by Word."""
    for part in seen.found.parts:
        text = [p for p in part.body if p.paragraph.place]
        first = _first(part.signature)
        if not text or first is None or part.kind == "ban-sao":
            continue
        last = text[-1].paragraph
        between = _between(seen, last, first)
        broken = last.text.endswith("\f") or any("\f" in p.text for p in between)
        if broken or first.shape.page_break_before or _stored(first, *between):
            message = _(
                "Khối ký sang một trang riêng; trang có chữ ký phải có ít nhất hai dòng nội dung."
            )
            yield tell(rule, seen, first, message, fix=_kept(last, first))


def _kept(last: Paragraph, first: Paragraph) -> Fix | None:
    """Both on one page: the break that was set is taken away."""
    unset = of_paragraph(first, page_break_before=False)
    set_ = first.shape.page_break_before
    return mending(of_paragraph(last, keep_next=True), unset if set_ else [])


def _first(signature: Signature) -> Paragraph | None:
    """The first paragraph of the block in the order of the file."""
    pieces = [p for s in signature.signers for p in s.authority] + list(signature.recipients)
    return min((p.paragraph for p in pieces), key=lambda p: p.index, default=None)


def _between(seen: Observed, last: Paragraph, first: Paragraph) -> list[Paragraph]:
    """The paragraphs between the text and the block: empty ones."""
    inside = seen.layout.blocks[last.place[0] + 1 : first.place[0]]
    return [b for b in inside if not isinstance(b, Table)]


def _stored(first: Paragraph, *between: Paragraph) -> bool:
    """Whether Word began a page here when it last laid the file out."""
    return any(p.rendered_breaks for p in (first, *between))


def split(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """A signature with a page break inside that Word stored, or that somebody set."""
    for part in seen.found.parts:
        inside = _inside(part)
        broken = next((p for above, p in pairwise(inside) if _breaks(above, p)), None)
        if broken is not None:
            message = _("Khối ký bị ngắt sang hai trang; chức vụ và họ tên phải ở cùng một trang.")
            fix = mending(*[of_paragraph(p, keep_next=True) for p in inside[:-1]])
            yield tell(rule, seen, broken, message, fix=fix)


def _breaks(above: Paragraph, paragraph: Paragraph) -> bool:
    """Whether a page begins here: it was set, or Word stored it and nothing keeps both together."""
    if paragraph.shape.page_break_before or "\f" in paragraph.text:
        return True
    return bool(paragraph.rendered_breaks) and not above.shape.keep_next


def _inside(part: Part) -> list[Paragraph]:
    """The paragraphs of the signer from authority to name; those of several stand in rows."""
    if len(part.signature.signers) != 1:
        return []
    signer = part.signature.signers[0]
    if signer.name is None or not signer.authority:
        return []
    first, last = signer.authority[0].paragraph, signer.name.paragraph
    tables = part.signature.tables
    every = [p for table in tables for p in paragraphs([table])]
    every = every or [*(a.paragraph for a in signer.authority), *signer.room, last]
    return [p for p in every if first.index <= p.index <= last.index]
