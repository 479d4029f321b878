"""The text of digital signatures on attachments and copies (ND30-E-002 to E-004, X-006)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.findings import Finding
from vanban.layout.recognized import Piece
from vanban.messages import _
from vanban.rules.base import Rule
from vanban.rules.docx.looks import faults, lettered
from vanban.rules.docx.observed import Observed
from vanban.rules.docx.telling import mending, of_text, tell

_COPY = re.compile(r"\s*(?:sao y|sao lục|trích sao)", re.IGNORECASE)
_ZONE = re.compile(r"[+-]\d\d:?\d\d")
_TIME = re.compile(r"\d{1,2}\s*:\s*\d{2}\s*:\s*\d{2}")
_FILLED = re.compile(r"số\s*:?\s*\d+|ngày\s+\d", re.IGNORECASE)
_BLACK = ("auto", "000000")


def texts(seen: Observed) -> list[Piece]:
    """The lines with such a text, in headers or in the text."""
    margins = [p for p in seen.found.margins if p.slug == "ky_so" and p.sure]
    return [*margins, *seen.pieces("ky_so", parts=("tat-ca",))]


def attachment(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """That of an attachment: number; day; time, 10 pt, upright, black."""
    yield from _judged(rule, seen, [p for p in texts(seen) if not _COPY.match(p.text)])


def copy(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """That of a copy: form; body; day; time, in the same look."""
    yield from _judged(rule, seen, [p for p in texts(seen) if _COPY.match(p.text)])


def _judged(rule: Rule, seen: Observed, lines: list[Piece]) -> Iterator[Finding]:
    for line in lines:
        found = list(faults(seen, line, ["co", "dam", "nghieng"]))
        told = [fault.told for fault in found]
        formats = [f for fault in found for f in fault.formats]
        if any(run.look.colour not in _BLACK for run in lettered(line)):
            told.append(_("không phải màu đen"))
            formats += of_text(line, colour="000000")
        if line.text.count(";") < int(rule.data["dau"]):
            told.append(_(rule.data["cau"]))
        if told:
            message = _("Thông tin ký số: {faults}.").format(faults="; ".join(told))
            yield tell(rule, seen, line, message, fix=mending(formats))


def moment(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """Hour, minute and second with the time zone; blanks are for the software that signs."""
    for line in texts(seen):
        when = line.text.rpartition(";")[2]
        if any(map(str.isdigit, when)) and not (_TIME.search(when) and _ZONE.search(when)):
            message = _(
                "Thời gian ký «{when}» phải có giờ: phút: giây và múi giờ: «09:30:15 +07:00»."
            )
            yield tell(rule, seen, line, message.format(when=when.strip()))


def filled(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """ "(Kèm theo …)" filled in where the text of a signature shows that it is electronic."""
    if all(_COPY.match(line.text) for line in texts(seen)):
        return
    for line in seen.pieces("kem_theo", parts=("tat-ca",)):
        if _FILLED.search(line.text):
            message = _(
                "Văn bản điện tử: số, ngày ở dòng «Kèm theo …» để trống, phần mềm ký số điền."
            )
            yield tell(rule, seen, line, message)
