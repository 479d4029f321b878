"""Which set of sizes a document uses."""

from __future__ import annotations

from collections import Counter

from vanban.rules.docx.observed import Observed

_OTHERS = ("ten_loai", "trich_yeu", "ho_ten", "quyen_han")
_BODY = ("noi_dung", "khoan", "diem", "gach", "dieu", "can_cu", "cong")


def body_size(seen: Observed) -> float | None:
    """The size, in points, of most letters of the body; None when it has no text."""
    pieces = [piece for piece in seen.pieces(*_BODY) if piece.visible]
    sizes = {look.size for piece in pieces for look in piece.paragraph.looks}
    if len(sizes) < 2:
        return next(iter(sizes), None)
    counts: Counter[float] = Counter()
    for run in (run for piece in pieces for run in piece.visible):
        counts[run.size] += len(run.text)
    return counts.most_common(1)[0][0]


def size_set(seen: Observed) -> str:
    """ "13" or "14": the set of the body's size; of the title's where the body has none of both."""
    size = seen.view(body_size)
    if not is_allowed(seen, size):
        size = next((p.size for p in seen.pieces(*_OTHERS) if is_allowed(seen, p.size)), size)
    return "13" if size is not None and size < 13.5 else "14"


def is_allowed(seen: Observed, size: float | None) -> bool:
    """Whether text may be of a size."""
    allowed = seen.style("noi_dung").co
    return size is not None and allowed.low.pt <= size <= allowed.high.pt
