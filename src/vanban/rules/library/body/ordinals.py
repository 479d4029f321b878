"""What place in its list the mark of a line claims."""

from __future__ import annotations

from vanban.model.blocks import DeMuc
from vanban.model.inlines import plain
from vanban.model.levels import BULLETS, Level
from vanban.model.outline import Entry
from vanban.patterns import later
from vanban.viet.numbering import LETTERS, letter_index
from vanban.viet.numerals import from_roman

ROMAN = frozenset({Level.PHAN, Level.CHUONG, Level.LA_MA, Level.LA_MA_THUONG})
"""Levels with Roman numerals."""
CAPITALS = "ABCDEFGHIKLMNOPQRSTUVXY"
_NUMBER_OF_A_DOCUMENT = later(r"[A-ZĐ]\w*-[A-ZĐ]")


def ordinal(entry: Entry) -> int | None:
    """The place that a typed mark claims in its list; None for bullets, "5a." and "a1)"."""
    level = entry.item.cap
    if level in BULLETS or is_citation(entry.item):
        return None
    typed = _bare(entry)
    if level in ROMAN:
        return from_roman(typed.upper())
    if level is Level.DIEM:
        return letter_index(typed)
    if level is Level.CHU_HOA:
        return CAPITALS.find(typed) + 1 or None
    return int(typed) if typed.isdecimal() else None


def _bare(entry: Entry) -> str:
    return entry.mark.strip("().:/ ").rpartition(" ")[2].rpartition(".")[2]


def is_foreign(entry: Entry) -> bool:
    """Whether a điểm has a letter that the list of điểm does not have: "f)", "ă)"."""
    return entry.item.cap is Level.DIEM and _bare(entry)[:1] not in LETTERS


def is_citation(item: DeMuc) -> bool:
    """Whether a line with a mark begins with the number of a document: "148/TTr-UBND"."""
    mark = item.dau or ""
    return mark.endswith("/") and bool(_NUMBER_OF_A_DOCUMENT.match(plain(item.chu)))
