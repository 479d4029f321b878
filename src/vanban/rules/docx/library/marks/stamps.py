"""Stamps of urgency: size, look, place (ND30-M-002 to M-004)."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding
from vanban.layout.recognized import Part, Piece
from vanban.messages import _
from vanban.rules.base import Rule
from vanban.rules.docx.looks import faults, lettered
from vanban.rules.docx.observed import Observed
from vanban.rules.docx.telling import mending, of_text, tell
from vanban.rules.docx.views.body import index
from vanban.rules.docx.views.room import room_of
from vanban.units import Length, parse_length
from vanban.viet.text import comparable


def size(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """A frame that has not the size of its stamp (``kich_thuoc``), where the file tells it."""
    slack = parse_length(rule.data["dung_sai"])
    for stamp in stamps(seen):
        wanted = rule.data["kich_thuoc"].get(" ".join(comparable(stamp.shown).split()))
        found = _frame(seen, stamp)
        if wanted is None or found is None:
            continue
        sides = [parse_length(text) for text in wanted]
        if any(abs(a - b) > slack for a, b in zip(found, sides, strict=True)):
            message = _("Khung dấu «{words}» {found} mm; phải là {wanted} mm.")
            told = message.format(words=stamp.shown, found=_mm(found), wanted=_mm(sides))
            yield tell(rule, seen, stamp, told)


def _mm(sides: list[Length]) -> str:
    return " x ".join(str(round(side.mm)) for side in sides)


def stamps(seen: Observed) -> tuple[Piece, ...]:
    """The stamps of urgency; those of secrecy and drafts have a role."""
    return tuple([p for p in seen.pieces("dau_khan") if not p.role])


def _frame(seen: Observed, stamp: Piece) -> list[Length] | None:
    """Width and height of the box or the cell of a table of one cell; None: not told."""
    room = room_of(seen.layout, stamp.paragraph)
    if room.box is not None and room.box.width and room.box.height:
        return [room.box.width, room.box.height]
    if room.table is None or room.row is None or len(room.row.cells) != 1 or not room.cell:
        return None
    width, height = room.table.width_of(room.cell), room.row.height
    return [width, height] if width and height else None


def look(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """Capitals, bold, size, bright red, a single line round it."""
    for stamp in stamps(seen):
        found = list(faults(seen, stamp, ["hoa", "dam", "nghieng", "co"]))
        told = [fault.told for fault in found]
        formats = [f for fault in found for f in fault.formats]
        if not all(_is_red(run.look.colour) for run in lettered(stamp)):
            told.append(_("không phải màu đỏ tươi"))
            formats += of_text(stamp, colour=rule.data["mau_chu"])
        if not is_framed(seen, stamp):
            told.append(_("không có khung viền đơn"))
        if told:
            message = _("Dấu «{words}»: {faults}.").format(
                words=stamp.shown, faults="; ".join(told)
            )
            yield tell(rule, seen, stamp, message, fix=mending(formats))


def _is_red(colour: str) -> bool:
    """Whether a colour is a bright red: much red, little else."""
    if len(colour) != 6:
        return False
    red, green, blue = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
    return red >= 0xC0 and max(green, blue) <= 0x60


def is_framed(seen: Observed, stamp: Piece) -> bool:
    """Whether a line stands round a stamp: its box, cell, paragraph or text."""
    room = room_of(seen.layout, stamp.paragraph)
    if room.box is not None:
        return bool(room.box.dash or room.box.line_width)
    borders = room.cell.borders if room.cell else None
    runs = all(run.look.border is not None for run in lettered(stamp))
    return bool(borders and borders.box) or stamp.paragraph.shape.borders.box or runs


def place(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """A stamp that is not on the left, under number and subject (box 10b)."""
    for part in seen.found.parts:
        for stamp in part.header.pieces:
            if (
                stamp.slug == "dau_khan"
                and stamp.sure
                and not stamp.role
                and _is_astray(part, stamp)
            ):
                message = _("Dấu «{words}» phải ở bên trái, dưới số, ký hiệu (ô số 10b).")
                yield tell(rule, seen, stamp, message.format(words=stamp.shown))


def _is_astray(part: Part, stamp: Piece) -> bool:
    if index(part.header.right, stamp) >= 0:
        return True
    left = part.header.left
    number = next((at for at, p in enumerate(left) if p.slug == "so_ky_hieu"), -1)
    return 0 <= index(left, stamp) < number
