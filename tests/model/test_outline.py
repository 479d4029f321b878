"""What lines are called: marks, parents, names in references."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.model.blocks import Bang, Block, Body, DeMuc, Doan
from vanban.model.inlines import Run
from vanban.model.levels import DIVISIONS, Level, depth
from vanban.model.outline import labels, ngoac_below_diem, outline, printed, table_numbers
from vanban.model.van_ban import PhuLuc, VanBan

TEXT = (Run("Một"),)


def items(*marks: tuple[Level, str | None] | None) -> Body:
    """Marked lines, and a paragraph for each None."""
    return tuple(DeMuc(*mark, TEXT) if mark else Doan(TEXT) for mark in marks)


def typed(*marks: str | None) -> Body:
    """Marked lines with the level that the form of the mark tells."""
    forms = {"1.": Level.SO, "(1)": Level.NGOAC, "a)": Level.DIEM, "-": Level.GACH, "+": Level.CONG}
    return items(*((forms[mark], mark) if mark else None for mark in marks))


def labelled(*marks: tuple[Level, str | None]) -> VanBan:
    """A document of such lines, the last one labelled "x"."""
    *outer, (level, mark) = marks
    return VanBan(loai="", noi_dung=(*items(*outer), DeMuc(level, mark, TEXT, nhan="x")))


def test_levels_have_a_fixed_order_of_depth() -> None:
    order = [
        Level.PHAN, Level.CHUONG, Level.MUC, Level.TIEU_MUC, Level.DIEU, Level.CHU_HOA,
        Level.LA_MA, Level.SO, Level.SO_2, Level.SO_3, Level.DIEM, Level.GACH, Level.CONG,
    ]  # fmt: skip
    assert sorted(order, key=depth) == order
    assert depth(Level.SO) < depth(Level.NGOAC) < depth(Level.DIEM)
    assert depth(Level.DIEM) < depth(Level.NGOAC, ngoac_below_diem=True) < depth(Level.GACH)


def test_brackets_take_their_place_by_their_first_use() -> None:
    assert not ngoac_below_diem(typed("1.", "(1)", "a)", "(1)"))
    assert ngoac_below_diem(typed("1.", "a)", "(1)", "1.", "(1)"))
    assert ngoac_below_diem(typed("a)", "-", None, "(1)"))
    assert not ngoac_below_diem(typed("a)", "1.", "(1)"))
    assert not ngoac_below_diem(typed("1.", "a)"))


def test_a_mark_closes_all_deeper_levels_and_its_own() -> None:
    entries = outline(typed("1.", "a)", "-", "a)", "1.", "-"))
    assert [entry.parents for entry in entries.values()] == [
        (), (0,), (0, 1), (0,), (), (4,),
    ]  # fmt: skip


def test_paragraphs_and_tables_close_nothing() -> None:
    table = Bang((), ("",), (TEXT,), ())
    body: list[Block] = [*typed("1.", "-", "+", None), table, *typed("+", "-")]
    entries = outline(tuple(body))
    assert (entries[5].parents, entries[5].number) == ((0, 1), 2)
    assert (entries[6].parents, entries[6].number) == ((0,), 2)


def test_brackets_stand_below_or_above_the_letters_in_the_whole_body() -> None:
    below = outline(typed("1.", "a)", "(1)", "a)", "(1)"))
    assert [below[index].parents for index in (2, 3, 4)] == [(0, 1), (0,), (0, 3)]
    above = outline(typed("1.", "(1)", "a)", "(1)", "a)"))
    assert [above[index].parents for index in (2, 3, 4)] == [(0, 1), (0,), (0, 3)]


def test_typed_marks_are_kept_and_others_are_counted() -> None:
    body = items((Level.SO, "5."), (Level.SO, None), (Level.DIEM, None), (Level.DIEM, None))
    assert [entry.mark for entry in outline(body).values()] == ["5.", "2.", "a)", "b)"]


def test_counting_begins_anew_under_each_parent_but_not_for_articles() -> None:
    chuong, so, dieu = (Level.CHUONG, "Chương I"), (Level.SO, None), (Level.DIEU, None)
    body = items(chuong, dieu, so, so, chuong, dieu, so)
    assert [entry.mark for entry in outline(body).values()] == [
        "Chương I", "Điều 1.", "1.", "2.", "Chương I", "Điều 2.", "1.",
    ]  # fmt: skip


def test_d_with_stroke_follows_d_and_e_follows_it() -> None:
    marks = [entry.mark for entry in outline(items(*[(Level.DIEM, None)] * 12)).values()]
    assert " ".join(marks) == "a) b) c) d) đ) e) g) h) i) k) l) m)"


def test_numbers_of_two_levels_hold_that_of_their_parent() -> None:
    body = items((Level.SO, "3."), (Level.SO_2, None), (Level.SO_2, None), (Level.SO_3, None))
    assert [entry.mark for entry in outline(body).values()] == ["3.", "3.1.", "3.2.", "3.2.1."]


@pytest.mark.parametrize(
    ("level", "mark"),
    [
        (Level.PHAN, "Phần IV"),
        (Level.CHUONG, "Chương IV"),
        (Level.MUC, "Mục 4"),
        (Level.TIEU_MUC, "Tiểu mục 4"),
        (Level.DIEU, "Điều 4."),
        (Level.CHU_HOA, "D."),
        (Level.LA_MA, "IV."),
        (Level.SO, "4."),
        (Level.NGOAC, "(4)"),
        (Level.DIEM, "d)"),
        (Level.LA_MA_THUONG, "iv)"),
        (Level.GACH, "-"),
        (Level.CONG, "+"),
    ],
)
def test_each_level_prints_its_form(level: Level, mark: str) -> None:
    assert printed(level, 4) == mark


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("number", [1, 24, 27, 4000])
def test_every_level_has_a_mark_for_every_number(level: Level, number: int) -> None:
    assert printed(level, number)


@given(st.lists(st.sampled_from(Level), max_size=40))
def test_parents_are_shallower_than_their_items_and_come_before_them(levels: list[Level]) -> None:
    body = items(*((level, None) for level in levels))
    below = ngoac_below_diem(body)
    for index, entry in outline(body).items():
        chain = [*entry.parents, index]
        depths = [depth(levels[position], below) for position in chain]
        assert depths == sorted(set(depths))
        assert chain == sorted(chain)


DIEU_5, KHOAN_2 = (Level.DIEU, "Điều 5."), (Level.SO, "2.")


@pytest.mark.parametrize(
    ("marks", "name"),
    [
        ([DIEU_5, KHOAN_2], "khoản 2 Điều 5"),
        (
            [(Level.CHUONG, "Chương I"), DIEU_5, KHOAN_2, (Level.DIEM, "a)")],
            "điểm a khoản 2 Điều 5",
        ),
        ([(Level.CHUONG, "Chương I")], "Chương I"),
        ([(Level.CHUONG, "Chương I"), (Level.MUC, "Mục 2")], "Mục 2"),
        ([(Level.LA_MA, "II."), KHOAN_2], "khoản 2 Mục II"),
        ([(Level.CHU_HOA, "A."), (Level.LA_MA, "II.")], "Mục II Mục A"),
        ([KHOAN_2, (Level.NGOAC, "(3)")], "điểm (3) khoản 2"),
        ([KHOAN_2, (Level.DIEM, "đ/")], "điểm đ khoản 2"),
        ([(Level.LA_MA, "I."), KHOAN_2, (Level.SO_2, "2.1.")], "khoản 2.1 Mục I"),
        ([KHOAN_2, (Level.SO_2, "2.1."), (Level.SO_3, "2.1.3.")], "khoản 2.1.3"),
        ([(Level.DIEM, "a)"), (Level.LA_MA_THUONG, "ii)")], "điểm ii điểm a"),
        ([DIEU_5, KHOAN_2, (Level.GACH, "-")], "khoản 2 Điều 5"),
        ([(Level.DIEU, None), (Level.SO, None)], "khoản 1 Điều 1"),
    ],
)
def test_an_item_is_named_from_the_inner_part_outwards(
    marks: list[tuple[Level, str | None]], name: str
) -> None:
    assert labels(labelled(*marks)) == {"x": name}


def test_tables_and_appendices_are_named_by_their_order() -> None:
    plain, captioned = Bang((), ("",), (TEXT,), ()), Bang(TEXT, ("",), (TEXT,), ())
    named = Bang((), ("",), (TEXT,), (), nhan="bang")
    van_ban = VanBan(
        loai="",
        noi_dung=(plain, captioned),
        phu_luc=(PhuLuc(noi_dung=(named,)), PhuLuc(nhan="pl")),
    )
    assert labels(van_ban) == {"bang": "Bảng 2", "pl": "Phụ lục II"}
    assert table_numbers(van_ban) == {
        ("noi_dung", 1): 1,
        ("phu_luc", 0, "noi_dung", 0): 2,
    }


def test_a_single_appendix_has_no_number() -> None:
    assert labels(VanBan(loai="", phu_luc=(PhuLuc(nhan="pl"),))) == {"pl": "Phụ lục"}


def test_divisions_are_the_four_levels_with_a_title_of_their_own() -> None:
    assert {level for level in Level if depth(level) < depth(Level.DIEU)} == DIVISIONS
