"""The head of a page, in a table, behind tabs, behind blanks, in one column."""

from __future__ import annotations

from typing import Any

NATION = "*CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|*Độc lập - Tự do - Hạnh phúc"
BODY = "Nội dung của văn bản được viết ở đây để biết chỗ bắt đầu phần lời văn."


def of(page: Any, slug: str) -> list[str]:
    return [text for found, text in page.told() if found == slug]


def test_a_table_has_the_issuer_left_and_the_nation_right(page: Any) -> None:
    page.table(
        ["UBND TỈNH LÀO CAI|*SỞ NỘI VỤ", NATION],
        ["Số: 15/TB-SNV", "Lào Cai, ngày 05 tháng 11 năm 2026"],
    )
    page.line("THÔNG BÁO", "center bold").line(BODY)

    found = page.recognize()

    assert found.main.header.kind == "table"
    assert [piece.slug for piece in found.main.header.left] == [
        "chu_quan",
        "ban_hanh",
        "so_ky_hieu",
    ]
    assert [piece.slug for piece in found.main.header.right] == [
        "quoc_hieu", "tieu_ngu", "dia_danh_ngay",
    ]  # fmt: skip
    assert (found.nature, found.loai, found.doubts) == ("nd30", "thong-bao", ())


def test_tabs_part_the_columns_and_blanks_for_the_number_do_not(page: Any) -> None:
    page.line("UBND TỈNH LÀO CAI\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    page.line("SỞ NỘI VỤ\tĐộc lập - Tự do - Hạnh phúc", "bold")
    page.line("Số:       /SNV-VP\tLào Cai, ngày     tháng 11 năm 2026")
    page.line("V/v cử cán bộ tham gia").line("tập huấn").line("Kính gửi: Sở Tài chính").line(BODY)

    found = page.recognize()

    assert found.main.header.kind == "tabs"
    assert of(page, "so_ky_hieu") == ["Số:       /SNV-VP"]
    assert of(page, "dia_danh_ngay") == ["Lào Cai, ngày     tháng 11 năm 2026"]
    assert of(page, "vv") == ["V/v cử cán bộ tham gia", "tập huấn"]
    assert of(page, "chu_quan") == ["UBND TỈNH LÀO CAI"]
    assert found.loai == "cong-van"


def test_blanks_part_the_columns_too(page: Any) -> None:
    page.line("UBND HUYỆN A                 CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    page.line("PHÒNG NỘI VỤ                 Độc lập - Tự do - Hạnh phúc", "bold")
    page.line("Số: 15/BC-PNV            A, ngày 05 tháng 3 năm 2026")
    page.line("BÁO CÁO", "center bold").line("Kết quả quý I", "center bold").line(BODY)

    found = page.recognize()

    assert found.main.header.kind == "spaces"
    assert of(page, "quoc_hieu") == ["CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"]
    assert of(page, "so_ky_hieu") == ["Số: 15/BC-PNV"]
    assert of(page, "dia_danh_ngay") == ["A, ngày 05 tháng 3 năm 2026"]


def test_one_column_is_told(page: Any) -> None:
    page.lines(
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", look="center bold"
    )
    page.line("SỞ NỘI VỤ", "center bold").line("Số: 12/BC-SNV").line("BÁO CÁO", "center bold").line(
        BODY
    )

    assert page.recognize().main.header.kind == "single"
    assert of(page, "ten_loai") == ["BÁO CÁO"]


def test_a_wrapped_and_a_misspelt_nation_are_known(page: Any) -> None:
    page.table(
        ["*SỞ NỘI VỤ", "*CỘNG HÒA XÃ HỘI|*CHỦ NGHĨA VIỆT NAM|*Độc lập-Tự do-Hạnh phúc"],
        ["Số 1/BC-SNV", ""],
    )
    page.line("BÁO CÁO", "center bold").line(BODY)
    assert of(page, "quoc_hieu") == ["CỘNG HÒA XÃ HỘI", "CHỦ NGHĨA VIỆT NAM"]
    assert of(page, "tieu_ngu") == ["Độc lập-Tự do-Hạnh phúc"]

    other = type(page)()
    other.table(["*SỞ NỘI VỤ", "*CỘNG HOÀ XÃ HỘI CHŨ NGHĨA VIỆTNAM"], ["Số 1/BC-SNV", ""])
    assert of(other, "quoc_hieu") == ["CỘNG HOÀ XÃ HỘI CHŨ NGHĨA VIỆTNAM"]


def test_type_and_subject_may_stand_in_the_table_of_the_head(page: Any) -> None:
    page.table(
        ["*SỞ NỘI VỤ|Số: 12/KH-SNV", f"{NATION}|Lào Cai, ngày 5 tháng 3 năm 2026"],
        ["*KẾ HOẠCH|*Công tác năm 2026", ""],
    )
    page.line("I. MỤC ĐÍCH", "bold").line(BODY)

    assert of(page, "ten_loai") == ["KẾ HOẠCH"]
    assert of(page, "trich_yeu") == ["Công tác năm 2026"]


def test_a_committee_is_one_body_over_two_lines(page: Any) -> None:
    page.table(["ỦY BAN NHÂN DÂN|*TỈNH LÀO CAI", NATION], ["Số: 1/BC-UBND", ""])
    assert of(page, "ban_hanh") == ["ỦY BAN NHÂN DÂN", "TỈNH LÀO CAI"]


def test_without_bold_the_last_body_is_the_issuer_and_a_doubt_says_so(page: Any) -> None:
    page.table(["UBND TỈNH LÀO CAI|SỞ NỘI VỤ", NATION], ["Số: 1/BC-SNV", ""])

    found = page.recognize()

    assert of(page, "chu_quan") == ["UBND TỈNH LÀO CAI"]
    assert [doubt.paragraph.text for doubt in found.doubts] == ["SỞ NỘI VỤ"]
    assert not any(piece.sure for piece in found.all("chu_quan", "ban_hanh"))


def test_a_date_in_the_subject_is_no_date_line(page: Any) -> None:
    page.table(
        ["*SỞ NỘI VỤ", NATION],
        [
            "Số: 1/SNV-VP|V/v đính chính Quyết định ngày 05 tháng 11 năm 2026",
            "Lào Cai, ngày 9 tháng 12 năm 2026",
        ],
    )

    found = page.recognize()

    assert found.date is not None
    assert found.date.key == (2026, 12, 9)


def test_a_line_that_names_the_day_of_another_document_is_no_date_line(page: Any) -> None:
    page.table(["UBND TỈNH A|*SỞ NỘI VỤ|Số: 15/TB-SNV", NATION])
    page.line("Được sự đồng ý tại Công văn số 5/UBND ngày 05 tháng 3 năm 2025;", "italic")
    page.line("THÔNG BÁO", "center bold").line("Lịch trực", "center bold").line(BODY)

    assert of(page, "dia_danh_ngay") == []
    assert page.recognize().date is None


def test_the_office_of_the_head_is_a_line_of_the_name_of_its_body(page: Any) -> None:
    page.table(["*CHỦ TỊCH|*ỦY BAN NHÂN DÂN TỈNH A|Số: 5/CT-UBND", NATION]).line(BODY)

    assert of(page, "ban_hanh") == ["CHỦ TỊCH", "ỦY BAN NHÂN DÂN TỈNH A"]
    assert page.recognize().doubts == ()


def test_a_contract_has_its_title_above_its_number_and_is_no_normative_text(page: Any) -> None:
    for line in NATION.split("|"):
        page.line(line.removeprefix("*"), "center bold")
    page.line("HỢP ĐỒNG CUNG CẤP DỊCH VỤ", "center bold").line("Số: 12/2025/HĐ-DV", "center")
    page.line("Căn cứ Bộ luật Dân sự;", "italic").line(BODY)

    assert of(page, "ten_loai") == ["HỢP ĐỒNG CUNG CẤP DỊCH VỤ"]
    assert of(page, "ban_hanh") == []
    assert page.recognize().loai == "hop-dong"
    assert page.recognize().nature != "qppl"
