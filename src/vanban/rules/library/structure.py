"""The parts of a body: letters of điểm, titles, one kind of layout, no level left out.

ND30-S-009, S-011, S-013 and S-014 (PLI-I-II.6.c-đ).
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
from vanban.rules.base import Rule, Subject
from vanban.viet.numbering import LETTERS

_BY_ARTICLES = frozenset({Level.CHUONG, Level.MUC, Level.TIEU_MUC, Level.DIEU})
_BY_SECTIONS = frozenset({Level.CHU_HOA, Level.LA_MA})
_LEADS_IN = re.compile(r"(?:^|\s)(?:sau|sau đây|gồm|gồm có|là)\s*:$", re.IGNORECASE)
_CLOSED = re.compile(r"[.;:,?!…][”\"'’)\s]*$")


def letters(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Điểm with a letter that the Vietnamese alphabet does not have."""
    for path, body in bodies(subject.doc):
        for index, entry in outline(body).items():
            if entry.item.cap is Level.DIEM and entry.mark[0] not in LETTERS:
                message = _(
                    "«{mark}» không theo bảng chữ cái tiếng Việt: a, b, c, d, đ, e, g, h, i, k …"
                ).format(mark=entry.mark)
                yield rule.finding(subject, message, (*path, index), quote=entry.mark)


def titles(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Divisions and điều without a title; in decisions (``dieu_tru_mau``) điều need none."""
    exempt = subject.kind.mau in rule.data.get("dieu_tru_mau", ())
    for path, body in bodies(subject.doc):
        free = exempt and path == ("noi_dung",)
        for index, entry in outline(body).items():
            if _untitled(entry.item, body[index + 1 :]) and not (
                free and entry.item.cap is Level.DIEU
            ):
                message = _("«{mark}» phải có tiêu đề.").format(mark=entry.mark)
                yield rule.finding(subject, message, (*path, index), quote=entry.mark)


def _untitled(item: DeMuc, after: Body) -> bool:
    """Whether a title is surely lacking.

    Of an điều with something under it a sentence may be a title with a stray full stop.
    """
    text = plain(item.chu).strip()
    if item.cap in DIVISIONS or (item.cap is Level.DIEU and not text):
        return not text
    if item.cap is not Level.DIEU or item.tieu_de:
        return False
    if _LEADS_IN.search(text):
        return True
    return not _has_content(after) and bool(_CLOSED.search(text))


def _has_content(after: Body) -> bool:
    following = after[0] if after else None
    outer = isinstance(following, DeMuc) and following.cap in {*DIVISIONS, Level.DIEU}
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
