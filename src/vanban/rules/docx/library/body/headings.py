"""Headings at the foot of a page, or with a stop behind them (ND30-S-019, S-021)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from vanban.findings import Finding
from vanban.layout.paragraph import Paragraph
from vanban.layout.recognized import Piece
from vanban.messages import _
from vanban.rules.base import Rule
from vanban.rules.docx.library.body.articles import is_sentence
from vanban.rules.docx.observed import Observed
from vanban.rules.docx.telling import mending, of_paragraph, tell, tell_once
from vanban.rules.docx.views import body


def stopped(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """One finding for all titles that end with a stop (``dau``)."""
    wrong = [
        line
        for line in body.lines(seen)
        if line.heading and line.level in rule.data["cap"] and _is_stopped(rule, line)
    ]
    if wrong:
        message = _("Tiêu đề kết thúc bằng «{sign}»; tiêu đề không có dấu câu ở cuối.")
        yield tell_once(rule, seen, wrong, message.format(sign=wrong[0].words[-1]))


def _is_stopped(rule: Rule, line: Piece) -> bool:
    if line.mark == line.text or is_sentence(line):
        return False
    return line.words.endswith(tuple(rule.data["dau"]))


def stranded(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """A heading that a page break parts from its text: one set there, or one that Word stored."""
    lines = body.lines(seen)
    for line, below in pairwise(lines):
        here, there = line.paragraph, below.paragraph
        if not line.heading or here is there or not begins_page(here, there):
            continue
        message = _("Tiêu đề đứng cuối trang, nội dung ở trang sau; tiêu đề phải đi cùng nội dung.")
        unset = (
            of_paragraph(there, page_break_before=False) if there.shape.page_break_before else []
        )
        fix = mending(of_paragraph(line, keep_next=True), unset)
        yield tell(rule, seen, line, message, fix=fix)


def begins_page(above: Paragraph, below: Paragraph) -> bool:
    """Whether a paragraph begins a page that the one above it is not on."""
    if below.shape.page_break_before or above.text.endswith("\f") or below.text.startswith("\f"):
        return True
    return bool(below.rendered_breaks) and not above.shape.keep_next and _is_short(below)


def _is_short(paragraph: Paragraph) -> bool:
    """Whether a stored break can only stand before its text: it has one line at most."""
    return len(paragraph.text) < 60
