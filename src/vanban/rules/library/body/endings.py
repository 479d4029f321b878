"""The end of a body: "./." once, right behind the last word.

ND30-B-009 and B-010 (Mẫu 1.1-1.10). The writer closes every body itself; what is blamed is what
it would print wrong.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding
from vanban.messages import _
from vanban.model.blocks import DeMuc, Doan
from vanban.model.origin import Path
from vanban.model.walk import bodies
from vanban.rules.base import Rule, Subject
from vanban.rules.library import passages
from vanban.rules.views.text import TABLE, Passage, words

MARK = "./."
_BLANKS = " \u00a0"


def closing(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Last signs of a body to which "./." would be added, or which are a slip of it."""
    for path, body in bodies(subject.doc):
        last = body[-1] if body else None
        if not isinstance(last, Doan | DeMuc) or not _is_closed(subject, path):
            continue
        text = words(last.chu)
        signs = _last_signs(text)
        if signs and _is_wrong(text, signs):
            message = _("Nội dung kết thúc bằng «./.» liền sau chữ cuối, không phải «{quote}».")
            message = message.format(quote=signs)
            end, stretch = (*path, len(body) - 1, "chu"), (len(text) - len(signs), len(text))
            yield passages.blame(rule, subject, end, *stretch, message, right=MARK)


def _last_signs(text: str) -> str:
    """The strokes and dots at the end of a text, or its last comma, with the blanks around."""
    bare = text.rstrip("./" + _BLANKS)
    if "." not in text[len(bare) :] and "/" not in text[len(bare) :]:
        bare = text[:-1].rstrip(_BLANKS) if text.endswith((";", ",")) else text
    return text[len(bare) :]


def _is_wrong(text: str, signs: str) -> bool:
    """Whether the last signs would print wrong; ``repeated`` tells a dot too many.

    A dot alone is taken for the end mark; several stand for more to come.
    """
    if signs.strip() in {";", ","}:
        return True
    if "/" not in signs or "." not in signs:
        return (
            signs.startswith(tuple(_BLANKS)) and signs.strip() == "." and not text.endswith("v.v.")
        )
    return signs != MARK and (MARK not in signs or any(blank in signs for blank in _BLANKS))


def _is_closed(subject: Subject, path: Path) -> bool:
    """Whether the writer puts the end mark behind a body."""
    if path[0] != "noi_dung":
        return path[0] in {"phu_luc", "kem_theo"}
    form = subject.standard.forms[subject.kind.mau]
    return form.option("noi_dung", "cuoi") != "không"


def repeated(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """End marks before the end, and end marks with a dot too many."""
    whole = subject.text.whole
    ends = _ends(subject)
    at = whole.find(MARK)
    while at >= 0:
        start, stop = _with_dots(whole, at)
        passage = subject.text.passage(at)
        at = whole.find(MARK, stop)
        path_of_a_file = whole.count("/", start, stop) > 1
        if path_of_a_file or not _is_of_a_body(passage) or subject.text.quoted(start):
            continue
        last = stop == passage.end and passage.path in ends
        if not last:
            message = _("«./.» chỉ ghi một lần, ở cuối nội dung.")
            right = "" if stop < passage.end and whole[stop] in ".;,)" else "."
            yield rule.hit(subject, start, stop, message, right=right)
        elif stop - start > len(MARK):
            message = _("Cuối nội dung ghi «./.», thừa dấu chấm ở «{quote}».")
            message = message.format(quote=whole[start:stop])
            yield rule.hit(subject, start, stop, message, right=MARK)


def _with_dots(whole: str, at: int) -> tuple[int, int]:
    """The stretch of an end mark with the dots around it."""
    start, stop = at, at + len(MARK)
    while start and whole[start - 1] in "./":
        start -= 1
    while whole[stop] in "./":
        stop += 1
    return start, stop


def _is_of_a_body(passage: Passage) -> bool:
    return "." not in passage.where and passage.path[-1] == "chu" and passage.where != TABLE


def _ends(subject: Subject) -> frozenset[Path]:
    """The last lines of the bodies that end the document or a part of it."""
    closed = ((path, body) for path, body in bodies(subject.doc) if body)
    return frozenset(
        (*path, len(body) - 1, "chu")
        for path, body in closed
        if _is_closed(subject, path) or subject.kind.mau == "thu-cong"
    )
