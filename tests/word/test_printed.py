"""The words of each component, with what authors type of them themselves."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.model.van_ban import CoQuan, Ky, VanBan
from vanban.standards.load import Standard
from vanban.standards.types import DocumentType
from vanban.viet.dates import Ngay
from vanban.word import printed

BODY = (CoQuan(ban_hanh="Thanh tra tỉnh", viet_tat="TTr"),)
BLANK = " " * 8


def van_ban(**fields: Any) -> VanBan:
    return VanBan(**{"loai": "ke-hoach", "co_quan": BODY, **fields})


@pytest.mark.parametrize(
    ("so", "line"),
    [
        ("12", "Số: 12/KH-TTr"),
        ("5", "Số: 05/KH-TTr"),
        ("05", "Số: 05/KH-TTr"),
        ("Số: 5", "Số: 05/KH-TTr"),
        ("số 5", "Số: 05/KH-TTr"),
        ("SỐ: 125", "Số: 125/KH-TTr"),
        ("12/KL-TTr", "Số: 12/KL-TTr"),
        ("Số: 5/KL-TTr", "Số: 05/KL-TTr"),
        ("5/", "Số: 05/KH-TTr"),
        ("/KL-TTr", f"Số: {BLANK}/KL-TTr"),
        ("12a", "Số: 12a/KH-TTr"),
        (None, f"Số: {BLANK}/KH-TTr"),
    ],
)
def test_the_number_line_is_made_of_what_is_known(
    nd30: Standard, ke_hoach: DocumentType, so: str | None, line: str
) -> None:
    assert printed.number_line(van_ban(so=so), ke_hoach, nd30.wording) == line


@pytest.mark.parametrize("place", ["Tây Ninh", "Tây Ninh,", "Tây Ninh , "])
def test_place_and_date_are_joined_by_one_comma(place: str) -> None:
    line = printed.place_and_date(van_ban(dia_danh=place, ngay=Ngay(7, 3, 2022)))
    assert line == "Tây Ninh, ngày 07 tháng 3 năm 2022"


def test_an_unknown_place_and_date_leave_room_to_write() -> None:
    place, date = printed.place_and_date(van_ban()).split(",")
    assert (len(place), place.strip()) == (20, "")
    assert date.split() == ["ngày", "tháng", "năm"]


@pytest.mark.parametrize(
    "typed", ["Bộ Nội vụ", "Bộ Nội vụ.", "Kính gửi: Bộ Nội vụ", "KÍNH GỬI: - Bộ Nội vụ;"]
)
def test_one_addressee_stands_as_it_is(nd30: Standard, typed: str) -> None:
    assert printed.addressees(van_ban(kinh_gui=(typed,)), nd30.wording) == ["Bộ Nội vụ"]


@pytest.mark.parametrize(
    "typed",
    [
        ("Bộ Nội vụ", "Bộ Tài chính"),
        ("- Bộ Nội vụ;", "- Bộ Tài chính."),
        ("Kính gửi:", "– Bộ Nội vụ,", "• Bộ Tài chính;"),
    ],
)
def test_several_addressees_are_a_list(nd30: Standard, typed: tuple[str, ...]) -> None:
    lines = printed.addressees(van_ban(kinh_gui=typed), nd30.wording)
    assert lines == ["- Bộ Nội vụ;", "- Bộ Tài chính."]


def test_without_addressees_nothing_is_printed(nd30: Standard) -> None:
    assert printed.addressees(van_ban(), nd30.wording) == []


@pytest.mark.parametrize(
    ("noi_nhan", "luu"),
    [
        (("Sở Y tế", "Các phòng"), "VT, HS"),
        (("- Sở Y tế;", "- Các phòng;"), "VT, HS."),
        (("– Sở Y tế,", "+ Các phòng."), "Lưu: VT, HS."),
        (("Sở Y tế", "Các phòng", "Lưu: VT, HS."), None),
        (("Sở Y tế;", "Các phòng;", "- lưu VT, HS./."), None),
        (("Sở Y tế", "Lưu: VT", "-", "Các phòng"), "VT, HS"),
    ],
)
def test_recipients_are_a_list_that_ends_with_the_archive(
    nd30: Standard, noi_nhan: tuple[str, ...], luu: str | None
) -> None:
    lines = printed.recipients(van_ban(noi_nhan=noi_nhan, luu=luu), nd30.wording)
    assert lines == ["- Sở Y tế;", "- Các phòng;", "- Lưu: VT, HS."]


@pytest.mark.parametrize("typed", [(), ("Như trên",), ("- Như trên;",), ("NHƯ TRÊN,",)])
def test_under_an_addressee_the_list_begins_with_nhu_tren(
    nd30: Standard, typed: tuple[str, ...]
) -> None:
    subject = van_ban(kinh_gui=("Bộ Nội vụ",), noi_nhan=(*typed, "Các phòng"))
    first, *rest = printed.recipients(subject, nd30.wording)
    assert first.casefold() == "- như trên;"
    assert rest == ["- Các phòng."]


def test_a_body_whose_name_begins_with_luu_is_a_recipient(nd30: Standard) -> None:
    subject = van_ban(noi_nhan=("Lưu trữ quốc gia",), luu="Lưu trữ")
    lines = printed.recipients(subject, nd30.wording)
    assert lines == ["- Lưu trữ quốc gia;", "- Lưu: Lưu trữ."]


def test_dashes_inside_a_name_stay(nd30: Standard) -> None:
    lines = printed.recipients(van_ban(noi_nhan=("Phòng Kế hoạch - Tài chính",)), nd30.wording)
    assert lines == ["- Phòng Kế hoạch - Tài chính."]


def test_dots_that_stand_for_more_stay(nd30: Standard) -> None:
    lines = printed.recipients(van_ban(noi_nhan=("Các sở…;", "Các phòng...")), nd30.wording)
    assert lines == ["- Các sở…;", "- Các phòng..."]


@pytest.mark.parametrize(
    ("mark", "copies"), [("PL", "300"), ("PL.", "(300)"), ("PL.(300)", None), ("(PL)", "300")]
)
def test_the_drafter_with_copies_follows_the_archive(
    nd30: Standard, mark: str, copies: str | None
) -> None:
    for fields in ({"luu": "VT"}, {"noi_nhan": ("Lưu: VT.",)}):
        subject = van_ban(nguoi_soan=mark, so_ban=copies, **fields)
        assert printed.recipients(subject, nd30.wording) == ["- Lưu: VT. PL.(300)"]
        assert printed.drafter_line(subject, nd30.wording) == ""


@pytest.mark.parametrize(
    ("mark", "copies", "line"),
    [
        ("M.An", None, "(M.An)"),
        ("(M.An)", None, "(M.An)"),
        ("M.An (P1)", None, "(M.An (P1))"),
        ("PL", "300", "PL.(300)"),
        (None, None, ""),
        (None, "300", ""),
    ],
)
def test_the_drafter_alone_stands_on_a_line(
    nd30: Standard, mark: str | None, copies: str | None, line: str
) -> None:
    subject = van_ban(nguoi_soan=mark, so_ban=copies)
    assert printed.drafter_line(subject, nd30.wording) == line
    assert printed.recipients(subject, nd30.wording) == []


@pytest.mark.parametrize(
    "typed",
    [
        ("Căn cứ Luật A", "Căn cứ Luật B"),
        ("- Căn cứ Luật A,", "Căn cứ Luật B;"),
        ("Căn cứ Luật A;", "Căn cứ Luật B."),
    ],
)
def test_grounds_end_in_semicolons_and_the_last_in_a_full_stop(
    typed: tuple[str, ...], nd30: Standard
) -> None:
    lines = printed.grounds(van_ban(can_cu=typed), nd30.wording)
    assert lines == ["Căn cứ Luật A;", "Căn cứ Luật B."]


def test_equal_grounds_are_told_apart(nd30: Standard) -> None:
    ground = "Căn cứ Luật A"
    lines = printed.grounds(van_ban(can_cu=(ground, ground)), nd30.wording)
    assert lines == [f"{ground};", f"{ground}."]


@given(st.lists(st.text("Ab -;,.", max_size=8), max_size=5))
def test_closing_marks_are_never_doubled(nd30: Standard, names: list[str]) -> None:
    lines = printed.grounds(van_ban(can_cu=tuple(names)), nd30.wording)
    assert all(line.endswith(";") for line in lines[:-1])
    assert not [line for line in lines if re.search(r"[;,][;.]$", line)]


def test_authority_and_office_are_in_capitals_and_the_name_is_not() -> None:
    ky = Ky(quyen_han=("TM. Ủy ban nhân dân",), chuc_vu="Chủ tịch", ho_ten="Lê Thị B")
    assert printed.signer(ky) == {
        "vai_tro": "",
        "quyen_han": ["TM. ỦY BAN NHÂN DÂN"],
        "chuc_vu": "CHỦ TỊCH",
        "chuc_vu_khac": "",
        "ho_ten": "Lê Thị B",
    }


@pytest.mark.parametrize("so", ["5", "Số: 5", "5/KH-TTr"])
def test_an_appendix_names_the_document_that_it_belongs_to(
    nd30: Standard, ke_hoach: DocumentType, so: str
) -> None:
    subject = van_ban(so=so, ngay=Ngay(7, 11, 2022))
    assert printed.attached_to(subject, ke_hoach, nd30.wording) == (
        "(Kèm theo Kế hoạch số 05/KH-TTr ngày 07 tháng 11 năm 2022 của Thanh tra tỉnh)"
    )


def test_on_an_electronic_document_number_and_date_stay_open(
    nd30: Standard, ke_hoach: DocumentType
) -> None:
    subject = van_ban(so="5", ngay=Ngay(7, 11, 2022), hinh_thuc="dien-tu")
    line = printed.attached_to(subject, ke_hoach, nd30.wording)
    assert f"số {BLANK}/KH-TTr ngày  " in line
    assert "2022" not in line


def test_the_title_of_the_file_is_on_one_line(ke_hoach: DocumentType) -> None:
    subject = van_ban(trich_yeu="Công tác\nnăm 2026")
    assert printed.file_title(subject, ke_hoach) == "Kế hoạch Công tác năm 2026"
    assert printed.file_title(van_ban(), ke_hoach) == "Kế hoạch"
