"""Tables: their widths, alignments, and how they break over pages."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.model.blocks import Bang
from vanban.model.inlines import Inlines, Run
from vanban.units import Length, mm
from vanban.viet.widths import text_width
from vanban.word.body import BodyWriter
from vanban.word.tables import column_widths

ROOM = mm(165)
cells = st.text("aăbcđ 0123.,", max_size=40)
grids = st.integers(1, 8).flatmap(
    lambda n: st.lists(st.lists(cells, min_size=n, max_size=n), min_size=1, max_size=6)
)


def text(words: str) -> Inlines:
    return (Run(words),) if words else ()


def bang(*rows: list[str], can: tuple[str, ...] = (), ten: str = "") -> Bang:
    """A table whose first row is the header."""
    header, *others = [tuple(text(cell) for cell in row) for row in rows]
    return Bang(text(ten), can or ("",) * len(header), header, tuple(others))


def widths(xml: str) -> list[int]:
    return [int(found) for found in re.findall(r'<w:gridCol w:w="(\d+)"', xml)]


def alignments(xml: str) -> list[list[str]]:
    """The alignment of each cell, row by row; "" is that of the style."""
    rows = re.findall("<w:tr>.*?</w:tr>", xml)
    return [
        [(re.findall(r'<w:jc w:val="(\w+)"', cell) or [""])[0] for cell in row.split("<w:tc>")[1:]]
        for row in rows
    ]


@given(grids, st.sampled_from([mm(165), mm(267), mm(60)]))
def test_columns_fill_the_room_and_none_is_empty(grid: list[list[str]], room: Length) -> None:
    found = column_widths(bang(*grid), room, 13)
    assert sum(found) == room
    assert len(found) == len(grid[0])
    assert min(found) > 0


@given(grids)
def test_the_grid_and_the_cells_agree(grid: list[list[str]]) -> None:
    found = column_widths(bang(*grid), ROOM, 13)
    assert found == column_widths(bang(*grid), ROOM, 13)
    assert abs(sum(width.twips for width in found) - ROOM.twips) <= len(found)


def test_every_word_fits_into_its_column() -> None:
    table = bang(["STT", "Nhiệm vụ", "Đơn vị"], ["1", "a " * 200, "Văn phòng"])
    for column, width in zip(zip(*[table.dau, *table.hang], strict=True),
                             column_widths(table, ROOM, 13), strict=True):  # fmt: skip
        words = (word for cell in column for run in cell for word in run.text.split())  # type: ignore[union-attr]
        assert max(text_width(word, 13, bold=True) for word in words) < width.pt


def test_a_long_text_gets_the_widest_column() -> None:
    found = column_widths(bang(["STT", "Nội dung", "Số"], ["1", "dài " * 50, "5"]), ROOM, 13)
    assert found[1] > 4 * max(found[0], found[2])


def test_words_too_long_for_the_paper_still_fit_into_it() -> None:
    found = column_widths(bang(["a" * 200, "b" * 200]), ROOM, 13)
    assert sum(found) == ROOM


def test_figures_stand_right_ordinals_in_the_middle_words_left(
    written: Callable[..., str],
) -> None:
    xml = written(
        bang(["STT", "Tên", "Số", "Tỷ lệ"], ["1", "Một", "1.234", "99,8%"], ["2", "Hai", "-", ""])
    )
    assert alignments(xml)[1:] == [["center", "left", "right", "right"]] * 2


def test_figures_mixed_with_words_stand_left(written: Callable[..., str]) -> None:
    xml = written(bang(["Số"], ["12"], ["12 hồ sơ"]))
    assert alignments(xml)[1:] == [["left"], ["left"]]


def test_a_typed_alignment_counts(written: Callable[..., str]) -> None:
    xml = written(bang(["A", "B"], ["1", "x"], can=("trai", "phai")))
    assert alignments(xml)[1] == ["left", "right"]


def test_the_header_is_repeated_and_no_row_splits(written: Callable[..., str]) -> None:
    rows = re.findall("<w:tr>.*?</w:tr>", written(bang(["A"], ["1"], ["2"])))
    assert ["<w:tblHeader/>" in row for row in rows] == [True, False, False]
    assert all("<w:cantSplit/>" in row for row in rows)


@pytest.mark.parametrize(("count", "kept"), [(1, 0), (2, 0), (3, 1), (5, 3)])
def test_the_row_before_the_last_stays_with_it(
    written: Callable[..., str], count: int, kept: int
) -> None:
    row = (text("1"),)
    table = Bang((), ("",), (text("A"),), (row,) * count)
    rows = re.findall("<w:tr>.*?</w:tr>", written(table))[1:]
    assert ["<w:keepNext/>" in xml for xml in rows] == [n == kept for n in range(count)]


def test_a_table_without_rows_is_its_header(written: Callable[..., str]) -> None:
    assert len(re.findall("<w:tr>", written(bang(["A", "B"])))) == 1


def test_a_ragged_table_cannot_be_written(written: Callable[..., str]) -> None:
    ragged = Bang((), ("", ""), (text("A"), text("B")), ((text("1"),),))
    with pytest.raises(ValueError, match=r"zip\(\)"):
        written(ragged)


def test_a_caption_is_numbered_in_the_order_of_the_document(written: Callable[..., str]) -> None:
    xml = written(bang(["A"], ten="Một"), bang(["B"]), bang(["C"], ten="Hai"))
    shown = re.sub("<[^>]+>", "", xml.replace("</w:p>", "\n")).split("\n")
    assert [line for line in shown if line.startswith("Bảng")] == ["Bảng 1. Một", "Bảng 2. Hai"]


def test_a_table_is_as_wide_as_the_room_of_its_section(
    writer_of: Callable[..., BodyWriter],
) -> None:
    body = (bang(["A", "B"], ["1", "2"]),)
    writer = writer_of(*body)
    writer.width = mm(267)
    assert abs(sum(widths(writer.write(body, ("noi_dung",)))) - mm(267).twips) <= 2


def test_the_width_of_the_table_is_that_of_its_grid(written: Callable[..., str]) -> None:
    xml = written(bang(["A", "B", "C"], ["1", "2", "3"]))
    assert f'<w:tblW w:w="{sum(widths(xml))}"' in xml
    cells_of_a_row = re.findall(r'<w:tcW w:w="(\d+)"', xml)[:3]
    assert [int(width) for width in cells_of_a_row] == widths(xml)
