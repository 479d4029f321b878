"""The marks before lines: "a)" and no other form of it, letters of the Vietnamese alphabet.

ND30-S-008, S-009 and S-015 (PLI-I-II.6.đ).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.findings import Finding, Fix
from vanban.messages import _
from vanban.model.blocks import DeMuc, Doan
from vanban.model.inlines import plain
from vanban.model.levels import Level
from vanban.model.origin import Path
from vanban.model.walk import blocks
from vanban.rules import edits
from vanban.rules.base import Rule, Subject
from vanban.rules.library.numbering import is_citation
from vanban.viet.numbering import LETTERS

_OTHER_LETTER = re.compile(r"(?P<mark>[ăâêôơư][).])\s")


def diem(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Điểm marked "a." or "a/"."""
    for path, block in blocks(subject.doc):
        mark = _typed(block, Level.DIEM)
        if mark and not mark.endswith(")"):
            right = f"{mark[:-1]})"
            message = _("Điểm ghi «{right}», không ghi «{mark}».").format(right=right, mark=mark)
            fix = _last_sign(subject, path, mark)
            yield rule.finding(subject, message, path, quote=mark, fix=fix)


def _typed(block: object, level: Level) -> str:
    """The mark that was typed before a line of a level; empty for other blocks."""
    return (block.dau or "") if isinstance(block, DeMuc) and block.cap is level else ""


def _last_sign(subject: Subject, path: Path, mark: str) -> Fix | None:
    """The fix that puts a bracket for the last sign of a mark, where the source has it there."""
    edit = edits.edit_of(subject.origin, path, len(mark) - 1, len(mark), ")")
    source = subject.origin.source or ""
    if edit is None or source[edit.end - len(mark) : edit.end] != mark:
        return None
    return Fix((edit,))


def letters(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Điểm with a letter that the list of điểm does not have: f j w z, and ă â ê ô ơ ư."""
    for path, block in blocks(subject.doc):
        mark = _typed(block, Level.DIEM)
        if isinstance(block, Doan) and (found := _OTHER_LETTER.match(plain(block.chu))):
            mark = found["mark"]
        if mark and mark[0] not in LETTERS:
            message = _(
                "«{mark}» không theo bảng chữ cái tiếng Việt: a, b, c, d, đ, e, g, h, i, k …"
            ).format(mark=mark)
            yield rule.finding(subject, message, path, quote=mark)


def other_forms(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Marks that the decree does not have: "1)", "1/", "i)", "a1)"."""
    for path, block in blocks(subject.doc):
        if isinstance(block, DeMuc) and block.dau and _is_unusual(block):
            message = _("«{mark}» được giữ như đã gõ; thể thức dùng «1.», «a)», dưới đó là «-».")
            message = message.format(mark=block.dau)
            yield rule.finding(subject, message, path, quote=block.dau)


def _is_unusual(item: DeMuc) -> bool:
    mark = item.dau or ""
    if item.cap is Level.SO:
        return not mark.endswith(".") and not is_citation(item)
    return item.cap is Level.LA_MA_THUONG or (item.cap is Level.DIEM and len(mark) > len("a)"))
