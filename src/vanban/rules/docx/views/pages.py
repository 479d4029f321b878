"""About how many pages a document takes: by the breaks that Word stored, else by its text."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from vanban.layout.paragraph import Paragraph
from vanban.layout.table import Block, Row, paragraphs
from vanban.rules.docx.observed import Observed
from vanban.rules.docx.views.page_numbers import main_sections
from vanban.units import mm

_LETTER = 0.46
"""Mean width of a letter of Times New Roman, in parts of its size."""
_SINGLE = 1.15
_PAGE, _WIDTH = mm(252).pt, mm(165).pt
"""Text height and width of a page, where the file does not say."""


def pages(seen: Observed) -> float:
    """An estimate, at least 1; what Word stored counts when it is more."""
    broken = sum(p.rendered_breaks + p.text.count("\f") for p in seen.layout.paragraphs())
    main = seen.layout.blocks[seen.main.first : seen.main.last + 1]
    sections = seen.layout.sections
    width = sections[0].text_width if sections else None
    estimate = _height(main, width.pt if width else _WIDTH) / _PAGE
    return max(1.0, estimate, 1.0 + broken, float(len(sections)))


def main_pages(seen: Observed) -> float:
    """The same of the main document alone, without appendices in sections of their own."""
    sections = main_sections(seen)
    if not sections:
        return pages(seen)
    blocks = seen.layout.blocks[sections[0].begin : sections[-1].end]
    shown = list(paragraphs(blocks))
    while shown and not shown[-1].text.strip():
        shown.pop()
    broken = sum(p.rendered_breaks + p.text.rstrip().count("\f") for p in shown)
    width = sections[0].text_width
    estimate = _height(blocks, width.pt if width else _WIDTH) / _PAGE
    turned = sum(section.kind != "continuous" for section in sections[1:])
    return max(1.0, estimate, 1.0 + broken, 1.0 + turned)


def _height(blocks: Iterable[Block], width: float) -> float:
    total = 0.0
    for block in blocks:
        if isinstance(block, Paragraph):
            total += _of_paragraph(block, width)
        else:
            total += sum(_of_row(row, width) for row in block.rows)
    return total


def _of_row(row: Row, width: float) -> float:
    share = width / max(len(row.cells), 1)
    heights = (_height(cell.blocks, cell.width.pt if cell.width else share) for cell in row.cells)
    return max(heights, default=0.0)


def _of_paragraph(paragraph: Paragraph, width: float) -> float:
    shape = paragraph.shape
    size = paragraph.size or paragraph.mark.size
    room = max(width - shape.left.pt - shape.right.pt, size)
    lines = max(1, ceil(len(paragraph.text) * size * _LETTER / room))
    line = shape.line.pt if shape.line else size * _SINGLE * (shape.lines or 1.0)
    return lines * line + shape.before.pt + shape.after.pt
