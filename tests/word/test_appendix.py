"""An appendix: its name, its title, where it belongs, its body."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from lxml import etree

from vanban.model.blocks import Bang, Doan
from vanban.model.inlines import Run
from vanban.model.van_ban import PhuLuc, VanBan
from vanban.units import Length, mm
from vanban.viet.widths import text_width
from vanban.word import appendix
from vanban.word.body import BodyWriter
from vanban.word.ooxml import ROOT, W

LINE = "(Kèm theo Kế hoạch số 05/KH-SNV ngày 07 tháng 11 năm 2022 của Sở Nội vụ)"
UPRIGHT = mm(165)
TEXT = (Doan((Run("Nội dung."),)),)
TITLE = "Danh mục hồ sơ, tài liệu phải nộp lưu vào Lưu trữ lịch sử của tỉnh năm 2026"
Written = Callable[..., list[tuple[str, str]]]


@pytest.fixture
def written(writer_of: Callable[..., BodyWriter]) -> Written:
    """``written(*appendices, index=…)``: style and text of each paragraph of one of them."""

    def make(*phu_luc: PhuLuc, index: int = 0, room: Length = UPRIGHT) -> list[tuple[str, str]]:
        van_ban = VanBan(loai="ke-hoach", phu_luc=phu_luc)
        xml = appendix.write(van_ban, index, writer_of(phu_luc=phu_luc), room, LINE)
        root: Any = etree.fromstring(f"<x {ROOT}>{xml.replace('<w:br/>', '<w:t>|</w:t>')}</x>")
        return [
            (p.find(f".//{{{W}}}pStyle").get(f"{{{W}}}val"), "".join(p.itertext()))
            for p in root.iter(f"{{{W}}}p")
        ]

    return make


def test_it_has_name_title_origin_rule_and_body(written: Written) -> None:
    assert written(PhuLuc("Danh mục", TEXT)) == [
        ("VBPhuLuc", "Phụ lục"),
        ("VBTenPhuLuc", "DANH MỤC"),
        ("VBKemTheo", LINE),
        ("VBKe", ""),
        ("VBNoiDung", "Nội dung./."),
    ]


def test_several_are_numbered_in_roman(written: Written) -> None:
    both = (PhuLuc(), PhuLuc("Biểu mẫu"))
    assert written(*both)[0] == ("VBPhuLuc", "Phụ lục I")
    assert written(*both, index=1)[:2] == [("VBPhuLuc", "Phụ lục II"), ("VBTenPhuLuc", "BIỂU MẪU")]


def test_without_a_title_none_is_printed(written: Written) -> None:
    assert [style for style, _text in written(PhuLuc(noi_dung=TEXT))] == [
        "VBPhuLuc",
        "VBKemTheo",
        "VBKe",
        "VBNoiDung",
    ]


def test_a_long_title_is_on_lines_that_fit_the_paper(written: Written) -> None:
    narrow, wide = (
        written(PhuLuc(TITLE), room=room)[1][1].split("|") for room in (mm(165), mm(252))
    )
    assert len(wide) < len(narrow)
    assert " ".join(narrow) == TITLE.upper()
    assert all(text_width(line, 14, bold=True) <= mm(165).pt for line in narrow)


def test_the_short_rule_is_a_third_to_a_half_of_the_line_above(
    writer_of: Callable[..., BodyWriter],
) -> None:
    xml = appendix.belonging("(Kèm theo Kế hoạch)", writer_of(), mm(165))
    found = re.search(r'w:left="(\d+)" w:right="(\d+)"', xml)
    assert found is not None
    length = mm(165).twips - int(found[1]) - int(found[2])
    above = text_width("(Kèm theo Kế hoạch)", 13, italic=True) * 20
    assert above / 3 <= length <= above / 2


def test_its_tables_take_the_width_of_its_paper_and_the_next_ones_do_not(
    writer_of: Callable[..., BodyWriter],
) -> None:
    table = Bang((), ("", ""), ((Run("A"),), (Run("B"),)), ())
    van_ban = VanBan(loai="ke-hoach", phu_luc=(PhuLuc(noi_dung=(table,)),))
    writer = writer_of(phu_luc=van_ban.phu_luc)
    xml = appendix.write(van_ban, 0, writer, mm(252), LINE)
    (width,) = re.findall(r'<w:tblW w:w="(\d+)"', xml)
    assert int(width) == pytest.approx(mm(252).twips, abs=3)
    assert writer.width is None
