"""Sizes that go up and down together: ND30-P-018 (footnote 1 of PLI-I-V)."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding
from vanban.messages import _
from vanban.rules.base import Rule
from vanban.rules.docx.looks import number
from vanban.rules.docx.observed import Observed
from vanban.rules.docx.telling import mending, of_text, tell
from vanban.rules.docx.views.sizes import size_set

_SLUGS = ("quoc_hieu", "tieu_ngu", "dia_danh_ngay")


def together(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """Quốc hiệu, Tiêu ngữ and date in sizes of their own; those out of range others tell."""
    pieces = [seen.found.one(slug) for slug in _SLUGS]
    if not all(piece and piece.sure and piece.size for piece in pieces):
        return
    sizes = [piece.size for piece in pieces if piece and piece.size]
    first = sizes[0]
    if sizes[1:] == [first + 1, first + 1] or not _allowed(seen, sizes):
        return
    told = _(
        "Quốc hiệu, Tiêu ngữ, địa danh và ngày cỡ {sizes}; cỡ chữ tăng, giảm cùng nhau:"
        " 13, 14, 14 hoặc 12, 13, 13."
    )
    chosen = seen.view(size_set)
    fix = mending(*(of_text(p, size=seen.style(p.slug).bo[chosen].pt) for p in pieces if p))
    yield tell(rule, seen, pieces[0], told.format(sizes=", ".join(map(number, sizes))), fix=fix)


def _allowed(seen: Observed, sizes: list[float]) -> bool:
    """Whether each size by itself is one that the standard allows."""
    ranges = [seen.style(slug).co for slug in _SLUGS]
    return all(r.low.pt <= s <= r.high.pt for r, s in zip(ranges, sizes, strict=True))
