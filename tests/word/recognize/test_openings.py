"""Type and subject, Kính gửi, căn cứ, the authority of a decision."""

from __future__ import annotations

from typing import Any

import pytest

NATION = "*CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|*Độc lập - Tự do - Hạnh phúc"
BODY = "Nội dung của văn bản được viết ở đây để biết chỗ bắt đầu phần lời văn."


@pytest.fixture
def headed(page: Any) -> Any:
    """A page with a head, as most begin."""
    return page.table(
        ["UBND TỈNH A|*SỞ NỘI VỤ", NATION], ["Số: 15/XX-SNV", "A, ngày 05 tháng 11 năm 2026"]
    )


def of(page: Any, slug: str) -> list[str]:
    return [text for found, text in page.told() if found == slug]


def test_the_subject_ends_where_the_authority_of_a_decision_begins(headed: Any) -> None:
    headed.line("QUYẾT ĐỊNH", "center bold").line("Về việc thành lập Tổ công tác", "center bold")
    headed.line("GIÁM ĐỐC SỞ NỘI VỤ", "center bold")
    headed.lines("Căn cứ Luật A;", "Theo đề nghị của Chánh Văn phòng.", look="italic")
    headed.line("QUYẾT ĐỊNH:", "center bold").line("Điều 1. Thành lập Tổ công tác.")

    assert headed.slugs()[6:] == [
        "ten_loai", "trich_yeu", "tham_quyen", "can_cu", "can_cu", "cum_tu", "dieu",
    ]  # fmt: skip


def test_type_and_subject_on_one_line_are_two_pieces_and_a_doubt(headed: Any) -> None:
    headed.line("KẾ HOẠCH Tổ chức hội nghị tổng kết", "center bold").line(BODY)

    assert of(headed, "ten_loai") == ["KẾ HOẠCH"]
    assert of(headed, "trich_yeu") == ["Tổ chức hội nghị tổng kết"]
    assert len(headed.recognize().doubts) == 1


def test_a_title_that_no_type_has_is_unsure(headed: Any) -> None:
    headed.line("PHIẾU HƯỚNG DẪN NGHIỆP VỤ", "center bold").line(BODY)

    found = headed.recognize()

    assert [piece.sure for piece in found.all("ten_loai")] == [False]
    assert found.loai is None


def test_addressees_stand_in_a_list_on_one_line_or_in_a_table(headed: Any) -> None:
    other, third = type(headed)(), type(headed)()
    headed.line("Kính gửi:").lines("- Các sở, ban, ngành;", "- UBND các xã, phường.").line(BODY)
    other.table(["*SỞ A|Số: 1/SA-VP|V/v góp ý", NATION]).line("Kính gửi: Sở Tài chính").line(BODY)
    third.table(["*SỞ A|Số: 1/SA-VP|V/v góp ý", NATION]).table(
        ["Kính gửi:", "- Sở B;|- Sở C."]
    ).line(BODY)

    assert of(headed, "noi_kinh_gui") == ["- Các sở, ban, ngành;", "- UBND các xã, phường."]
    assert of(other, "kinh_gui") == ["Kính gửi: Sở Tài chính"]
    assert of(third, "noi_kinh_gui") == ["- Sở B;", "- Sở C."]
    assert of(third, "noi_dung") == [BODY]


def test_addressees_are_found_below_a_line_that_nobody_knows(headed: Any) -> None:
    headed.line("Mã hồ sơ 123").line("Kính gửi: Sở Tài chính").line(BODY)

    found = headed.recognize()

    assert of(headed, "kinh_gui") == ["Kính gửi: Sở Tài chính"]
    assert [doubt.paragraph.text for doubt in found.doubts] == ["Mã hồ sơ 123"]


def test_grounds_in_the_running_text_are_text(headed: Any) -> None:
    headed.line("KẾ HOẠCH", "center bold").line("Công tác năm 2027", "center bold")
    headed.line("Thực hiện Luật Lưu trữ, Sở Nội vụ ban hành kế hoạch như sau:").line("1. Mục đích")
    assert of(headed, "can_cu") == []


def test_a_subject_like_a_ground_is_a_subject(headed: Any) -> None:
    headed.line("BẢN CAM KẾT", "center bold").line(
        "Thực hiện kỷ cương hành chính", "center bold"
    ).line(BODY)
    assert of(headed, "trich_yeu") == ["Thực hiện kỷ cương hành chính"]


def test_a_division_below_the_subject_is_no_subject(headed: Any) -> None:
    headed.line("QUY CHẾ", "center bold").line("Làm việc", "center bold")
    headed.lines("Chương I", "QUY ĐỊNH CHUNG", look="center bold").line("Điều 1. Phạm vi")

    assert of(headed, "trich_yeu") == ["Làm việc"]
    assert headed.slugs()[-3:] == ["phan_chuong", "ten_phan_chuong", "dieu"]


@pytest.mark.parametrize("number", ["", "I."])
def test_a_heading_with_a_number_is_no_word_of_decision(headed: Any, number: str) -> None:
    headed.line("KẾ HOẠCH", "center bold").line("Công tác năm 2027", "center bold")
    text = "MỤC ĐÍCH, YÊU CẦU"
    headed.line(text if number else f"I. {text}", "bold", number=number).line("1. Mục đích")

    assert of(headed, "cum_tu") == []
    assert of(headed, "tieu_de_muc") == [text if number else f"I. {text}"]


def test_who_decides_may_have_a_comma_in_its_name(headed: Any) -> None:
    headed.line("QUYẾT ĐỊNH", "center bold").line("Về việc khen thưởng", "center bold")
    headed.line("Căn cứ Luật A.", "italic")
    headed.line("GIÁM ĐỐC SỞ VĂN HÓA, THỂ THAO QUYẾT ĐỊNH:", "center bold")

    assert of(headed, "cum_tu") == ["GIÁM ĐỐC SỞ VĂN HÓA, THỂ THAO QUYẾT ĐỊNH:"]


def test_grounds_above_the_type_are_grounds_and_text_below_it_is_text(page: Any) -> None:
    page.table(["UBND TỈNH A|*SỞ NỘI VỤ|Số: 15/TB-SNV", NATION])
    granted = "Được sự đồng ý của UBND tỉnh tại Công văn số 5/UBND ngày 05 tháng 3 năm 2025;"
    page.lines("Căn cứ Luật A;", granted, look="italic")
    page.line("THÔNG BÁO", "center bold").line("Lịch trực Tết", "center bold")
    text = "Thực hiện chỉ đạo của Ủy ban nhân dân tỉnh, Sở Nội vụ thông báo lịch trực./."
    page.line(text)

    assert of(page, "can_cu") == ["Căn cứ Luật A;", granted]
    assert of(page, "ten_loai") == ["THÔNG BÁO"]
    assert of(page, "noi_dung") == [text]
