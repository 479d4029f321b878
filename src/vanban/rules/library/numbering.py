"""ND30-S-010: numbers and letters of one list follow each other without gap or repeat.

A list may begin anew after an unmarked line that leads in to it ("Về tài chính:").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.findings import Finding
from vanban.messages import _
from vanban.model.blocks import Body, DeMuc, Doan
from vanban.model.inlines import plain
from vanban.model.levels import BULLETS, Level
from vanban.model.outline import Entry, outline
from vanban.model.walk import bodies
from vanban.rules.base import Rule, Subject
from vanban.viet.numbering import letter_index
from vanban.viet.numerals import from_roman

_ROMAN = frozenset({Level.PHAN, Level.CHUONG, Level.LA_MA, Level.LA_MA_THUONG})
_CAPITALS = "ABCDEFGHIKLMNOPQRSTUVXY"


def check(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """The typed numbers that do not follow the one before."""
    for path, body in bodies(subject.doc):
        last: dict[tuple[int | None, Level], int] = {}
        for index, entry in outline(body).items():
            value = ordinal(entry)
            if value is None:
                continue
            list_of = _list(entry)
            before = last.get(list_of, 0)
            last[list_of] = value
            if value != before + 1 and not (value == 1 and _led_in(body, index)):
                message = _("Số thứ tự «{mark}» không nối tiếp số trước nó.")
                message = message.format(mark=entry.mark)
                yield rule.finding(subject, message, (*path, index), quote=entry.mark)


def ordinal(entry: Entry) -> int | None:
    """The place that a typed mark claims in its list; None for bullets, "5a." and "a1)"."""
    level = entry.item.cap
    if level in BULLETS:
        return None
    typed = re.split(r"[ .]", entry.mark.strip("().:/ "))[-1]
    if level in _ROMAN:
        return from_roman(typed.upper())
    if level is Level.DIEM:
        return letter_index(typed)
    if level is Level.CHU_HOA:
        return _CAPITALS.find(typed) + 1 or None
    return int(typed) if typed.isdecimal() else None


def _list(entry: Entry) -> tuple[int | None, Level]:
    """Điều count through the document, everything else inside its parent."""
    level = entry.item.cap
    parent = entry.parents[-1] if entry.parents and level is not Level.DIEU else None
    return parent, level


def _led_in(body: Body, index: int) -> bool:
    before = body[index - 1] if index else None
    if isinstance(before, DeMuc) or before is None:
        return False
    return not (isinstance(before, Doan) and plain(before.chu).endswith((".", ";")))
