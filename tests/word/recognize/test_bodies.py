"""Levels of the text, automatic numbers, headings, tables."""

from __future__ import annotations

from typing import Any

import pytest

NATION = "*CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|*Độc lập - Tự do - Hạnh phúc"


@pytest.fixture
def headed(page: Any) -> Any:
    """A page with a head and a type."""
    page.table(["*SỞ NỘI VỤ", NATION], ["Số: 15/KH-SNV", "A, ngày 05 tháng 11 năm 2026"])
    return page.line("KẾ HOẠCH", "center bold")


def body(page: Any) -> list[tuple[str, str | None, str | None]]:
    return [(piece.slug, piece.level, piece.mark) for piece in page.recognize().main.body]


def test_typed_and_automatic_numbers_give_the_same_levels(headed: Any) -> None:
    headed.line("1. Việc một.").line("a) Việc nhỏ;")
    headed.line("Việc hai.", number="2.").line("Việc nhỏ;", number="a)").line(
        "Chi tiết.", number="•"
    )

    assert body(headed) == [
        ("khoan", "so", "1."),
        ("diem", "diem", "a)"),
        ("khoan", "so", "2."),
        ("diem", "diem", "a)"),
        ("gach", "gach", "•"),
    ]
    assert [piece.automatic for piece in headed.recognize().main.body] == [
        False,
        False,
        True,
        True,
        True,
    ]
    assert headed.recognize().main.body[2].words == "Việc hai."


def test_headings_have_the_style_of_headings(headed: Any) -> None:
    headed.line("I. MỤC ĐÍCH", "bold").line("1. Mục đích chung", "bold").line("Nội dung.")
    assert [slug for slug, _level, _mark in body(headed)] == [
        "tieu_de_muc",
        "tieu_de_khoan",
        "noi_dung",
    ]


def test_a_division_has_number_and_title_on_one_line_or_two(headed: Any) -> None:
    headed.lines("Chương I", "QUY ĐỊNH CHUNG", look="center bold").line("Điều 1. Phạm vi", "bold")
    headed.line("Chương II. TỔ CHỨC", "center bold").line("Điều 2. Đối tượng", "bold").line("Lời.")

    assert [slug for slug, _level, _mark in body(headed)] == [
        "phan_chuong", "ten_phan_chuong", "tieu_de_dieu",
        "phan_chuong", "ten_phan_chuong", "tieu_de_dieu", "noi_dung",
    ]  # fmt: skip


def test_quoted_lines_are_text(headed: Any) -> None:
    headed.line("1. Sửa đổi Điều 5 như sau:").line("“Điều 5. Họp").line("1. Họp tháng.”").line(
        "2. Bãi bỏ."
    )
    assert [slug for slug, _level, _mark in body(headed)] == [
        "khoan",
        "noi_dung",
        "noi_dung",
        "khoan",
    ]


def test_odd_bullets_are_known(headed: Any) -> None:
    headed.line("▪ Một;").line("* Hai.")
    assert body(headed) == [("gach", "gach", "▪"), ("gach", "gach", "*")]


def test_a_table_has_a_caption_head_and_cells(headed: Any) -> None:
    headed.line("Phân công như sau:").line("Bảng 1. Phân công", "center bold").table(
        ["*STT", "*Việc"], ["1", "Soạn thảo"], ruled=True
    )

    (caption,) = headed.recognize().main.tables

    assert caption.caption is not None
    assert (caption.caption.slug, caption.header_rows) == ("ten_bang", 1)
    cells = headed.recognize().all("dau_bang", "o_bang")
    assert [(piece.slug, piece.cell) for piece in cells] == [
        ("dau_bang", (0, 0)),
        ("dau_bang", (0, 1)),
        ("o_bang", (1, 0)),
        ("o_bang", (1, 1)),
    ]
