"""The name of who signs: in the middle under the office, with room to sign (ND30-K-020, K-024)."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding
from vanban.layout.paragraph import Paragraph
from vanban.layout.recognized import Piece, Signer
from vanban.messages import _
from vanban.rules.base import Rule
from vanban.rules.docx.observed import Observed
from vanban.rules.docx.telling import mending, of_paragraph, tell
from vanban.rules.docx.views.heights import height, line
from vanban.rules.docx.views.measure import width
from vanban.rules.docx.views.room import room_of
from vanban.units import mm

_SLACK = mm(6)
"""How far the middle of a name may be from that of the office before a reader sees it."""


def centred(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """A name that is not in the middle under the office."""
    for part in seen.found.parts:
        for signer in part.signature.signers:
            name, office = signer.name, signer.authority[-1] if signer.authority else None
            if name and office and name.sure and _is_beside(seen, name, office):
                message = _("Họ tên không canh giữa so với quyền hạn, chức vụ của người ký.")
                fix = mending(of_paragraph(name, alignment="center", left=0, right=0, first_line=0))
                yield tell(rule, seen, name, message, fix=fix)


def _is_beside(seen: Observed, name: Piece, office: Piece) -> bool:
    here, there = _middle(seen, name), _middle(seen, office)
    return here is not None and there is not None and abs(here - there) > _SLACK


def _middle(seen: Observed, piece: Piece) -> float | None:
    """The middle of a piece in its column; None where blanks or tabs move it."""
    shape, room = piece.paragraph.shape, room_of(seen.layout, piece.paragraph).width
    if room is None or not piece.whole or piece.paragraph.text[:1] in "\t \u00a0":
        return None
    left, right = shape.left + max(shape.first_line, 0), room - shape.right
    if shape.alignment == "center":
        return (left + right) / 2
    half = min(width(piece), right - left) / 2
    return right - half if shape.alignment == "right" else left + half


def room_to_sign(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """Less than ``dong`` lines between office and name; none where an image or note stands."""
    for part in seen.found.parts:
        for signer in part.signature.signers:
            name = signer.name
            if name is None or not name.sure or signer.notes or not signer.authority:
                continue
            found = _room(seen, signer)
            if found is not None and found < float(rule.data["dong"]) * line(name.paragraph):
                message = _(
                    "Giữa chức vụ và họ tên còn {found} pt; cần chừa khoảng {lines} dòng để ký."
                )
                told = message.format(found=round(found), lines=rule.data["dong"])
                yield tell(rule, seen, name, told)


def _room(seen: Observed, signer: Signer) -> float | None:
    """Points between office and name; None where nobody can tell."""
    name, office = signer.name, signer.authority[-1]
    assert name is not None
    above = [*(p.paragraph for p in signer.other_office), name.paragraph]
    if any(p.drawings for p in (*signer.room, *above, office.paragraph)):
        return None
    if name.paragraph is office.paragraph:
        return None
    place, other = name.paragraph.place, office.paragraph.place
    if len(place) == 4 and len(other) == 4 and _rows_between(seen, other, place):
        return None
    spaces = above[0].shape.before.pt + office.paragraph.shape.after.pt
    return spaces + sum(height(p) for p in _between(seen, signer, other, above[0].place))


def _between(
    seen: Observed, signer: Signer, office: tuple[int, ...], name: tuple[int, ...]
) -> list[Paragraph]:
    """The paragraphs between; columns made by tabs have recipients and blank ones there."""
    if len(office) != 1 or len(name) != 1:
        return list(signer.room)
    blocks = seen.layout.blocks[office[0] + 1 : name[0]]
    return [block for block in blocks if isinstance(block, Paragraph)]


def _rows_between(seen: Observed, office: tuple[int, ...], name: tuple[int, ...]) -> bool:
    """Whether the height of a row of the table, not paragraphs, makes the room."""
    table = room_of(seen.layout, _at(seen, name)).table if office[0] == name[0] else None
    rows = table.rows[office[1] : name[1] + 1] if table else ()
    return any(row.height is not None for row in rows)


def _at(seen: Observed, place: tuple[int, ...]) -> Paragraph:
    return next(p for p in seen.layout.paragraphs() if p.place == place)
