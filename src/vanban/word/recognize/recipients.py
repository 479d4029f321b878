"""Nơi nhận: its label, its list, the Lưu line, the drafter's mark."""

from __future__ import annotations

from collections.abc import Sequence

from vanban.layout.recognized import Piece
from vanban.word.recognize import words
from vanban.word.recognize.spans import Span

_LONGEST = 250


def read(lines: Sequence[Span]) -> tuple[list[Piece], int]:
    """The pieces from a line "Nơi nhận:" on, and how many of the lines they take."""
    out: list[Piece] = []
    filed = ended = False
    taken = 0
    for index, span in enumerate(lines):
        text = span.text
        if not text:
            continue
        if not out:
            found = words.RECIPIENTS.match(text)
            label = words.DASH.search(text[8:]) if found else None
            out.append(span.piece("noi_nhan", text_start=8 + label.start() if label else 0))
        elif filed and _is_drafter(text):
            out.append(span.piece("nguoi_soan"))
            ended = True
        elif ended or not _is_listed(span, filed):
            break
        else:
            filed = filed or bool(words.FILED.match(text))
            found = words.DASH.match(text)
            role = "luu" if words.FILED.match(text) else ""
            start = found.end() if found else 0
            out.append(span.piece("danh_sach_nhan", role=role, text_start=start))
        taken = index + 1
    return out, taken


def _is_drafter(text: str) -> bool:
    return bool(words.DRAFTER.match(text)) and len(text) < 30


def _is_listed(span: Span, filed: bool) -> bool:
    text = span.text
    if len(text) > _LONGEST or words.PREFIX.match(text):
        return False
    if words.DASH.match(text) or words.FILED.match(text):
        return True
    number = span.paragraph.number
    if number and span.start == 0:
        return True
    if filed:
        return False
    return text.endswith((";", ".", ",")) or text[:1].islower() or text.startswith("(")
