"""Căn cứ, the authority of a decision, "QUYẾT ĐỊNH:"."""

from __future__ import annotations

from collections.abc import Sequence

from vanban.viet.capitals import is_upper
from vanban.word.recognize import words
from vanban.word.recognize.spans import Span
from vanban.word.recognize.walk import DECISIONS, Walk


def grounds(walk: Walk) -> bool:
    """Take the căn cứ."""
    if walk.around.letter or walk.around.appendix or walk.around.personal:
        return False
    group = _ground_lines(walk)
    if not group or not _are_grounds(walk, group):
        return False
    for span in group:
        walk.take(span, "can_cu")
    return True


def _ground_lines(walk: Walk) -> list[Span]:
    group: list[Span] = []
    while (span := walk.span(len(group))) and _may_be_ground(walk, span, group):
        if span.text.endswith(":") or "như sau" in span.text:
            break
        group.append(span)
    return group


def _may_be_ground(walk: Walk, span: Span, group: Sequence[Span]) -> bool:
    """Whether a line begins like a căn cứ, or goes on with the list of them in italics."""
    if words.GROUND.match(span.text):
        return True
    if not group or not group[-1].text.endswith(";") or walk.is_marked(span):
        return False
    return span.text.endswith((";", ".", ",")) and span.piece("").italic and not span.centred


def _are_grounds(walk: Walk, group: Sequence[Span]) -> bool:
    after = walk.span(len(group))
    if group[-1].text.endswith("./."):
        return False
    decided = bool(after and words.is_deciding(after.text) and not walk.is_marked(after))
    if decided or walk.form in DECISIONS or group[0].text.endswith(";"):
        return True
    last = walk.out.pieces[-1] if walk.out.pieces else None
    if last and last.slug == "can_cu":
        return True
    return all(span.piece("").italic for span in group)


def decides(walk: Walk) -> bool:
    """Take "QUYẾT ĐỊNH:"."""
    span = walk.span()
    if span is None or walk.around.appendix or not (walk.out.title or walk.out.has("can_cu")):
        return False
    if not words.is_deciding(span.text) or walk.is_marked(span):
        return False
    return walk.take(span, "cum_tu")


def authority(walk: Walk) -> bool:
    """ "GIÁM ĐỐC SỞ NỘI VỤ" above or below the căn cứ of a decision."""
    span = walk.span()
    if span is None or not is_upper(span.text) or walk.out.has("tham_quyen"):
        previous = walk.out.pieces[-1] if walk.out.pieces else None
        same = span and previous and previous.slug == "tham_quyen"
        if not (span and same and is_upper(span.text) and span.centred):
            return False
        return walk.take(span, "tham_quyen")
    if walk.around.appendix or not walk.out.title or span.paragraph.number:
        return False
    following = walk.span(1)
    grounds = bool(following and words.GROUND.match(following.text))
    known = words.is_office(span.text) or words.is_body(span.text)
    if not (span.centred or span.bold) or not (walk.form in DECISIONS or grounds) or not known:
        return False
    return walk.take(span, "tham_quyen")
