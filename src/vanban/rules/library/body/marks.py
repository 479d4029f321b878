"""The marks before lines: "a)" and no other form of it, letters of the Vietnamese alphabet.

ND30-S-008, S-009 and S-015 (PLI-I-II.6.đ).
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding, Fix
from vanban.messages import _
from vanban.model.blocks import DeMuc
from vanban.model.levels import Level
from vanban.model.origin import Path
from vanban.model.walk import blocks
from vanban.patterns import later
from vanban.rules import edits
from vanban.rules.base import Rule, Subject
from vanban.rules.library.body.numbering import is_citation
from vanban.rules.views.text import PROSE
from vanban.viet.numbering import LETTERS

_OTHER = "ăâêôơư"
_OTHER_LETTER = later(rf"(?P<mark>[{_OTHER}][).])\s")
_LOOKED_AT = frozenset({Level.SO, Level.DIEM, Level.LA_MA_THUONG})


def _marked(subject: Subject) -> tuple[tuple[Path, DeMuc], ...]:
    """The lines with a typed number or letter, each with its path."""
    return tuple(
        (path, block)
        for path, block in blocks(subject.doc)
        if isinstance(block, DeMuc) and block.dau and block.cap in _LOOKED_AT
    )


def diem(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Điểm marked "a." or "a/"."""
    for path, mark in _letters(subject):
        if not mark.endswith(")"):
            right = f"{mark[:-1]})"
            message = _("Điểm ghi «{right}», không ghi «{mark}».").format(right=right, mark=mark)
            fix = _last_sign(subject, path, mark)
            yield rule.finding(subject, message, path, quote=mark, fix=fix)


def _letters(subject: Subject) -> Iterator[tuple[Path, str]]:
    """The marks that were typed before điểm."""
    return ((p, i.dau or "") for p, i in subject.view(_marked) if i.cap is Level.DIEM)


def _last_sign(subject: Subject, path: Path, mark: str) -> Fix | None:
    """The fix that puts a bracket for the last sign of a mark, where the source has it there."""
    edit = edits.edit_of(subject.origin, path, len(mark) - 1, len(mark), ")")
    source = subject.origin.source or ""
    if edit is None or source[edit.end - len(mark) : edit.end] != mark:
        return None
    return Fix((edit,))


def letters(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Điểm with a letter that the list of điểm does not have: f j w z, and ă â ê ô ơ ư."""
    for path, mark in (*_letters(subject), *_other_letters(subject)):
        if mark[0] not in LETTERS:
            message = _(
                "«{mark}» không theo bảng chữ cái tiếng Việt: a, b, c, d, đ, e, g, h, i, k …"
            ).format(mark=mark)
            yield rule.finding(subject, message, path, quote=mark)


def _other_letters(subject: Subject) -> Iterator[tuple[Path, str]]:
    """What looks like the mark of a điểm ("ă)") and was read as text."""
    if subject.text.characters.isdisjoint(_OTHER):
        return
    for passage in subject.text.passages:
        found = passage.text[0] in _OTHER and _OTHER_LETTER.match(passage.text)
        if found and passage.where == PROSE:
            yield passage.path[:-1], found["mark"]


def other_forms(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Marks that the decree does not have: "1)", "1/", "i)", "a1)"."""
    for path, item in subject.view(_marked):
        if _is_unusual(item):
            message = _("«{mark}» được giữ như đã gõ; thể thức dùng «1.», «a)», dưới đó là «-».")
            message = message.format(mark=item.dau)
            yield rule.finding(subject, message, path, quote=item.dau or "")


def _is_unusual(item: DeMuc) -> bool:
    mark = item.dau or ""
    if item.cap is Level.SO:
        return not mark.endswith(".") and not is_citation(item)
    return item.cap is Level.LA_MA_THUONG or len(mark) > len("a)")
