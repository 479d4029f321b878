"""Visiting the parts of a document."""

from __future__ import annotations

from types import MappingProxyType

from vanban.model.blocks import Bang, DeMuc, Doan, Hinh
from vanban.model.fields import Field, Many, Record, Text, Time
from vanban.model.inlines import Run
from vanban.model.levels import Level
from vanban.model.van_ban import CoQuan, KemTheo, Ky, PhuLuc, VanBan
from vanban.model.walk import blocks, bodies, inlines, prose
from vanban.viet.dates import Ngay


def text(words: str) -> tuple[Run]:
    return (Run(words),)


def test_bodies_come_with_their_paths_in_reading_order() -> None:
    van_ban = VanBan(
        loai="",
        noi_dung=(Doan(text("một")),),
        kem_theo=KemTheo(noi_dung=(Doan(text("hai")),)),
        phu_luc=(PhuLuc(), PhuLuc(noi_dung=(Hinh("a.png"), Doan(text("ba"))))),
    )
    assert [path for path, _body in bodies(van_ban)] == [
        ("noi_dung",),
        ("kem_theo", "noi_dung"),
        ("phu_luc", 0, "noi_dung"),
        ("phu_luc", 1, "noi_dung"),
    ]
    assert [path for path, _block in blocks(van_ban)] == [
        ("noi_dung", 0),
        ("kem_theo", "noi_dung", 0),
        ("phu_luc", 1, "noi_dung", 0),
        ("phu_luc", 1, "noi_dung", 1),
    ]


def test_bodies_in_a_types_own_fields_are_found_however_deep() -> None:
    body = (Doan(text("một")),)
    own = {"ghi_chu": body, "phan": ({"y": "chữ"}, {"y": body}), "ngay_hop": Ngay(nam=2026)}
    van_ban = VanBan(loai="", rieng=MappingProxyType(own))
    assert list(bodies(van_ban))[1:] == [(("ghi_chu",), body), (("phan", 1, "y"), body)]


def test_a_table_is_read_from_its_caption_row_by_row() -> None:
    table = Bang(text("tên"), ("",), (text("đầu"),), ((text("một"),), (text("hai"),)))
    assert list(inlines(table)) == [text("tên"), text("đầu"), text("một"), text("hai")]
    assert list(inlines(DeMuc(Level.SO, "1.", text("ý")))) == [text("ý")]
    assert list(inlines(Hinh("a.png", "mô tả"))) == []


def test_prose_leaves_codes_and_choices_out() -> None:
    person = (Field("ten", Text(), ""), Field("ma", Text(code=True), ""))
    own = (
        Field("thoi_gian", Time(), "Thời gian"),
        Field("nguoi", Many(Record(person)), ""),
    )
    van_ban = VanBan(
        loai="ke-hoach",
        trang_thai="du-thao",
        co_quan=(CoQuan(ban_hanh="Sở Nội vụ", viet_tat="SNV"),),
        so="12",
        can_cu=("Căn cứ Luật A",),
        ky=(Ky(chuc_vu="Giám đốc"),),
        noi_nhan=("Như trên",),
        luu="VT",
        phu_luc=(PhuLuc(ten="Danh mục", nhan="dm", noi_dung=(Doan(text("thân")),)),),
        rieng={"thoi_gian": "08 giờ", "nguoi": ({"ten": "Lê A", "ma": "01"},)},
    )
    assert list(prose(van_ban, own)) == [
        (("co_quan", 0, "ban_hanh"), "Sở Nội vụ"),
        (("can_cu", 0), "Căn cứ Luật A"),
        (("phu_luc", 0, "ten"), "Danh mục"),
        (("ky", 0, "chuc_vu"), "Giám đốc"),
        (("noi_nhan", 0), "Như trên"),
        (("thoi_gian",), "08 giờ"),
        (("nguoi", 0, "ten"), "Lê A"),
    ]
