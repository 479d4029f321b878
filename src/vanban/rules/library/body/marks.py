"""The marks before lines: "a)" and no other form of it, letters of the Vietnamese alphabet.

ND30-S-001, S-008, S-009 and S-015 (PLI-I-II.6.đ), ND30-B-013.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding, Fix
from vanban.messages import _
from vanban.model.blocks import DeMuc
from vanban.model.levels import DIVISIONS, Level
from vanban.model.origin import Path, of_kind
from vanban.model.walk import blocks
from vanban.rules import edits
from vanban.rules.base import Rule, Subject
from vanban.rules.library.body import mended
from vanban.rules.library.body.ordinals import is_citation
from vanban.rules.views.text import PROSE
from vanban.viet.numbering import LETTERS

_LOOKED_AT = frozenset({Level.SO, Level.DIEM, Level.LA_MA_THUONG})


def _typed(subject: Subject) -> tuple[tuple[Path, DeMuc, str], ...]:
    """The lines with a typed mark, each with its path and the mark."""
    return tuple(
        (path, block, block.dau)
        for path, block in blocks(subject.doc)
        if isinstance(block, DeMuc) and block.dau
    )


def _marked(subject: Subject) -> tuple[tuple[Path, DeMuc], ...]:
    """Those whose mark is a number or letter."""
    typed = subject.view(_typed)
    return tuple((path, block) for path, block, _mark in typed if block.cap in _LOOKED_AT)


def shouted(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """ "CHƯƠNG I": the word before the number of a division in capitals."""
    for path, block, mark in subject.view(_typed):
        word = mark.rpartition(" ")[0] if block.cap in DIVISIONS else ""
        if word.isupper():
            right = word.capitalize()
            message = _("«{word}» và số thứ tự ghi bằng chữ thường: «{right}».")
            message = message.format(word=word, right=mark.replace(word, right))
            yield rule.finding(subject, message, path, quote=mark)


def diem(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Điểm marked "a." or "a/", and "b, …" or "B) …", which reading takes for text."""
    for path, mark in _letters(subject):
        if not mark.endswith(")"):
            right = f"{mark[:-1]})"
            message = _("Điểm ghi «{right}», không ghi «{mark}».").format(right=right, mark=mark)
            fix = _last_sign(subject, path, mark)
            yield rule.finding(subject, message, path, quote=mark, fix=fix)
    for body in subject.view(mended.of):
        for index, found in body.found.items():
            if found.kind == "diem":
                message = _("Điểm ghi «{right}», không ghi «{mark}».")
                message = message.format(right=found.right, mark=found.typed)
                yield rule.finding(subject, message, (*body.path, index), quote=found.typed)


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
    for body in subject.view(mended.of):
        for index, found in body.found.items():
            if found.kind == "chu":
                yield (*body.path, index), found.typed


def bullets(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Bullets that reading made dashes of ("•"), and others that print as they are ("▪")."""
    for note in of_kind(subject.notes, "dau-dong"):
        message = _("Đầu dòng «{quote}» được in bằng dấu gạch ngang.").format(quote=note.quote)
        yield Finding(
            rule.id, rule.severity, message, note.place, rule.basis, note.path, note.quote
        )
    signs: str = rule.data["dau"]
    if subject.text.characters.isdisjoint(signs):
        return
    for passage in subject.text.passages:
        sign = passage.text[0]
        if sign in signs and passage.where == PROSE and not subject.text.quoted(passage.start):
            message = _("Đầu dòng «{quote}» không phải dấu của thể thức; dùng dấu gạch ngang «-».")
            message = message.format(quote=sign)
            yield rule.hit(subject, passage.start, passage.start + 1, message)


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
