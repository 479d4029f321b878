"""Tables with the widths, borders, margins and looks that Word shows."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vanban.layout.document import Cell, Layout, Table
from vanban.units import pt
from vanban.word.reader.table_styles import Banding, places

Seen = Callable[..., Layout]


def p(text: str = "x") -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def tc(content: str = "", properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content or p()}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tbl(*rows: str, properties: str = "", grid: tuple[int, ...] = ()) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    return (
        f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>"
        f"{''.join(rows)}</w:tbl>"
    )


def only(layout: Layout) -> Table:
    (table,) = layout.tables
    return table


def cells(layout: Layout) -> list[Cell]:
    return [cell for row in only(layout).rows for cell in row.cells]


def styled(*parts: str, more: str = "") -> str:
    return (
        '<w:style w:type="table" w:styleId="T"><w:name w:val="Bảng"/>'
        f"{more}{''.join(parts)}</w:style>"
    )


def part(kind: str, inside: str) -> str:
    return f'<w:tblStylePr w:type="{kind}">{inside}</w:tblStylePr>'


ALL_LINES = "".join(
    f'<w:{side} w:val="single" w:sz="4"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def test_a_table_knows_its_widths_place_and_names(seen: Seen) -> None:
    properties = (
        '<w:tblW w:w="5000" w:type="dxa"/><w:jc w:val="center"/><w:tblInd w:w="-100" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblCaption w:val="Bảng 1"/><w:tblDescription w:val="Số"/>'
    )
    table = only(seen(tbl(tr(tc()), properties=properties, grid=(2000, 3000))))

    assert (table.width, table.percent, table.indent) == (pt(250), None, pt(-5))
    assert (table.alignment, table.fixed) == ("center", True)
    assert (table.title, table.description) == ("Bảng 1", "Số")
    assert table.widths == (pt(100), pt(150))


@pytest.mark.parametrize("width", ['w:w="2500" w:type="pct"', 'w:w="50%"'])
def test_a_width_in_per_cent_is_no_length(seen: Seen, width: str) -> None:
    table = only(seen(tbl(tr(tc()), properties=f"<w:tblW {width}/>")))

    assert (table.width, table.percent) == (None, 50.0)


def test_a_cell_is_as_wide_as_it_says_else_as_the_grid(seen: Seen) -> None:
    wide = '<w:gridSpan w:val="2"/>'
    own = '<w:tcW w:w="700" w:type="dxa"/>'
    table = only(seen(tbl(tr(tc(properties=own), tc(properties=wide)), grid=(500, 600, 800))))
    first, second = table.rows[0].cells

    assert (table.width_of(first), table.width_of(second)) == (pt(35), pt(70))
    assert (second.column, second.span) == (1, 2)


def test_a_row_may_begin_after_columns_left_empty(seen: Seen) -> None:
    properties = '<w:gridBefore w:val="1"/><w:trHeight w:val="400" w:hRule="exact"/>'
    (row,) = only(seen(tbl(tr(tc(), properties=properties), grid=(500, 600)))).rows

    assert (row.before, row.cells[0].column) == (1, 1)
    assert (row.height, row.exact) == (pt(20), True)


def test_cells_merged_downwards_are_known(seen: Seen) -> None:
    start, under = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    found = cells(seen(tbl(tr(tc(properties=start)), tr(tc(properties=under)), tr(tc()))))

    assert [cell.merge for cell in found] == ["start", "continue", None]


def test_a_table_without_borders_shows_none(seen: Seen) -> None:
    assert not any(cell.borders for cell in cells(seen(tbl(tr(tc(), tc())))))


def test_the_lines_of_a_table_fall_to_its_cells(seen: Seen) -> None:
    inside = (
        '<w:tblBorders><w:top w:val="double" w:sz="4"/><w:insideV w:val="single" w:sz="4"/>'
        '<w:left w:val="nil"/></w:tblBorders>'
    )
    first, second = cells(seen(tbl(tr(tc(), tc()), properties=inside)))

    assert first.borders.top is not None
    assert (first.borders.top.style, first.borders.left) == ("double", None)
    assert first.borders.right is not None
    assert first.borders.right == second.borders.left
    assert (second.borders.right, second.borders.bottom) == (None, None)


def test_a_cell_takes_back_the_lines_of_its_table(seen: Seen) -> None:
    none = "<w:tcBorders>" + "".join(
        f'<w:{side} w:val="nil"/>' for side in ("top", "left", "bottom", "right")
    )
    lines = f"<w:tblBorders>{ALL_LINES}</w:tblBorders>"
    (cell,) = cells(seen(tbl(tr(tc(properties=f"{none}</w:tcBorders>")), properties=lines)))

    assert not cell.borders


def test_a_style_gives_lines_margins_and_formats(seen: Seen) -> None:
    style = styled(
        '<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:i/></w:rPr>',
        f"<w:tblPr><w:tblBorders>{ALL_LINES}</w:tblBorders><w:tblCellMar>"
        '<w:left w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>',
    )
    found = seen(tbl(tr(tc()), properties='<w:tblStyle w:val="T"/>'), style)
    (cell,) = cells(found)
    (paragraph,) = found.paragraphs()

    assert cell.borders.box
    assert (cell.margins.left, cell.margins.right) == (0, pt(5.4))
    assert (paragraph.alignment, paragraph.italic) == ("center", True)
    assert paragraph.origin("alignment").style == "Bảng"
    assert only(found).style == "Bảng"


def test_the_style_of_a_paragraph_goes_before_that_of_its_table(seen: Seen) -> None:
    styles = styled('<w:rPr><w:sz w:val="20"/></w:rPr><w:pPr><w:jc w:val="right"/></w:pPr>') + (
        '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="N"/>'
        '<w:rPr><w:sz w:val="28"/></w:rPr></w:style>'
    )
    (paragraph,) = seen(tbl(tr(tc()), properties='<w:tblStyle w:val="T"/>'), styles).paragraphs()

    assert (paragraph.size, paragraph.alignment) == (14.0, "right")


def test_the_first_row_of_a_style_looks_different_where_the_table_wants_it(seen: Seen) -> None:
    style = styled(part("firstRow", "<w:rPr><w:b/></w:rPr>"))
    named = '<w:tblStyle w:val="T"/>'
    wanted = seen(tbl(tr(tc()), tr(tc()), properties=f'{named}<w:tblLook w:val="0020"/>'), style)
    unwanted = seen(tbl(tr(tc()), properties=f'{named}<w:tblLook w:firstRow="0"/>'), style)

    assert [paragraph.bold for paragraph in wanted.paragraphs()] == [True, False]
    assert [paragraph.bold for paragraph in unwanted.paragraphs()] == [False]


def test_the_default_style_of_tables_holds_where_none_is_named(seen: Seen) -> None:
    style = styled(
        '<w:tblPr><w:tblCellMar><w:left w:w="200" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    ).replace('w:styleId="T"', 'w:styleId="T" w:default="1"')
    (cell,) = cells(seen(tbl(tr(tc())), style))

    assert cell.margins.left == pt(10)


@pytest.mark.parametrize(
    ("row", "column", "found"),
    [
        (0, 0, ("band1Vert", "firstRow")),
        (1, 1, ("band2Vert", "band1Horz")),
        (2, 2, ("band1Vert", "band2Horz", "lastCol")),
        (0, 2, ("band1Vert", "lastCol", "firstRow", "neCell")),
    ],
)
def test_a_cell_is_in_several_parts_of_a_table(
    row: int, column: int, found: tuple[str, ...]
) -> None:
    assert places(Banding(frozenset({"firstRow", "lastColumn"})), row, 3, column, 3) == found


def test_a_row_that_is_deleted_does_not_show(seen: Seen) -> None:
    found = seen(tbl(tr(tc(p("a"))), tr(tc(p("b")), properties='<w:del w:id="1"/>')))

    assert found.text == "a"


def test_cells_keep_shading_direction_and_alignment(seen: Seen) -> None:
    properties = '<w:shd w:fill="D9E2F3"/><w:textDirection w:val="btLr"/><w:vAlign w:val="center"/>'
    (cell,) = cells(seen(tbl(tr(tc(properties=properties)))))

    assert (cell.shading, cell.direction, cell.vertical) == ("D9E2F3", "btLr", "center")


def test_a_floating_table_knows_where(seen: Seen) -> None:
    table = only(seen(tbl(tr(tc()), properties='<w:tblpPr w:horzAnchor="page" w:tblpX="300"/>')))

    assert table.frame is not None
    assert (table.frame.across, table.frame.x) == ("page", pt(15))
