"""Which set of sizes a document uses."""

from __future__ import annotations

from collections import Counter

from vanban.rules.docx.observed import Observed

_BODY = ("noi_dung", "khoan", "diem", "gach", "dieu", "can_cu", "cong")


def body_size(seen: Observed) -> float | None:
    """The size, in points, of most letters of the body; None when it has no text."""
    counts: Counter[float] = Counter()
    for piece in seen.pieces(*_BODY):
        for run in piece.visible:
            counts[run.size] += len(run.text)
    return counts.most_common(1)[0][0] if counts else None


def size_set(seen: Observed) -> str:
    """ "13" or "14": the set that the size of the body belongs to."""
    size = seen.view(body_size)
    return "13" if size is not None and size < 13.5 else "14"
