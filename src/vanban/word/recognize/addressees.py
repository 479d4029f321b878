"""Kính gửi with its list, and the receivers of a công điện."""

from __future__ import annotations

from vanban.layout.table import Table
from vanban.messages import _
from vanban.word.recognize import words
from vanban.word.recognize.spans import Span, spans
from vanban.word.recognize.walk import SHORT, Walk, begins_other


def addressees(walk: Walk) -> bool:
    """Take Kính gửi and the addressees."""
    item = walk.items[walk.out.at]
    if isinstance(item, Table):
        return _addressee_table(walk, item)
    found = words.ADDRESSEES.match(item.text)
    if not found or walk.out.has("kinh_gui") or walk.around.appendix or walk.around.personal:
        return False
    if found["verb"].lower() == "trình" and not _is_report_up(walk):
        return False
    if not found["colon"]:
        walk.note(item.paragraph, _("«Kính gửi» không có dấu hai chấm."))
    walk.take(item, "kinh_gui", text_start=found.end(), sure=bool(found["colon"]))
    alone = found.end() == len(item.text)
    _listed(walk, "noi_kinh_gui", alone=alone)
    return True


def _is_report_up(walk: Walk) -> bool:
    title = walk.out.title
    return bool(title) and words.letters(title.text if title else "") == "totrinh"


def _listed(walk: Walk, slug: str, *, alone: bool) -> None:
    """The lines of a list: with dashes, or none of them until one ends with a full stop."""
    while span := walk.span():
        dashed = bool(words.DASH.match(span.text)) or _is_bullet(span)
        last = walk.out.pieces[-1]
        same = last.paragraph is span.paragraph
        goes_on = alone and not last.text.endswith(".") and len(span.text) < SHORT
        other = begins_other(span.text) or words.GROUND.match(span.text)
        if not (dashed or same or (goes_on and not other)):
            return
        if goes_on and not dashed and not same and not last.text.endswith((";", ":", ",")):
            return
        found = words.DASH.match(span.text)
        walk.take(span, slug, text_start=found.end() if found else 0)


def _addressee_table(walk: Walk, table: Table) -> bool:
    """Kính gửi in one cell and the addressees in the next."""
    inside = [s for s in spans(table, table.place[0] if table.place else 0) if s.text]
    if not inside or walk.out.has("kinh_gui") or walk.around.appendix:
        return False
    if not words.ADDRESSEES.match(inside[0].text):
        return False
    for span in inside:
        found = words.ADDRESSEES.match(span.text) or words.DASH.match(span.text)
        slug = "noi_kinh_gui" if walk.out.has("kinh_gui") else "kinh_gui"
        start = found.end() if found else 0
        walk.out.pieces.append(span.piece(slug, text_start=start))
    walk.out.at += 1
    return True


def telegram(walk: Walk) -> bool:
    """Take "… điện:" and the receivers of a công điện."""
    span = walk.span()
    if span is None or walk.form != "mau-1.6" or walk.out.telegram:
        return False
    if not words.TELEGRAM.match(span.text):
        return False
    walk.out.telegram = True
    walk.take(span, "noi_dien")
    _listed(walk, "noi_nhan_dien", alone=True)
    return True


def _is_bullet(span: Span) -> bool:
    number = span.paragraph.number
    return bool(number and number.bullet) and span.start == 0
