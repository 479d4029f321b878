"""What follows the signature: sections of their own, in the order of the schema."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from lxml import etree

from vanban.model.blocks import Bang, Doan
from vanban.model.inlines import Run
from vanban.model.van_ban import CoQuan, KemTheo, PhuLuc, VanBan
from vanban.standards.types import DocumentType
from vanban.units import mm
from vanban.word.body import BodyWriter
from vanban.word.ooxml import ROOT, W
from vanban.word.sections import after, text_width

SIZE = '<w:pgSz w:w="11906" w:h="16838"/>'
MARGINS = '<w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" w:gutter="0"/>'
MAIN = f"<w:sectPr>{SIZE}{MARGINS}<w:titlePg/></w:sectPr>"
ORDER = ["headerReference", "type", "pgSz", "pgMar", "pgNumType", "cols", "titlePg", "docGrid"]
TEXT = (Doan((Run("Nội dung."),)),)


@pytest.fixture
def appended(
    writer_of: Callable[..., BodyWriter], ke_hoach: DocumentType
) -> Callable[..., tuple[str, str]]:
    """``appended(*appendices, main=…)``: what follows the text, and the last section."""

    def make(*phu_luc: PhuLuc, main: str = MAIN, **fields: Any) -> tuple[str, str]:
        body = (CoQuan(ban_hanh="Sở Nội vụ", viet_tat="SNV"),)
        van_ban = VanBan(loai="ke-hoach", so="5", co_quan=body, phu_luc=phu_luc, **fields)
        return after(van_ban, ke_hoach, None, writer_of(phu_luc=phu_luc), main)

    return make


Appended = Callable[..., tuple[str, str]]


def lines(xml: str) -> list[str]:
    """The text of each paragraph that has any."""
    root: Any = etree.fromstring(f"<x {ROOT}>{xml}</x>")
    texts = ("".join(p.itertext()) for p in root.iter(f"{{{W}}}p"))
    return [text for text in texts if text]


def children(section: str) -> list[str]:
    root = etree.fromstring(f"<x {ROOT}>{section}</x>")
    return [etree.QName(child).localname for child in root[0]]


def test_a_single_appendix_has_no_number(appended: Appended) -> None:
    xml, _last = appended(PhuLuc("Danh mục hồ sơ", TEXT))
    name, title, belonging, body = lines(xml)
    assert (name, title, body) == ("Phụ lục", "DANH MỤC HỒ SƠ", "Nội dung./.")
    assert belonging.startswith("(Kèm theo Kế hoạch số 05/KH-SNV ngày ")


def test_several_are_numbered_in_roman(appended: Appended) -> None:
    xml, _last = appended(PhuLuc(noi_dung=TEXT), PhuLuc(), PhuLuc())
    names = [line for line in lines(xml) if line.startswith("Phụ lục")]
    assert names == ["Phụ lục I", "Phụ lục II", "Phụ lục III"]


def test_the_main_text_keeps_its_section_and_each_appendix_counts_anew(
    appended: Appended,
) -> None:
    xml, last = appended(PhuLuc(), PhuLuc())
    main, first = re.findall("<w:sectPr>.*?</w:sectPr>", xml)
    assert main == MAIN
    assert '<w:pgNumType w:start="1"/>' in first
    assert '<w:pgNumType w:start="1"/>' in last


def test_a_lying_appendix_turns_the_paper_and_widens_the_room(appended: Appended) -> None:
    table = Bang((), ("", ""), ((Run("A"),), (Run("B"),)), ())
    upright, lying = PhuLuc(noi_dung=(table,)), PhuLuc(noi_dung=(table,), ngang=True)
    xml, last = appended(upright, lying)
    assert 'w:w="16838" w:h="11906" w:orient="landscape"' in last
    widths = [int(width) for width in re.findall(r'<w:tblW w:w="(\d+)"', xml)]
    assert widths == pytest.approx([9354, 14286], abs=3)


@pytest.mark.parametrize(
    "main",
    [
        MAIN,
        f"<w:sectPr>{SIZE}{MARGINS}</w:sectPr>",
        f'<w:sectPr>{SIZE}{MARGINS}<w:pgNumType w:start="5"/><w:cols w:space="720"/>'
        '<w:titlePg/><w:docGrid w:linePitch="360"/></w:sectPr>',
        f'<w:sectPr><w:headerReference r:id="rId3"/><w:type w:val="continuous"/>{SIZE}{MARGINS}'
        '<w:pgNumType w:start="5"/><w:cols w:space="720"/><w:docGrid w:linePitch="360"/>'
        "</w:sectPr>",
    ],
)
def test_sections_of_any_template_stay_in_the_order_of_the_schema(
    appended: Appended, main: str
) -> None:
    _xml, last = appended(PhuLuc(), main=main)
    names = children(last)
    assert names == sorted(names, key=ORDER.index)
    assert names.count("pgNumType") == 1
    assert 'w:start="1"' in last
    assert "type" not in names, "an appendix begins on a new page"


def test_without_anything_after_it_the_text_keeps_its_section(appended: Appended) -> None:
    assert appended() == ("", MAIN)


def test_a_text_issued_with_a_decision_stands_before_the_appendices(appended: Appended) -> None:
    xml, _last = appended(PhuLuc("Danh mục"), kem_theo=KemTheo(noi_dung=TEXT))
    shown = lines(xml)
    assert shown.index("Nội dung./.") < shown.index("Phụ lục")
    assert xml.count("<w:sectPr>") == 2


def test_paper_that_lies_already_stays(appended: Appended) -> None:
    lying = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    _xml, last = appended(PhuLuc(ngang=True), main=MAIN.replace(SIZE, lying))
    assert lying in last


def test_the_width_of_the_text_is_what_the_margins_leave() -> None:
    assert text_width(MAIN) == pytest.approx(mm(165), rel=0.001)
    assert text_width(MAIN.replace('gutter="0"', 'gutter="567"')) == pytest.approx(
        mm(155), rel=0.001
    )
    assert text_width("<w:sectPr/>") is None
