"""Kind "line_under": a line must be drawn under a component, solid and of the right length.

``thanh_phan`` is the component, or several from top to bottom, of which one carries the line: the
last that is there, if it is not under one above.
``dai`` is the range of its length as parts of the text ("0.333-0.5"; "1" is all of it),
``dung_sai`` what it may be beyond, as parts of the text too. The text is the last line of the
component or the longest one, whichever fits better. ``lech`` is how many points its middle may be
off that of the text; left out, nothing is said of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vanban.findings import Finding, Format
from vanban.layout.recognized import Line, Part, Piece
from vanban.messages import _
from vanban.rules.base import Rule
from vanban.rules.docx.observed import DOCUMENTS, Observed
from vanban.rules.docx.telling import mending, of_drawing, of_paragraph, tell
from vanban.rules.docx.views.measure import lengths
from vanban.rules.docx.views.room import room_of, text_room
from vanban.units import Length, pt


def check(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """A finding in each part whose component has no such line."""
    for part in seen.found.parts:
        if part.kind not in rule.data.get("phan", DOCUMENTS):
            continue
        pieces = _component(rule, part)
        if pieces and all(piece.sure for piece in pieces):
            yield from _of_component(rule, seen, part, pieces)


def _component(rule: Rule, part: Part) -> Sequence[Piece]:
    """The lines of the component that carries the line, or should."""
    there = [found for slug in rule.data["thanh_phan"] if (found := part.all(slug))]
    drawn = [found for found in there if part.lines_under(found[0].slug)]
    return (drawn or there or [()])[-1]


def _of_component(
    rule: Rule, seen: Observed, part: Part, pieces: Sequence[Piece]
) -> Iterator[Finding]:
    slug = pieces[-1].slug
    under = part.lines_under(slug)
    if not under:
        if not _may_be_unread(part) and not _beside(part, pieces[-1]):
            told = _("Dưới {name} không có đường kẻ.").format(name=seen.name(slug))
            yield tell(rule, seen, pieces[-1], told)
        return
    texts = lengths(pieces, [text_room(seen.layout, p.paragraph) for p in pieces])
    solid = [line for line in under if line.solid]
    fitting = [line for line in solid if _fits(rule, line, texts)]
    if not fitting:
        yield _blamed(rule, seen, (solid or under)[0], slug, texts)
    elif "lech" in rule.data and all(_is_aside(rule, line) for line in fitting):
        told = _("Đường kẻ dưới {name} lệch {count} pt; phải cân đối so với dòng chữ.").format(
            name=seen.name(slug), count=round(Length(abs(fitting[0].offset or 0)).pt)
        )
        yield tell(rule, seen, fitting[0], told)


def _is_aside(rule: Rule, line: Line) -> bool:
    return line.offset is not None and abs(line.offset) > pt(float(rule.data["lech"]))


def _may_be_unread(part: Part) -> bool:
    """Whether something stands in its head that was not understood and may be the line."""
    return any(piece.paragraph.unread for piece in part.header.pieces)


def _beside(part: Part, piece: Piece) -> bool:
    """Whether a line hangs on the same paragraph, which holds both columns: it may be this one."""
    beside = (line.under for line in part.lines if line.under)
    return any(other.paragraph is piece.paragraph for other in beside)


def _fits(rule: Rule, line: Line, texts: Sequence[Length]) -> bool:
    low, high = _range(rule.data["dai"])
    slack = float(rule.data["dung_sai"])
    if line.length is None or not any(texts):
        return True
    shares = (line.length / text for text in (texts[-1], max(texts)) if text)
    return any(low - slack <= share <= high + slack for share in shares)


def _blamed(rule: Rule, seen: Observed, line: Line, slug: str, texts: Sequence[Length]) -> Finding:
    name = seen.name(slug)
    if not line.solid:
        told = _("Đường kẻ dưới {name} không phải nét liền.").format(name=name)
        fix = mending(of_drawing(line.drawing, dash="solid")) if line.drawing else None
        return tell(rule, seen, line, told, fix=fix)
    low, high = _range(rule.data["dai"])
    text = texts[-1] or max(texts)
    told = _("Đường kẻ dưới {name} dài {share} % dòng chữ, phải {wanted}.").format(
        name=name, share=round(100 * (line.length or 0) / text), wanted=_wanted(low, high)
    )
    fix = mending(_resized(seen, line, Length(round(text * (low + high) / 2))))
    return tell(rule, seen, line, told, fix=fix)


def _resized(seen: Observed, line: Line, length: Length) -> list[Format]:
    """What makes a line so long: its drawing, or the indents of the empty paragraph that has it."""
    if line.drawing:
        return of_drawing(line.drawing, width=int(length))
    room = room_of(seen.layout, line.paragraph).width
    if line.kind != "border" or room is None or line.paragraph.text.strip():
        return []
    side = max(0, (room - length) // 2)
    return of_paragraph(line.paragraph, left=side, right=side, first_line=0)


def _range(text: str) -> tuple[float, float]:
    low, _dash, high = text.partition("-")
    return float(low), float(high or low)


def _wanted(low: float, high: float) -> str:
    if low == high:
        return _("bằng độ dài dòng chữ")
    return _("bằng 1/3 đến 1/2 độ dài dòng chữ")
