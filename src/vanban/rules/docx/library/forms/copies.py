"""The block of a copy (ND30-X-003, ND30-X-004)."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding
from vanban.layout.recognized import Line, Part
from vanban.messages import _
from vanban.rules.base import Rule
from vanban.rules.docx.observed import Observed
from vanban.rules.docx.telling import tell


def own_head(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """Quốc hiệu or the superior body in it."""
    for part in _blocks(seen):
        for piece in part.all("quoc_hieu", "tieu_ngu", "chu_quan"):
            if piece.sure:
                message = _("Khối bản sao có {name}; không ghi Quốc hiệu và cơ quan chủ quản.")
                yield tell(rule, seen, piece, message.format(name=seen.name(piece.slug)))
                break


def ruled(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """No line over the width of the page above it."""
    for part in _blocks(seen):
        lines = list(_above(seen, part))
        section = next((s for s in seen.layout.sections if s.begin <= part.first < s.end), None)
        width = section.text_width if section else None
        if width is None or not part.pieces:
            continue
        if not lines:
            message = _("Trên khối bản sao không có đường kẻ hết chiều ngang trang.")
            yield tell(rule, seen, part.pieces[0], message)
        elif all(
            s is not None and s < float(rule.data["dai"]) * width for s in (x.length for x in lines)
        ):
            message = _("Đường kẻ trên khối bản sao ngắn; phải kẻ hết chiều ngang vùng trình bày.")
            yield tell(rule, seen, part.pieces[0], message)


def _blocks(seen: Observed) -> list[Part]:
    return [part for part in seen.found.parts if part.kind == "ban-sao"]


def _above(seen: Observed, part: Part) -> Iterator[Line]:
    """The lines drawn between the text before the block and its first piece."""
    first = part.pieces[0].paragraph.index if part.pieces else 0
    before = seen.found.parts[part.index - 1] if part.index else None
    last = max((p.paragraph.index for p in before.pieces), default=-1) if before else -1
    for line in (*(before.lines if before else ()), *part.lines):
        if last < line.paragraph.index <= first and line.kind != "characters":
            yield line


def form(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """Another name of the copy than the three of the decree ("SAO Y BẢN CHÍNH")."""
    for part in _blocks(seen):
        name = part.one("ten_loai")
        if name is not None and " ".join(name.shown.split()).upper() not in rule.data["dung"]:
            message = _("Hình thức sao ghi «{quote}»; chỉ có SAO Y, SAO LỤC, TRÍCH SAO.")
            yield tell(rule, seen, name, message.format(quote=name.shown))


def code(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """A code that is not that of the form of copy."""
    for part in _blocks(seen):
        name, number = part.one("ten_loai"), part.one("so_ky_hieu")
        if name is None or number is None or not number.sure:
            continue
        wanted = rule.data["ma_sao"].get(" ".join(name.shown.split()).upper())
        if wanted and f"/{wanted}-" not in number.text.replace(" ", ""):
            message = _("Số của bản sao ghi «{quote}»; ký hiệu của {form} là «{code}».")
            told = message.format(quote=number.text, form=name.shown, code=wanted)
            yield tell(rule, seen, number, told)


def complete(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """Components that the block lacks."""
    for part in _blocks(seen):
        lacking = [slug for slug in rule.data["can_co"] if not part.all(slug)]
        if "noi_nhan" in lacking:  # without the label nobody tells who signs
            lacking = [slug for slug in lacking if slug not in ("quyen_han", "ho_ten")]
        if lacking and part.pieces:
            message = _("Khối bản sao thiếu: {names}.")
            names = ", ".join(seen.name(slug) for slug in lacking)
            yield tell(rule, seen, part.pieces[0], message.format(names=names))
