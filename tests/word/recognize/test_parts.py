"""Appendices, attached texts, copies; documents that follow other rules, or none."""

from __future__ import annotations

from typing import Any

import pytest

NATION = "*CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|*Độc lập - Tự do - Hạnh phúc"


def decision(
    page: Any, number: str = "Số: 5/QĐ-SNV", day: str = "A, ngày 05 tháng 11 năm 2026"
) -> Any:
    page.table(["*SỞ NỘI VỤ", NATION], [number, day])
    page.line("QUYẾT ĐỊNH", "center bold").line("Ban hành Quy chế", "center bold")
    page.line("Căn cứ Luật A;", "italic").line("QUYẾT ĐỊNH:", "center bold").line(
        "Điều 1. Ban hành."
    )
    return page.table(["*Nơi nhận:|- Lưu: VT.", "*GIÁM ĐỐC|||*Nguyễn Văn A"])


def kinds(page: Any) -> list[str]:
    return [part.kind for part in page.recognize().parts]


def test_appendices_come_after_the_signature(page: Any) -> None:
    decision(page).line("Phụ lục I", "center bold").line("DANH SÁCH", "center bold")
    page.line("(Kèm theo Quyết định số 5/QĐ-SNV)", "center italic").line("1. Một.")
    page.line("PHỤ LỤC II: BIỂU MẪU", "center bold").line("Mẫu báo cáo.")

    found = page.recognize()

    assert kinds(page) == ["van-ban", "phu-luc", "phu-luc"]
    assert [part.number for part in found.appendices] == ["I", "II"]
    assert [piece.text for piece in found.all("ten_phu_luc")] == ["DANH SÁCH", "BIỂU MẪU"]
    assert [piece.text for piece in found.all("kem_theo")] == ["(Kèm theo Quyết định số 5/QĐ-SNV)"]


def test_a_list_issued_with_a_decision_is_an_appendix_without_the_word(page: Any) -> None:
    decision(page).line("DANH SÁCH TỔ CÔNG TÁC", "center bold")
    page.line("(Ban hành kèm theo Quyết định số 5/QĐ-SNV)", "center italic").line("1. Ông A.")
    assert kinds(page) == ["van-ban", "phu-luc"]
    assert page.recognize().parts[1].one("ten_phu_luc").text == "DANH SÁCH TỔ CÔNG TÁC"


def test_a_second_nation_without_a_number_is_an_attached_text(page: Any) -> None:
    decision(page).table(["*SỞ NỘI VỤ", NATION]).line("QUY CHẾ", "center bold")
    page.line("Làm việc", "center bold").line("(Kèm theo Quyết định số 5/QĐ-SNV)", "center italic")
    page.line("Điều 1. Phạm vi").line("Quy chế này quy định việc làm.")

    found = page.recognize()

    assert kinds(page) == ["van-ban", "kem-theo"]
    assert (found.loai, found.parts[1].loai) == ("quyet-dinh-gian-tiep", "quy-che")


def test_the_block_of_a_copy_is_a_part(page: Any) -> None:
    decision(page).table(["*SỞ NỘI VỤ", "*SAO Y"], ["Số: 2/SY-SNV", "A, ngày 06 tháng 11 năm 2026"])
    page.table(["*Nơi nhận:|- Lưu: VT.", "*CHÁNH VĂN PHÒNG|||*Lê Văn B"])

    copy = page.recognize().parts[1]

    assert (copy.kind, copy.loai) == ("ban-sao", "sao-y")
    assert copy.signature.signers[0].name is not None


def test_a_mention_of_an_appendix_begins_none(page: Any) -> None:
    decision(page)
    page.line("Phụ lục I kèm theo quyết định này gồm danh sách các đơn vị.")
    assert kinds(page) == ["van-ban"]


@pytest.mark.parametrize(
    ("number", "day", "nature"),
    [
        ("Số: 5/QĐ-SNV", "A, ngày 04 tháng 3 năm 2020", "truoc-nd30"),
        ("Số: 5/QĐ-SNV", "A, ngày 05 tháng 3 năm 2020", "nd30"),
        ("Số: 5/QĐ-SNV", "A, ngày    tháng    năm", "nd30"),
        ("Số: 5/2026/QĐ-SNV", "A, ngày 05 tháng 3 năm 2026", "qppl"),
        ("Luật số: 15/2025/QH15", "A, ngày 05 tháng 3 năm 2026", "qppl"),
        ("Pháp lệnh số: 02/2025/UBTVQH15", "A, ngày 05 tháng 3 năm 2026", "qppl"),
        ("Nghị quyết số: 202/2025/QH15", "A, ngày 05 tháng 3 năm 2026", "qppl"),
    ],
)
def test_number_and_day_tell_the_rules(page: Any, number: str, day: str, nature: str) -> None:
    assert decision(page, number, day).recognize().nature == nature


def test_a_text_of_the_party_is_known_by_its_title(page: Any) -> None:
    page.table(
        ["ĐẢNG BỘ TỈNH A|*ĐẢNG ỦY XÃ B|*", "*ĐẢNG CỘNG SẢN VIỆT NAM"],
        ["Số 12-KL/ĐU", "B, ngày 03 tháng 02 năm 2026"],
    )
    page.line("KẾT LUẬN", "center bold").line("về công tác cán bộ", "center bold").line(
        "-----", "center"
    )
    assert page.recognize().nature == "dang"


def test_an_essay_and_a_form_are_no_administrative_documents(page: Any) -> None:
    form = type(page)()
    page.line("Cảm nhận về bài thơ", "center bold").line("Bài thơ được viết năm 1945.")
    form.lines(
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", look="center bold"
    )
    form.line("ĐƠN XIN NGHỈ PHÉP", "center bold").line("Kính gửi: Ban Giám hiệu").line(
        "Tôi tên là A"
    )

    assert (page.recognize().nature, form.recognize().nature) == ("khac", "khac")
    assert page.recognize().reason


def test_every_line_of_an_empty_or_odd_file_is_answered_for(page: Any) -> None:
    assert type(page)().recognize().main.pieces == ()
    page.line("\t").table(["", ""]).line("x")
    assert page.recognize().unknown() == ()


def test_the_label_of_an_appendix_may_stand_in_a_table_without_lines(page: Any) -> None:
    issued = "(Kèm theo Quyết định số 5/QĐ-SNV|ngày 05 tháng 11 năm 2026 của Sở Nội vụ)"
    decision(page).table(["", f"*Phụ lục I|*DANH SÁCH|{issued}"]).line("1. Một.")

    part = page.recognize().parts[1]

    assert [(p.slug, p.text) for p in part.pieces] == [
        ("phu_luc", "Phụ lục I"),
        ("ten_phu_luc", "DANH SÁCH"),
        *(("kem_theo", line) for line in issued.split("|")),
        ("khoan", "1. Một."),
    ]
    assert part.tables == ()


def test_the_title_of_an_appendix_need_not_be_centred(page: Any) -> None:
    decision(page).line("Phụ lục", "center bold").line("DANH SÁCH", "bold")
    page.line("(Kèm theo Quyết định số 5/QĐ-SNV)", "center italic").line("1. Một.")

    assert [piece.slug for piece in page.recognize().parts[1].pieces] == [
        "phu_luc", "ten_phu_luc", "kem_theo", "khoan",
    ]  # fmt: skip
