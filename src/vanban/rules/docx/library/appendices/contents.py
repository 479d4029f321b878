"""What an appendix and an attached text must have, and what not (ND30-A-010, A-012, L-017,
L-018)."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding
from vanban.layout.recognized import Part, Piece
from vanban.messages import _
from vanban.rules.base import Rule
from vanban.rules.docx.library.appendices.numbers import number_of
from vanban.rules.docx.observed import Observed
from vanban.rules.docx.telling import tell

_OPEN_ENDS = (":", "…", "...", "_")


def own_head(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """An appendix with a head above its label."""
    for part in seen.found.appendices:
        if part is seen.main:
            continue
        above = _above_label(seen, part)
        if above is not None:
            message = _("Phụ lục có {name} ở đầu; phụ lục không có Quốc hiệu, số, ký hiệu.")
            yield tell(rule, seen, above, message.format(name=seen.name(above.slug)))


def _above_label(seen: Observed, part: Part) -> Piece | None:
    before = seen.found.parts[part.index - 1]
    for piece in (*(before.pieces if is_head_only(before) else ()), *part.pieces):
        if piece.slug in ("phu_luc", "ten_phu_luc"):
            return None
        if piece.slug in ("quoc_hieu", "so_ky_hieu") and piece.sure:
            return piece
    return None


def ending(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """An appendix of text that does not end with "./.": tables and forms have none."""
    for part in seen.found.appendices:
        last = part.body[-1] if part.body and part.pieces[-1] is part.body[-1] else None
        if last is None or not last.sure or _is_form(part, last):
            continue
        if not last.text.rstrip().endswith(rule.data["cuoi"]):
            message = _("Phụ lục kết thúc bằng «{end}»; các mẫu kết thúc bằng «./.».")
            yield tell(rule, seen, last, message.format(end=last.text.rstrip()[-12:]))


def _is_form(part: Part, last: Piece) -> bool:
    """Whether somebody fills it in, or it ends with something other than a sentence."""
    if part.header.pieces or part.signature.signers or last.heading or last.paragraph.in_table:
        return True
    blanks = sum("…" in p.text or "...." in p.text or "___" in p.text for p in part.body)
    ends = last.text.rstrip()
    centred = last.paragraph.alignment in ("center", "right")
    return bool(blanks) or centred or ends.endswith(_OPEN_ENDS) or not ends.endswith((".", ";"))


def attached_head(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """A text issued with a decision that has a number, a date, a signature or recipients."""
    for part in _attached(seen):
        slugs = ("so_ky_hieu", "dia_danh_ngay", "noi_nhan")
        wrong = [p for slug in slugs for p in part.all(slug)[:1] if p.sure]
        wrong += [s.name for s in part.signature.signers if s.name]
        for piece in wrong:
            message = _("Văn bản kèm theo có {name} riêng; không ghi số, ngày, chữ ký, nơi nhận.")
            yield tell(rule, seen, piece, message.format(name=seen.name(piece.slug)))


def attached_line(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """ "(Kèm theo Quyết định số …)" that is missing, or names another number."""
    for part in _attached(seen):
        line = part.one("kem_theo")
        if line is None:
            title = part.one("ten_loai") or (part.pieces[0] if part.pieces else None)
            message = _("Thiếu dòng «(Kèm theo {kind} số … ngày … của …)» dưới trích yếu.")
            kind = seen.kind.ten_in if seen.kind else _("Quyết định")
            yield tell(rule, seen, title, message.format(kind=kind))
            continue
        number = seen.found.one("so_ky_hieu")
        own = number_of(number.text) if number is not None and number.sure else ""
        told = number_of(line.text) if line.sure else ""
        if own and told and own != told:
            message = _("Dòng «Kèm theo …» ghi số {told}, văn bản ban hành có số {own}.")
            yield tell(rule, seen, line, message.format(told=told, own=own))


def _attached(seen: Observed) -> list[Part]:
    """The texts issued with the document; one with a number passes for another document, but
    for its line "(Kèm theo …)"."""
    return [p for p in seen.found.parts[1:] if _is_attached(p) and not is_head_only(p)]


def _is_attached(part: Part) -> bool:
    return part.kind == "kem-theo" or (part.kind == "van-ban" and part.one("kem_theo") is not None)


def is_head_only(part: Part) -> bool:
    """Whether a part is but a head, which somebody put above an appendix."""
    return part.kind == "kem-theo" and not (part.body or part.all("ten_loai", "kem_theo"))
