"""Appendices: each a section of its own, with its own page numbers (PLI-I-III.1)."""

from __future__ import annotations

import re

from vanban.model.outline import appendix_name
from vanban.model.van_ban import PhuLuc, VanBan
from vanban.units import Length
from vanban.viet.text import upper
from vanban.viet.widths import balance, text_width
from vanban.word.body import BodyWriter, with_end_mark
from vanban.word.ooxml import paragraph, rule, run

_SIZE = re.compile(r'<w:pgSz w:w="(\d+)" w:h="(\d+)"[^>]*/>')


def appendices(van_ban: VanBan, writer: BodyWriter, main: str, attached: str) -> tuple[str, str]:
    """The appendices, and the section properties that end the document.

    Args:
        van_ban: the document.
        writer: the writer of its bodies.
        main: ``w:sectPr`` of the template, which the main text keeps.
        attached: the line "(Kèm theo …)".

    Returns:
        The paragraphs after the signature block, and the last ``w:sectPr``.
    """
    out = [_section_end(main, writer)]
    last = main
    for index, phu_luc in enumerate(van_ban.phu_luc):
        if index:
            out.append(_section_end(last, writer))
        last = _section(main, phu_luc.ngang)
        out.append(_appendix(van_ban, index, writer, attached))
    return "".join(out), last


def _appendix(van_ban: VanBan, index: int, writer: BodyWriter, attached: str) -> str:
    phu_luc = van_ban.phu_luc[index]
    around = writer.around
    room = _text_room(around.width, phu_luc, writer)
    style = around.standard.styles["ten_phu_luc"]
    size = style.bo[around.co].pt
    lines = [appendix_name(van_ban, index)]
    out = paragraph(around.styles["phu_luc"], run(lines[0]))
    if phu_luc.ten:
        lines = balance(upper(phu_luc.ten), size, room.pt, bold=True)
        out += paragraph(around.styles["ten_phu_luc"], run("\n".join(lines)))
    out += paragraph(around.styles["kem_theo"], run(attached))
    width = text_width(attached, around.standard.styles["kem_theo"].bo[around.co].pt, italic=True)
    short = min(width, room.pt) * around.standard.page.ke_ngan
    after = around.standard.page.cach_doan
    out += rule(around.styles["ke"], room.twips, round(short * 20), after.twips)
    body = with_end_mark(phu_luc.noi_dung, around.standard.wording["cuoi"])
    writer.width = room
    out += writer.write(body, ("phu_luc", index, "noi_dung"))
    writer.width = None
    return out


def _text_room(upright: Length, phu_luc: PhuLuc, writer: BodyWriter) -> Length:
    if not phu_luc.ngang:
        return upright
    page = writer.around.standard.page
    return Length(page.cao - page.le_trai - page.le_phai)


def _section_end(properties: str, writer: BodyWriter) -> str:
    """The paragraph that carries the properties of the section before it."""
    return paragraph(writer.around.styles["cuoi_phan"], "", more=properties)


def _section(main: str, landscape: bool) -> str:
    """The section of an appendix: pages from 1, the first number hidden, maybe landscape."""
    section = re.sub(r"<w:pgNumType[^>]*/>", "", main)
    head, cut, tail = section.partition("<w:titlePg/>")
    if cut:
        section = f'{head}<w:pgNumType w:start="1"/>{cut}{tail}'
    else:
        section = main.replace("</w:sectPr>", '<w:pgNumType w:start="1"/></w:sectPr>')
    if landscape:
        return _SIZE.sub(r'<w:pgSz w:w="\2" w:h="\1" w:orient="landscape"/>', section)
    return section
