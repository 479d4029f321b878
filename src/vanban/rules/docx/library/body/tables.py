"""Tables of the text that run out of the page, or lose their head on the next (ND30-B-019)."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding
from vanban.layout.recognized import Caption
from vanban.layout.section import Section
from vanban.layout.table import Row, Table, paragraphs
from vanban.messages import _
from vanban.rules.base import Rule
from vanban.rules.docx.observed import Observed
from vanban.rules.docx.telling import tell
from vanban.rules.docx.views.heights import SINGLE
from vanban.units import parse_length


def check(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """Tables wider than the text; long ones whose head does not come again."""
    slack = parse_length(rule.data["dung_sai"])
    for part in seen.found.parts:
        for caption in part.tables:
            table = caption.table
            section = _section(seen, table)
            room = section.text_width if section else None
            width = widest(table)
            if room is not None and width is not None and width > room + slack:
                message = _("Bảng rộng {found} mm, phần chữ của trang rộng {room} mm.")
                told = message.format(found=round(width / 36_000), room=round(room.mm))
                yield tell(rule, seen, table, told)
            if section and _loses_its_head(caption, section):
                message = _("Bảng sang trang mà hàng đầu không lặp lại (Repeat Header Rows).")
                yield tell(rule, seen, table, message)


def widest(table: Table) -> int | None:
    """Width of its widest row; None when a cell does not tell."""
    rows = [[table.width_of(cell) for cell in row.cells] for row in table.rows]
    if not rows or any(width is None for row in rows for width in row):
        return None
    return max(sum(width or 0 for width in row) for row in rows)


def _section(seen: Observed, table: Table) -> Section | None:
    at = table.place[0] if len(table.place) == 1 else -1
    return next((s for s in seen.layout.sections if s.begin <= at < s.end), None)


def _loses_its_head(caption: Caption, section: Section) -> bool:
    """Whether a table is surely longer than a page and its first row is no header."""
    rows = caption.table.rows
    if not rows or rows[0].header or not caption.header_rows or section.height is None:
        return False
    page = section.height - (section.top or 0) - (section.bottom or 0)
    return sum(map(_least_height, rows)) > page / 12_700


def _least_height(row: Row) -> float:
    """Points that a row takes at the least: one line of its largest cell each paragraph."""
    cells = [list(paragraphs(cell.blocks)) for cell in row.cells]
    lines = (sum((p.size or p.mark.size) * SINGLE for p in cell) for cell in cells)
    return max(lines, default=0.0)
