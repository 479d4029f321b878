"""Kind "shape": alignment, spaces, line spacing and indents of components.

Keys, each judged when given: ``canh`` (giua, trai, phai, deu), ``truoc`` and ``sau`` (a range such
as "0 pt" or "6-24 pt", with ``dung_sai``), ``gian`` (a range of lines, "1-1.5"; of fixed heights
those that single to one and a half lines of the text's size make, generously), ``thut`` (a list of
first-line indents). ``cau`` is the message, with {name}, {found} and {wanted}; without it the kind
makes one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from vanban.findings import Finding
from vanban.layout.recognized import Piece
from vanban.messages import _
from vanban.rules.base import Rule
from vanban.rules.docx.kinds.page import millimetres
from vanban.rules.docx.looks import Fault, alignment, alone, number
from vanban.rules.docx.observed import DOCUMENTS, Observed
from vanban.rules.docx.telling import mending, of_paragraph, tell_once
from vanban.standards.schema import ALIGNMENTS
from vanban.units import Length, parse_length, parse_range

_SINGLE, GENEROUS = 1.15, 1.12
"""A single line of Times New Roman is 1.15 times its size; 12 % more or less nobody sees."""


def check(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """A finding for each component, and each set of faults that its lines have."""
    alike: dict[tuple[str, str], list[tuple[Piece, Fault]]] = {}
    parts = tuple(rule.data.get("phan", DOCUMENTS))
    for piece in seen.pieces(*rule.data["thanh_phan"], parts=parts):
        for aspect, judge in ASPECTS.items():
            fault = judge(rule.data, piece) if aspect in rule.data and alone(piece) else None
            if fault:
                alike.setdefault((piece.slug, fault.told), []).append((piece, fault))
    for (slug, told), group in alike.items():
        message = _("{name}: {faults}.").format(name=seen.name(slug), faults=told)
        fix = mending(*(fault.formats for _piece, fault in group))
        yield tell_once(rule, seen, [piece for piece, _fault in group], message, fix=fix)


def _canh(data: Mapping[str, Any], piece: Piece) -> Fault | None:
    found, wanted = piece.paragraph.alignment, ALIGNMENTS[data["canh"]]
    if found == wanted:
        return None
    told = _("{found}, phải {wanted}").format(found=alignment(found), wanted=alignment(wanted))
    return Fault(told, tuple(of_paragraph(piece, alignment=wanted)))


def _truoc(data: Mapping[str, Any], piece: Piece) -> Fault | None:
    return _space(data, piece, "before", piece.paragraph.space_before, data["truoc"])


def _sau(data: Mapping[str, Any], piece: Piece) -> Fault | None:
    return _space(data, piece, "after", piece.paragraph.space_after, data["sau"])


def _space(
    data: Mapping[str, Any], piece: Piece, name: str, found: Length, wanted: str
) -> Fault | None:
    allowed, slack = parse_range(wanted), parse_length(data.get("dung_sai", "0.5 pt"))
    if allowed.low - slack <= found <= allowed.high + slack:
        return None
    where = _("trước") if name == "before" else _("sau")
    told = _("cách {where} {found} pt, phải là {wanted}").format(
        where=where, found=number(round(found.pt, 1)), wanted=wanted
    )
    return Fault(told, tuple(of_paragraph(piece, **{name: int(allowed.low)})))


def _gian(data: Mapping[str, Any], piece: Piece) -> Fault | None:
    low, high = (float(text) for text in data["gian"].split("-"))
    found = lines(piece)
    if found is None or low / GENEROUS <= found <= high * GENEROUS:
        return None
    told = _("giãn dòng {found}, phải từ {low} đến {high} dòng").format(
        found=number(round(found, 2)), low=number(low), high=number(high)
    )
    return Fault(told, tuple(of_paragraph(piece, lines=min(max(found, low), high))))


def lines(piece: Piece) -> float | None:
    """Line spacing in single lines; of a fixed height by the size; None when it may grow."""
    shape = piece.paragraph.shape
    if shape.line_rule == "auto":
        return shape.lines
    if shape.line is None or not piece.size:
        return None
    found = shape.line.pt / (piece.size * _SINGLE)
    return max(found, 1.0) if shape.line_rule == "at-least" else found


def _thut(data: Mapping[str, Any], piece: Piece) -> Fault | None:
    found = piece.paragraph.first_line
    slack = parse_length(data.get("dung_sai", "0.5 mm"))
    wanted = [parse_length(text) for text in data["thut"]]
    if any(abs(found - length) <= slack for length in wanted):
        return None
    told = _("thụt đầu dòng {found} mm, phải là {wanted}").format(
        found=millimetres(found), wanted=_(" hoặc ").join(data["thut"])
    )
    return Fault(told, tuple(of_paragraph(piece, first_line=int(wanted[0]))))


ASPECTS: Mapping[str, Callable[[Mapping[str, Any], Piece], Fault | None]] = {
    "canh": _canh,
    "truoc": _truoc,
    "sau": _sau,
    "gian": _gian,
    "thut": _thut,
}
"""The aspects of a shape by their keys in the data."""
