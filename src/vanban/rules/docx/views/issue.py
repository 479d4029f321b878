"""Whether a document is issued: it has its number, its day and the name of who signs."""

from __future__ import annotations

import re

from vanban.layout.recognized import Piece
from vanban.rules.docx.observed import Observed

_NUMBER = re.compile(r"\d+\s*[/-]")


def is_issued(seen: Observed) -> bool:
    """Whether all that a draft may leave blank is there."""
    return seen.view(_is_issued)


def _is_issued(seen: Observed) -> bool:
    named = seen.found.one("ho_ten") is not None
    return named and is_numbered(seen) and not draft_marks(seen)


def is_numbered(seen: Observed) -> bool:
    """Whether it has its number and, where its form has a date line, its day."""
    number, date = seen.found.one("so_ky_hieu"), seen.found.date
    dated = seen.found.one("dia_danh_ngay") is None or bool(date and date.key)
    return dated and bool(number and _NUMBER.search(number.shown))


def draft_marks(seen: Observed) -> list[Piece]:
    """The marks "DỰ THẢO" in its head."""
    return [p for p in seen.main.header.pieces if p.role == "du_thao" and p.sure]
