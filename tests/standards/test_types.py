"""Document types: their files, their own fields, faults in them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from vanban.errors import StandardError
from vanban.model import fields
from vanban.model.fields import CORE, Field, Many, Record
from vanban.model.van_ban import VanBan
from vanban.standards.types import PRINTED, read

TypeFile = Callable[..., Path]


def test_a_type_is_a_name_a_code_and_a_basis(type_file: TypeFile) -> None:
    kind = read(type_file(slug="giay-ra-vao"))
    assert (kind.slug, kind.ten, kind.ma) == ("giay-ra-vao", "Loại mới", "LM")
    assert (kind.tieu_chuan, kind.mau, kind.kinh_gui) == ("nd30", "mau-1.4", "khong")
    assert (kind.truong, kind.bat_buoc, kind.do_tin) == ((), (), "S")


def own(type_file: TypeFile, text: str) -> tuple[Field, ...]:
    """The fields declared by some lines of ``truong``."""
    lines = "\n".join(f"  {line}" for line in text.splitlines())
    return read(type_file(f"truong:\n{lines}\n")).truong


@pytest.mark.parametrize(
    ("kieu", "kind"),
    [
        ("text", fields.Text()),
        ("date", fields.Day()),
        ("time", fields.Time()),
        ("number", fields.Number()),
        ("money", fields.Number(money=True)),
        ("flag", fields.Flag()),
        ("body", fields.Content()),
        ("image", fields.Picture()),
        ("list", Many(fields.Text())),
    ],
)
def test_a_field_is_of_a_closed_kind(type_file: TypeFile, kieu: str, kind: object) -> None:
    (field,) = own(type_file, f"- {{ten: thu, kieu: {kieu}, tieu_de: Thử, mo_ta: Giải thích}}")
    assert field == Field("thu", kind, "Thử", "Giải thích")


def test_a_record_has_fields_of_its_own(type_file: TypeFile) -> None:
    text = "- {ten: nguoi, kieu: record, tieu_de: Người, truong: [{ten: ho_ten, kieu: text, "
    (field,) = own(type_file, text + "tieu_de: Họ tên}]}")
    assert field.kind == Record((Field("ho_ten", fields.Text(), "Họ tên"),))


def test_a_list_is_of_one_kind_or_of_records(type_file: TypeFile) -> None:
    days, people = own(
        type_file,
        "- {ten: ngay_hop, kieu: list, tieu_de: Ngày họp, phan_tu: date}\n"
        "- {ten: nguoi, kieu: list, tieu_de: Người, truong: [{ten: ho_ten, kieu: text, "
        "tieu_de: Họ tên}]}",
    )
    assert days.kind == Many(fields.Day())
    assert people.kind == Many(Record((Field("ho_ten", fields.Text(), "Họ tên"),)))


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("- {kieu: text, tieu_de: Thử}", "truong.1: thiếu «ten»"),
        ("- {ten: thu, tieu_de: Thử}", "truong.thu: thiếu «kieu»"),
        ("- {ten: thu, kieu: text}", "truong.thu: thiếu «tieu_de»"),
        ("- {ten: thu, kieu: chu, tieu_de: Thử}", "truong.thu: «kieu» phải là một trong: text"),
        ("- {ten: thu, kieu: text, tieu_de: Thử, mota: x}", "truong.thu: khóa không biết «mota»"),
        ("- {ten: Thử nghiệm, kieu: text, tieu_de: Thử}", "tên trường viết không dấu"),
        ("- {ten: thu-nghiem, kieu: text, tieu_de: Thử}", "tên trường viết không dấu"),
        ("- {ten: trich_yeu, kieu: text, tieu_de: Thử}", "trường «trich_yeu» đã có sẵn"),
        ("- {ten: so_ky_hieu, kieu: text, tieu_de: Thử}", "trường «so_ky_hieu» đã có sẵn"),
        (
            "- {ten: thu, kieu: text, tieu_de: Thử}\n- {ten: thu, kieu: date, tieu_de: Thử}",
            "trường «thu» đã có sẵn",
        ),
        ("- {ten: ten_co_quan, kieu: text, tieu_de: Thử}", "trường «ten_co_quan» đã có sẵn"),
        ("- {ten: cuoi, kieu: text, tieu_de: Thử}", "trường «cuoi» đã có sẵn"),
        (
            "- {ten: gui, kieu: list, tieu_de: Thử}\n- {ten: gui_dong, kieu: text, tieu_de: Thử}",
            "trường «gui_dong» đã có sẵn",
        ),
        (
            "- {ten: gui_dong, kieu: text, tieu_de: Thử}\n- {ten: gui, kieu: list, tieu_de: Thử}",
            "trường «gui_dong» đã có sẵn",
        ),
        ("- {ten: thu, kieu: list, tieu_de: Thử, phan_tu: list}", "truong.thu: «phan_tu»"),
        ("- {ten: thu, kieu: list, tieu_de: Thử, phan_tu: record}", "truong.thu: «phan_tu»"),
        ("- {ten: thu, kieu: record, tieu_de: Thử}", "truong.thu: «truong» phải là"),
        ("- {ten: thu, kieu: record, tieu_de: Thử, truong: [chữ]}", "truong.thu.1: phải là một"),
        ("- chữ", "truong.1: phải là một nhóm"),
    ],
)
def test_a_fault_names_the_field(type_file: TypeFile, lines: str, told: str) -> None:
    with pytest.raises(StandardError) as caught:
        own(type_file, lines)
    assert told in str(caught.value)
    assert "loai-moi.yaml" in str(caught.value)


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("maa: X\n", "khóa không biết «maa»"),
        ("kinh_gui: luon-luon\n", "«kinh_gui» phải là một trong: khong, co, cap-tren"),
        ("do_tin: chắc\n", "«do_tin» phải là một trong"),
        ("bat_buoc: can-cu\n", "«bat_buoc» phải là danh sách chữ"),
        ("truong: thu\n", "«truong» phải là một danh sách"),
        ("ten: [\n", "không phải YAML"),
    ],
)
def test_a_fault_of_a_type_names_its_key(type_file: TypeFile, more: str, told: str) -> None:
    with pytest.raises(StandardError) as caught:
        read(type_file(more))
    assert told in str(caught.value)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(StandardError, match=r"khong-co\.yaml"):
        read(tmp_path / "khong-co.yaml")


def test_reserved_names_are_not_those_of_the_core() -> None:
    assert not PRINTED & {field.ten for field in CORE}
    assert {"cuoc_chu", "rieng"} == PRINTED & set(VanBan.__struct_fields__)
