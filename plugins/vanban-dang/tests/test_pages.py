"""The pages look as the table of the guide says: sizes, bold, italic, the order of components."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest
import vanban_dang

from vanban import read, render
from vanban.testing.docx import parts

TYPES = sorted(path.stem for path in (vanban_dang.HERE / "types").glob("*.yaml"))
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Words = Callable[..., str]
Looks = Callable[..., dict[str, str]]
Part = Callable[..., Element]

CONCLUSION = "ket-luan-tinh-uy"
LOOKS = {
    "ĐẢNG CỘNG SẢN VIỆT NAM": (15, True, False),
    "TỈNH ỦY ĐỒNG THÁP": (14, True, False),
    "Số 12-KL/TU": (14, False, False),
    "Đồng Tháp, ngày": (14, False, True),
    "KẾT LUẬN": (16, True, False),
    "về tiếp tục": (15, True, False),
    "Tại phiên họp": (14, False, False),
    "T/M BAN THƯỜNG VỤ": (14, True, False),
    "PHÓ BÍ THƯ": (14, False, False),
    "Lê Hoàng Minh": (14, True, False),
    "Nơi nhận:": (14, False, False),
    "- Ban Tổ chức Trung ương": (12, False, False),
    "NTH-160": (8, False, False),
}
"""Size in points, bold, italic."""


@pytest.mark.parametrize("standard", ["dang-2026", "dang-2018"])
@pytest.mark.parametrize("slug", TYPES)
def test_word_opens_a_document_that_tells_nothing(slug: str, standard: str, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(f"loai: {slug}\ntieu_chuan: {standard}\n", "utf-8")
    document = fromstring(parts(render(read(path)))["word/document.xml"])
    empty = [cell for cell in document.iter(f"{W}tc") if cell.find(f"{W}p") is None]
    assert empty == []


def test_a_conclusion_reads_from_top_to_bottom_as_the_party_writes_it(printed: Words) -> None:
    lines = [line for line in printed(CONCLUSION).split("\n") if line]
    assert lines[:8] == [
        "TỈNH ỦY ĐỒNG THÁP",
        "*",
        "ĐẢNG CỘNG SẢN VIỆT NAM",
        "Số 12-KL/TU",
        "Đồng Tháp, ngày 05 tháng 8 năm 2026",
        "KẾT LUẬN",
        "về tiếp tục nâng cao chất lượng sinh hoạt chi bộ trên địa bàn tỉnh",
        "-----",
    ]
    assert lines[-10:] == [
        "Nơi nhận:",
        "- Ban Tổ chức Trung ương (báo cáo);",
        "- Các đồng chí Tỉnh ủy viên;",
        "- Các cơ quan tham mưu, giúp việc Tỉnh ủy;",
        "- Các đảng ủy trực thuộc Tỉnh ủy;",
        "- Lưu Văn phòng Tỉnh ủy.",
        "NTH-160",
        "T/M BAN THƯỜNG VỤ",
        "PHÓ BÍ THƯ",
        "Lê Hoàng Minh",
    ]


@pytest.mark.parametrize("words", LOOKS)
def test_each_component_has_its_size_and_look(words: str, looks: Looks) -> None:
    size, bold, italic = LOOKS[words]
    found = looks(CONCLUSION, words)
    assert (int(found["sz"]) / 2, "b" in found, "i" in found) == (size, bold, italic)


def test_noi_nhan_is_underlined_and_the_list_is_not(looks: Looks) -> None:
    assert looks(CONCLUSION, "Nơi nhận:")["u"] == "single"
    assert "u" not in looks(CONCLUSION, "- Ban Tổ chức Trung ương")


def test_the_superior_is_regular_and_the_issuer_bold(looks: Looks) -> None:
    assert "b" not in looks("cong-van-ban-to-chuc", "TỈNH ỦY ĐỒNG THÁP")
    assert "b" in looks("cong-van-ban-to-chuc", "BAN TỔ CHỨC")


def test_the_rule_under_the_title_is_as_long_as_the_title(part: Part) -> None:
    cells = [*part(CONCLUSION).iter(f"{W}tc")]
    rule = [*cells[1].iter(f"{W}p")][-1].find(f"{W}pPr/{W}ind")
    width = cells[1].find(f"{W}tcPr/{W}tcW")
    assert rule is not None
    assert width is not None
    sides = int(rule.get(f"{W}left", "0")) + int(rule.get(f"{W}right", "0"))
    length = (int(width.get(f"{W}w", "0")) - sides) / 1440 * 25.4
    assert length == pytest.approx(72.9, abs=0.5)  # ĐẢNG CỘNG SẢN VIỆT NAM in bold of 15 points


def test_lines_of_the_body_are_exactly_as_high_as_the_guide_says(looks: Looks) -> None:
    found = looks(CONCLUSION, "Tại phiên họp")
    assert found["lineRule"] == "exact"
    assert 18 * 20 <= int(found["line"]) <= 22 * 20
    assert int(found["after"]) >= 6 * 20


def test_the_page_number_is_centred_and_not_on_the_first_page(part: Part) -> None:
    (number,) = part(CONCLUSION, "word/header1.xml").iter(f"{W}pStyle")
    sheet = part(CONCLUSION, "word/styles.xml")
    style = sheet.find(f"{W}style[@{W}styleId='{number.get(f'{W}val')}']")
    assert style is not None
    marks = {mark.tag.removeprefix(W): mark.get(f"{W}val") for mark in style.iter()}
    assert (marks["jc"], marks["sz"]) == ("center", "28")
    assert part(CONCLUSION).find(f".//{W}titlePg") is not None


def test_an_official_letter_has_its_subject_under_the_number(printed: Words, looks: Looks) -> None:
    lines = printed("cong-van-ban-to-chuc").split("\n")
    subject = lines[lines.index("Số 745-CV/BTCTU") + 1]
    assert subject == "báo cáo số liệu đảng viên quý III/2026"
    found = looks("cong-van-ban-to-chuc", subject)
    assert (found["sz"], "i" in found, "b" in found) == ("24", True, False)
    assert "-----" not in lines


def test_a_typed_mark_of_the_subject_is_not_printed(printed: Words) -> None:
    shown = printed("cong-van-ban-to-chuc", "trich_yeu=V/v báo cáo số liệu")
    assert "\nbáo cáo số liệu\n" in shown
    assert "V/v" not in shown


def test_a_decision_has_upright_grounds_and_names_who_decides(printed: Words, looks: Looks) -> None:
    name, decides = "quyet-dinh-tinh-uy", "BAN THƯỜNG VỤ TỈNH ỦY QUYẾT ĐỊNH:"
    shown = printed(name)
    assert "\n- Căn cứ Điều lệ Đảng;\n" in shown
    assert f"\n- Theo đề nghị của Ban Tổ chức Tỉnh ủy,\n{decides}\n" in shown
    assert "i" not in looks(name, "- Căn cứ Điều lệ Đảng")
    assert "b" in looks(name, decides)


def test_only_the_label_of_a_submission_is_italic(looks: Looks, part: Part) -> None:
    assert "i" in looks("to-trinh-dang-uy-xa", "Kính trình: ")
    lines = part("to-trinh-dang-uy-xa").iter(f"{W}p")
    line = next(p for p in lines if "Kính trình: " in [t.text for t in p.iter(f"{W}t")])
    upright = [run.find(f"{W}rPr/{W}i[@{W}val='0']") is not None for run in line.iter(f"{W}r")]
    assert upright == [False, True]


def test_minutes_are_signed_by_the_secretary_left_and_the_chair_right(printed: Words) -> None:
    lines = printed("bien-ban-chi-bo").split("\n")
    assert lines.index("NGƯỜI GHI BIÊN BẢN") < lines.index("CHỦ TRÌ HỘI NGHỊ")


def test_a_congress_resolves_on_behalf_of_its_presidium(printed: Words) -> None:
    shown = printed("nghi-quyet-dai-hoi")
    assert "\n- Căn cứ kết quả thảo luận và biểu quyết tại Đại hội,\nĐẠI HỘI ĐẠI BIỂU" in shown
    assert "ĐẢNG BỘ XÃ LẦN THỨ I QUYẾT NGHỊ:" in shown
    assert " ".join(shown.split()).endswith("T/M ĐOÀN CHỦ TỊCH Võ Thị Lan Anh")


def test_a_paper_has_a_number_only_when_one_is_given(printed: Words) -> None:
    assert "Số" not in printed("giay-nghi-phep-van-phong").split("GIẤY NGHỈ PHÉP")[0]
    numbered = printed("giay-nghi-phep-van-phong", "so=3", "ky_hieu=GNP/VPTU")
    assert "\nSố 03-GNP/VPTU\n" in numbered


def test_a_draft_says_so_in_italics_under_the_number(printed: Words, looks: Looks) -> None:
    lines = printed(CONCLUSION, "du_thao=Dự thảo lần 2").split("\n")
    assert lines.index("Dự thảo lần 2") == lines.index("Số 12-KL/TU") + 1
    assert "i" in looks(CONCLUSION, "Dự thảo lần 2", "du_thao=Dự thảo lần 2")


def test_a_text_issued_with_a_decision_tells_where_it_belongs(printed: Words) -> None:
    shown = printed("quy-che-dang-uy-xa")
    issued = "Quyết định số 44-QĐ/ĐU, ngày 28 tháng 9 năm 2026 của Đảng ủy xã Tháp Mười"
    assert shown.count("ĐẢNG CỘNG SẢN VIỆT NAM") == 2
    assert f"(Kèm theo {issued})\n-----\n" in shown


def test_a_copy_stands_under_its_original(printed: Words) -> None:
    shown = printed("sao-luc-van-phong")
    assert shown.index("Số 218-QĐ/TU") < shown.index("SAO LỤC")
    assert "TỈNH ỦY ĐỒNG THÁP\nVĂN PHÒNG\n*\nSAO LỤC\nSố 24-BS/VPTU" in shown
