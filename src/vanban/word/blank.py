"""The parts of a Word file that are the same in every shipped template."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import escape

from vanban.standards.load import Standard
from vanban.word.ooxml import DECLARATION, ROOT, R, field, paragraph, run
from vanban.word.style_sheet import style_id, styles_xml

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "application/vnd.openxmlformats"
_WML = f"{_OFFICE}-officedocument.wordprocessingml"

CORE = (
    f"{DECLARATION}<cp:coreProperties "
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<dc:title>{{ tieu_de_tep }}</dc:title><dc:language>vi-VN</dc:language></cp:coreProperties>"
)

HEADER = "rId3"
FIRST_HEADER, EMPTY_HEADER = "rIdVBDauNhat", "rIdVBDauTrong"
"""Headers: page numbers; marks on page 1; nothing, on the first page of an appendix."""
FIRST_FOOTER, EMPTY_FOOTER = "rIdVBChanNhat", "rIdVBChanTrong"
"""Footers: the address on page 1; nothing elsewhere."""


def parts(standard: Standard, size_set: str, document: str) -> Mapping[str, str]:
    """The parts of a template by their names in the package, around its document.xml."""
    return {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            ("officeDocument", "word/document.xml"),
            ("extended-properties", "docProps/app.xml"),
            ("metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/app.xml": f"{DECLARATION}<Properties xmlns="
        '"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<Application>vanban</Application></Properties>",
        "docProps/core.xml": CORE,
        "word/document.xml": document,
        "word/_rels/document.xml.rels": _relationships(
            ("styles", "styles.xml"),
            ("settings", "settings.xml"),
            ("header", "header1.xml"),
            ("footnotes", "footnotes.xml"),
            ("fontTable", "fontTable.xml"),
            named={
                FIRST_HEADER: ("header", "header2.xml"),
                EMPTY_HEADER: ("header", "header3.xml"),
                FIRST_FOOTER: ("footer", "footer1.xml"),
                EMPTY_FOOTER: ("footer", "footer2.xml"),
            },
        ),
        "word/styles.xml": styles_xml(standard, size_set),
        "word/settings.xml": _settings(),
        "word/header1.xml": _story("hdr", "so_trang", field("PAGE", "2")),
        "word/header2.xml": _story("hdr", "so_trang", run("{{p dau_trang_nhat }}")),
        "word/header3.xml": _story("hdr", "so_trang", ""),
        "word/footer1.xml": _story("ftr", "dia_chi", run("{{p chan_trang_nhat }}")),
        "word/footer2.xml": _story("ftr", "dia_chi", ""),
        "word/footnotes.xml": empty_footnotes(),
        "word/fontTable.xml": _font_table(standard.page.phong_chu),
    }


def _story(element: str, style: str, content: str) -> str:
    inside = paragraph(style_id(style), content)
    return f"{DECLARATION}<w:{element} {ROOT}>{inside}</w:{element}>"


def section(standard: Standard) -> str:
    """``w:sectPr`` of the main text: the paper, the margins, the headers and footers."""
    page = standard.page
    stories = (
        ("header", "default", HEADER),
        ("header", "first", FIRST_HEADER),
        ("footer", "default", EMPTY_FOOTER),
        ("footer", "first", FIRST_FOOTER),
    )
    references = "".join(
        f'<w:{kind}Reference w:type="{where}" r:id="{target}"/>' for kind, where, target in stories
    )
    return (
        f"<w:sectPr>{references}"
        f'<w:pgSz w:w="{page.rong.twips}" w:h="{page.cao.twips}"/>'
        f'<w:pgMar w:top="{page.le_tren.twips}" w:right="{page.le_phai.twips}" '
        f'w:bottom="{page.le_duoi.twips}" w:left="{page.le_trai.twips}" '
        f'w:header="{page.dau_trang.twips}" w:footer="{page.dau_trang.twips}" w:gutter="0"/>'
        "<w:titlePg/></w:sectPr>"
    )


def empty_footnotes() -> str:
    """footnotes.xml with the two separators that Word wants, and no footnote."""
    spacing = '<w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
    notes = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p>{spacing}<w:r><w:{kind}/></w:r></w:p>'
        "</w:footnote>"
        for kind, number in (("separator", -1), ("continuationSeparator", 0))
    )
    return f"{DECLARATION}<w:footnotes {ROOT}>{notes}</w:footnotes>"


def _settings() -> str:
    return (
        f'{DECLARATION}<w:settings {ROOT}><w:zoom w:percent="100"/>'
        '<w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="vi-VN"/><w:decimalSymbol w:val=","/>'
        '<w:listSeparator w:val=";"/></w:settings>'
    )


def _font_table(font: str) -> str:
    return (
        f'{DECLARATION}<w:fonts {ROOT}><w:font w:name="{escape(font)}">'
        '<w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>'
        "</w:fonts>"
    )


def _relationships(
    *targets: tuple[str, str], named: Mapping[str, tuple[str, str]] | None = None
) -> str:
    """Relationships: the unnamed ones are rId1, rId2 …"""
    package = "http://schemas.openxmlformats.org/package/2006/relationships/"
    ids = {f"rId{number}": target for number, target in enumerate(targets, 1)} | dict(named or {})
    lines = "".join(
        f'<Relationship Id="{identity}" Target="{target}" Type="'
        f'{package if kind.startswith("metadata") else R + "/"}{kind}"/>'
        for identity, (kind, target) in ids.items()
    )
    return f'{DECLARATION}<Relationships xmlns="{_RELS}">{lines}</Relationships>'


def _content_types() -> str:
    overrides = {
        "/word/document.xml": f"{_WML}.document.main+xml",
        "/word/styles.xml": f"{_WML}.styles+xml",
        "/word/settings.xml": f"{_WML}.settings+xml",
        "/word/header1.xml": f"{_WML}.header+xml",
        "/word/header2.xml": f"{_WML}.header+xml",
        "/word/header3.xml": f"{_WML}.header+xml",
        "/word/footer1.xml": f"{_WML}.footer+xml",
        "/word/footer2.xml": f"{_WML}.footer+xml",
        "/word/footnotes.xml": f"{_WML}.footnotes+xml",
        "/word/fontTable.xml": f"{_WML}.fontTable+xml",
        "/docProps/app.xml": f"{_OFFICE}-officedocument.extended-properties+xml",
        "/docProps/core.xml": f"{_OFFICE}-package.core-properties+xml",
    }
    lines = "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items()
    )
    return (
        f'{DECLARATION}<Types xmlns="{_TYPES}">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f"{lines}</Types>"
    )
