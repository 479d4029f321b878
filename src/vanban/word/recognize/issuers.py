"""Which lines above the number name the superior body and which the issuing one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vanban.layout.recognized import Piece
from vanban.messages import _
from vanban.word.recognize import words
from vanban.word.recognize.spans import Span
from vanban.word.recognize.state import Notes

_HEADS = frozenset({"chutich", "thutuong", "botruong", "giamdoc", "cuctruong", "thongdoc"})
"""Offices that issue documents themselves, above the name of their body."""


def pieces(lines: Sequence[Span], note: Notes) -> Iterator[tuple[Piece, Span]]:
    """Superior bodies are not bold and issuing ones are; else the last body is the issuing one."""
    if not lines:
        return
    bold = [span.bold for span in lines]
    first = _first_issuer(lines, bold)
    if first and words.UNIT.match(lines[first].text):  # "ỦY BAN NHÂN DÂN" / "TỈNH LÀO CAI"
        first = max(i for i in range(first) if i == 0 or words.is_body(lines[i].text))
    told = not all(bold) and any(bold) and bold == sorted(bold)
    if not told and first > 0:
        note(
            lines[first].paragraph,
            _("Không phân biệt được cơ quan chủ quản và cơ quan ban hành qua chữ đậm."),
        )
    for index, span in enumerate(lines):
        slug = "ban_hanh" if index >= first else "chu_quan"
        yield span.piece(slug, sure=told or first == 0), span


def _first_issuer(lines: Sequence[Span], bold: Sequence[bool]) -> int:
    """The index of the first line of the issuing body."""
    if any(bold) and not all(bold) and list(bold) == sorted(bold):
        return list(bold).index(True)
    begins = [
        index
        for index, span in enumerate(lines)
        if index == 0 or (words.is_body(span.text) and not _goes_on(lines[index - 1], span))
    ]
    begins = [i for i in begins if not (i and i - 1 in begins and _is_head_of(lines, i))] or [0]
    return begins[-1]


def _is_head_of(lines: Sequence[Span], index: int) -> bool:
    """Whether the line above a body is the office of its head ("CHỦ TỊCH"), and as bold."""
    above = lines[index - 1]
    bare = words.letters(above.text) in _HEADS
    return bare and above.bold == lines[index].bold


def _goes_on(before: Span, span: Span) -> bool:
    """Whether a line belongs to the body of the one before: same paragraph, or a dash."""
    return before.paragraph is span.paragraph or before.text.endswith(("-", "–", "VÀ", "và", ","))
