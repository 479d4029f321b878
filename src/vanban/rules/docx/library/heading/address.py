"""Drafter's mark and address: ND30-F-001, F-002, F-003 (PLI-I-III.3, III.4)."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding
from vanban.layout.document import Section
from vanban.layout.paragraph import Paragraph
from vanban.layout.recognized import Piece
from vanban.messages import _
from vanban.patterns import later
from vanban.rules.base import Rule
from vanban.rules.docx.looks import faults
from vanban.rules.docx.observed import Observed
from vanban.rules.docx.telling import mending, tell, tell_once
from vanban.rules.docx.views.pages import pages

_SMALL = later(r"^\(?[a-zđ]+\.?\s?\(\d+\)|^[A-ZĐ][\wđ.]*\.?\s+\(\d+\)")
_LOOK = ("co", "dam", "nghieng")
_MANY = 1.25


def drafter(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """A mark in small letters, of another size, bold or italic."""
    for piece in seen.pieces("nguoi_soan"):
        wrong = [*faults(seen, piece, _LOOK)]
        told = [fault.told for fault in wrong]
        if _SMALL.match(piece.text):
            told.append(_("phải viết như «PL.(300)»"))
        if told:
            message = _("{name}: {faults}.").format(
                name=seen.name(piece.slug), faults="; ".join(told)
            )
            yield tell(rule, seen, piece, message, fix=mending(*(f.formats for f in wrong)))


def look(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """An address of another size, bold or italic, or without the line above."""
    pieces = _address(seen)
    wrong = [(piece, fault) for piece in pieces for fault in faults(seen, piece, _LOOK)]
    for told in dict.fromkeys(fault.told for _piece, fault in wrong):
        mine = [(piece, fault) for piece, fault in wrong if fault.told == told]
        message = _("{name}: {faults}.").format(name=seen.name("dia_chi"), faults=told)
        fix = mending(*(fault.formats for _piece, fault in mine))
        yield tell_once(rule, seen, [piece for piece, _fault in mine], message, fix=fix)
    if pieces and not any(_has_line(piece.paragraph) for piece in _around(seen, pieces)):
        told = _("Trên địa chỉ cơ quan phải có đường kẻ nét liền hết chiều ngang.")
        yield tell(rule, seen, pieces[0], told)


def _address(seen: Observed) -> list[Piece]:
    inside = [piece for piece in seen.found.margins if piece.slug == "dia_chi" and piece.sure]
    return [*seen.pieces("dia_chi"), *inside]


def _around(seen: Observed, pieces: list[Piece]) -> list[Piece]:
    """The pieces with the empty paragraphs of the same stories, which may carry the line."""
    parts = {piece.paragraph.part for piece in pieces}
    stories = [story for story in seen.layout.stories() if story.part in parts]
    others = [Piece("", paragraph, 0, 0) for story in stories for paragraph in story.paragraphs]
    at = {(*p.paragraph.place[:-1], p.paragraph.place[-1] - 1) for p in pieces}
    above = [p for p in seen.layout.paragraphs() if p.place in at]
    return [*pieces, *others, *(Piece("", paragraph, 0, 0) for paragraph in above)]


def _has_line(paragraph: Paragraph) -> bool:
    borders = paragraph.shape.borders
    drawn = any(d.kind in ("line", "shape") for d in paragraph.drawings)
    return bool(borders.top or borders.bottom or drawn or paragraph.in_table or paragraph.unread)


def later_pages(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """An address in the footer of pages after the first."""
    parts = {p.paragraph.part: p for p in seen.found.margins if p.slug == "dia_chi" and p.sure}
    for section in seen.layout.sections:
        story = section.footers.default
        if story.part in parts and (section.title_page or _is_long(seen, section)):
            told = _("Địa chỉ cơ quan ở chân mọi trang; chỉ ghi ở trang thứ nhất.")
            yield tell(rule, seen, parts[story.part], told)
            return


def _is_long(seen: Observed, section: Section) -> bool:
    return section is not seen.layout.sections[0] or seen.view(pages) >= _MANY
