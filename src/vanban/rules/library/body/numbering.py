"""ND30-S-010: numbers and letters of one list follow each other without gap or repeat.

A list may begin anew after a line that leads in to it ("Về tài chính:"), and khoản may count on
through the sections of a body. A mark that reading could not know is told where it stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from vanban.findings import Finding
from vanban.messages import _
from vanban.model.blocks import Body, DeMuc, Doan
from vanban.model.inlines import plain
from vanban.model.levels import Level
from vanban.model.outline import Entry, outline
from vanban.patterns import later
from vanban.rules.base import Rule, Subject
from vanban.rules.library.body import mended
from vanban.rules.library.body.mended import Mended
from vanban.rules.library.body.ordinals import CAPITALS, ROMAN, is_foreign, ordinal
from vanban.viet.numbering import LETTERS
from vanban.viet.numerals import roman

_NUMBER = later(r"[^\W_]+(?=[.):/]*\s*$)")

List = tuple[int | None, Level]
"""A list: the item it stands in, and its level."""


def check(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Marks that are none, and the typed numbers that do not follow the one before."""
    free = subject.kind.mau in rule.data["tu_do"]
    for body in subject.view(mended.of):
        for index, found in body.found.items():
            if found.kind == "so" and not free:
                message = _("«{mark}» không được nhận là số thứ tự; ghi «{right}».")
                message = message.format(mark=found.typed, right=found.right)
                yield rule.finding(subject, message, (*body.path, index), quote=found.typed)
        yield from _in_body(rule, subject, body)


def _in_body(rule: Rule, subject: Subject, mended: Mended) -> Iterator[Finding]:
    last: dict[List, int] = {}
    unsure: dict[List, int] = {}
    following: Mapping[int, int] = {}
    latest = 0
    entries = outline(mended.body)
    for index, entry in entries.items():
        value, list_of = ordinal(entry), _list(entry)
        if value is None:
            if is_foreign(entry):
                unsure[list_of] = unsure.get(list_of, 0) + 1
            continue
        before, between = last.get(list_of, 0), unsure.pop(list_of, 0) if unsure else 0
        counts_on = before == 0 and value == latest + 1 and entry.item.cap is Level.SO
        counts_on = counts_on and not _in_article(entries, entry)
        last[list_of] = value
        latest = value if entry.item.cap is Level.SO else latest
        if counts_on or before < value <= before + 1 + between:
            continue
        if value == 1 and _led_in(mended.body, index):
            continue
        following = following or _following(entries)
        if following.get(index) == before + 2:
            last[list_of] = before + 1  # it alone is wrong
        message = _message(entry, value, before)
        yield rule.finding(subject, message, (*mended.path, index), quote=entry.mark)


def _in_article(entries: Mapping[int, Entry], entry: Entry) -> bool:
    """Whether it is a khoản of an Điều: those begin with 1 in each."""
    parent = entries.get(entry.parents[-1]) if entry.parents else None
    return parent is not None and parent.item.cap is Level.DIEU


def _following(entries: Mapping[int, Entry]) -> Mapping[int, int]:
    """The number of the next item in the list of each one."""
    found: dict[int, int] = {}
    ahead: dict[List, int] = {}
    for index, entry in reversed(tuple(entries.items())):
        value, list_of = ordinal(entry), _list(entry)
        if list_of in ahead:
            found[index] = ahead[list_of]
        if value is not None:
            ahead[list_of] = value
    return found


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
    if level in ROMAN:
        numeral = roman(number)
        return numeral.lower() if level is Level.LA_MA_THUONG else numeral
    letters = {Level.DIEM: LETTERS, Level.CHU_HOA: CAPITALS}.get(level, "")
    return letters[number - 1] if number <= len(letters) else str(number)


def _list(entry: Entry) -> List:
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
