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
from vanban.rules.library.body import mended
from vanban.rules.library.body.mended import Mended
from vanban.rules.library.body.ordinals import ordinal

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
    """What stands beside chương and điều, or they beside sections: the rarer, once a body."""
    for body in subject.view(mended.of):
        for index, found in body.found.items():
            if found.kind == "bo-cuc":
                message = _("«{mark}» không dùng cùng với bố cục ở đây; ghi «{right}».")
                message = message.format(mark=found.typed, right=found.right)
                yield rule.finding(subject, message, (*body.path, index), quote=found.typed)
        if (entry := _of_the_other_layout(body)) is not None:
            message = _("«{mark}» không dùng cùng với bố cục chương, mục, điều.")
            if entry.item.cap in _BY_ARTICLES:
                message = _("«{mark}» không dùng cùng với bố cục I., 1., a).")
            message = message.format(mark=entry.mark)
            yield rule.finding(subject, message, (*body.path, entry.index), quote=entry.mark)


def _of_the_other_layout(body: Mended) -> Entry | None:
    """The first item of the layout that is rarer in a body with both; None in one with one."""
    entries = outline(body.body)
    articles = [entry for entry in entries.values() if entry.item.cap in _BY_ARTICLES]
    beside = [entry for entry in entries.values() if articles and _stands_beside(entry, entries)]
    if not beside:
        return None
    stray = len(articles) < len(beside) and all(e.item.cap is Level.DIEU for e in articles)
    return articles[0] if stray else beside[0]


def _stands_beside(entry: Entry, entries: Mapping[int, Entry]) -> bool:
    """Whether a section of the other layout stands outside điều; inside them it may."""
    around = {entries[parent].item.cap for parent in entry.parents}
    if entry.item.cap is Level.SO:
        return not around
    return entry.item.cap in _BY_SECTIONS and Level.DIEU not in around


def levels(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Marks directly under a level that ``nhay_cap`` says leaves one out, once a parent."""
    for body in subject.view(mended.of):
        entries = outline(body.body)
        for index, entry in entries.items():
            parent = entries[entry.parents[-1]] if entry.parents else None
            skips = rule.data["nhay_cap"].get(entry.item.cap, ())
            if parent and entry.number == 1 and parent.item.cap in skips:
                message = _("«{mark}» đứng ngay dưới «{parent}», bỏ qua một cấp.")
                message = message.format(mark=entry.mark, parent=parent.mark)
                yield rule.finding(subject, message, (*body.path, index), quote=entry.mark)


def alone(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """The only item of a numbered list; articles and their divisions may stand alone."""
    for body in subject.view(mended.of):
        lists: dict[tuple[int | None, Level], list[Entry]] = {}
        for entry in outline(body.body).values():
            if entry.item.cap in _COUNTED:
                parent = entry.parents[-1] if entry.parents else None
                lists.setdefault((parent, entry.item.cap), []).append(entry)
        for entry in (items[0] for items in lists.values() if len(items) == 1):
            if ordinal(entry) == 1:
                message = _("«{mark}» là mục duy nhất của cấp này; gộp vào mục trên hoặc bỏ số.")
                message = message.format(mark=entry.mark)
                path = (*body.path, entry.index)
                yield rule.finding(subject, message, path, quote=entry.mark)
