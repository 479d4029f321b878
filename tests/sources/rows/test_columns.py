"""Which columns of a table are for what."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from vanban.errors import SourceError
from vanban.location import Place
from vanban.model.fields import CORE, Field, Number, Text
from vanban.sources.rows import columns
from vanban.sources.rows.columns import Use
from vanban.sources.rows.table import Table

OWN = (Field("he_so", Number(), "Hệ số lương"), Field("hinh_thuc_khen", Text(), "Hình thức"))


def match(headings: Sequence[str], *placeholders: str, also: Sequence[str] = ()) -> Use:
    asked = {name: Place("qd.mau.yaml", at) for at, name in enumerate(placeholders, 3)}
    rows = (row for row in ())
    table = Table("ds.xlsx", tuple(headings), rows, place=Place("ds.xlsx", 2), close=lambda: None)  # type: ignore[arg-type]
    return columns.match(table, asked, (*CORE, *OWN), also)


def problems(headings: Sequence[str], *placeholders: str) -> list[str]:
    with pytest.raises(SourceError) as caught:
        match(headings, *placeholders)
    return [str(problem) for problem in caught.value.problems]


def test_a_placeholder_takes_its_column_however_it_is_spelt() -> None:
    use = match(["STT", "Họ  và\ntên", "NGÀY-SINH"], "ho_va_ten", "Ngày sinh")

    assert use.placeholders == (("ho_va_ten", 1), ("ngay_sinh", 2))
    assert (use.fields, use.used) == ((), {1, 2})


def test_a_placeholder_finds_a_column_below_a_group() -> None:
    assert match(["Cá nhân: Họ tên", "Số"], "Họ tên").placeholders == (("ho_ten", 0),)


def test_the_folded_name_of_a_placeholder_is_that_of_patterns() -> None:
    assert match(["Ký: Họ tên"], "Ký: Họ tên").placeholders == (("ky:_ho_ten", 0),)


@pytest.mark.parametrize(
    ("heading", "path"),
    [
        ("Trích yếu", ("trich_yeu",)),
        ("TRÍCH YẾU NỘI DUNG", ("trich_yeu",)),
        ("ky.ho_ten", ("ky", "ho_ten")),
        ("Ký: Họ tên", ("ky", "ho_ten")),
        ("Người ký - Họ và tên", ("ky", "ho_ten")),
        ("ky.2.ho_ten", ("ky", "2", "ho_ten")),
        ("Hệ số lương (*)", ("he_so",)),
        ("Kính gửi", ("kinh_gui",)),
        ("Địa chỉ cơ quan: Thư điện tử", ("dia_chi", "email")),
    ],
)
def test_other_columns_fill_the_field_of_their_full_name(
    heading: str, path: tuple[str, ...]
) -> None:
    assert match(["STT", heading]).fields == ((path, 1),)


@pytest.mark.parametrize(
    "heading", ["Họ tên", "Ký", "Loại", "Mẫu", "kem_theo.2.trich_yeu", "bo_qua"]
)
def test_what_is_no_full_name_of_a_text_fills_nothing(heading: str) -> None:
    assert match([heading]).fields == ()


def test_a_column_that_is_asked_for_fills_no_field() -> None:
    use = match(["Số", "Ngày"], "Số")

    assert (use.placeholders, use.fields) == ((("so", 0),), ((("ngay",), 1),))


def test_a_missing_column_is_named_with_a_near_one() -> None:
    assert problems(["STT", "Họ và tên"], "Họ tên", "CCCD") == [
        "qd.mau.yaml:3: Mẫu cần cột «Họ tên» nhưng bảng không có. Có phải cột «Họ và tên» không?",
        "qd.mau.yaml:4: Mẫu cần cột «CCCD» nhưng bảng không có."
        " Các cột của bảng: «STT», «Họ và tên».",
    ]


def test_a_placeholder_that_two_columns_could_be_is_refused() -> None:
    (told,) = problems(["Bên A: Họ tên", "Bên B: Họ tên"], "Họ tên")
    assert "ds.xlsx:2: Bảng có 2 cột có thể là «Họ tên»: «Bên A: Họ tên», «Bên B: Họ tên»." in told

    (told,) = problems(["Số", "SỐ"], "so")
    assert "«Số», «SỐ»" in told


def test_a_heading_that_two_fields_could_be_is_refused_and_names_both() -> None:
    (told,) = problems(["Hình thức"])

    assert "hinh_thuc (Hình thức), hinh_thuc_khen (Hình thức)" in told


def test_the_very_name_of_a_field_is_never_ambiguous() -> None:
    assert match(["hinh_thuc"]).fields == ((("hinh_thuc",), 0),)


def test_two_columns_for_one_field_are_refused() -> None:
    (told,) = problems(["Trích yếu", "Trích yếu nội dung"])

    assert "Các cột «Trích yếu», «Trích yếu nội dung» cùng điền vào trường «trich_yeu»" in told


def test_it_is_told_which_columns_fill_fields_and_which_do_nothing() -> None:
    use = match(["STT", "Số", "Ghi chú", "Trích yeếu", "Đơn vị", "Ngày sinh"], also=["don_vi"])

    assert [str(note).removeprefix("ds.xlsx:2: ") for note in use.notes] == [
        "Cột điền thẳng vào trường: «Số» → so.",
        "Cột không được dùng: «Ghi chú», «Ngày sinh».",
        "Cột «Trích yeếu» không được dùng. Có phải trường «trich_yeu» không?",
    ]


def test_the_names_that_could_be_used_are_those_of_placeholders_and_fields() -> None:
    names = columns.names(["Họ tên", "Ký: Họ tên"], CORE)

    assert {"ho_ten", "ky.ho_ten", "trich_yeu", "nguoi_ky.ho_va_ten"} <= names


def test_columns_are_wanted_with_what_their_dates_are_for() -> None:
    wanted = columns.names(["Ngày sinh", "Ngày ký"], CORE, ["ngay_ky"])

    asked = ("Ngày ký", "Ngày sinh", "Cá nhân: Ngày sinh", "Ngày", "Trích yếu")
    assert [wanted.purpose(name).value for name in asked] == ["day", "text", "text", "day", "text"]
    assert {"ngay_sinh", "trich_yeu", "ky.ho_ten"} <= wanted
