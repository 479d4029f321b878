"""A text issued with a decision (Mẫu 1.3)."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import Any

import docx
import pytest
from msgspec.structs import replace

from vanban import api
from vanban.layout.document import Layout
from vanban.model.blocks import CuocChu, Doan
from vanban.model.inlines import NoteRef, Run
from vanban.model.van_ban import CoQuan, KemTheo, Ky, PhuLuc, VanBan
from vanban.viet.dates import Ngay
from vanban.word import package
from vanban.word.reader import read

DECISION = VanBan(
    loai="quyet-dinh-gian-tiep",
    so="5",
    co_quan=(CoQuan("UBND tỉnh Lâm Đồng", "Sở Nội vụ", "SNV"),),
    dia_danh="Lâm Đồng",
    ngay=Ngay(7, 11, 2026),
    trich_yeu="Ban hành Quy chế làm việc",
    noi_dung=(Doan((Run("Điều khoản"),)),),
    kem_theo=KemTheo("quy-che", "Làm việc của Sở", (Doan((Run("Lời quy chế"),)),)),
    ky=(Ky(chuc_vu="Giám đốc", ho_ten="Lê A"),),
    noi_nhan=("Như Điều 3",),
    luu="VT",
)


def attached(van_ban: VanBan = DECISION) -> list[str]:
    """The lines of the text issued with a decision."""
    found: Layout = read(api.render(van_ban))
    begin = found.sections[1].begin
    end = found.sections[2].begin if len(found.sections) > 2 else None
    part = replace(found, blocks=found.blocks[begin:end])
    return [line for line in part.text.split("\n") if line]


def test_it_has_issuer_quoc_hieu_name_subject_origin_and_body() -> None:
    assert attached() == [
        "UBND TỈNH LÂM ĐỒNG",
        "SỞ NỘI VỤ",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "QUY CHẾ",
        "Làm việc của Sở",
        "(Kèm theo Quyết định số 05/QĐ-SNV ngày 07 tháng 11 năm 2026 của Sở Nội vụ)",
        "Lời quy chế./.",
    ]


def test_it_has_no_number_date_signature_or_recipients() -> None:
    text = "\n".join(attached())
    for absent in ("Số:", "Lâm Đồng, ngày", "GIÁM ĐỐC", "Lê A", "Nơi nhận", "Lưu"):
        assert absent not in text


def test_with_an_electronic_decision_number_and_date_stay_open() -> None:
    (line,) = (text for text in attached(replace(DECISION, hinh_thuc="dien-tu")) if "Kèm" in text)
    assert re.fullmatch(
        r"\(Kèm theo Quyết định số +/QĐ-SNV ngày +tháng +năm +của Sở Nội vụ\)", line
    )


def test_its_pages_are_numbered_from_1_and_the_first_number_is_hidden() -> None:
    data = api.render(DECISION)
    main, own = re.findall(
        "<w:sectPr>.*?</w:sectPr>", package.read(data)["word/document.xml"].decode()
    )
    assert "pgNumType" not in main
    assert '<w:pgNumType w:start="1"/>' in own
    assert "<w:titlePg/>" in own
    assert read(data).sections[1].first_header_text == ""


def test_an_appendix_follows_it_in_a_section_of_its_own() -> None:
    van_ban = replace(DECISION, phu_luc=(PhuLuc("Danh mục"),))
    assert attached(van_ban)[-1] == "Lời quy chế./."
    assert len(docx.Document(io.BytesIO(api.render(van_ban))).sections) == 3


def test_its_footnotes_are_those_of_the_document() -> None:
    body = (Doan((Run("Lời"), NoteRef("1"))),)
    notes = (CuocChu("1", (Run("Chú thích."),)),)
    van_ban = replace(DECISION, kem_theo=KemTheo("quy-che", noi_dung=body), cuoc_chu=notes)
    (note,) = read(api.render(van_ban)).footnotes
    assert note.text == "Chú thích."


@pytest.mark.parametrize(
    ("given", "lines"),
    [
        ({"loai": None}, ["Làm việc của Sở", "Lời quy chế./."]),
        ({"trich_yeu": None}, ["QUY CHẾ", "Lời quy chế./."]),
        ({"noi_dung": ()}, ["QUY CHẾ", "Làm việc của Sở"]),
    ],
)
def test_what_is_left_out_is_not_printed_and_nothing_else_is_lost(
    given: dict[str, Any], lines: list[str]
) -> None:
    assert DECISION.kem_theo is not None
    found = attached(replace(DECISION, kem_theo=replace(DECISION.kem_theo, **given)))
    assert [line for line in found[4:] if "Kèm theo" not in line] == lines


def test_a_decision_without_an_issuer_has_no_fault(faults: Callable[..., object]) -> None:
    whole, bare = api.render(DECISION), api.render(replace(DECISION, co_quan=()))
    assert faults({"whole": whole, "bare": bare}) == {}
