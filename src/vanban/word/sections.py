"""Appendices: each a section of its own, with its own page numbers (PLI-I-III.1)."""

from __future__ import annotations

import re

from vanban.model.outline import appendix_name
from vanban.model.van_ban import VanBan
from vanban.units import Length, pt
from vanban.viet.text import upper
from vanban.viet.widths import balance
from vanban.viet.widths import text_width as line_width
from vanban.word.body import BodyWriter, with_end_mark
from vanban.word.ooxml import paragraph, rule, run

_SIZE = re.compile(r'<w:pgSz\b[^>]*?w:w="(\d+)" w:h="(\d+)"[^>]*/>')
_MARGINS = re.compile(r"<w:pgMar\b[^>]*>")
_SIDES = re.compile(r'w:(?:left|right|gutter)="(\d+)"')
_AFTER_NUMBERS = re.compile(
    "<w:(?:cols|formProt|vAlign|noEndnote|titlePg|textDirection|bidi|rtlGutter|docGrid"
    "|printerSettings|sectPrChange)\\b|</w:sectPr>"
)
"""What the schema wants after the numbering of pages in a section."""


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
        room = text_width(last) or writer.around.width
        out.append(_appendix(van_ban, index, writer, room, attached))
    return "".join(out), last


def _appendix(van_ban: VanBan, index: int, writer: BodyWriter, room: Length, attached: str) -> str:
    phu_luc = van_ban.phu_luc[index]
    around = writer.around
    style = around.standard.styles["ten_phu_luc"]
    size = style.bo[around.co].pt
    lines = [appendix_name(van_ban, index)]
    out = paragraph(around.styles["phu_luc"], run(lines[0]))
    if phu_luc.ten:
        lines = balance(upper(phu_luc.ten), size, room.pt, bold=True)
        out += paragraph(around.styles["ten_phu_luc"], run("\n".join(lines)))
    out += paragraph(around.styles["kem_theo"], run(attached))
    width = line_width(attached, around.standard.styles["kem_theo"].bo[around.co].pt, italic=True)
    short = min(width, room.pt) * around.standard.page.ke_ngan
    after = around.standard.page.cach_doan
    out += rule(around.styles["ke"], room.twips, round(short * 20), after.twips)
    body = with_end_mark(phu_luc.noi_dung, around.standard.wording["cuoi"])
    writer.width = room
    out += writer.write(body, ("phu_luc", index, "noi_dung"))
    writer.width = None
    return out


def text_width(section: str) -> Length | None:
    """Width of the text in a ``w:sectPr``; None when it does not tell."""
    size, margins = _SIZE.search(section), _MARGINS.search(section)
    if not (size and margins):
        return None
    sides = (int(found) for found in _SIDES.findall(margins[0]))
    return pt((int(size[1]) - sum(sides)) / 20)


def _section_end(properties: str, writer: BodyWriter) -> str:
    """The paragraph that carries the properties of the section before it."""
    return paragraph(writer.around.styles["cuoi_phan"], "", more=properties)


def _section(main: str, landscape: bool) -> str:
    """The section of an appendix: pages from 1, the first number hidden, maybe landscape."""
    section = re.sub(r"<w:(?:pgNumType|type)\b[^>]*/>", "", main)
    section = _AFTER_NUMBERS.sub(r'<w:pgNumType w:start="1"/>\g<0>', section, count=1)
    if landscape:
        return _SIZE.sub(_turned, section)
    return section


def _turned(size: re.Match[str]) -> str:
    """The paper lying; paper that lies already stays."""
    short, long = sorted(size.groups(), key=int)
    return f'<w:pgSz w:w="{long}" w:h="{short}" w:orient="landscape"/>'
