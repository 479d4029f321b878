"""Cells in bodies: what they hold is printed as typed, wherever they stand."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from vanban.model.blocks import Bang, Block, DeMuc, Doan
from vanban.model.inlines import Run, plain
from vanban.sources import body, inline
from vanban.sources.cells_in_text import escaped, in_lines, in_one
from vanban.sources.collector import Collector
from vanban.sources.lines import BLANKS
from vanban.sources.nodes import scalar

PRINTABLE = st.characters(exclude_categories=["Cs", "Cc", "Cn", "Zl", "Zp"])
PIECES = st.sampled_from(
    "1. a) #. (#) - • Điều Chương I Mục~1 Bảng: “ ” * ** | --- [^1] [^1]:~ @a {#a} ![x](y) \\ \\1."
    " ~ \u00a0 {{~o~}} abc".replace("\u00a0", "nbsp").split()
).map(lambda piece: piece.replace("~", " ").replace("nbsp", "\u00a0"))


def bare(text: str) -> str:
    """A text without the blanks at its ends, as cells are read."""
    return text.strip(BLANKS)


CELL = (st.text(PRINTABLE) | st.lists(PIECES | st.text(PRINTABLE, max_size=3)).map("".join)).map(
    bare
)


def blocks(pattern: str, *cells: str) -> tuple[tuple[Block, ...], Collector]:
    """The blocks of a body whose placeholders are ``o``, ``p``, ``q``."""
    text = in_lines(pattern, dict(zip("opq", cells, strict=False)))
    out = Collector()
    return body.parse(text, scalar(text, "x").span, (), out, lambda file, _span: file), out


@given(CELL)
@example("#. việc")
@example("Điều #.")
@example("– gạch")
@example("Chương I")
@example("2. Nguyễn Văn A")
@example("a.  hai cách")
@example("Bảng: tên")
@example("“1. trích")
@example("\\1. Một")
@example("a \\")
def test_a_line_that_is_a_cell_is_a_paragraph_of_its_text(cell: str) -> None:
    found, out = blocks("Mở đầu:\n{{ o }}\n| a |\n| --- |\n| b |", cell)

    texts = [plain(block.chu) for block in found if isinstance(block, Doan)]
    assert texts == ["Mở đầu:", *filter(None, [cell])]
    (table,) = [block for block in found if isinstance(block, Bang)]
    assert (table.ten, out.problems) == ((), [])


@given(CELL, CELL, CELL)
def test_cells_inside_a_line_change_nothing_around_them(one: str, two: str, three: str) -> None:
    (block,), out = blocks("Ông {{ o }}, **{{ p }}** và {{ q }}.", one, two, three)

    assert isinstance(block, Doan)
    assert plain(block.chu) == f"Ông {one}, {two} và {three}."
    assert [run.text for run in block.chu if isinstance(run, Run) and run.dam] == [
        *filter(None, [two])
    ]
    assert out.problems == []


@given(CELL, CELL)
def test_cells_of_a_table_stay_in_their_places(one: str, two: str) -> None:
    pattern = "{{ o }} | {{ p }}\n--- | ---\n{{ p }} | {{ o }}\n\nHết"
    (table, end), out = blocks(pattern, one, two)

    assert isinstance(table, Bang)
    rows = [[plain(cell) for cell in row] for row in (table.dau, *table.hang)]
    assert rows == [[one, two], [two, one]]
    assert (isinstance(end, Doan), out.problems) == (True, [])


@given(st.lists(CELL, max_size=4))
def test_lines_of_a_cell_are_lines_of_the_body(lines: list[str]) -> None:
    found, _out = blocks("{{ o }}", "\n".join(lines))

    assert [plain(block.chu) for block in found if isinstance(block, Doan)] == [
        *filter(None, lines)
    ]
    assert len(found) == len([*filter(None, lines)])


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("| a | {{ o }} |\n|---|---|\n| b | c |", "một\nhai"),
        ("| a | b |\n|---|---|\n| c | «{{ o }}» |", "«một\nhai»"),
        ("Bảng: {{ o }}\n| a |\n|---|\n| b |", "một\nhai"),
        ("Đoạn **đậm {{ o }}** hết", "đậm một\nhai"),
        ("1. *{{ o }}*", "một\nhai"),
        ("1. Mục {{ o }} {#muc}", "Mục một\nhai"),
        ("Điều 1. {{ o }}\n1. Một.", "một\nhai"),
        ("a[^1]\n[^1]: {{ o }} hết", "một\nhai hết"),
        ("a[^1]\n[^1]: xem\n  {{ o }} hết", "xem một\nhai hết"),
    ],
)
def test_a_break_stays_inside_what_it_would_tear_apart(pattern: str, text: str) -> None:
    found, out = blocks(pattern, "một\n\n  \nhai")

    notes = [note.chu for note, _place in out.footnotes.values()]
    assert text in "|".join([*map(_all, found), *map(plain, notes)])
    assert out.problems == []


def _all(block: Block) -> str:
    """All texts of a block, with strokes between them."""
    if isinstance(block, Bang):
        return "|".join(
            plain(cell) for row in ((block.ten,), block.dau, *block.hang) for cell in row
        )
    return plain(block.chu) if isinstance(block, Doan | DeMuc) else ""


def test_marks_that_the_pattern_writes_stay_marks() -> None:
    pattern = "{{ o }}. Việc\nĐiều {{ o }}. Tên\n- {{ p }}"
    found, _out = blocks(pattern, "2", "1. x")

    assert [(b.dau, plain(b.chu)) for b in found if isinstance(b, DeMuc)] == [
        ("2.", "Việc"),
        ("Điều 2.", "Tên"),
        ("-", "1. x"),
    ]


@pytest.mark.parametrize("pattern", ["{{ o }}", "**{{ o }}**", "  {{ o }} {{ p }}", "*{{ o }}*"])
def test_a_line_of_blank_cells_is_no_line(pattern: str) -> None:
    assert blocks(f"a.\n{pattern}\nb.", "", "")[0] == blocks("a.\nb.")[0]


def test_a_product_of_cells_is_no_italics() -> None:
    (block,), _out = blocks("{{ o }}*{{ p }}*{{ q }}", "3", "4", "5")

    assert isinstance(block, Doan)
    assert block.chu == (Run("3*4*5"),)


def test_characters_that_only_we_use_are_not_taken_from_cells() -> None:
    cell = f"a{inline.EDGE}b{inline.BREAK}c"
    assert plain(blocks("Ông {{ o }}", cell)[0][0].chu) == "Ông abc"  # type: ignore[union-attr]


@given(CELL)
def test_the_text_of_one_block_is_kept(cell: str) -> None:
    assert plain(inline.parse(in_one("**{{ o }}**: {{ o }}", {"o": cell}))) == f"{cell}: {cell}"


@given(st.text(PRINTABLE))
def test_what_is_escaped_for_a_body_says_what_it_said(text: str) -> None:
    assert escaped(text).replace("\\", "") == text.replace("\\", "")
