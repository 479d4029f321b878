"""styles.xml of the shipped templates, made from the styles of a standard."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import escape

from vanban.standards.load import Standard
from vanban.standards.schema import ALIGNMENTS, Page, Style
from vanban.units import Length, cm, pt
from vanban.viet.widths import text_width
from vanban.word.ooxml import DECLARATION, W

NOTE_MARK, NOTE_STYLE = "FootnoteReference", "footnote reference"
"""Id and name of the character style of footnote marks; the name is what programs look for."""


def style_id(slug: str) -> str:
    """The id of a style in Word: "noi_dung" is "VBNoiDung"."""
    return "VB" + "".join(part.capitalize() for part in slug.split("_"))


def styles_xml(standard: Standard, size_set: str) -> str:
    """The whole part for one size set ("14" or "13")."""
    page = standard.page
    body = standard.styles["noi_dung"].bo[size_set]
    styles = "".join(
        style_xml(style, page, size_set, standard.wording["kinh_gui"])
        for style in standard.styles.values()
    )
    return (
        f'{DECLARATION}<w:styles xmlns:w="{W}">{_defaults(page, body)}'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr>'
        '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
        '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        f"{styles}"
        f"{note_mark_xml()}</w:styles>"
    )


def note_mark_xml() -> str:
    """The character style of footnote marks."""
    return (
        f'<w:style w:type="character" w:styleId="{NOTE_MARK}">'
        f'<w:name w:val="{NOTE_STYLE}"/><w:basedOn w:val="DefaultParagraphFont"/>'
        '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    )


def _defaults(page: Page, size: Length) -> str:
    font = escape(page.phong_chu)
    return (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/>'
        f'<w:sz w:val="{size.half_points}"/><w:szCs w:val="{size.half_points}"/>'
        '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )


def standalone_styles(xml: str, used: Iterable[str], standard: Standard, size_set: str) -> str:
    """A styles part with those of our styles in it that are used and that it lacks.

    They are based on nothing and name their font, so that the styles of the document they
    come into do not show through.
    """
    font = escape(standard.page.phong_chu)
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/>'
    wanted = {style_id(slug): style for slug, style in standard.styles.items()}
    salutation = standard.wording["kinh_gui"]
    added = "".join(
        style_xml(wanted[name], standard.page, size_set, salutation)
        .replace('<w:basedOn w:val="Normal"/>', "")
        .replace("<w:rPr>", f"<w:rPr>{fonts}")
        for name in sorted(used)
        if name in wanted and f'w:styleId="{name}"' not in xml
    )
    head, end, tail = (xml or f'<w:styles xmlns:w="{W}"></w:styles>').rpartition("</w:styles>")
    return head + added + end + tail


def style_xml(style: Style, page: Page, size_set: str, salutation: str) -> str:
    """One named style; ``salutation`` is the word that addressees are aligned with."""
    size = style.bo[size_set].half_points
    marks = ("<w:b/><w:bCs/>" if style.dam else "") + ("<w:i/><w:iCs/>" if style.nghieng else "")
    line = '<w:u w:val="single"/>' if style.gach_chan else ""
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style_id(style.slug)}">'
        f'<w:name w:val="{escape(style.ten)}"/><w:basedOn w:val="Normal"/><w:qFormat/>'
        f"<w:pPr>{_paragraph(style, page, size_set, salutation)}</w:pPr>"
        f'<w:rPr>{marks}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>{line}</w:rPr></w:style>'
    )


def _paragraph(style: Style, page: Page, size_set: str, salutation: str) -> str:
    keep = "<w:keepNext/>" if style.giu else ""
    # Space only after the last of a list of addressees.
    close = "<w:contextualSpacing/>" if style.slug == "noi_kinh_gui" else ""
    level = f'<w:outlineLvl w:val="{style.cap_de_muc - 1}"/>' if style.cap_de_muc else ""
    return (
        f"{keep}{_spacing(style, page)}{_indent(style, page, size_set, salutation)}"
        f'{close}<w:jc w:val="{ALIGNMENTS[style.canh]}"/>{level}'
    )


def _spacing(style: Style, page: Page) -> str:
    before, after, line = style.truoc, style.sau, "240"
    height = {"ke": pt(4), "cuoi_phan": pt(1), "cho_ky": page.cho_ky}.get(style.slug)
    if style.doan:
        after = page.cach_doan
        if isinstance(page.gian_dong, Length):
            height = page.gian_dong
        else:
            line = f"{round(page.gian_dong * 240)}"
    spacing = f'w:before="{before.twips}" w:after="{after.twips}"'
    if height is not None:
        return f'<w:spacing {spacing} w:line="{height.twips}" w:lineRule="exact"/>'
    return f'<w:spacing {spacing} w:line="{line}" w:lineRule="auto"/>'


def _indent(style: Style, page: Page, size_set: str, salutation: str) -> str:
    if style.doan:
        return f'<w:ind w:firstLine="{page.thut_dau_dong.twips}"/>'
    if style.slug in {"kinh_gui", "noi_kinh_gui"} and style.canh != "giua":
        return addressee_indent(style, size_set, salutation)
    if style.slug == "danh_sach_nhan":
        dash = pt(text_width("- ", style.bo[size_set].pt))
        return f'<w:ind w:left="{dash.twips}" w:hanging="{dash.twips}"/>'
    return ""


def addressee_indent(style: Style, size_set: str, salutation: str) -> str:
    """One addressee hangs after "Kính gửi: "; the dashes of several stand under its colon."""
    size, left = style.bo[size_set].pt, cm(2.5)
    if style.slug == "kinh_gui":
        hanging = pt(text_width(f"{salutation} ", size))
        return f'<w:ind w:left="{left.twips + hanging.twips}" w:hanging="{hanging.twips}"/>'
    colon = pt(text_width(salutation.rstrip(":"), size))
    dash = pt(text_width("- ", size))
    start = left.twips + colon.twips + dash.twips
    return f'<w:ind w:left="{start}" w:hanging="{dash.twips}"/>'
