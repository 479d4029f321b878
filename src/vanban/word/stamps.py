"""Marks beside the text: urgency, secrecy, circulation, draft, address, digital signing.

Sizes in millimetres are those of PLI-I-III.2.b; where the decree gives none the box is as
wide as its words need.
"""

from __future__ import annotations

from vanban.model.van_ban import DiaChi, VanBan
from vanban.units import Length, mm, pt
from vanban.viet.text import upper
from vanban.viet.widths import text_width
from vanban.word.body import Surroundings
from vanban.word.ooxml import paragraph, run, text

URGENCY = {
    "khan": ("KHẨN", mm(20)),
    "thuong-khan": ("THƯỢNG KHẨN", mm(40)),
    "hoa-toc": ("HỎA TỐC", mm(30)),
}
SECRECY = {
    "mat": ("MẬT", mm(20)),
    "toi-mat": ("TỐI MẬT", mm(30)),
    "tuyet-mat": ("TUYỆT MẬT", mm(40)),
}
"""Sizes of the stamps of 2015; the forms of 2026 were not found."""
CIRCULATION = {"xem-xong-tra-lai": "XEM XONG TRẢ LẠI", "luu-hanh-noi-bo": "LƯU HÀNH NỘI BỘ"}
_HEIGHT = mm(8)
_RED, _BLACK = "FF0000", "000000"


def beside_number(van_ban: VanBan, around: Surroundings) -> str:
    """The boxes under number and V/v: draft, secrecy, urgency (boxes 10a, 10b).

    Where the standard has a style for it (``du_thao``) the draft note stands in that, unboxed.
    """
    out = ""
    if van_ban.du_thao and "du_thao" in around.styles:
        out += paragraph(around.styles["du_thao"], run(van_ban.du_thao))
    elif van_ban.du_thao:
        out += _box(upper(van_ban.du_thao), None, _BLACK, around)
    if van_ban.do_mat:
        words, width = SECRECY[van_ban.do_mat]
        out += _box(words, width, _RED, around, line="double")
    if van_ban.do_khan:
        words, width = URGENCY[van_ban.do_khan]
        out += _box(words, width, _RED, around)
    return out


def top_of_first_page(van_ban: VanBan, around: Surroundings) -> str:
    """The paragraph of the first header: the circulation note in a frame, or nothing (box 11)."""
    style = around.styles["luu_hanh"]
    if not van_ban.luu_hanh:
        return paragraph(around.styles["so_trang"], "")
    words = CIRCULATION[van_ban.luu_hanh]
    size = around.standard.styles["luu_hanh"].bo[around.co].pt
    room = around.width.twips - pt(text_width(words, size, bold=True) + 14).twips
    border = "".join(
        f'<w:{side} w:val="single" w:sz="8" w:space="2" w:color="{_BLACK}"/>'
        for side in ("top", "left", "bottom", "right")
    )
    more = f'<w:pBdr>{border}</w:pBdr><w:ind w:left="{room}"/>'
    return paragraph(style, run(words), more=more)


def foot_of_first_page(dia_chi: DiaChi | None, around: Surroundings) -> str:
    """The address under a rule over the whole width, or an empty paragraph (box 13)."""
    lines = _address(dia_chi) if dia_chi else []
    if not lines:
        return paragraph(around.styles["dia_chi"], "")
    line = '<w:pBdr><w:top w:val="single" w:sz="6" w:space="3" w:color="000000"/></w:pBdr>'
    first = paragraph(around.styles["dia_chi"], run(lines[0]), more=line)
    return first + "".join(paragraph(around.styles["dia_chi"], run(line_)) for line_ in lines[1:])


def _address(dia_chi: DiaChi) -> list[str]:
    """At most three lines, as the sample draws them (Mẫu 1.5)."""
    calls = (("ĐT", dia_chi.dien_thoai), ("Fax", dia_chi.fax))
    nets = (("E-Mail", dia_chi.email), ("Website", dia_chi.website))
    lines = [dia_chi.dia_chi or ""]
    lines += [", ".join(f"{label}: {v}" for label, v in pairs if v) for pairs in (calls, nets)]
    return [line for line in lines if line]


def _box(
    words: str, width: Length | None, colour: str, around: Surroundings, line: str = "single"
) -> str:
    """A framed word in a table of one cell, and the paragraph that must follow a table."""
    size = around.standard.styles["dau_khan"].bo[around.co].pt
    column = around.width.twips - around.standard.page.cot_dau_trang[around.co].twips
    needed = (width or pt(text_width(words, size, bold=True) + 12)).twips
    room, height = min(needed, column), "exact" if needed <= column else "atLeast"
    borders = "".join(
        f'<w:{side} w:val="{line}" w:sz="8" w:space="0" w:color="{colour}"/>'
        for side in ("top", "left", "bottom", "right")
    )
    margins = "".join(f'<w:{side} w:w="0" w:type="dxa"/>' for side in ("left", "right"))
    inside = f'<w:r><w:rPr><w:color w:val="{colour}"/></w:rPr>{text(words)}</w:r>'
    return (
        f"{_gap(around)}<w:tbl><w:tblPr>"
        f'<w:tblW w:w="{room}" w:type="dxa"/><w:jc w:val="center"/>'
        f"<w:tblBorders>{borders}</w:tblBorders>"
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{room}"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/>'
        f'<w:trHeight w:val="{_HEIGHT.twips}" w:hRule="{height}"/></w:trPr><w:tc><w:tcPr>'
        f'<w:tcW w:w="{room}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        f"{paragraph(around.styles['dau_khan'], inside)}</w:tc></w:tr></w:tbl>{_gap(around)}"
    )


def _gap(around: Surroundings) -> str:
    return paragraph(around.styles["ke"], "")
