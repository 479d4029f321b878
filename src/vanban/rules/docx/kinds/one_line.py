"""Kind "one_line": a component must stand on one line: its measured width fits its cell.

Word goes by the width that the cell says (w:tcW). Where the grid of the table is narrower,
programs that go by it will wrap the line: that is an info. ``dung`` are the texts that the
component may have.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding, Severity
from vanban.layout.recognized import Part, Piece
from vanban.messages import _
from vanban.rules.base import Rule
from vanban.rules.docx.kinds.page import millimetres
from vanban.rules.docx.looks import alone
from vanban.rules.docx.observed import DOCUMENTS, Observed
from vanban.rules.docx.telling import tell
from vanban.rules.docx.views.measure import width
from vanban.rules.docx.views.motto import lines
from vanban.rules.docx.views.room import Room, room_of
from vanban.units import Length, pt

_SLACK = pt(1)
"""Rounding of widths: less than a point nobody sees and Word does not wrap for."""


def check(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """A finding where a component is typed on two lines, or wraps."""
    for part in seen.found.parts:
        if part.kind in DOCUMENTS:
            for slug in rule.data["thanh_phan"]:
                yield from _of_part(rule, seen, part, slug)


def _of_part(rule: Rule, seen: Observed, part: Part, slug: str) -> Iterator[Finding]:
    pieces = lines(part, slug, rule.data["dung"])
    if len(pieces) > 1:
        told = _("{name} bị ngắt thành {count} dòng, phải nằm trên một dòng.")
        yield tell(rule, seen, pieces[0], told.format(name=seen.name(slug), count=len(pieces)))
    elif pieces and alone(pieces[0]):
        yield from _measured(rule, seen, pieces[0])


def _measured(rule: Rule, seen: Observed, piece: Piece) -> Iterator[Finding]:
    room = room_of(seen.layout, piece.paragraph)
    wanted, left = width(piece), _left(piece, room.width)
    if left is not None and wanted > left + _SLACK:
        told = _("{name} dài {width} mm, chỗ chỉ rộng {room} mm nên bị xuống dòng.")
        yield tell(rule, seen, piece, _filled(told, seen, piece, wanted, left))
        return
    narrow = _left(piece, room.grid_width)
    if narrow is not None and wanted > narrow + _SLACK and _only_grid(room):
        told = _(
            "{name} dài {width} mm; lưới của bảng chỉ rộng {room} mm, khác bề rộng của ô, nên"
            " có phần mềm sẽ xuống dòng."
        )
        message = _filled(told, seen, piece, wanted, narrow)
        yield tell(rule, seen, piece, message, severity=Severity.INFO)


def _filled(told: str, seen: Observed, piece: Piece, wanted: Length, left: Length) -> str:
    name = seen.name(piece.slug)
    return told.format(name=name, width=millimetres(wanted), room=millimetres(left))


def _only_grid(room: Room) -> bool:
    return room.cell is not None and room.cell.width is not None


def _left(piece: Piece, room: Length | None) -> Length | None:
    """What a room leaves to the text of a paragraph."""
    if room is None or room <= 0:
        return None
    shape = piece.paragraph.shape
    return Length(room - shape.left - shape.right - max(shape.first_line, 0))
