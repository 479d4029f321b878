"""Phần, Chương, Mục, Tiểu mục and their titles (ND30-S-001 to S-004, S-018)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.findings import Finding
from vanban.layout.recognized import Piece
from vanban.messages import _
from vanban.rules.base import Rule
from vanban.rules.docx.observed import Observed
from vanban.rules.docx.telling import mending, of_paragraph, of_text, tell
from vanban.rules.docx.views import body
from vanban.viet.capitals import is_upper
from vanban.viet.numerals import from_roman


def numbers(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """The lines "Chương I", "Mục 1": numeral, a line of its own, bold in the middle.

    ``cap`` are the levels, ``sai`` a pattern of lines with another numeral, ``cau`` what to say
    of those.
    """
    yield from _misnumbered(rule, seen)
    for line in body.lines(seen):
        if line.level in rule.data["cap"] and line.mark is not None:
            yield from _faults(rule, seen, line, _("số thứ tự"))


def titles(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """The titles under them: capitals, bold in the middle, on the next line."""
    for line in body.lines(seen):
        if line.level in rule.data["cap"] and line.mark is None and line.heading:
            yield from _faults(rule, seen, line, _("tên"), capitals=True)


def _misnumbered(rule: Rule, seen: Observed) -> Iterator[Finding]:
    pattern = re.compile(rule.data["sai"])
    for line in body.lines(seen):
        if line.slug == "noi_dung" and pattern.match(line.text) and _stands_out(line):
            message = _(rule.data["cau"]).format(quote=line.text)
            yield tell(rule, seen, line, message)


def _stands_out(line: Piece) -> bool:
    return line.bold or line.paragraph.alignment == "center"


def _faults(
    rule: Rule, seen: Observed, line: Piece, what: str, *, capitals: bool = False
) -> Iterator[Finding]:
    """One finding for all that is wrong with a line."""
    alone, capital = _is_alone(line), not capitals or is_upper(line.shown)
    centred = line.paragraph.alignment == "center" or not alone
    wanted = [
        *([] if alone else [_("đứng riêng một dòng")]),
        *([] if capital else [_("in hoa")]),
        *([] if line.bold else [_("in đậm")]),
        *([] if centred else [_("canh giữa")]),
    ]
    if wanted:
        message = _("Dòng {what} của phần, chương, mục phải {wanted}.")
        fix = mending(
            [] if line.bold else of_text(line, bold=True),
            [] if centred else of_paragraph(line, alignment="center", left=0, first_line=0),
        )
        told = message.format(what=what, wanted=", ".join(wanted))
        yield tell(rule, seen, line, told, fix=fix)


def _is_alone(line: Piece) -> bool:
    """Whether nothing else stands on its line of the page."""
    text = line.paragraph.text
    before = text[: line.start].rpartition("\n")[2]
    after = text[line.end :].partition("\n")[0]
    return not (before.strip() or after.strip())


def roman(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """Numerals of Roman letters that are no numbers: IIII, VV, IC."""
    pattern = re.compile(rule.data["tim"])
    for line in body.lines(seen):
        found = pattern.match(line.text) if line.mark is None else None
        if found and _stands_out(line) and from_roman(found["so"]) is None:
            message = _("«{quote}» không phải số La Mã đúng.").format(quote=found["so"])
            yield tell(rule, seen, line, message)
