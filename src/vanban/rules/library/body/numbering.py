"""ND30-S-010: numbers and letters of one list follow each other without gap or repeat.

A list may begin anew after a line that leads in to it ("Về tài chính:"), and khoản may count on
through the sections of a body.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding
from vanban.messages import _
from vanban.model.blocks import Body, DeMuc, Doan
from vanban.model.inlines import plain
from vanban.model.levels import BULLETS, Level
from vanban.model.origin import Path
from vanban.model.outline import Entry, outline
from vanban.model.walk import bodies
from vanban.patterns import later
from vanban.rules.base import Rule, Subject
from vanban.viet.numbering import LETTERS, letter_index
from vanban.viet.numerals import from_roman, roman

_ROMAN = frozenset({Level.PHAN, Level.CHUONG, Level.LA_MA, Level.LA_MA_THUONG})
_CAPITALS = "ABCDEFGHIKLMNOPQRSTUVXY"
_NUMBER = later(r"[^\W_]+(?=[.):/]*\s*$)")
_NUMBER_OF_A_DOCUMENT = later(r"[A-ZĐ]\w*-[A-ZĐ]")


def check(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """The typed numbers that do not follow the one before."""
    for path, body in bodies(subject.doc):
        yield from _in_body(rule, subject, path, body)


def _in_body(rule: Rule, subject: Subject, path: Path, body: Body) -> Iterator[Finding]:
    last: dict[tuple[int | None, Level], int] = {}
    latest = 0
    entries = outline(body)
    for index, entry in entries.items():
        value, list_of = ordinal(entry), _list(entry)
        if value is None:
            continue
        before = last.get(list_of, 0)
        counts_on = before == 0 and value == latest + 1 and entry.item.cap is Level.SO
        last[list_of] = value
        latest = value if entry.item.cap is Level.SO else latest
        if value != before + 1 and not counts_on and not (value == 1 and _led_in(body, index)):
            message = _message(entry, value, before)
            yield rule.finding(subject, message, (*path, index), quote=entry.mark)


def _message(entry: Entry, value: int, before: int) -> str:
    wanted = _mark(entry, before + 1)
    if value == before:
        message = _("Số thứ tự «{mark}» lặp lại; tiếp theo phải là «{wanted}».")
    else:
        message = _("Số thứ tự «{mark}» không nối tiếp số trước nó; ở đây phải là «{wanted}».")
    return message.format(mark=entry.mark, wanted=wanted)


def _mark(entry: Entry, number: int) -> str:
    """The mark of an entry with another number in it."""
    return _NUMBER.sub(lambda found: _numeral(entry.item.cap, number, found[0]), entry.mark)


def _numeral(level: Level, number: int, typed: str) -> str:
    if level in _ROMAN:
        numeral = roman(number)
        return numeral.lower() if level is Level.LA_MA_THUONG else numeral
    letters = {Level.DIEM: LETTERS, Level.CHU_HOA: _CAPITALS}.get(level, "")
    return letters[number - 1] if number <= len(letters) else str(number)


def ordinal(entry: Entry) -> int | None:
    """The place that a typed mark claims in its list; None for bullets, "5a." and "a1)"."""
    level = entry.item.cap
    if level in BULLETS or is_citation(entry.item):
        return None
    typed = entry.mark.strip("().:/ ").rpartition(" ")[2].rpartition(".")[2]
    if level in _ROMAN:
        return from_roman(typed.upper())
    if level is Level.DIEM:
        return letter_index(typed)
    if level is Level.CHU_HOA:
        return _CAPITALS.find(typed) + 1 or None
    return int(typed) if typed.isdecimal() else None


def is_citation(item: DeMuc) -> bool:
    """Whether a line with a mark begins with the number of a document: "148/TTr-UBND"."""
    mark = item.dau or ""
    return mark.endswith("/") and bool(_NUMBER_OF_A_DOCUMENT.match(plain(item.chu)))


def _list(entry: Entry) -> tuple[int | None, Level]:
    """Điều count through the document, everything else inside its parent."""
    level = entry.item.cap
    parent = entry.parents[-1] if entry.parents and level is not Level.DIEU else None
    return parent, level


def _led_in(body: Body, index: int) -> bool:
    before = body[index - 1] if index else None
    if isinstance(before, Doan | DeMuc):
        text = plain(before.chu).rstrip()
        return text.endswith(":") or (isinstance(before, Doan) and not text.endswith((".", ";")))
    return before is not None
