"""The head of an appendix: "Phụ lục I", its title, "(Kèm theo …)" (ND30-A-004, A-006)."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding, Severity
from vanban.layout.recognized import Part, Piece
from vanban.messages import _
from vanban.rules.base import Rule
from vanban.rules.docx.looks import faults
from vanban.rules.docx.observed import Observed
from vanban.rules.docx.telling import mending, tell
from vanban.rules.docx.views.body import index


def label(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """ "Phụ lục I": small letters, 14, bold, in the middle, alone on its line."""
    for part in seen.found.appendices:
        line = part.one("phu_luc")
        if line is None:
            continue
        if _shares_line(part, line):
            message = _("«{words}» và tên phụ lục chung một dòng; tên phụ lục xuống dòng dưới.")
            yield tell(rule, seen, line, message.format(words=line.text.strip(" :.-")))
        elif line.sure:
            yield from _looks(rule, seen, line, "thuong", "co", "dam", "nghieng", "canh")


def _shares_line(part: Part, line: Piece) -> bool:
    """Whether a title stands behind the label, before any line break."""
    names = [p for p in part.all("ten_phu_luc") if p.paragraph is line.paragraph]
    text = line.paragraph.text
    return bool(names) and "\n" not in text[line.end : names[0].start]


def issued_with(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """ "(Kèm theo …)": italics in the middle, in brackets, under the title."""
    for part in seen.found.parts:
        lines = [p for p in part.all("kem_theo") if p.sure]
        for line in lines:
            yield from _looks(rule, seen, line, "co", "nghieng", "dam", "canh")
        if lines and not (lines[0].text.startswith("(") and lines[-1].text.endswith(")")):
            message = _("Dòng «Kèm theo …» phải đặt trong ngoặc đơn: «(Kèm theo …)».")
            yield tell(rule, seen, lines[0], message)
        if lines and _stands_above(part, lines[0]):
            message = _("Dòng «(Kèm theo …)» phải ở dưới tên phụ lục, tên văn bản.")
            yield tell(rule, seen, lines[0], message)
    for part in seen.found.appendices:
        title = _titled(part)
        if part is not seen.main and title and not part.all("kem_theo"):
            message = _("Phụ lục chưa có dòng «(Kèm theo … số … ngày … của …)» dưới tên phụ lục.")
            yield tell(rule, seen, title, message, severity=Severity.INFO)


def _titled(part: Part) -> Piece | None:
    """The last line of the title, where all of the head is known and no line says as much."""
    label, titles = part.one("phu_luc"), part.all("ten_phu_luc")
    head = [*([label] if label else []), *titles]
    if not label or not titles or not all(p.sure for p in head):
        return None
    below = part.pieces[index(part.pieces, titles[-1]) + 1 :][:2]
    if any("kèm theo" in p.text.lower() or "ban hành" in p.text.lower() for p in (*head, *below)):
        return None
    return titles[-1]


def _stands_above(part: Part, line: Piece) -> bool:
    titles = part.all("ten_phu_luc", "ten_loai", "trich_yeu", "phu_luc")
    return bool(titles) and index(part.pieces, line) < index(part.pieces, titles[-1])


def _looks(rule: Rule, seen: Observed, line: Piece, *aspects: str) -> Iterator[Finding]:
    found = list(faults(seen, line, aspects))
    if found:
        message = _("{name}: {faults}.").format(
            name=seen.name(line.slug), faults="; ".join(fault.told for fault in found)
        )
        fix = mending(*[fault.formats for fault in found])
        yield tell(rule, seen, line, message, fix=fix)
