"""The text: how it ends, which parts need a title. DANG-117 and DANG-123."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from vanban import Finding, Rule, Subject

_MARK = "./."
_SLIP = re.compile(r"\s*[;,]$")
_DIVISIONS = frozenset({"phan", "chuong", "muc", "tieu-muc"})


def ending(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """The end mark of administrative documents, and a body that ends as an item does."""
    for passage in subject.text.passages:
        if passage.path[-1] != "chu" or subject.text.quoted(passage.start):
            continue
        at = passage.text.find(_MARK)
        slip = _SLIP.search(passage.text) if _is_last(subject, passage.path) else None
        if at >= 0:
            message = "Văn bản của Đảng kết thúc bằng dấu chấm «.», không ghi «./.»."
            start = passage.start + at
            yield rule.hit(subject, start, start + len(_MARK), message, right=".")
        elif slip:
            message = f"Nội dung kết thúc bằng dấu chấm «.», không phải «{slip[0].strip()}»."
            start, end = (passage.start + offset for offset in slip.span())
            yield rule.hit(subject, start, end, message, right=".")


def _is_last(subject: Subject, path: tuple[Any, ...]) -> bool:
    return path[:1] == ("noi_dung",) and path[1] == len(subject.doc.noi_dung) - 1


def titles(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Divisions without a title, and điều without one in texts that have titles (``dieu``)."""
    wanted = {*_DIVISIONS, "dieu"} if subject.kind.slug in rule.data["dieu"] else _DIVISIONS
    told = {passage.path for passage in subject.text.passages}
    for index, block in enumerate(subject.doc.noi_dung):
        level = getattr(block, "cap", None)
        if level in wanted and ("noi_dung", index, "chu") not in told:
            message = f"«{getattr(block, 'dau', None) or 'Phần này'}» phải có tiêu đề."
            yield rule.finding(subject, message, ("noi_dung", index))
