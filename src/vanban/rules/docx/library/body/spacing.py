"""Space between paragraphs and lines of the text (ND30-B-006, B-007, B-011)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from vanban.findings import Finding, Format, Severity
from vanban.layout.document import Block
from vanban.layout.paragraph import Paragraph
from vanban.layout.recognized import Part, Piece
from vanban.layout.table import Table
from vanban.messages import _
from vanban.rules.base import Rule
from vanban.rules.docx.kinds.shape import GENEROUS
from vanban.rules.docx.kinds.shape import lines as line_spacing
from vanban.rules.docx.looks import number
from vanban.rules.docx.observed import Observed
from vanban.rules.docx.telling import mending, of_paragraph, tell_once
from vanban.rules.docx.views import body
from vanban.units import parse_length

_SLACK = 0.06
"""Points: what rounding to twips may lose."""
_BY_WORD = 14.0
"""Points that Word puts in where it finds the space itself."""


def between(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """Neighbours that stand too near: an error where even both spaces together are too little,
    an info where only their sum is enough, which not all programs make."""
    least = parse_length(rule.data["cach"]).pt - _SLACK
    near: list[Piece] = []
    summed: list[Piece] = []
    for above, below in _neighbours(seen):
        after, before = _after(above, below), _before(above, below)
        if max(after, before) < least:
            (near if after + before < least else summed).append(above)
    message = _("Các đoạn cách nhau {found} pt; phải cách nhau tối thiểu {least} pt.")
    for wrong, severity in ((near, rule.severity), (summed, Severity.INFO)):
        if wrong:
            found = number(round(wrong[0].paragraph.shape.after.pt, 1))
            told = message.format(found=found, least=number(least + _SLACK))
            wanted = int(parse_length(rule.data["cach"]))
            fix = mending(*[of_paragraph(p, after=wanted, contextual=False) for p in wrong])
            yield tell_once(rule, seen, wrong, told, fix=fix, severity=severity)


def _neighbours(seen: Observed) -> Iterator[tuple[Piece, Piece]]:
    """Paragraphs of running text that follow each other, nothing between them."""
    for part, lines_of_it in zip(body.parts(seen), body.by_part(seen), strict=True):
        grounds = [p for p in part.all("can_cu") if p.sure and body.opens(p)]
        text = [p for p in lines_of_it if body.is_plain(seen, p)]
        for group in (grounds, text):
            for above, below in pairwise(group):
                if _runs(above) and _runs(below) and _follows(above.paragraph, below.paragraph):
                    yield above, below


def _runs(line: Piece) -> bool:
    """Whether it is running text: lines in the middle are headings of some kind."""
    return line.paragraph.alignment != "center"


def _follows(above: Paragraph, below: Paragraph) -> bool:
    first, then = above.place, below.place
    return len(first) == len(then) == 1 and then[0] == first[0] + 1


def _after(above: Piece, below: Piece) -> float:
    shape = above.paragraph.shape
    if shape.contextual and above.paragraph.style_id == below.paragraph.style_id:
        return 0.0
    return _BY_WORD if shape.after_auto else shape.after.pt


def _before(above: Piece, below: Piece) -> float:
    shape = below.paragraph.shape
    if shape.contextual and above.paragraph.style_id == below.paragraph.style_id:
        return 0.0
    return _BY_WORD if shape.before_auto else shape.before.pt


def lines(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """One finding for all paragraphs whose lines stand too near, or too far apart (``gian``)."""
    low, high = map(float, rule.data["gian"])
    wrong = [line for line in body.plain(seen) if not _is_right(line, low, high)]
    if wrong:
        message = _("Giãn dòng {found} dòng; phải từ dòng đơn đến {high} dòng.").format(
            found=number(round(line_spacing(wrong[0]) or 0, 2)), high=number(high)
        )
        fix = mending(*[_evened(line, low, high) for line in wrong])
        yield tell_once(rule, seen, wrong, message, fix=fix)


def _is_right(line: Piece, low: float, high: float) -> bool:
    """Whether the spacing is allowed; that of fixed heights need not be so to a point."""
    slack = 1.01 if line.paragraph.shape.line_rule == "auto" else GENEROUS
    found = line_spacing(line)
    return found is None or low / slack <= found <= high * slack


def _evened(line: Piece, low: float, high: float) -> list[Format]:
    found = line_spacing(line) or low
    return of_paragraph(line, line_rule="auto", lines=min(max(found, low), high))


def empty(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """One finding for all empty paragraphs in the text that only make room."""
    wrong = [p for part in body.parts(seen) for p in _inside(part) if _makes_room(seen, p)]
    if wrong:
        message = _(
            "Có đoạn trống trong nội dung; dùng khoảng cách trước, sau đoạn thay cho dòng trống."
        )
        yield tell_once(rule, seen, wrong, message)


def _inside(part: Part) -> list[Paragraph]:
    """The empty paragraphs between lines of the text."""
    places = [line.paragraph.place[0] for line in part.body if line.paragraph.place]
    if not places:
        return []
    first, last = min(places), max(places)
    return [p for p in part.blanks if p.place and first < p.place[0] < last]


def _makes_room(seen: Observed, paragraph: Paragraph) -> bool:
    """Whether a paragraph is only there for its height: those by tables, of rules, breaks and
    sections have another reason."""
    if len(paragraph.place) != 1 or paragraph.text or paragraph.drawings or paragraph.shape.borders:
        return False
    at = paragraph.place[0]
    if any(s.end == at + 1 for s in seen.layout.sections) or (paragraph.mark.size or 0) < 8:
        return False
    around = [_block(seen, at - 1), _block(seen, at + 1)]
    return all(b is not None and not isinstance(b, Table) for b in around)


def _block(seen: Observed, at: int) -> Block | None:
    blocks = seen.layout.blocks
    return blocks[at] if 0 <= at < len(blocks) else None
