"""Components on lines one below the other: ND30-H-007, H-020, T-011, T-018.

``thanh_phan`` are the components from top to bottom; ``cach`` is the space between two of
them ("0 pt"), ``dung_sai`` what it may be off, ``gian`` the most lines of line spacing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from vanban.findings import Finding, Format
from vanban.layout.recognized import Part, Piece
from vanban.messages import _
from vanban.rules.base import Rule
from vanban.rules.docx.kinds.shape import lines
from vanban.rules.docx.looks import alone, faults, number
from vanban.rules.docx.observed import DOCUMENTS, Observed
from vanban.rules.docx.telling import mending, of_paragraph, tell
from vanban.units import Length, parse_length

Pair = tuple[Piece, Piece]


def spaced(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """Another space between two components than must be, or wide line spacing."""
    for part in seen.found.parts:
        if part.kind in DOCUMENTS:
            pieces = _lines(rule, part)
            found = [*_gaps(rule, seen, pieces), *_wide(rule, seen, pieces)]
            yield from found[:1]


def _lines(rule: Rule, part: Part) -> list[Piece]:
    slugs = rule.data["thanh_phan"]
    found = [piece for piece in part.pieces if piece.slug in slugs and piece.sure]
    if len({piece.slug for piece in found}) < int(rule.data.get("it_nhat", 1)):
        return []
    return found if all(map(alone, found)) else []


def pairs(pieces: Sequence[Piece]) -> Iterator[Pair]:
    """Neighbours in two paragraphs that stand directly one below the other."""
    for above, below in pairwise(pieces):
        one, other = above.paragraph.place, below.paragraph.place
        if one[:-1] == other[:-1] and other[-1] == one[-1] + 1:
            yield above, below


def _gaps(rule: Rule, seen: Observed, pieces: Sequence[Piece]) -> Iterator[Finding]:
    wanted = parse_length(rule.data["cach"])
    slack = parse_length(rule.data.get("dung_sai", "1 pt"))
    for above, below in pairs(pieces):
        if above.slug == below.slug and wanted:
            continue
        after, before = above.paragraph.space_after, below.paragraph.space_before
        if any(abs(gap - wanted) <= slack for gap in (after + before, max(after, before))):
            continue
        told = _("{below} cách dòng trên {gap} pt, phải là {wanted} pt.").format(
            below=seen.name(below.slug),
            gap=number(round(Length(after + before).pt, 1)),
            wanted=number(wanted.pt),
        )
        fix = mending(of_paragraph(above, after=0), of_paragraph(below, before=int(wanted)))
        yield tell(rule, seen, below, told, fix=fix)


def _wide(rule: Rule, seen: Observed, pieces: Sequence[Piece]) -> Iterator[Finding]:
    if "gian" not in rule.data:
        return
    most = float(rule.data["gian"])
    wide = [piece for piece in pieces if (lines(piece) or 1) > most]
    if wide:
        told = _("{name} giãn dòng {count} dòng, phải là dòng đơn.").format(
            name=seen.name(wide[0].slug), count=number(round(lines(wide[0]) or 1, 2))
        )
        formats: list[Format] = [f for piece in wide for f in of_paragraph(piece, lines=1.0)]
        yield tell(rule, seen, wide[0], told, fix=mending(formats))


def parted(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """An empty paragraph between two components."""
    for part in seen.found.parts:
        if part.kind not in DOCUMENTS:
            continue
        pieces = _lines(rule, part)
        for above, below in pairwise(pieces):
            if any(_is_between(blank.place, above, below) for blank in part.blanks):
                told = _("Giữa {above} và {below} có dòng trống.").format(
                    above=seen.name(above.slug).lower(), below=seen.name(below.slug).lower()
                )
                yield tell(rule, seen, below, told)
                return


def _is_between(place: tuple[int, ...], above: Piece, below: Piece) -> bool:
    one, other = above.paragraph.place, below.paragraph.place
    return place[:-1] == one[:-1] == other[:-1] and one < place < other


def stacked(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """As `spaced`; lines that are not centred too."""
    yield from spaced(rule, seen)
    yield from _aside(rule, seen, seen.pieces(*rule.data["thanh_phan"]))


def below(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """As `spaced`; the last component must be centred too."""
    yield from spaced(rule, seen)
    yield from _aside(rule, seen, seen.pieces(rule.data["thanh_phan"][-1]))


def _aside(rule: Rule, seen: Observed, pieces: Sequence[Piece]) -> Iterator[Finding]:
    tables = ("table", "boxes")
    if seen.main.header.kind not in tables:
        return
    for piece in pieces:
        for fault in faults(seen, piece, ["canh"]):
            message = _("{name}: {faults}.").format(name=seen.name(piece.slug), faults=fault.told)
            yield tell(rule, seen, piece, message, fix=mending(fault.formats))
            return
