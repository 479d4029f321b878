"""The head of an appendix, "(Kèm theo …)", the table of contents."""

from __future__ import annotations

from vanban.layout.table import Table
from vanban.messages import _
from vanban.viet.capitals import is_upper
from vanban.word.recognize import words
from vanban.word.recognize.spans import Span, spans
from vanban.word.recognize.walk import LONGEST_SUBJECT, Walk

MOST_ROWS, MOST_LINES = 3, 8
"""A table that is larger holds more than the head of an appendix."""


def appendix(walk: Walk) -> bool:
    """Take "Phụ lục I" and the title of the appendix."""
    if not walk.around.appendix or walk.out.has("phu_luc"):
        return False
    span = walk.span()
    if span is None:
        return _in_table(walk)
    found = words.APPENDIX.match(span.text)
    if not found:
        return _title_of_appendix(walk, span)
    if found["title"]:
        label = span.cut(0, found.start("sign") + 1)
        walk.out.pieces.append(label.piece("phu_luc", sure=False))
        walk.out.pieces.append(span.cut(found.start("title"), len(span.text)).piece("ten_phu_luc"))
        walk.out.at += 1
    else:
        walk.take(span, "phu_luc")
    _names_of_appendix(walk)
    return True


def _in_table(walk: Walk) -> bool:
    """The label in a cell of a table without lines, with title and "(Kèm theo …)" below it."""
    table = walk.items[walk.out.at]
    if walk.out.pieces or not isinstance(table, Table) or len(table.rows) > MOST_ROWS:
        return False
    if table.borders.inside_v or table.borders.inside_h:
        return False
    shown = [s for s in spans(table, table.place[0] if table.place else 0) if s.text]
    label = next((n for n, s in enumerate(shown) if words.APPENDIX.match(s.text)), None)
    if label is None or len(shown) > MOST_LINES:
        return False
    slug = "ten_phu_luc"
    for number, span in enumerate(shown):
        if number < label:
            walk.note(span.paragraph, _("Không rõ dòng này là thành phần nào."))
            walk.out.pieces.append(span.piece("", sure=False, role="khong_ro"))
        elif number == label:
            walk.out.pieces.append(span.piece("phu_luc"))
        else:
            slug = "kem_theo" if words.ISSUED_WITH.match(span.text) else slug
            walk.out.pieces.append(span.piece(slug))
    walk.out.at += 1
    return True


def _title_of_appendix(walk: Walk, span: Span) -> bool:
    """An appendix without the word: centred lines above "(Kèm theo …)"."""
    if walk.out.pieces or not (span.centred or is_upper(span.text)):
        return False
    return _names_of_appendix(walk)


def _names_of_appendix(walk: Walk) -> bool:
    before = walk.out.at
    while (span := walk.span()) and _is_appendix_name(walk, span):
        walk.take(span, "ten_phu_luc")
    return walk.out.at > before


def _is_appendix_name(walk: Walk, span: Span) -> bool:
    if words.ISSUED_WITH.match(span.text) or words.RULED.match(span.text):
        return False
    previous = walk.out.pieces[-1] if walk.out.pieces else None
    if previous and previous.slug == "ten_phu_luc" and previous.paragraph is span.paragraph:
        return True
    if len(span.text) > LONGEST_SUBJECT or span.paragraph.number:
        return False
    if previous and previous.slug == "ten_phu_luc" and not is_upper(span.text):
        return span.centred and span.bold and not is_upper(previous.text)
    below = walk.span(1)
    told = bool(below and words.ISSUED_WITH.match(below.text))
    return (span.centred or told) and (span.bold or is_upper(span.text))


def issued_with(walk: Walk) -> bool:
    """Take "(Kèm theo …)", which may go on over several lines."""
    span = walk.span()
    if span is None or not words.ISSUED_WITH.match(span.text):
        return False
    bracketed = span.text.lstrip().startswith(("(", "["))
    if not (bracketed or span.centred or span.piece("").italic):
        return False
    depth = 0
    while span is not None:
        depth += span.text.count("(") - span.text.count(")")
        walk.take(span, "kem_theo")
        following = walk.span()
        if depth <= 0 or following is None or not following.centred:
            return True
        span = following
    return True


def contents(walk: Walk) -> bool:
    """Take a table of contents."""
    span = walk.span()
    if span is None or not words.CONTENTS.match(span.text):
        return False
    walk.take(span, "ten_muc_luc")
    while (line := walk.span()) and _is_entry(line):
        walk.take(line, "muc_luc")
    return True


def _is_entry(span: Span) -> bool:
    """Whether a line is one of a table of contents: it ends with the number of a page."""
    text = span.text
    return text[-1:].isdigit() and ("\t" in text or "..." in text or "…" in text)
