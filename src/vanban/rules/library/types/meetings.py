"""Conclusions of meetings: which they are, and their lines before the first item."""

from __future__ import annotations

from collections.abc import Iterable

from vanban.model.blocks import DeMuc, Doan
from vanban.model.inlines import plain
from vanban.rules.base import Subject
from vanban.rules.lists import named
from vanban.viet.text import words_of

_CONCLUSION = "ket-luan"


def is_of_a_meeting(subject: Subject) -> bool:
    """Whether a "Kết luận" is that of a meeting, not of an inspection, say."""
    if subject.kind.slug != _CONCLUSION:
        return False
    return has(f"{subject.doc.trich_yeu or ''} {opening_of(subject)}", named("giao-viec")["hop"])


def opening_of(subject: Subject) -> str:
    """The lines before the first item."""
    lines: list[str] = []
    for block in subject.doc.noi_dung:
        if isinstance(block, DeMuc):
            break
        if isinstance(block, Doan):
            lines.append(plain(block.chu))
    return " ".join(lines)


def has(text: str, phrases: Iterable[str]) -> bool:
    """Whether a text has one of some phrases."""
    words = f" {words_of(text)} "
    return any(words_of(phrase) in words for phrase in phrases)
