"""The list under "Nơi nhận:" (ND30-R-012, ND30-R-024)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from vanban.findings import Finding
from vanban.layout.recognized import Part, Piece
from vanban.messages import _
from vanban.rules.base import Rule
from vanban.rules.docx.observed import DOCUMENTS, Observed
from vanban.rules.docx.telling import mending, of_paragraph, tell, tell_once
from vanban.units import parse_length

_DASHES = "-–−"


def punctuated(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """Each recipient on its line: a dash before it, «;» behind it, flush left."""
    for part in seen.found.parts:
        listed = [p for p in part.all("danh_sach_nhan") if p.sure] if part.kind in DOCUMENTS else []
        items = [p for p in listed if p.role != "luu"]
        if items:
            yield from _punctuation(rule, seen, items, _filed(part))
            yield from _indented(rule, seen, listed)


def _filed(part: Part) -> bool:
    return any(p.role == "luu" for p in part.all("danh_sach_nhan"))


def _punctuation(
    rule: Rule, seen: Observed, items: Sequence[Piece], filed: bool
) -> Iterator[Finding]:
    """Faults of the signs; a line that goes on from the one above needs no dash."""
    bare = [p for p in items if not _has_dash(p) and not _goes_on(p)]
    if bare:
        yield tell_once(rule, seen, bare, _("Nơi nhận không có gạch đầu dòng «-» ở đầu."))
    ends = [p for p, below in zip(items, [*items[1:], None], strict=True) if not _flows(below)]
    if not filed:
        ends = ends[:-1]
    open_ = [p for p in ends if not p.text.endswith(";")]
    if open_:
        yield tell_once(rule, seen, open_, _("Cuối mỗi nơi nhận phải có dấu «;»."))
    double = [p for p in items if re.search(r";\s*[-–]\s*\w", p.text)]
    if double:
        yield tell_once(
            rule, seen, double, _("Hai nơi nhận trên một dòng; mỗi nơi nhận ghi một dòng.")
        )


def _flows(below: Piece | None) -> bool:
    return below is not None and _goes_on(below)


def _goes_on(piece: Piece) -> bool:
    text = piece.text
    return not _has_dash(piece) and (text[:1].islower() or text.startswith("("))


def _has_dash(piece: Piece) -> bool:
    number = piece.paragraph.number
    return piece.text[:1] in tuple(_DASHES) or bool(number and number.bullet and piece.start == 0)


def _indented(rule: Rule, seen: Observed, listed: Sequence[Piece]) -> Iterator[Finding]:
    """Dashes that do not stand at the left margin, or at the edge of their cell."""
    slack = parse_length(rule.data["dung_sai"])
    wrong = [p for p in listed if _has_dash(p) and _lead(p) > slack]
    if wrong:
        message = _("Gạch đầu dòng nơi nhận lùi vào {found} mm; phải sát lề trái.")
        fix = mending(*[of_paragraph(p, left=0, first_line=0) for p in wrong])
        yield tell_once(
            rule, seen, wrong, message.format(found=round(_lead(wrong[0]) / 36_000)), fix=fix
        )


def _lead(piece: Piece) -> int:
    """How far a dash is from the edge; a typed tab counts as far."""
    shape = piece.paragraph.shape
    before = piece.paragraph.text[: piece.start]
    tab = 457_200 if before == "\t" else 0
    return int(shape.left + shape.first_line) + tab if shape.alignment in ("left", "both") else 0


def copies(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """The number of filed copies in another form than "(2)"."""
    pattern = re.compile(rule.data["tim"])
    for piece in seen.pieces("danh_sach_nhan:luu"):
        found = pattern.search(piece.text)
        if found:
            right = f"({int(found['so'])})"
            message = _("Số lượng bản lưu ghi «{quote}»; phải ghi «{right}» trước dấu chấm.")
            yield tell(rule, seen, piece, message.format(quote=found["x"], right=right))
