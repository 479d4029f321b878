"""What follows the signature, each a section with its own page numbers (PLI-I-III.1.đ)."""

from __future__ import annotations

import re

from vanban.model.van_ban import VanBan
from vanban.patterns import later
from vanban.standards.types import DocumentType
from vanban.units import Length, pt
from vanban.word import appendix, attachment, blank, printed
from vanban.word.body import BodyWriter
from vanban.word.ooxml import paragraph

_SIZE = later(r'<w:pgSz\b[^>]*?w:w="(\d+)" w:h="(\d+)"[^>]*/>')
_MARGINS = later(r"<w:pgMar\b[^>]*>")
_SIDES = later(r'w:(?:left|right|gutter)="(\d+)"')
_AFTER_NUMBERS = later(
    "<w:(?:cols|formProt|vAlign|noEndnote|titlePg|textDirection|bidi|rtlGutter|docGrid"
    "|printerSettings|sectPrChange)\\b|</w:sectPr>"
)
"""What the schema wants after the numbering of pages in a section."""


def after(
    van_ban: VanBan,
    kind: DocumentType,
    attached: DocumentType | None,
    writer: BodyWriter,
    main: str,
) -> tuple[str, str]:
    """What stands behind the signature: the text issued with a decision, the appendices.

    Args:
        van_ban: the document.
        kind: its type.
        attached: the type of the text issued with it; None when there is none or it has none.
        writer: the writer of its bodies.
        main: ``w:sectPr`` of the template, which the main text keeps.

    Returns:
        The paragraphs, each section beginning behind the properties of the one before, and
        the ``w:sectPr`` that ends the document.
    """
    if not (van_ban.phu_luc or van_ban.kem_theo):
        return "", main
    standard = writer.around.standard
    numbered = standard.forms[kind.mau].option("dau_trang", "so") != "không"
    line = printed.attached_to(van_ban, kind, standard.wording, numbered=numbered)
    contents: list[tuple[str, str]] = []
    if van_ban.kem_theo:
        section = _section(main, landscape=False)
        contents.append((section, attachment.write(van_ban, attached, writer, line)))
    for index, phu_luc in enumerate(van_ban.phu_luc):
        section = _section(main, phu_luc.ngang)
        room = text_width(section) or writer.around.width
        contents.append((section, appendix.write(van_ban, index, writer, room, line)))
    out: list[str] = []
    last = main
    for section, content in contents:
        out += (_section_end(last, writer), content)
        last = section
    return "".join(out), last


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
    section = section.replace(blank.FIRST_HEADER, blank.EMPTY_HEADER)
    section = section.replace(blank.FIRST_FOOTER, blank.EMPTY_FOOTER)
    section = _AFTER_NUMBERS.sub(r'<w:pgNumType w:start="1"/>\g<0>', section, count=1)
    if landscape:
        return _SIZE.sub(_turned, section)
    return section


def _turned(size: re.Match[str]) -> str:
    """The paper lying; paper that lies already stays."""
    short, long = sorted(size.groups(), key=int)
    return f'<w:pgSz w:w="{long}" w:h="{short}" w:orient="landscape"/>'
