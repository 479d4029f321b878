"""Sections with the headers and footers that their pages show."""

from __future__ import annotations

from collections.abc import Callable

from vanban.layout.document import Layout
from vanban.units import mm, pt

Seen = Callable[..., Layout]

NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
RELATIONSHIPS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'


def p(text: str = "", properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def header(name: str, text: str, tag: str = "hdr") -> dict[str, str]:
    return {f"word/{name}.xml": f"<w:{tag} {NS}>{p(text)}</w:{tag}>"}


def relations(*names: str) -> dict[str, str]:
    each = "".join(f'<Relationship Id="{name}" Type="x" Target="{name}.xml"/>' for name in names)
    part = f"<Relationships {RELATIONSHIPS}>{each}</Relationships>"
    return {"word/_rels/document.xml.rels": part}


def reference(kind: str, name: str, tag: str = "header") -> str:
    return f'<w:{tag}Reference {R} w:type="{kind}" r:id="{name}"/>'


def test_a_section_tells_all_its_settings(seen: Seen) -> None:
    said = (
        '<w:type w:val="oddPage"/><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
        '<w:pgMar w:left="1701" w:right="851" w:gutter="284"/>'
        '<w:pgNumType w:fmt="upperRoman" w:start="3"/><w:cols w:num="2" w:space="720"/>'
        '<w:lnNumType w:countBy="5"/><w:vAlign w:val="center"/>'
    )
    (section,) = seen(p() + f"<w:sectPr>{said}</w:sectPr>").sections

    assert (section.kind, section.orientation, section.landscape) == ("oddPage", "landscape", True)
    assert section.gutter == pt(14.2)
    assert section.text_width is not None
    assert round(section.text_width.mm) == 247
    assert (section.page_format, section.page_start) == ("upperRoman", 3)
    assert (section.columns, section.column_space) == (2, pt(36))
    assert section.line_numbers is not None
    assert (section.line_numbers.every, section.vertical) == (5, "center")


def test_a_section_knows_its_blocks_and_its_element(seen: Seen) -> None:
    found = seen(p("a") + p("b", "<w:jc/><w:sectPr/>") + p("c") + "<w:sectPr/>")

    assert [(s.begin, s.end) for s in found.sections] == [(0, 2), (2, 3)]
    assert [s.path for s in found.sections] == [(0, 1, 0, 1), (0, 3)]


def test_headers_and_footers_of_each_kind_are_read_with_their_own(seen: Seen) -> None:
    parts = {
        **header("h1", "đầu"), **header("h2", "đầu trang một"), **header("h3", "đầu chẵn"),
        **header("f1", "chân", "ftr"), **relations("h1", "h2", "h3", "f1"),
        "word/settings.xml": f"<w:settings {NS}><w:evenAndOddHeaders/></w:settings>",
    }  # fmt: skip
    said = (
        reference("default", "h1") + reference("first", "h2") + reference("even", "h3")
        + reference("default", "f1", "footer")
    )  # fmt: skip
    found = seen(p("", f"<w:sectPr>{said}<w:titlePg/></w:sectPr>") + "<w:sectPr/>", parts=parts)
    first, second = found.sections

    assert (first.headers.default.text, first.headers.first.text) == ("đầu", "đầu trang một")
    assert (first.headers.even.text, first.footers.default.text) == ("đầu chẵn", "chân")
    assert (first.headers.own, second.headers.own) == (("default", "first", "even"), ())
    assert second.footers.default is first.footers.default
    assert found.settings.even_and_odd
    assert [story.part for story in found.stories()] == [
        "word/h1.xml", "word/h2.xml", "word/h3.xml", "word/f1.xml",
    ]  # fmt: skip


def test_a_page_number_in_a_header_is_a_field(seen: Seen) -> None:
    field = '<w:fldSimple w:instr="PAGE"><w:r><w:t>2</w:t></w:r></w:fldSimple>'
    control = f"<w:sdt><w:sdtContent><w:p>{field}</w:p></w:sdtContent></w:sdt>"
    parts = {
        "word/h1.xml": f"<w:hdr {NS}>{control}</w:hdr>",
        **relations("h1"),
    }
    found = seen(p() + f"<w:sectPr>{reference('default', 'h1')}</w:sectPr>", parts=parts)
    (paragraph,) = found.headers

    assert [f.kind for f in paragraph.fields] == ["PAGE"]
    assert paragraph.path == (0, 0, 0)


def test_a_header_that_is_missing_or_outside_is_empty(seen: Seen) -> None:
    parts = relations("h1")
    (section,) = seen(
        p() + f"<w:sectPr>{reference('default', 'h1')}{reference('first', 'x')}</w:sectPr>",
        parts=parts,
    ).sections

    assert (section.header_text, section.first_header_text) == ("", "")


def test_sections_in_tables_and_boxes_are_no_sections(seen: Seen) -> None:
    cell = f"<w:tbl><w:tr><w:tc>{p('a', '<w:sectPr/>')}</w:tc></w:tr></w:tbl>"

    assert seen(cell + p("b")).sections == ()


def test_margins_without_paper_have_no_text_width(seen: Seen) -> None:
    (section,) = seen(p() + '<w:sectPr><w:pgMar w:top="20mm"/></w:sectPr>').sections

    assert (section.top, section.text_width) == (mm(20), None)
