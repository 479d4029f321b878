"""Marks: urgency, secrecy, circulation, draft, address."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from lxml import etree

from vanban import api
from vanban.model.van_ban import CoQuan, DiaChi, Ky, PhuLuc, VanBan
from vanban.word import package, stamps
from vanban.word.body import BodyWriter, Surroundings
from vanban.word.ooxml import NAMESPACES, ROOT, W

ADDRESS = DiaChi("02 Lê Lợi", "0251.123", "0251.124", "snv@tinh.gov.vn", "snv.tinh.gov.vn")


@pytest.fixture
def around(writer_of: Callable[..., BodyWriter]) -> Surroundings:
    return writer_of().around


def document(**fields: Any) -> VanBan:
    return VanBan(loai="cong-van", co_quan=(CoQuan(ban_hanh="Sở Nội vụ"),), **fields)


def rendered(**fields: Any) -> dict[str, Any]:
    """The stories of a document: its parts as trees."""
    parts = package.read(api.render(document(**fields), offline=True))
    return {
        name.removeprefix("word/").removesuffix(".xml"): etree.fromstring(data)
        for name, data in parts.items()
        if name.startswith("word/") and name.endswith(".xml")
    }


def tree(xml: str) -> Any:
    return etree.fromstring(f"<x {ROOT}>{xml}</x>")


def found(root: Any, path: str) -> list[Any]:
    nodes: list[Any] = root.xpath(path, namespaces=NAMESPACES)
    return nodes


def millimetres(twips: str) -> int:
    return round(int(twips) / 1440 * 25.4)


def box(xml: str) -> tuple[str, int, int]:
    """The words of a framed box, its width and height in millimetres."""
    root = tree(xml)
    (width,) = found(root, "//w:tblW/@w:w")
    (height,) = found(root, "//w:trHeight[@w:hRule='exact']/@w:val")
    return "".join(found(root, "//w:t/text()")), millimetres(width), millimetres(height)


@pytest.mark.parametrize(
    ("do_khan", "words", "width"),
    [("khan", "KHẨN", 20), ("thuong-khan", "THƯỢNG KHẨN", 40), ("hoa-toc", "HỎA TỐC", 30)],
)
def test_a_stamp_of_urgency_has_the_size_of_the_decree(
    around: Surroundings, do_khan: str, words: str, width: int
) -> None:
    assert box(stamps.beside_number(document(do_khan=do_khan), around)) == (words, width, 8)


@pytest.mark.parametrize("do_khan", stamps.URGENCY)
def test_a_stamp_of_urgency_is_red_in_a_single_frame(around: Surroundings, do_khan: str) -> None:
    root = tree(stamps.beside_number(document(do_khan=do_khan), around))
    assert found(root, "//w:r/w:rPr/w:color/@w:val") == ["FF0000"]
    assert set(found(root, "//w:tblBorders/*/@w:color")) == {"FF0000"}
    assert found(root, "//w:tblBorders/*/@w:val") == ["single"] * 4


@pytest.mark.parametrize("slug", ["dau_khan", "luu_hanh"])
def test_marks_are_bold_and_13_or_14_points(around: Surroundings, slug: str) -> None:
    style = around.standard.styles[slug]
    assert style.dam
    assert {size.pt for size in style.bo.values()} <= {13, 14}


def test_a_stamp_stands_under_the_number() -> None:
    (cell,) = found(rendered(do_khan="khan")["document"], "//w:tc[.//w:tbl]")
    words = [text for p in found(cell, ".//w:p") if (text := "".join(p.itertext()))]
    assert words[0].startswith("Số:")
    assert words[-1] == "KHẨN"


def test_a_cell_with_a_stamp_ends_in_a_paragraph() -> None:
    (cell,) = found(rendered(do_khan="khan")["document"], "//w:tc[.//w:tbl]")
    assert etree.QName(cell[-1]).localname == "p"


def test_secrecy_stands_before_urgency_in_a_double_frame(around: Surroundings) -> None:
    root = tree(stamps.beside_number(document(do_mat="mat", do_khan="hoa-toc"), around))
    assert found(root, "//w:t/text()") == ["MẬT", "HỎA TỐC"]
    assert found(root, "(//w:tblBorders)[1]/w:top/@w:val") == ["double"]


def test_a_draft_mark_is_black_and_in_capitals(around: Surroundings) -> None:
    root = tree(stamps.beside_number(document(du_thao="Dự thảo lần 2"), around))
    assert found(root, "//w:t/text()") == ["DỰ THẢO LẦN 2"]
    assert found(root, "//w:r/w:rPr/w:color/@w:val") == ["000000"]


def test_without_marks_nothing_stands_beside_the_number(around: Surroundings) -> None:
    assert stamps.beside_number(document(), around) == ""


@pytest.mark.parametrize(
    ("luu_hanh", "words"),
    [("xem-xong-tra-lai", "XEM XONG TRẢ LẠI"), ("luu-hanh-noi-bo", "LƯU HÀNH NỘI BỘ")],
)
def test_the_circulation_note_is_framed_in_the_first_header_alone(
    luu_hanh: str, words: str
) -> None:
    stories = rendered(luu_hanh=luu_hanh, phu_luc=(PhuLuc("Danh mục"),))
    shown = [name for name, root in stories.items() if words in "".join(root.itertext())]
    assert shown == ["header2"]
    assert len(found(stories["header2"], "//w:pBdr/*[@w:val='single']")) == 4
    sections = found(stories["document"], "//w:sectPr")
    first = [found(s, "w:headerReference[@w:type='first']/@r:id") for s in sections]
    assert first == [["rIdVBDauNhat"], ["rIdVBDauTrong"]]


def test_the_address_is_in_the_footer_of_page_1_alone() -> None:
    stories = rendered(dia_chi=ADDRESS, phu_luc=(PhuLuc("Danh mục"),))
    shown = [name for name, root in stories.items() if "02 Lê Lợi" in "".join(root.itertext())]
    assert shown == ["footer1"]
    sections = found(stories["document"], "//w:sectPr")
    assert all(found(s, "w:titlePg") for s in sections)
    kinds = [found(s, "w:footerReference/@w:type") for s in sections]
    assert kinds == [["default", "first"]] * 2
    targets = [found(s, "w:footerReference/@r:id") for s in sections]
    assert targets == [["rIdVBChanTrong", "rIdVBChanNhat"], ["rIdVBChanTrong"] * 2]


def test_the_address_has_three_lines_under_a_rule_as_wide_as_the_text() -> None:
    footer = rendered(dia_chi=ADDRESS)["footer1"]
    first, *others = found(footer, "//w:p")
    assert ["".join(p.itertext()) for p in (first, *others)] == [
        "02 Lê Lợi",
        "ĐT: 0251.123, Fax: 0251.124",
        "E-Mail: snv@tinh.gov.vn, Website: snv.tinh.gov.vn",
    ]
    assert found(first, "w:pPr/w:pBdr/w:top/@w:val") == ["single"]
    assert not found(footer, "//w:ind"), "an indent would shorten the rule"
    assert not any(found(p, ".//w:pBdr") for p in others)


def test_an_address_leaves_out_what_is_not_given(around: Surroundings) -> None:
    root = tree(stamps.foot_of_first_page(DiaChi(email="a@b.vn"), around))
    assert found(root, "//w:t/text()") == ["E-Mail: a@b.vn"]
    for nothing in (None, DiaChi()):
        (empty,) = tree(stamps.foot_of_first_page(nothing, around))
        assert empty.tag == f"{{{W}}}p"
        assert not found(empty, ".//w:pBdr")


def test_a_document_with_every_mark_has_no_fault(faults: Callable[..., object]) -> None:
    marked = document(
        do_mat="toi-mat",
        do_khan="thuong-khan",
        luu_hanh="xem-xong-tra-lai",
        du_thao="Dự thảo",
        dia_chi=ADDRESS,
        ky=(Ky(chuc_vu="Giám đốc"),),
    )
    assert faults({"a": api.render(marked, offline=True)}) == {}


def test_a_long_draft_note_wraps_inside_the_left_column(around: Surroundings) -> None:
    xml = stamps.beside_number(document(du_thao="Dự thảo lần 3 " * 5), around)
    page = around.standard.page
    column = around.width.twips - page.cot_dau_trang["14"].twips
    assert f'<w:gridCol w:w="{column}"/>' in xml
    assert 'w:hRule="atLeast"' in xml
