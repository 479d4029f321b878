"""Lines under components, wherever they hang."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from vanban.layout.border import Border, Borders
from vanban.layout.drawing import Anchor, Drawing
from vanban.layout.paragraph import Paragraph
from vanban.layout.recognized import Recognized
from vanban.layout.table import Cell, Table
from vanban.units import Length, mm, pt

NATION = "*CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|*Độc lập - Tự do - Hạnh phúc"
HEAD = (["UBND TỈNH A|*SỞ NỘI VỤ", NATION], ["Số: 15/TB-SNV", "A, ngày 05 tháng 11 năm 2026"])


def under(found: Recognized) -> list[str]:
    return [line.under.text for line in found.main.lines if line.under]


def drawn(x: Length, y: Length) -> Drawing:
    """A line of 30 mm at some place from the paragraph that it hangs on."""
    return Drawing("line", mm(30), Length(0), Anchor(x, y), 0, "", ())


def with_drawings(paragraph: Paragraph, *drawings: Drawing) -> Paragraph:
    return replace(paragraph, drawings=drawings)


def row_of(table: Table, number: int, *cells: Cell) -> Table:
    """The table with other cells in a row."""
    rows = [*table.rows]
    rows[number] = replace(rows[number], cells=cells)
    return replace(table, rows=tuple(rows))


def test_a_line_at_the_top_of_the_number_is_under_the_issuer(page: Any) -> None:
    page.table(*HEAD)
    table = page.blocks[0]
    left, right = table.rows[1].cells
    number = with_drawings(left.blocks[0], drawn(mm(20), pt(1)))
    page.blocks[0] = row_of(table, 1, replace(left, blocks=(number,)), right)

    assert under(page.recognize()) == ["SỞ NỘI VỤ"]


def test_the_upper_border_of_a_narrow_empty_cell_is_a_line(page: Any) -> None:
    page.table(["", "", "", ""], ["", "", "", ""]).table(*HEAD)
    narrow, head = page.blocks
    ruled = Borders(top=Border("single", pt(0.5)))
    first, second = (replace(cell, span=2) for cell in head.rows[0].cells)
    empty = [*narrow.rows[1].cells]
    empty[1] = replace(empty[1], borders=ruled)
    table = row_of(narrow, 0, first, replace(second, column=2))
    page.blocks = [row_of(table, 1, *empty)]
    page.line("Số: 15/TB-SNV").line("A, ngày 05 tháng 11 năm 2026")

    assert under(page.recognize()) == ["SỞ NỘI VỤ"]


def test_lines_inside_text_boxes_and_over_them_are_found(page: Any) -> None:
    page.line("UBND TỈNH A").line("SỞ NỘI VỤ", "bold").line("Số: 15/TB-SNV")
    page.lines("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", look="bold")
    superior, issuer, number, nation, motto = page.blocks
    inside = with_drawings(motto, drawn(mm(10), pt(17)))
    left = box(mm(0), superior, issuer, number)
    right = box(mm(80), nation, inside)
    page.blocks = []
    page.line("").line("THÔNG BÁO", "center bold")
    page.blocks[0] = with_drawings(page.blocks[0], left, right, drawn(mm(20), pt(33)))

    assert sorted(under(page.recognize())) == ["SỞ NỘI VỤ", "Độc lập - Tự do - Hạnh phúc"]


def box(x: Length, *blocks: Paragraph) -> Drawing:
    return Drawing("text-box", mm(70), mm(25), Anchor(x, Length(0)), 0, "", (), blocks=blocks)


def test_lines_that_hang_on_the_page_are_under_the_text_of_their_column(page: Any) -> None:
    page.table(*HEAD)
    table = page.blocks[0]
    left, right = table.rows[0].cells
    anchors = (Anchor(x, mm(40), across="page", down="page") for x in (mm(55), mm(145)))
    lines = [Drawing("line", mm(30), Length(0), anchor, 0, "", ()) for anchor in anchors]
    first = with_drawings(right.blocks[0], *lines)
    page.blocks[0] = row_of(table, 0, left, replace(right, blocks=(first, *right.blocks[1:])))

    found = page.recognize()

    assert under(found) == ["SỞ NỘI VỤ", "Độc lập - Tự do - Hạnh phúc"]
    assert [line.offset for line in found.main.lines] == [mm(0), mm(10)]


def test_a_line_tells_how_far_it_is_off_the_middle(page: Any) -> None:
    page.table(*HEAD)
    table = page.blocks[0]
    left, right = table.rows[0].cells
    issuer = with_drawings(left.blocks[-1], drawn(mm(33), pt(16)))
    page.blocks[0] = row_of(table, 0, replace(left, blocks=(left.blocks[0], issuer)), right)

    assert [line.offset for line in page.recognize().main.lines] == [mm(8)]
