"""The shipped templates as Word files: the named-type form (Mẫu 1.4) with docxtpl tags.

What an office sees when it opens a template in Word is made here from the standard, once,
by ``make templates``. Placeholders have the names of the data (templates/README.md).
"""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import escape

from vanban.standards.load import Standard
from vanban.units import Length, pt
from vanban.viet.widths import text_width
from vanban.word.ooxml import DECLARATION, ROOT, R, field, paragraph, rule, run
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


def parts(standard: Standard, size_set: str) -> Mapping[str, str]:
    """The parts of the template for one size set, by their names in the package."""
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
        "word/document.xml": document(standard, size_set),
        "word/_rels/document.xml.rels": _relationships(
            ("styles", "styles.xml"),
            ("settings", "settings.xml"),
            ("header", "header1.xml"),
            ("footnotes", "footnotes.xml"),
            ("fontTable", "fontTable.xml"),
        ),
        "word/styles.xml": styles_xml(standard, size_set),
        "word/settings.xml": _settings(),
        "word/header1.xml": f"{DECLARATION}<w:hdr {ROOT}>"
        f"{paragraph(style_id('so_trang'), field('PAGE', '2'))}</w:hdr>",
        "word/footnotes.xml": empty_footnotes(),
        "word/fontTable.xml": _font_table(standard.page.phong_chu),
    }


def document(standard: Standard, size_set: str) -> str:
    """document.xml with the tags of docxtpl."""
    content = _header(standard, size_set) + _title() + _addressees(standard) + _grounds()
    content += _tag("{{p noi_dung }}") + _signature(standard)
    body = f"<w:body>{content}{_section(standard)}</w:body>"
    return f"{DECLARATION}<w:document {ROOT}>{body}</w:document>"


def _p(slug: str, value: str, more: str = "") -> str:
    return paragraph(style_id(slug), run(value), more=more)


def _tag(value: str, slug: str = "noi_dung") -> str:
    return _p(slug, value)


def _header(standard: Standard, size_set: str) -> str:
    page, wording = standard.page, standard.wording
    right = page.cot_dau_trang[size_set]
    left = Length(page.be_rong_chu - right)
    motto = text_width(wording["tieu_ngu"], standard.styles["tieu_ngu"].bo[size_set].pt, bold=True)
    body = (
        _tag("{%p if co_quan.chu_quan %}", "chu_quan")
        + _p("chu_quan", "{{ co_quan.chu_quan }}")
        + _tag("{%p endif %}", "chu_quan")
        + _p("ban_hanh", "{{ co_quan.ban_hanh }}")
        + _tag("{{p ke_co_quan }}", "ke")
    )
    nation = (
        _p("quoc_hieu", wording["quoc_hieu"])
        + _p("tieu_ngu", wording["tieu_ngu"])
        + rule(style_id("ke"), right.twips, pt(motto).twips)
    )
    rows = (
        (body, nation),
        (_p("so_ky_hieu", "{{ so_ky_hieu }}"), _p("dia_danh_ngay", "{{ dia_danh_ngay }}")),
    )
    return _table((left, right), rows)


def _title() -> str:
    return (
        _p("ten_loai", "{{ ten_loai }}")
        + _tag("{%p if trich_yeu %}", "trich_yeu")
        + _p("trich_yeu", "{{ trich_yeu }}")
        + _tag("{%p endif %}", "trich_yeu")
        + _tag("{{p ke_trich_yeu }}", "ke")
    )


def _addressees(standard: Standard) -> str:
    label = standard.wording["kinh_gui"]
    return (
        _tag("{%p if kinh_gui|length == 1 %}", "kinh_gui")
        + _p("kinh_gui", f"{label} {{{{ kinh_gui[0] }}}}")
        + _tag("{%p elif kinh_gui %}", "kinh_gui")
        + _p("kinh_gui", label, '<w:keepNext/><w:spacing w:after="0"/>')
        + _tag("{%p for noi in kinh_gui %}", "noi_kinh_gui")
        + _p("noi_kinh_gui", "{{ noi }}")
        + _tag("{%p endfor %}", "noi_kinh_gui")
        + _tag("{%p endif %}", "kinh_gui")
    )


def _grounds() -> str:
    return (
        _tag("{%p for dong in can_cu %}", "can_cu")
        + _p("can_cu", "{{ dong }}")
        + _tag("{%p endfor %}", "can_cu")
    )


def _signature(standard: Standard) -> str:
    """One signer stands beside the recipients; several stand in a row above them."""
    half = Length(standard.page.be_rong_chu // 2)
    return (
        _tag("{%p if ky|length == 1 %}", "cuoi_phan")
        + _table((half, half), ((_recipients(standard), _signer()),))
        + _tag("{%p else %}", "cuoi_phan")
        + _tag("{{p cac_chu_ky }}", "cuoi_phan")
        + _recipients(standard)
        + _tag("{%p endif %}", "cuoi_phan")
        + _tag("{{p phu_luc }}", "cuoi_phan")
    )


def _recipients(standard: Standard) -> str:
    return (
        _p("noi_nhan", standard.wording["noi_nhan"])
        + _tag("{%p for noi in noi_nhan %}", "danh_sach_nhan")
        + _p("danh_sach_nhan", "{{ noi }}")
        + _tag("{%p endfor %}", "danh_sach_nhan")
        + _tag("{%p if nguoi_soan %}", "nguoi_soan")
        + _p("nguoi_soan", "{{ nguoi_soan }}")
        + _tag("{%p endif %}", "nguoi_soan")
    )


def _signer() -> str:
    return (
        _tag("{%p if ky[0].vai_tro %}", "quyen_han")
        + _p("quyen_han", "{{ ky[0].vai_tro }}")
        + _tag("{%p endif %}", "quyen_han")
        + _tag("{%p for dong in ky[0].quyen_han %}", "quyen_han")
        + _p("quyen_han", "{{ dong }}")
        + _tag("{%p endfor %}", "quyen_han")
        + _p("quyen_han", "{{ ky[0].chuc_vu }}")
        + paragraph(style_id("cho_ky"), "")
        + _tag("{%p if ky[0].chuc_vu_khac %}", "quyen_han")
        + _p("quyen_han", "{{ ky[0].chuc_vu_khac }}")
        + _tag("{%p endif %}", "quyen_han")
        + _p("ho_ten", "{{ ky[0].ho_ten }}")
    )


def _table(widths: tuple[Length, ...], rows: tuple[tuple[str, ...], ...]) -> str:
    grid = "".join(f'<w:gridCol w:w="{width.twips}"/>' for width in widths)
    body = "".join(
        "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width.twips}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
            for width, cell in zip(widths, row, strict=True)
        )
        + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl>{table_properties(widths)}<w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"


def table_properties(widths: tuple[Length, ...]) -> str:
    """A borderless table without cell margins, exactly as wide as its columns."""
    total = sum(width.twips for width in widths)
    margins = "".join(f'<w:{side} w:w="0" w:type="dxa"/>' for side in ("left", "right"))
    return (
        f'<w:tblPr><w:tblW w:w="{total}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
    )


def _section(standard: Standard) -> str:
    page = standard.page
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/>'
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


def _relationships(*targets: tuple[str, str]) -> str:
    package = "http://schemas.openxmlformats.org/package/2006/relationships/"
    lines = "".join(
        f'<Relationship Id="rId{number}" Target="{target}" Type="'
        f'{package if kind.startswith("metadata") else R + "/"}{kind}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'{DECLARATION}<Relationships xmlns="{_RELS}">{lines}</Relationships>'


def _content_types() -> str:
    overrides = {
        "/word/document.xml": f"{_WML}.document.main+xml",
        "/word/styles.xml": f"{_WML}.styles+xml",
        "/word/settings.xml": f"{_WML}.settings+xml",
        "/word/header1.xml": f"{_WML}.header+xml",
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
