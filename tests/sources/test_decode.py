"""From nodes to the document, by the table of fields."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from vanban.errors import SourceError
from vanban.location import Place
from vanban.model.fields import Day, Field, Flag, Many, Number, Record, Text
from vanban.model.inlines import plain
from vanban.model.origin import Origin
from vanban.model.van_ban import VanBan
from vanban.sources import decode as decoding
from vanban.sources import yaml
from vanban.sources.nodes import Pairs, Scalar, scalar
from vanban.sources.text import clean
from vanban.viet.dates import Ngay

OWN = {
    "ke-hoach": (),
    "giay-moi": (
        Field("thoi_gian", Text(), "Thời gian"),
        Field("so_nguoi", Number(), "Số người"),
        Field("ngay_don", Day(), "Ngày đơn"),
        Field("nguoi", Record((Field("ho_ten", Text(), "Họ tên"),)), "Người"),
        Field("thanh_phan", Many(Text()), "Thành phần"),
        Field("gap", Flag(), "Gấp"),
    ),
}


def decode(text: str, loai: str = "ke-hoach", path: str = "a.yaml") -> decoding.Decoded:
    source = clean(f"loai: {loai}\n{text}", path)[0]
    return decoding.decode(yaml.parse(source, path)[0], OWN, Origin(path, source))


def doc(text: str, loai: str = "ke-hoach") -> VanBan:
    return decode(text, loai).doc


def problems(text: str, loai: str = "ke-hoach") -> list[str]:
    with pytest.raises(SourceError) as caught:
        decode(text, loai)
    assert all(problem.advice for problem in caught.value.problems)
    return [f"{problem.place}: {problem.message}" for problem in caught.value.problems]


def test_texts_stay_what_was_typed() -> None:
    found = doc("so: 08\nluu: no\nso_ban: 0912345678\ndu_thao: 12:30\n")
    assert (found.so, found.luu, found.so_ban, found.du_thao) == ("08", "no", "0912345678", "12:30")


@pytest.mark.parametrize("key", ["trich_yeu", "Trích yếu", "trích-yếu", "TRICH YEU", "Trích_Yếu"])
def test_keys_are_folded(key: str) -> None:
    assert doc(f"{key}: X\n").trich_yeu == "X"


@pytest.mark.parametrize("value", ["", "~", '""', '"  "', "''"])
def test_what_is_blank_is_left_out(value: str) -> None:
    assert doc(f"so: {value}\n").so is None


@pytest.mark.parametrize("typed", ["- Sở A\n  - Sở B", "|\n    Sở A\n\n    Sở B", "[Sở A, Sở B]"])
def test_lists_have_three_forms(typed: str) -> None:
    lead = "\n  " if typed.startswith("-") else " "
    assert doc(f"noi_nhan:{lead}{typed}\n").noi_nhan == ("Sở A", "Sở B")


def test_one_value_stands_for_a_list_of_one() -> None:
    found = doc("noi_nhan: Sở A\nco_quan: {ban_hanh: X}\nky: {ho_ten: Y}\n")
    assert found.noi_nhan == ("Sở A",)
    assert found.co_quan[0].ban_hanh == "X"
    assert found.ky[0].ho_ten == "Y"


def test_blank_items_are_left_out() -> None:
    assert doc("noi_nhan:\n  - A\n  -\n  - B\n").noi_nhan == ("A", "B")


def test_line_breaks_stay_where_a_field_has_lines() -> None:
    found = doc("trich_yeu: |\n  Một\n  hai\ndia_danh: |\n  Tây\n  Ninh\n")
    assert (found.trich_yeu, found.dia_danh) == ("Một\nhai", "Tây Ninh")


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2022-11-07", Ngay(7, 11, 2022)),
        ("07/11/2022", Ngay(7, 11, 2022)),
        ("11/2022", Ngay(None, 11, 2022)),
    ],
)
def test_dates_may_lack_a_part(typed: str, day: Ngay) -> None:
    assert doc(f"ngay: {typed}\n").ngay == day


@pytest.mark.parametrize("typed", ["khan", "Khẩn", "KHẨN", "khẩn"])
def test_choices_are_known_by_name_and_title(typed: str) -> None:
    assert doc(f"do_khan: {typed}\n").do_khan == "khan"


@pytest.mark.parametrize(
    ("typed", "value"), [("có", True), ("Co", True), ("true", True), ("không", False), ("0", False)]
)
def test_yes_and_no_are_known_in_vietnamese(typed: str, value: bool) -> None:
    assert doc(f"phu_luc: {{ngang: {typed}}}\n").phu_luc[0].ngang is value


def test_the_fields_of_a_type_are_kept_aside() -> None:
    text = (
        "thoi_gian: 8 giờ\nso_nguoi: 1.234\nngay_don: 07/11/2022\ngap: có\n"
        "nguoi: {ho_ten: A}\nthanh_phan: B\n"
    )
    own: Any = doc(text, "giay-moi").rieng
    assert (own["thoi_gian"], own["so_nguoi"], own["gap"]) == ("8 giờ", "1.234", True)
    assert own["ngay_don"] == Ngay(7, 11, 2022)
    assert dict(own["nguoi"]) == {"ho_ten": "A"}
    assert own["thanh_phan"] == ("B",)


def test_the_fields_of_a_type_are_no_others() -> None:
    (problem,) = problems("thoi_gian: 8 giờ\n")
    assert problem == "a.yaml:2:1: Không có trường «thoi_gian»."


def test_a_number_is_asked_for() -> None:
    assert problems("so_nguoi: nhiều\n", "giay-moi") == ["a.yaml:2:11: «nhiều» không phải là số."]


@pytest.mark.parametrize("loai", ["giay-moii", "zzz", "", "[a]"])
def test_fields_of_any_type_are_known_when_the_type_is_not(loai: str) -> None:
    assert len(problems("thoi_gian: 8 giờ\n", loai)) == 1


def test_every_problem_is_told_in_the_order_of_the_file() -> None:
    text = "ngay: 31/02/2026\nkhong_co: 1\nky: X\nnoi_dung: A[^1].\n"
    assert [p.split(" ")[0] for p in problems(text)] == [
        "a.yaml:2:7:",
        "a.yaml:3:1:",
        "a.yaml:4:5:",
        "a.yaml:5:12:",
    ]


def test_values_know_where_they_stand() -> None:
    origin = decode("noi_nhan:\n  - Sở A\nky:\n  ho_ten: Lê B\n").origin
    assert str(origin.place(("noi_nhan", 0))) == "a.yaml:3:5"
    assert str(origin.place(("ky", 0, "ho_ten"))) == "a.yaml:5:11"
    assert str(origin.place(("ky", 0, "chuc_vu"))) == "a.yaml:5:3"
    assert str(origin.place(("luu",))) == "a.yaml"


def test_lines_of_a_block_know_where_they_stand() -> None:
    origin = decode("noi_nhan: |\n  Sở A\n  Sở B\n").origin
    assert str(origin.place(("noi_nhan", 1))) == "a.yaml:4:3"


def test_footnotes_are_of_the_document_whatever_body_they_stand_in() -> None:
    found = doc("noi_dung: A[^1].\nphu_luc:\n  noi_dung: |\n    B\n    [^1]: Chú\n")
    assert [plain(note.chu) for note in found.cuoc_chu] == ["Chú"]


def test_rules_are_passed_over_with_a_reason() -> None:
    assert dict(doc('bo_qua: {ND30-N-004: "mã riêng"}\n').bo_qua) == {"ND30-N-004": "mã riêng"}


def test_an_image_is_found_beside_the_file_that_names_it(tmp_path: Path) -> None:
    head = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + b"\0\0\0\x10" * 2
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "dau.png").write_bytes(head)
    found = decode("ky: {anh_dau: dau.png}\n", path=str(tmp_path / "x" / "a.yaml")).doc
    assert found.ky[0].anh_dau == str(tmp_path / "x" / "dau.png")


def test_a_control_character_is_refused_where_a_program_put_it() -> None:
    pairs: tuple[tuple[Scalar, Scalar], ...] = (
        (scalar("loai", "p"), scalar("ke-hoach", "p")),
        (scalar("so", "p"), scalar("1\x07", "p")),
    )
    with pytest.raises(SourceError, match="U\\+0007"):
        decoding.decode(Pairs(pairs, Place("p")), OWN, Origin("p", ""))


def test_an_unknown_type_of_an_attached_text_is_told_at_its_place() -> None:
    (told,) = problems("kem_theo:\n  loai: giay-moii\n  trich_yeu: Thử\n")
    assert told == "a.yaml:3:9: Không có loại văn bản «giay-moii»."


def test_the_type_of_an_attached_text_may_be_left_out() -> None:
    kem_theo = doc("kem_theo:\n  trich_yeu: Thử\n").kem_theo
    assert kem_theo is not None
    assert kem_theo.loai is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("có", "Dự thảo"), ("true", "Dự thảo"), ("không", None), ("Lần 1", "Lần 1")],
)
def test_a_bare_yes_to_a_draft_note_is_the_plain_note(typed: str, meant: str | None) -> None:
    assert doc(f"du_thao: {typed}\n").du_thao == meant
