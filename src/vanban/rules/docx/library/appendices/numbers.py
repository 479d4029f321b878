"""Numbers of appendices, and what "(Kèm theo …)" says (ND30-A-002, A-003, A-007)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.findings import Finding
from vanban.layout.recognized import Part, Piece
from vanban.messages import _
from vanban.rules.base import Rule
from vanban.rules.docx.observed import Observed
from vanban.rules.docx.telling import tell
from vanban.viet.numerals import roman

_NUMBER = re.compile(r"\d+\s*/\s*[^\s,;)]+")
_DAY = re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})", re.IGNORECASE)
_OTHERS = re.compile(r"[Pp]hụ lục\s+(?:số\s+)?(?:[IVX]{2,}|[2-9])\b")


def counted(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """Two appendices or more without Roman numerals, I, II and so on."""
    labels = _labels(seen)
    if len(labels) < 2:
        return
    for index, (part, label) in enumerate(labels, 1):
        if part.number != roman(index):
            message = _(
                "«{label}» phải là «Phụ lục {right}»: từ hai phụ lục trở lên đánh số La Mã."
            )
            told = message.format(label=label.text.strip(" :.-"), right=roman(index))
            yield tell(rule, seen, label, told)


def single(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """The only appendix with a number; where the text speaks of others these are elsewhere."""
    labels = _labels(seen)
    if len(labels) != 1 or labels[0][0] is seen.main or not labels[0][0].number:
        return
    if not any(_OTHERS.search(piece.text) for piece in seen.main.body):
        message = _("Văn bản có một phụ lục: ghi «Phụ lục», không đánh số «{number}».")
        yield tell(rule, seen, labels[0][1], message.format(number=labels[0][0].number))


def _labels(seen: Observed) -> list[tuple[Part, Piece]]:
    """The appendices that say so, all or none."""
    found = [(part, part.one("phu_luc")) for part in seen.found.appendices]
    return [(part, label) for part, label in found if label is not None]


def belonging(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """Appendices that name another number or day than the document's."""
    for part in seen.found.appendices:
        line = part.one("kem_theo")
        if line is not None and line.sure and part is not seen.main:
            yield from _differences(rule, seen, part, line)


def _differences(rule: Rule, seen: Observed, part: Part, line: Piece) -> Iterator[Finding]:
    told = " ".join(piece.text for piece in part.all("kem_theo"))
    number = number_of(told)
    own = number_of(_text(seen.found.one("so_ky_hieu")))
    if number and own and number != own:
        message = _("Dòng «Kèm theo …» ghi số {told}, văn bản ban hành có số {own}.")
        yield tell(rule, seen, line, message.format(told=number, own=own))
    day, date = _DAY.search(told), seen.found.date
    if day and date and date.key and date.key != tuple(map(int, reversed(day.groups()))):
        message = _("Dòng «Kèm theo …» ghi {told}, văn bản ban hành đề {own}.")
        own_day = _DAY.search(_text(seen.found.one("dia_danh_ngay")))
        yield tell(rule, seen, line, message.format(told=day[0], own=own_day[0] if own_day else ""))


def _text(piece: Piece | None) -> str:
    return piece.text if piece is not None and piece.sure else ""


def number_of(text: str) -> str:
    """The number that a text names; "" when it is blank."""
    found = _NUMBER.search(text)
    return re.sub(r"\s", "", found[0]) if found else ""
