"""The name of the type and trích yếu."""

from __future__ import annotations

from vanban.layout.recognized import Piece
from vanban.messages import _
from vanban.viet.capitals import is_upper
from vanban.word.recognize import words
from vanban.word.recognize.spans import Span
from vanban.word.recognize.walk import DECISIONS, LONGEST_SUBJECT, SHORT, Walk, begins_other


def title(walk: Walk) -> bool:
    """Take the name of the type, and trích yếu below it."""
    span = walk.span()
    if span is None or walk.out.title or walk.around.personal or walk.around.appendix:
        return False
    text = span.text
    found = walk.around.names.named(text)
    if found and (is_upper(text) or (span.centred and span.bold)):
        walk.out.title, walk.form = span, found[0].form
        walk.take(span, "ten_loai")
    elif not _title_and_subject(walk, span) and not _unknown_title(walk, span):
        return False
    _subject(walk)
    return True


def _title_and_subject(walk: Walk, span: Span) -> bool:
    """ "KẾ HOẠCH Tổ chức hội nghị …" on one line."""
    end = walk.around.names.begins(span.text)
    if end is None or not is_upper(span.text[:end]) or not (span.centred or span.bold):
        return False
    if not walk.around.official or len(span.text) > LONGEST_SUBJECT:
        return False
    if is_upper(span.text):
        return _longer_title(walk, span, end)
    name = span.cut(0, end)
    walk.out.title, walk.form = name, walk.around.names.named(name.text)[0].form
    walk.out.pieces.append(name.piece("ten_loai"))
    walk.out.pieces.append(span.cut(end, len(span.text)).piece("trich_yeu", sure=False))
    walk.note(span.paragraph, _("Tên loại và trích yếu đứng chung một dòng."))
    walk.out.at += 1
    return True


def _longer_title(walk: Walk, span: Span, end: int) -> bool:
    """ "BIÊN BẢN LÀM VIỆC": the name of a type with more to it."""
    walk.out.title, walk.form = span, walk.around.names.named(span.text[:end])[0].form
    walk.note(span.paragraph, _("Tên loại in dài hơn tên của loại văn bản."))
    return walk.take(span, "ten_loai", sure=False)


def _unknown_title(walk: Walk, span: Span) -> bool:
    """A line in capitals in the middle that names no known type."""
    text = span.text
    if walk.around.letter or not walk.around.official or walk.out.pieces:
        return False
    if not (is_upper(text) and span.centred and len(text) < SHORT) or text.endswith(":"):
        return False
    if any(ahead.match(text) for ahead in (words.APPENDIX, words.ADDRESSEES, words.DECIDES)):
        return False
    walk.out.title = span
    walk.note(span.paragraph, _("Không có loại văn bản nào in tên như vậy."))
    return walk.take(span, "ten_loai", sure=False)


def letter_title(walk: Walk) -> bool:
    """The title of a letter (thư công) in capitals."""
    span = walk.span()
    if span is None or not walk.around.personal or walk.out.title:
        return False
    if not (is_upper(span.text) and (span.centred or span.bold)):
        return False
    walk.out.title = span
    walk.take(span, "cum_tu", role="trich_yeu")
    while (more := walk.span()) and more.centred and is_upper(more.text):
        walk.take(more, "cum_tu", role="trich_yeu")
    return True


def _subject(walk: Walk) -> None:
    while (span := walk.span()) and _is_subject(walk, span):
        matter = words.MATTER.match(span.text)
        sure = span.centred or span.bold
        walk.take(span, "trich_yeu", text_start=matter.end() if matter else 0, sure=sure)


def _is_subject(walk: Walk, span: Span) -> bool:
    text = span.text
    previous = walk.out.pieces[-1]
    if previous.slug == "trich_yeu" and previous.paragraph is span.paragraph:
        return True
    if len(text) > LONGEST_SUBJECT or text.endswith(":") or begins_other(text):
        return False
    if words.GROUND.match(text) and not (span.centred and span.bold):
        return False
    if walk.is_marked(span) or words.RULED.match(text):
        return False
    if is_upper(text):
        return _is_upper_subject(walk, span, previous)
    if previous.slug == "ten_loai" and (words.ABOUT.match(text) or words.MATTER.match(text)):
        return True
    if span.centred:
        return previous.slug == "ten_loai" or span.bold or not previous.bold
    if previous.slug != "ten_loai":
        return False
    return (span.bold and not text.endswith((".", ";"))) or _is_short_subject(walk, span)


def _is_short_subject(walk: Walk, span: Span) -> bool:
    """Whether a plain line right under the type is trích yếu: short, without any mark."""
    short = len(span.text) < SHORT and not span.text.endswith((".", ";", ","))
    if not short or ":" in span.text or walk.span(1) is None:
        return False
    walk.note(span.paragraph, _("Dòng dưới tên loại không đậm, không ở giữa; coi là trích yếu."))
    return True


def _is_upper_subject(walk: Walk, span: Span, previous: Piece) -> bool:
    """Whether a line in capitals is trích yếu, and not the authority of a decision."""
    if walk.form in DECISIONS and (words.is_office(span.text) or words.is_body(span.text)):
        return False
    if previous.slug == "trich_yeu":
        return is_upper(previous.text) and span.centred
    return span.centred or span.bold
