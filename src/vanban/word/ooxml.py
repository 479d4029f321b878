"""The few shapes of WordprocessingML that vanban writes, as text.

Text is built as strings, not as element trees: it is an order of magnitude faster, and the
shapes are few enough to be read here in one sitting. Children of w:pPr and w:rPr stand in
the order that the schema wants.
"""

from __future__ import annotations

from collections.abc import Sequence

from vanban.units import Length

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"

NAMESPACES = {"w": W, "r": R, "wp": WP, "a": A, "pic": PIC}
ROOT = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
"""Namespace declarations of the root of a part."""

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def text(value: str) -> str:
    """The inside of a run: escaped text, tabs and line breaks as elements.

    >>> text("R&D {{ x }}")
    '<w:t xml:space="preserve">R&amp;D {{ x }}</w:t>'
    """
    return f"{_BEGIN}{line_breaks(value)}{_END}"


def line_breaks(value: str) -> str:
    """Escaped text for the inside of a w:t, which tabs and line breaks interrupt.

    >>> line_breaks("a & b")
    'a &amp; b'
    """
    inner = escaped(value)
    if value.isprintable():
        return inner
    tabbed = inner.replace("\t", f"{_END}<w:tab/>{_BEGIN}")
    return tabbed.replace("\n", f"{_END}<w:br/>{_BEGIN}")


def escaped(value: str) -> str:
    """What markupsafe makes of a text, in half its time: a `Markup` of it is not needed.

    >>> escaped("R&D <II>")
    'R&amp;D &lt;II&gt;'
    """
    plain = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return plain.replace("'", "&#39;").replace('"', "&#34;")


_BEGIN, _END = '<w:t xml:space="preserve">', "</w:t>"


def run(value: str, *, bold: bool = False, italic: bool = False) -> str:
    """A run of text; the style of its paragraph says the rest."""
    if not (bold or italic):
        return f"<w:r>{_BEGIN}{line_breaks(value)}{_END}</w:r>"
    marks = ("<w:b/>" if bold else "") + ("<w:i/>" if italic else "")
    return f"<w:r><w:rPr>{marks}</w:rPr>{text(value)}</w:r>"


def paragraph(style: str, content: str, *, keep_next: bool = False, more: str = "") -> str:
    """A paragraph in a style; ``more`` is further w:pPr children, in schema order."""
    keep = "<w:keepNext/>" if keep_next else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{keep}{more}</w:pPr>{content}</w:p>'


def rule(style: str, box: int, length: int, after: int = 0, *, keep_next: bool = False) -> str:
    """A drawn line of a length, centred in a box, with space after it (all in twips).

    It is the border of a paragraph: every program draws it alike, and it needs no drawing.
    """
    side = max(0, (box - length) // 2)
    line = '<w:pBdr><w:top w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>'
    space = f'<w:spacing w:after="{after}"/>' if after else ""
    more = f'{line}{space}<w:ind w:left="{side}" w:right="{side}"/>'
    return paragraph(style, "", keep_next=keep_next, more=more)


def field(instruction: str, shown: str, properties: str = "") -> str:
    """A complex field with the text that it shows until Word updates it."""
    marks = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return field_begin(instruction, marks) + f"<w:r>{marks}{text(shown)}</w:r>" + field_end(marks)


def field_begin(instruction: str, marks: str = "", *, dirty: bool = False) -> str:
    """A field up to what it shows; ``dirty`` asks Word to find that when it opens the file."""
    asked = ' w:dirty="true"' if dirty else ""
    parts = (
        f'<w:fldChar w:fldCharType="begin"{asked}/>',
        f'<w:instrText xml:space="preserve"> {instruction} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
    )
    return "".join(f"<w:r>{marks}{part}</w:r>" for part in parts)


def field_end(marks: str = "") -> str:
    """The end of a field."""
    return f'<w:r>{marks}<w:fldChar w:fldCharType="end"/></w:r>'


def borderless_table(widths: Sequence[Length], rows: Sequence[Sequence[str]]) -> str:
    """A table without borders and cell margins, as wide as its columns, rows unbroken."""
    grid = "".join(f'<w:gridCol w:w="{width.twips}"/>' for width in widths)
    body = "".join(_row(widths, row) for row in rows)
    total = sum(width.twips for width in widths)
    margins = "".join(f'<w:{side} w:w="0" w:type="dxa"/>' for side in ("left", "right"))
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{total}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"
    )


def _row(widths: Sequence[Length], cells: Sequence[str]) -> str:
    inside = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width.twips}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
        for width, cell in zip(widths, cells, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{inside}</w:tr>"
