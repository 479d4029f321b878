"""The parts of a body: titles, one kind of layout, no level left out, no item alone.

ND30-S-011, S-013, S-014 and S-020 (PLI-I-II.6.c-đ).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from vanban.findings import Finding
from vanban.messages import _
from vanban.model.blocks import Body, DeMuc
from vanban.model.inlines import plain
from vanban.model.levels import DIVISIONS, Level
from vanban.model.outline import Entry, outline
from vanban.model.walk import bodies
from vanban.patterns import later
from vanban.rules.base import Rule, Subject
from vanban.rules.library.body.numbering import ordinal

_BY_ARTICLES = frozenset({Level.CHUONG, Level.MUC, Level.TIEU_MUC, Level.DIEU})
_BY_SECTIONS = frozenset({Level.CHU_HOA, Level.LA_MA})
_TITLED = frozenset({*DIVISIONS, Level.DIEU})
_LEADS_IN = later(r"(?:^|\s)(?:sau|sau đây|gồm|gồm có|là)\s*:$", re.IGNORECASE)
_CLOSED = later(r"[.;:,?!…][”\"'’)\s]*$")
_TITLE_RUNS_IN = later(r"[^:.;]{2,60}: *\S")
_COUNTED = frozenset({Level.CHU_HOA, Level.LA_MA, Level.SO, Level.SO_2, Level.SO_3, Level.DIEM})
"""Levels of which one item is no list; a lone "(1)" may be a note typed by hand."""


def titles(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Divisions and điều without a title; in decisions (``dieu_tru_mau``) điều need none."""
    exempt = subject.kind.mau in rule.data.get("dieu_tru_mau", ())
    for path, body in bodies(subject.doc):
        wanted = DIVISIONS if exempt and path == ("noi_dung",) else _TITLED
        for index, entry in outline(body).items():
            if entry.item.cap in wanted and _untitled(body, entry):
                message = _("«{mark}» phải có tiêu đề.").format(mark=entry.mark)
                yield rule.finding(subject, message, (*path, index), quote=entry.mark)


def _untitled(body: Body, entry: Entry) -> bool:
    """Whether a title is surely lacking.

    Of an điều with something under it a sentence may be a title with a stray full stop; words
    before a colon may be one on the line of what follows.
    """
    item = entry.item
    text = plain(item.chu).strip()
    if item.cap in DIVISIONS or not text:
        return not text
    if item.tieu_de:
        return False
    if _LEADS_IN.search(text):
        return True
    if _has_content(body, entry.index) or _TITLE_RUNS_IN.match(text):
        return False
    return bool(_CLOSED.search(text))


def _has_content(body: Body, index: int) -> bool:
    following = body[index + 1] if index + 1 < len(body) else None
    outer = isinstance(following, DeMuc) and following.cap in _TITLED
    return following is not None and not outer


def layouts(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """The first "I." or "1." that stands beside chương and điều, once a body."""
    for path, body in bodies(subject.doc):
        entries = outline(body)
        if not any(entry.item.cap in _BY_ARTICLES for entry in entries.values()):
            continue
        beside = (e for e in entries.values() if _stands_beside(e, entries))
        if (entry := next(beside, None)) is not None:
            message = _("«{mark}» không dùng cùng với bố cục chương, mục, điều.")
            message = message.format(mark=entry.mark)
            yield rule.finding(subject, message, (*path, entry.index), quote=entry.mark)


def _stands_beside(entry: Entry, entries: Mapping[int, Entry]) -> bool:
    """Whether a section of the other layout stands outside điều; inside them it may."""
    around = {entries[parent].item.cap for parent in entry.parents}
    if entry.item.cap is Level.SO:
        return not around
    return entry.item.cap in _BY_SECTIONS and Level.DIEU not in around


def levels(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Marks directly under a level that ``nhay_cap`` says leaves one out, once a parent."""
    for path, body in bodies(subject.doc):
        entries = outline(body)
        for index, entry in entries.items():
            parent = entries[entry.parents[-1]] if entry.parents else None
            skips = rule.data["nhay_cap"].get(entry.item.cap, ())
            if parent and entry.number == 1 and parent.item.cap in skips:
                message = _("«{mark}» đứng ngay dưới «{parent}», bỏ qua một cấp.")
                message = message.format(mark=entry.mark, parent=parent.mark)
                yield rule.finding(subject, message, (*path, index), quote=entry.mark)


def alone(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """The only item of a numbered list; articles and their divisions may stand alone."""
    for path, body in bodies(subject.doc):
        lists: dict[tuple[int | None, Level], list[Entry]] = {}
        for entry in outline(body).values():
            if entry.item.cap in _COUNTED:
                parent = entry.parents[-1] if entry.parents else None
                lists.setdefault((parent, entry.item.cap), []).append(entry)
        for entry in (items[0] for items in lists.values() if len(items) == 1):
            if ordinal(entry) == 1:
                message = _("«{mark}» là mục duy nhất của cấp này; gộp vào mục trên hoặc bỏ số.")
                message = message.format(mark=entry.mark)
                yield rule.finding(subject, message, (*path, entry.index), quote=entry.mark)
