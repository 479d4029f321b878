"""Kính gửi on the page (ND30-R-004 to R-006, ND30-R-008)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vanban.findings import Finding, Format
from vanban.layout.recognized import Part, Piece
from vanban.messages import _
from vanban.rules.base import Rule
from vanban.rules.docx.observed import DOCUMENTS, Observed
from vanban.rules.docx.telling import mending, of_paragraph, tell, tell_once
from vanban.rules.docx.views.measure import width
from vanban.rules.docx.views.room import room_of
from vanban.units import Length, parse_length, pt
from vanban.viet.widths import text_width

_DASHES = "-–−•"


def one_line(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """A single addressee on a line below "Kính gửi:"."""
    for label, listed in _blocks(seen):
        if len(listed) == 1 and not label.words.strip() and not _in_cells(label, listed[0]):
            message = _("Gửi một nơi: ghi cùng dòng, «Kính gửi: {name}».")
            name = listed[0].words.strip(" ;.")
            yield tell(rule, seen, listed[0], message.format(name=name))


def several(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """Several addressees: each on its line with a dash, «;» behind it, the last with a stop."""
    for label, listed in _blocks(seen):
        if label.words.strip() and listed:
            message = _(
                "Gửi nhiều nơi: xuống dòng sau «Kính gửi:», mỗi nơi một dòng có gạch đầu dòng."
            )
            yield tell(rule, seen, label, message)
        if len(listed) + bool(label.words.strip()) > 1:
            yield from _punctuation(rule, seen, listed)


def _punctuation(rule: Rule, seen: Observed, listed: Sequence[Piece]) -> Iterator[Finding]:
    bare = [p for p in listed if not _has_dash(p)]
    if bare:
        yield tell_once(rule, seen, bare, _("Nơi kính gửi không có gạch đầu dòng «-»."))
    open_ = [p for p in listed[:-1] if not p.text.endswith(";")]
    if open_:
        yield tell_once(rule, seen, open_, _("Cuối mỗi nơi kính gửi phải có dấu «;»."))
    if not listed[-1].text.endswith("."):
        yield tell(rule, seen, listed[-1], _("Cuối nơi kính gửi cuối cùng phải có dấu chấm."))


def aligned(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """Dashes that are not under the colon, or not under each other."""
    slack = parse_length(rule.data["dung_sai"])
    for label, listed in _blocks(seen):
        places = [(p, at) for p in listed if (at := _dash(p)) is not None]
        colon = _colon(seen, label)
        if len(places) < 2 or colon is None or _in_cells(label, listed[0]):
            continue
        wrong = [p for p, at in places if abs(at - colon) > slack]
        if wrong:
            message = _(
                "Gạch đầu dòng cách lề {found} mm, dấu hai chấm {colon} mm; phải thẳng hàng."
            )
            told = message.format(found=round(places[0][1] / 36_000), colon=round(colon.mm))
            yield tell_once(
                rule, seen, wrong, told, fix=mending(*[_moved(p, colon) for p in wrong])
            )


def _moved(piece: Piece, colon: Length) -> list[Format]:
    hanging = min(int(piece.paragraph.shape.first_line), 0)
    return of_paragraph(piece, left=int(colon) - hanging, first_line=hanging)


def colon(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """ "Kính gửi" without a colon, which is also why it was not recognized for sure."""
    for part in _documents(seen):
        label = part.one("kinh_gui")
        if label is not None and _rest(label)[:1] != ":":
            message = _("Sau «Kính gửi» phải có dấu hai chấm: «Kính gửi:».")
            yield tell(rule, seen, label, message)


def _rest(label: Piece) -> str:
    """What stands behind the words "Kính gửi"."""
    words = label.text.split(None, 1)
    rest = words[1] if len(words) > 1 else ""
    return rest[3:].lstrip() if rest[:3].lower() in ("gửi", "gởi") else ":"


def _documents(seen: Observed) -> list[Part]:
    return [part for part in seen.found.parts if part.kind in DOCUMENTS]


def _blocks(seen: Observed) -> Iterator[tuple[Piece, Sequence[Piece]]]:
    """Each "Kính gửi" that is sure, with the lines of its list."""
    for part in _documents(seen):
        label, listed = part.one("kinh_gui"), part.all("noi_kinh_gui")
        if label is not None and label.sure and all(p.sure for p in listed):
            yield label, [p for p in listed if not _goes_on(p)]


def _goes_on(piece: Piece) -> bool:
    """Whether a line is the rest of the addressee above it."""
    return not _has_dash(piece) and (piece.text[:1].islower() or piece.text.startswith("("))


def _has_dash(piece: Piece) -> bool:
    number = piece.paragraph.number
    typed = piece.text[:1] in tuple(_DASHES)
    return typed or bool(number and number.bullet and piece.start == 0)


def _in_cells(label: Piece, listed: Piece) -> bool:
    """Whether label and list stand in cells beside each other."""
    return label.paragraph.in_table and label.paragraph.place[:3] != listed.paragraph.place[:3]


def _dash(piece: Piece) -> Length | None:
    """Where the dash stands from the margin; None where blanks or tabs move it."""
    shape = piece.paragraph.shape
    if piece.paragraph.text[: piece.start] or shape.alignment not in ("left", "both"):
        return None
    return Length(shape.left + shape.first_line)


def _colon(seen: Observed, label: Piece) -> Length | None:
    """Where the colon stands from the margin."""
    shape, at = label.paragraph.shape, label.text.find(":")
    size = label.size
    if at < 0 or size is None or label.paragraph.text[: label.start]:
        return None
    before = pt(text_width(label.text[:at], size, bold=label.bold, italic=label.italic))
    if shape.alignment in ("left", "both"):
        return Length(shape.left + shape.first_line + before)
    room = room_of(seen.layout, label.paragraph).width
    if room is None or shape.alignment != "center":
        return None
    spare = room - shape.left - shape.right - shape.first_line - width(label)
    return Length(shape.left + shape.first_line + spare // 2 + before)
