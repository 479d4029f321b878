"""The fields of a type's own, as templates print them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vanban.model.fields import Day, Field, Flag, Many, Number, Text
from vanban.viet.dates import Ngay
from vanban.word import own_fields
from vanban.word.body import BodyWriter

Writer = Callable[..., BodyWriter]

MONEY = Field("kinh_phi", Number(money=True), "Kinh phí")
COUNT = Field("so_nguoi", Number(), "Số người")


@pytest.mark.parametrize(
    ("typed", "shown", "in_words"),
    [
        ("1250000", "1.250.000", "Một triệu hai trăm năm mươi nghìn đồng"),
        ("1.250.000", "1.250.000", "Một triệu hai trăm năm mươi nghìn đồng"),
        ("", "", ""),
    ],
)
def test_money_comes_in_figures_and_in_words(
    writer_of: Writer, typed: str, shown: str, in_words: str
) -> None:
    values = own_fields.printed((MONEY,), {"kinh_phi": typed}, writer_of())
    assert values == {"kinh_phi": shown, "kinh_phi_bang_chu": in_words}


def test_a_number_with_a_fraction_has_no_words(writer_of: Writer) -> None:
    values = own_fields.printed((COUNT,), {"so_nguoi": "1,5"}, writer_of())
    assert values == {"so_nguoi": "1,5", "so_nguoi_bang_chu": ""}


def test_leading_zeros_stay(writer_of: Writer) -> None:
    assert own_fields.printed((COUNT,), {"so_nguoi": "08"}, writer_of())["so_nguoi"] == "08"


def test_a_list_of_texts_comes_as_lines_too(writer_of: Writer) -> None:
    field = Field("gui", Many(Text()), "Gửi")
    values = own_fields.printed((field,), {"gui": ("Sở A", "Sở B")}, writer_of())
    assert values["gui_dong"] == ["- Sở A;", "- Sở B."]


def test_a_blank_date_leaves_room(writer_of: Writer) -> None:
    values = own_fields.printed((Field("den_ngay", Day(), "Đến ngày"),), {}, writer_of())
    assert values == {"den_ngay": Ngay().words()}


@pytest.mark.parametrize(("given", "shown"), [(True, "có"), (False, ""), (None, "")])
def test_yes_is_a_word_and_no_is_empty(writer_of: Writer, given: bool | None, shown: str) -> None:
    field = Field("co_an_trua", Flag(), "Có ăn trưa")
    assert own_fields.printed((field,), {"co_an_trua": given}, writer_of()) == {"co_an_trua": shown}
