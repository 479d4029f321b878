"""A small Word file of our own: whether LibreOffice works at all, and with which fonts."""

from __future__ import annotations

import zipfile
from io import BytesIO
from xml.sax.saxutils import escape

TITLE = "Thử chuyển sang PDF"

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org"
_RELATIONS = f"{_OFFICE}/package/2006/relationships"
_WORD = f"{_OFFICE}/wordprocessingml/2006/main"
_APPLICATION = "application/vnd.openxmlformats"
_CORE = f"{_APPLICATION}-package.core-properties+xml"
_MAIN = f"{_APPLICATION}-officedocument.wordprocessingml.document.main+xml"
_FACES = ("", "<w:b/>", "<w:i/>", "<w:b/><w:i/>")


def document(font: str, text: str) -> bytes:
    """A .docx with a text in the four faces of a font.

    Args:
        font: the name of the font.
        text: one paragraph.
    """
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _XML + _content_types())
        archive.writestr("_rels/.rels", _XML + _relations())
        archive.writestr("docProps/core.xml", _XML + _properties())
        archive.writestr("word/document.xml", _XML + _body(font, text))
    return out.getvalue()


def _content_types() -> str:
    return (
        f'<Types xmlns="{_OFFICE}/package/2006/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/docProps/core.xml" ContentType="{_CORE}"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_MAIN}"/></Types>'
    )


def _relations() -> str:
    core = f"{_RELATIONS}/metadata/core-properties"
    main = f"{_OFFICE}/officeDocument/2006/relationships/officeDocument"
    return (
        f'<Relationships xmlns="{_RELATIONS}">'
        f'<Relationship Id="rId1" Type="{main}" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{core}" Target="docProps/core.xml"/></Relationships>'
    )


def _properties() -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{_OFFICE}/package/2006/metadata/core-properties"'
        f' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{TITLE}</dc:title>'
        "</cp:coreProperties>"
    )


def _body(font: str, text: str) -> str:
    fonts = "".join(f' w:{kind}="{escape(font)}"' for kind in ("ascii", "hAnsi", "eastAsia", "cs"))
    paragraphs = (
        f'<w:p><w:r><w:rPr><w:rFonts{fonts}/>{face}<w:lang w:val="vi-VN"/></w:rPr>'
        f"<w:t>{escape(text)}</w:t></w:r></w:p>"
        for face in _FACES
    )
    return f'<w:document xmlns:w="{_WORD}"><w:body>{"".join(paragraphs)}</w:body></w:document>'
