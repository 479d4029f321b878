"""Documents cited by number: kind, number, date and body, in the forms that people write."""

from __future__ import annotations

import pytest

from vanban.rules.views.citations import Citation, in_text, same
from vanban.viet.dates import Ngay


def one(text: str) -> Citation:
    (found,) = in_text(text)
    return found


def test_a_full_citation_tells_everything() -> None:
    cited = "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ"
    text = f"Căn cứ {cited} về văn thư"
    found = one(text)
    assert (found.kind, found.number, found.code) == ("nghị định", "30/2020/NĐ-CP", "NĐ-CP")
    assert (found.year, found.labelled) == ("2020", True)
    assert (found.day, found.issuer) == (Ngay(5, 3, 2020), "Chính phủ")
    assert text[found.start : found.end] == cited
    assert text[found.number_at : found.number_end] == found.number


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        ("Nghị quyết số 18-NQ/TW", "nghị quyết", "18-NQ/TW"),
        ("Nghị quyết số 1656/NQ-UBTVQH15", "nghị quyết", "1656/NQ-UBTVQH15"),
        ("Công văn số 1234/UBND-VX", "công văn", "1234/UBND-VX"),
        ("Công văn số: 581/SGDĐT-GDTrH", "công văn", "581/SGDĐT-GDTrH"),
        ("Kế hoạch số 18/KH-UBND", "kế hoạch", "18/KH-UBND"),
        ("Kế hoạch số 45/KH-THCS&THPTĐBK", "kế hoạch", "45/KH-THCS&THPTĐBK"),
        ("Chương trình hành động số 06-CTr/TU", "chương trình", "06-CTr/TU"),
        ("Thông tư liên tịch số 42/2013/TTLT-BGDĐT-BTC", "thông tư liên tịch",
         "42/2013/TTLT-BGDĐT-BTC"),
        ("Thông tư liên tịch số 55/2005/TTLT-BNV-VPCP", "thông tư liên tịch",
         "55/2005/TTLT-BNV-VPCP"),
        ("Luật số 87/2025/QH15", "luật", "87/2025/QH15"),
        ("Nghị quyết số 202/2025/QH15", "nghị quyết", "202/2025/QH15"),
        ("QUYẾT ĐỊNH SỐ 12/QĐ-UBND", "quyết định", "12/QĐ-UBND"),
        ("Chỉ thị số 49-CT /TW", "chỉ thị", "49-CT /TW"),
        ("ngày ký Quyết định số 05a/QĐ-SNV.", "quyết định", "05a/QĐ-SNV"),
    ],
)  # fmt: skip
def test_numbers_have_many_forms(text: str, kind: str, number: str) -> None:
    found = one(text)
    assert (found.kind, found.number, found.labelled) == (kind, number, True)


@pytest.mark.parametrize(
    "text",
    [
        "Căn cứ Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15;",
        "Theo Luật Trật tự, an toàn giao thông đường bộ số 36/2024/QH15.",
    ],
)
def test_a_law_begins_where_its_name_does(text: str) -> None:
    found = one(text)
    assert found.kind == "luật"
    assert text[found.start :].startswith("Luật ")


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định kỷ luật số 12/QĐ-SNV",
        "phổ biến pháp luật số 12/KH-UBND",
        "ngày 30/4 và số 12/QĐ-UBND",
        "612/BC-UBND",
    ],
)
def test_a_number_may_have_no_kind_in_front(text: str) -> None:
    assert one(text).kind == ""


@pytest.mark.parametrize(
    "text",
    [
        "tỷ lệ 12/15 và 30/4/2026",
        "số 5/Ngõ 12, Tổ 3",
        "A4/A3",
        "2026-2030",
        "Covid-19",
        "5/Các phòng",
        "1.5/QĐ-UBND",
    ],
)
def test_what_only_looks_like_a_number_is_none(text: str) -> None:
    assert in_text(text) == ()


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("của Bộ Giáo dục và Đào tạo ban hành Chương trình", "Bộ Giáo dục và Đào tạo"),
        ("của Chính phủ và Quyết định số", "Chính phủ"),
        ("của Bộ Nội vụ và hướng dẫn của tỉnh", "Bộ Nội vụ"),
        ("của Bộ Chính trị tại cuộc họp", "Bộ Chính trị"),
        ("của Ban Chỉ đạo Trung ương về tổng kết", "Ban Chỉ đạo Trung ương"),
        ("của Ủy ban nhân dân (UBND) tỉnh", "Ủy ban nhân dân"),
        ("của Chính phủ Quy định chi tiết", "Chính phủ"),
        ("của Thủ tướng Chính phủ;", "Thủ tướng Chính phủ"),
    ],
)
def test_the_body_ends_where_its_name_does(text: str, issuer: str) -> None:
    found = in_text(f"Thông tư số 32/2018/TT-BGDĐT ngày 26/12/2018 {text}")[0]
    assert found.issuer == issuer


@pytest.mark.parametrize(
    "behind",
    [
        " ngày 05 tháng 3 năm 2020",
        " ngày 5/3/2020",
        ", ngày 05/03/2020",
        " (ngày 05/3/2020)",
        " ký ngày 5-3-2020",
        " của Chính phủ ngày 05 tháng 3 năm 2020",
        ", ngày 05 tháng 3 năm 2020 của Chính phủ",
    ],
)
def test_the_date_has_many_forms(behind: str) -> None:
    assert one(f"Nghị định số 30/2020/NĐ-CP{behind}\n").day == Ngay(5, 3, 2020)


@pytest.mark.parametrize(
    "behind",
    [
        ", ngày 15 tháng 6 năm 2026, Sở Nội vụ đã tập huấn",
        " có hiệu lực từ ngày 05 tháng 3 năm 2020",
        " ngày 31 tháng 02 năm 2020",
        "\nngày 05 tháng 3 năm 2020",
    ],
)
def test_a_date_that_is_not_that_of_the_document_is_not_taken(behind: str) -> None:
    assert one(f"Nghị định số 30/2020/NĐ-CP{behind}\n").day is None


def test_numbers_compare_without_zeros_blanks_and_capitals() -> None:
    assert same("05/QĐ-UBND") == same("5/QĐ -UBND") == same("5/qđ-ubnd")
    assert same("5/QĐ-UBND") != same("15/QĐ-UBND")
