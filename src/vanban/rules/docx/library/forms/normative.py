"""Normative texts: what Nghị định 78/2025 asks of their layout (QPPL-003 to QPPL-008)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.findings import Finding
from vanban.layout.recognized import Piece
from vanban.messages import _
from vanban.rules.base import Rule
from vanban.rules.docx.observed import Observed
from vanban.rules.docx.telling import tell, tell_once
from vanban.rules.docx.views import body

_COUNCIL = re.compile(r"^(?:HĐND|HỘI ĐỒNG NHÂN DÂN)\b", re.IGNORECASE)


def is_council_resolution(seen: Observed) -> bool:
    """Whether it is a resolution of a People's Council."""
    title = seen.found.one("ten_loai")
    names = [p.shown for p in seen.main.all("ban_hanh")]
    resolved = bool(title and title.shown.strip().upper() == "NGHỊ QUYẾT")
    return resolved and any(map(_COUNCIL.match, names))


def resolves(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """ "QUYẾT NGHỊ:" in it."""
    for piece in seen.main.all("cum_tu"):
        if is_council_resolution(seen) and "QUYẾT NGHỊ" in piece.shown.upper():
            message = _("Nghị quyết quy phạm pháp luật của HĐND không ghi «QUYẾT NGHỊ:».")
            yield tell(rule, seen, piece, message)


def adopted(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """No line at the end that tells when it was adopted."""
    if not is_council_resolution(seen) or not seen.main.body:
        return
    pattern = re.compile(rule.data["tim"])
    if not any(pattern.search(line.text) for line in seen.main.body[-8:]):
        message = _("Thiếu dòng «Nghị quyết này được HĐND … khóa … kỳ họp thứ … thông qua ngày …».")
        yield tell(rule, seen, seen.main.body[-1], message)


def titles(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """Divisions and articles without a title."""
    lines = body.lines(seen)
    pairs = zip(lines, [*lines[1:], None], strict=True)
    wrong = [line for line, below in pairs if _lacks_title(rule, line, below)]
    if wrong:
        message = _("«{mark}» không có tên; phần, chương, mục, tiểu mục, điều phải có tên.")
        yield tell_once(rule, seen, wrong, message.format(mark=wrong[0].mark))


def _lacks_title(rule: Rule, line: Piece, below: Piece | None) -> bool:
    if line.level == "dieu":
        return not line.words.strip()
    if line.level not in rule.data["cap"] or line.mark is None:
        return False
    return below is None or below.mark is not None or not below.heading


def articles(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """Articles that do not count on from 1, one by one."""
    for group in body.by_part(seen):
        wanted = 1
        for line in group:
            number = (
                re.search(r"\d+$", (line.mark or "").rstrip(".")) if line.level == "dieu" else None
            )
            if number is None:
                continue
            if int(number[0]) != wanted:
                message = _(
                    "«{mark}» không liên tục; điều đánh số từ 1 đến hết văn bản, ở đây là {wanted}."
                )
                yield tell(rule, seen, line, message.format(mark=line.mark, wanted=wanted))
                break
            wanted += 1


def dashes(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """Dashes and pluses under điểm."""
    wrong = [p for p in body.lines(seen) if p.level in ("gach", "cong")]
    if wrong:
        message = _("Dưới điểm có «{mark}»; bố cục văn bản quy phạm pháp luật đến điểm là hết.")
        yield tell_once(rule, seen, wrong, message.format(mark=wrong[0].mark))
