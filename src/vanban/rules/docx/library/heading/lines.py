"""What stands for a line, and lines that frame the head: ND30-H-018, H-019 (PLI-I-IV)."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding
from vanban.layout.table import Cell
from vanban.messages import _
from vanban.rules.base import Rule
from vanban.rules.docx.observed import DOCUMENTS, Observed
from vanban.rules.docx.telling import mending, of_table, tell


def drawn(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """Underlined text, or hyphens and underscores, in place of a drawn line."""
    for part in seen.found.parts:
        for line in part.lines if part.kind in DOCUMENTS else ():
            if line.under is None or line.under.slug not in rule.data["duoi"]:
                continue
            name = seen.name(line.under.slug)
            if line.kind == "underline":
                told = _("{name} gạch chân; đường kẻ phải là nét vẽ riêng ở dưới.")
                yield tell(rule, seen, line, told.format(name=name))
            elif line.kind == "characters":
                told = _("Dưới {name} là hàng gạch gõ từ bàn phím; đường kẻ phải là nét vẽ.")
                yield tell(rule, seen, line, told.format(name=name))


def framed(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """Borders that show around the cells of the head."""
    for part in seen.found.parts:
        for table in part.header.tables if part.kind in DOCUMENTS else ():
            cells = [cell for row in table.rows for cell in row.cells if _shows(cell)]
            if cells:
                told = _("Khung đầu trang có đường viền; bảng này không kẻ viền.")
                inside = (of_table(table, cell, borders=None) for cell in cells)
                fix = mending(of_table(table, borders=None), *inside)
                yield tell(rule, seen, table, told, fix=fix)


def _shows(cell: Cell) -> bool:
    """Whether a side of a cell has a line; one at the bottom may be the line under a name."""
    return bool(cell.borders.left or cell.borders.right)
