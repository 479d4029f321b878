"""Lines of the text that are not justified (ND30-B-001), or wholly in italics (ND30-B-003)."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding
from vanban.layout.recognized import Piece
from vanban.messages import _
from vanban.rules.base import Rule
from vanban.rules.docx.looks import alignment
from vanban.rules.docx.observed import Observed
from vanban.rules.docx.telling import mending, of_paragraph, of_text, tell_once
from vanban.rules.docx.views import body
from vanban.rules.docx.views.measure import width
from vanban.rules.docx.views.room import text_room

_MOST = 0.9
"""So much of a line in italics is all of it: a full stop or a number may be upright."""


_SENTENCE = 0.4
"""A centred sentence of this part of a line is seen to stand in the middle."""


def unjustified(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """One finding for all paragraphs of more than a line that are not justified.

    A short line looks the same; a bold line in the middle may be a heading of its own.
    """
    wrong = [line for line in body.plain(seen) if _is_ragged(seen, line)]
    if wrong:
        message = _("Đoạn văn {how}; nội dung phải canh đều cả hai lề.").format(
            how=alignment(wrong[0].paragraph.alignment)
        )
        fix = mending(*[of_paragraph(line, alignment="both") for line in wrong])
        yield tell_once(rule, seen, wrong, message, fix=fix)


def _is_ragged(seen: Observed, line: Piece) -> bool:
    at = line.paragraph
    if at.alignment == "both" or (at.alignment == "center" and line.bold):
        return False
    room = text_room(seen.layout, at)
    if room is None:
        return False
    return width(line) > (room * _SENTENCE if _is_sentence_in_the_middle(line) else room)


def _is_sentence_in_the_middle(line: Piece) -> bool:
    """Whether it is centred and ends like a sentence, which no caption or heading does."""
    upright = not line.italic and not line.text.startswith(("(", "[", "“", '"'))
    ends = line.text.rstrip().endswith((".", ";"))
    return line.paragraph.alignment == "center" and upright and ends


def slanted(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """One finding for all lines that are wholly in italics: quotations and notes may be."""
    wrong = [line for line in body.lines(seen) if _is_slanted(rule, line)]
    if wrong:
        message = _("Dòng này in nghiêng; nội dung văn bản phải in kiểu chữ đứng.")
        fix = mending(*[of_text(line, italic=False) for line in wrong])
        yield tell_once(rule, seen, wrong, message, fix=fix)


def _is_slanted(rule: Rule, line: Piece) -> bool:
    if line.slug not in rule.data["xet_dong"] or body.share(line, "italic") < _MOST:
        return False
    return not line.words.startswith(tuple(rule.data["tru_dau"]))
