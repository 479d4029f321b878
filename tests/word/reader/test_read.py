"""What the reader sees: in our own documents, in crafted ones, in broken ones."""

from __future__ import annotations

import pickle
import random
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress

import pytest

from vanban.errors import SourceError
from vanban.layout.document import Layout, Paragraph, Table
from vanban.units import cm, pt
from vanban.word import package
from vanban.word.reader import read

Seen = Callable[..., Layout]
Docx = Callable[..., bytes]

NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OFFICE = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
RELATIONSHIPS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def styled(layout: Layout, style: str) -> Paragraph:
    """The first paragraph in a style."""
    return next(p for p in layout.paragraphs() if p.style == style)


def only(layout: Layout) -> Paragraph:
    (paragraph,) = layout.paragraphs()
    return paragraph


def p(content: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def instruction(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


# Our own documents


@pytest.mark.parametrize(("co_chu", "size"), [("14", 13.0), ("13", 12.0)])
def test_the_quoc_hieu_is_seen_with_its_size_and_look(
    layout: Seen, co_chu: str, size: float
) -> None:
    quoc_hieu = styled(layout("ke-hoach", co_chu), "VB Quốc hiệu")

    assert quoc_hieu.text == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert quoc_hieu.size == size
    assert quoc_hieu.bold
    assert not quoc_hieu.italic
    assert quoc_hieu.alignment == "center"
    assert quoc_hieu.style_id == "VBQuocHieu"
    assert {run.font for run in quoc_hieu.runs} == {"Times New Roman"}


def test_the_number_line_is_seen(layout: Seen) -> None:
    assert styled(layout("bao-cao"), "VB Số, ký hiệu").text == "Số: 312/BC-UBND"


def test_the_date_is_seen_in_italics(layout: Seen) -> None:
    date = styled(layout("bao-cao"), "VB Địa danh, ngày")

    assert date.text == "Đức Trọng, ngày 20 tháng 11 năm 2026"
    assert (date.italic, date.bold) == (True, False)


def test_the_subject_is_seen(layout: Seen) -> None:
    subject = styled(layout("ket-luan-giao-ban"), "VB Trích yếu")

    assert subject.text == "Cuộc họp giao ban tháng 11/2022"
    assert subject.bold
    assert subject.keep_next


@pytest.mark.parametrize("co_chu", ["14", "13"])
def test_the_body_is_seen_with_its_size_indent_and_spacing(layout: Seen, co_chu: str) -> None:
    body = styled(layout("ke-hoach", co_chu), "VB Nội dung")

    assert body.size == float(co_chu)
    assert body.alignment == "both"
    assert body.first_line == cm(1.27)
    assert body.left == 0
    assert (body.space_before, body.space_after) == (0, pt(6))
    assert body.outline_level is None


def test_the_dash_of_a_recipient_hangs_out(layout: Seen) -> None:
    recipient = styled(layout("ke-hoach"), "VB Danh sách nơi nhận")

    assert recipient.first_line < 0
    assert recipient.left == -recipient.first_line
    assert recipient.in_table


def test_footnotes_are_seen_and_known_to_the_paragraphs_that_refer_to_them(layout: Seen) -> None:
    found = layout("bao-cao")

    assert [note.number for note in found.footnotes] == [1, 2, 3]
    assert found.footnotes[1].text == (
        "Giải quyết và trả kết quả ngay trong ngày làm việc đối với hồ sơ đủ điều kiện."
    )
    referring = {n: p.text for p in found.paragraphs() for n in p.footnotes}
    assert list(referring) == [1, 2, 3]
    assert referring[1].endswith("cải cách hành chính năm 2026 như sau:")
    assert referring[2] == "Trung tâm Phục vụ hành chính công"


def test_a_footnote_is_placed_in_its_own_part(layout: Seen) -> None:
    paragraph = layout("bao-cao").footnotes[2].paragraphs[0]

    assert (paragraph.part, paragraph.place) == ("word/footnotes.xml", (3, 0))
    assert paragraph.style == "VB Cước chú"


def test_a_table_is_seen_with_its_header_row_and_widths(layout: Seen) -> None:
    table = layout("ke-hoach").tables[1]

    assert [row.header for row in table.rows] == [True] + [False] * 10
    assert all(row.cant_split for row in table.rows)
    assert [cell.text for cell in table.rows[0].cells] == [
        "STT", "Nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời hạn",
    ]  # fmt: skip
    assert len(table.widths) == 5
    assert abs(sum(table.widths) - cm(16.5)) < pt(0.1)


def test_the_appendix_is_a_landscape_section_that_counts_from_one(layout: Seen) -> None:
    found = layout("bao-cao")
    main, appendix = found.sections

    assert (main.landscape, main.page_start, main.title_page) == (False, None, True)
    assert (appendix.landscape, appendix.page_start, appendix.title_page) == (True, 1, True)
    assert (appendix.width, appendix.height) == (main.height, main.width)
    first = found.blocks[appendix.begin]
    assert isinstance(first, Paragraph)
    assert first.text == "Phụ lục"


def test_the_page_is_seen_with_its_margins(layout: Seen) -> None:
    (section,) = layout("ke-hoach").sections

    seen_mm = [
        round(length.mm)
        for length in (
            section.width, section.height, section.top, section.right,
            section.bottom, section.left, section.header, section.text_width,
        )
        if length is not None
    ]  # fmt: skip
    assert seen_mm == [210, 297, 20, 15, 20, 30, 10, 165]


def test_the_header_shows_the_page_number(layout: Seen) -> None:
    found = layout("bao-cao")

    assert [section.header_text for section in found.sections] == ["2", "2"]
    assert {section.first_header_text for section in found.sections} == {""}
    assert [(p.text, p.alignment, p.part) for p in found.headers if p.visible] == [
        ("2", "center", "word/header1.xml")
    ]


def test_the_file_has_a_title_and_a_language(layout: Seen) -> None:
    found = layout("ket-luan-giao-ban")

    assert found.title == "Kết luận Cuộc họp giao ban tháng 11/2022"
    assert found.language == "vi-VN"


def test_places_lead_to_their_paragraphs(layout: Seen) -> None:
    found = layout("bao-cao")
    for paragraph in found.paragraphs():
        index, *way = paragraph.place
        block = found.blocks[index]
        while way:
            assert isinstance(block, Table)
            row, cell, inner, *way = way
            block = block.rows[row].cells[cell].blocks[inner]
        assert block is paragraph
        assert paragraph.in_table == (len(paragraph.place) > 1)


def test_a_layout_can_be_pickled(layout: Seen) -> None:
    found = layout("bao-cao")
    assert pickle.loads(pickle.dumps(found)) == found


def test_the_reader_does_not_load_the_writer() -> None:
    code = (
        "import sys, vanban.word.reader\n"
        "names = ('writer', 'body', 'context', 'template', 'tags', 'environment')\n"
        "print([n for n in names if f'vanban.word.{n}' in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


# Styles

DEFAULTS = (
    "<w:docDefaults><w:rPrDefault><w:rPr>"
    '<w:rFonts w:ascii="Arial"/><w:sz w:val="22"/><w:lang w:val="en-US"/>'
    "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
    '<w:spacing w:after="160"/></w:pPr></w:pPrDefault></w:docDefaults>'
)


def style(
    name: str, based_on: str = "", shape: str = "", look: str = "", more: str = "",
    kind: str = "paragraph",
) -> str:  # fmt: skip
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{name}" {more}><w:name w:val="Kiểu {name}"/>{base}'
        f"<w:pPr>{shape}</w:pPr><w:rPr>{look}</w:rPr></w:style>"
    )


NORMAL = style("N", look='<w:sz w:val="26"/>', more='w:default="1"')


def test_defaults_hold_where_no_style_says_otherwise(seen: Seen) -> None:
    paragraph = only(seen(p(r("a")), DEFAULTS))

    assert (paragraph.size, paragraph.runs[0].font) == (11.0, "Arial")
    assert paragraph.space_after == pt(8)
    assert (paragraph.style, paragraph.style_id) == (None, None)


def test_without_any_styles_words_own_defaults_hold(docx: Docx) -> None:
    paragraph = only(read(docx(p(r("a")))))

    assert (paragraph.size, paragraph.runs[0].font) == (10.0, "Times New Roman")
    assert (paragraph.alignment, paragraph.space_after) == ("left", 0)


def test_a_paragraph_without_a_style_has_the_default_one(seen: Seen) -> None:
    paragraph = only(seen(p(r("a")), DEFAULTS + NORMAL))

    assert (paragraph.style, paragraph.style_id, paragraph.size) == ("Kiểu N", "N", 13.0)


def test_an_unknown_style_has_no_name_and_looks_like_the_default(seen: Seen) -> None:
    paragraph = only(seen(p(r("a"), '<w:pStyle w:val="X"/>'), NORMAL))

    assert (paragraph.style, paragraph.style_id, paragraph.size) == (None, "X", 13.0)


def test_a_style_adds_to_the_styles_it_is_based_on(seen: Seen) -> None:
    styles = (
        DEFAULTS
        + NORMAL
        + style("A", "N", '<w:jc w:val="center"/><w:outlineLvl w:val="1"/>', "<w:b/>")
        + style("B", "A", '<w:ind w:firstLine="720"/>', "<w:i/>")
    )
    paragraph = only(seen(p(r("a"), '<w:pStyle w:val="B"/>'), styles))

    assert (paragraph.bold, paragraph.italic, paragraph.size) == (True, True, 13.0)
    assert (paragraph.alignment, paragraph.first_line) == ("center", cm(1.27))
    assert paragraph.outline_level == 2
    assert paragraph.space_after == pt(8)


def test_styles_that_are_based_on_each_other_come_to_an_end(seen: Seen) -> None:
    styles = style("A", "B", look="<w:b/>") + style("B", "A", look="<w:i/>")
    paragraph = only(seen(p(r("a"), '<w:pStyle w:val="A"/>'), styles))

    assert (paragraph.bold, paragraph.italic) == (True, True)


def test_a_very_long_chain_of_styles_is_followed(seen: Seen) -> None:
    styles = style("S0", look="<w:b/>") + "".join(
        style(f"S{n}", f"S{n - 1}") for n in range(1, 3000)
    )
    assert only(seen(p(r("a"), '<w:pStyle w:val="S2999"/>'), styles)).bold


def test_own_properties_go_before_the_style(seen: Seen) -> None:
    styles = style("A", shape='<w:jc w:val="both"/><w:keepNext/>', look='<w:sz w:val="28"/>')
    own = '<w:pStyle w:val="A"/><w:keepNext w:val="0"/><w:jc w:val="right"/>'
    paragraph = only(seen(p(r("a", '<w:sz w:val="27"/>'), own), styles))

    assert (paragraph.alignment, paragraph.keep_next, paragraph.size) == ("right", False, 13.5)


def test_a_character_style_goes_before_the_paragraph_style(seen: Seen) -> None:
    styles = (
        style("A", look='<w:b/><w:sz w:val="28"/>')
        + style("Base", look="<w:i/>", kind="character")
        + style("C", "Base", look='<w:sz w:val="20"/>', kind="character")
    )
    run = r("a", '<w:rStyle w:val="C"/>') + r("b")
    paragraph = only(seen(p(run, '<w:pStyle w:val="A"/>'), styles))

    assert [(run.italic, run.size) for run in paragraph.runs] == [(True, 10.0), (False, 14.0)]


@pytest.mark.parametrize(
    ("said", "bold"),
    [
        ("<w:b/>", True),
        ('<w:b w:val="1"/>', True),
        ('<w:b w:val="true"/>', True),
        ('<w:b w:val="0"/>', False),
        ('<w:b w:val="false"/>', False),
        ('<w:b w:val="off"/>', False),
        ("", False),
    ],
)
def test_bold_is_on_unless_it_says_off(seen: Seen, said: str, bold: bool) -> None:
    assert only(seen(p(r("a", said)))).bold is bold


def test_bold_taken_back_by_a_run_is_off(seen: Seen) -> None:
    styles = style("A", look="<w:b/>")
    paragraph = only(seen(p(r("a", '<w:b w:val="0"/>'), '<w:pStyle w:val="A"/>'), styles))

    assert not paragraph.bold


def test_a_paragraph_is_bold_when_all_that_is_visible_is(seen: Seen) -> None:
    assert only(seen(p(r("a", "<w:b/>") + r(" ") + r("b", "<w:b/>")))).bold
    assert not only(seen(p(r("a", "<w:b/>") + r("b")))).bold
    assert not only(seen(p(r(" ", "<w:b/>")))).bold


def test_the_size_is_that_of_the_first_visible_run(seen: Seen) -> None:
    runs = r(" ", '<w:sz w:val="20"/>') + r("a", '<w:sz w:val="28"/>')

    assert only(seen(p(runs))).size == 14.0
    assert only(seen(p(r(" ")))).size is None


def test_an_outline_level_can_be_taken_back(seen: Seen) -> None:
    styles = style("A", shape='<w:outlineLvl w:val="0"/>')
    heading = '<w:pStyle w:val="A"/>'

    assert only(seen(p(r("a"), heading), styles)).outline_level == 1
    back = heading + '<w:outlineLvl w:val="9"/>'
    assert only(seen(p(r("a"), back), styles)).outline_level is None


@pytest.mark.parametrize(
    ("indent", "first_line", "left"),
    [
        ('w:left="720" w:hanging="360"', pt(-18), pt(36)),
        ('w:start="720" w:firstLine="360"', pt(18), pt(36)),
        ('w:firstLine="1.27cm"', cm(1.27), 0),
        ('w:left="-720.5"', 0, pt(-36.025)),
        ('w:left="rộng" w:firstLine=""', 0, 0),
    ],
)
def test_indents_are_read_in_every_form(
    seen: Seen, indent: str, first_line: int, left: int
) -> None:
    paragraph = only(seen(p(r("a"), f"<w:ind {indent}/>")))

    assert (paragraph.first_line, paragraph.left) == (first_line, left)


@pytest.mark.parametrize(("size", "points"), [("27", 13.5), ("14pt", 14.0), ("0", 10), ("to", 10)])
def test_sizes_are_read_in_every_form(seen: Seen, size: str, points: float) -> None:
    assert only(seen(p(r("a", f'<w:sz w:val="{size}"/>')))).size == points


def test_a_font_of_the_theme_is_named(seen: Seen) -> None:
    a = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    theme = (
        f"<a:theme {a}><a:themeElements><a:fontScheme name='x'>"
        '<a:majorFont><a:latin typeface="Cambria"/></a:majorFont>'
        '<a:minorFont><a:latin typeface="Calibri"/></a:minorFont>'
        "</a:fontScheme></a:themeElements></a:theme>"
    )
    runs = r("a", '<w:rFonts w:asciiTheme="minorHAnsi"/>') + r("b", '<w:rFonts w:ascii="Arial"/>')
    paragraph = only(seen(p(runs), parts={"word/theme/theme1.xml": theme}))

    assert [run.font for run in paragraph.runs] == ["Calibri", "Arial"]


def test_the_language_is_that_of_the_default_style(seen: Seen) -> None:
    vietnamese = style("N", look='<w:lang w:val="vi-VN"/>', more='w:default="1"')

    assert seen(p(r("a")), DEFAULTS).language == "en-US"
    assert seen(p(r("a")), DEFAULTS + vietnamese).language == "vi-VN"
    assert seen(p(r("a"))).language is None


# Text


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a\tb"),
        ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/></w:r>", "a\nb\n"),
        ("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t></w:r>", "a-b"),
        ("<w:r><w:t> a </w:t></w:r>", "a"),
        ('<w:r><w:t xml:space="preserve"> a\n</w:t></w:r>', " a "),
        ("<w:r><w:t>a<!-- x -->b<?y?>c</w:t></w:r>", "abc"),
        (f"<w:ins w:id='1'>{r('mới')}</w:ins>", "mới"),
        ("<w:del w:id='1'><w:r><w:delText>cũ</w:delText></w:r></w:del>", ""),
        (f"<w:moveFrom>{r('đi')}</w:moveFrom><w:moveTo>{r('đến')}</w:moveTo>", "đến"),
        (f"<w:hyperlink>{r('a')}</w:hyperlink><w:smartTag>{r('b')}</w:smartTag>", "ab"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{r('a')}</w:sdtContent></w:sdt>", "a"),
        (f'<w:fldSimple w:instr="PAGE">{r("7")}</w:fldSimple>', "7"),
        ("<w:r><w:sym w:char='F0B7' w:font='Symbol'/></w:r>", "•"),
    ],
)  # fmt: skip
def test_text_is_read_as_it_shows(seen: Seen, content: str, text: str) -> None:
    assert only(seen(p(content))).text == text


def test_of_a_field_only_the_result_shows(seen: Seen) -> None:
    field = mark("begin") + instruction("PAGE") + mark("separate") + r("2") + mark("end")

    assert only(seen(p(r("trang ") + field + r(".")))).text == "trang 2."


def test_a_field_without_a_result_shows_nothing(seen: Seen) -> None:
    field = mark("begin") + instruction("TC x") + mark("end")

    assert only(seen(p(r("a") + field + r("b")))).text == "ab"


def test_a_field_in_the_instruction_of_another_does_not_show(seen: Seen) -> None:
    inner = mark("begin") + instruction("PAGE") + mark("separate") + r("1") + mark("end")
    outer = mark("begin") + instruction("IF ") + inner + r(" = 1") + mark("separate")

    assert only(seen(p(outer + r("đúng") + mark("end") + r("!")))).text == "đúng!"


def test_a_field_in_the_result_of_another_shows_its_result(seen: Seen) -> None:
    inner = mark("begin") + instruction("PAGEREF") + mark("separate") + r("5") + mark("end")
    outer = mark("begin") + instruction("TOC") + mark("separate") + r("Mục ") + inner + mark("end")

    assert only(seen(p(outer))).text == "Mục 5"


def test_a_field_may_run_over_paragraphs(seen: Seen) -> None:
    first = p(mark("begin") + instruction("TOC") + mark("separate") + r("một"))
    last = p(r("hai") + mark("end") + r("ba"))

    assert seen(first + last).text == "một\nhaiba"


def test_a_field_end_without_a_begin_does_no_harm(seen: Seen) -> None:
    assert only(seen(p(mark("end") + mark("separate") + r("a")))).text == "a"


def test_content_with_an_alternative_is_read_once(seen: Seen) -> None:
    both = (
        f'<mc:AlternateContent {MC}><mc:Choice Requires="w14">{r("mới")}</mc:Choice>'
        f"<mc:Fallback>{r('cũ')}</mc:Fallback></mc:AlternateContent>"
    )
    assert only(seen(p(both))).text == "mới"


def test_the_fallback_is_read_when_the_choice_has_no_text(seen: Seen) -> None:
    both = (
        f'<mc:AlternateContent {MC}><mc:Choice Requires="x"><w:drawing/></mc:Choice>'
        f"<mc:Fallback>{r('cũ')}</mc:Fallback></mc:AlternateContent>"
    )
    assert only(seen(p(both))).text == "cũ"


def test_blocks_rows_and_cells_inside_content_controls_are_found(seen: Seen) -> None:
    def control(inside: str) -> str:
        return f"<w:sdt><w:sdtContent>{inside}</w:sdtContent></w:sdt>"

    cell = control(f"<w:tc>{control(p(r('ô')))}</w:tc>")
    found = seen(control(p(r("đoạn")) + f"<w:tbl>{control(f'<w:tr>{cell}</w:tr>')}</w:tbl>"))

    assert found.text == "đoạn\nô"
    assert [p.place for p in found.paragraphs()] == [(0,), (1, 0, 0, 0)]


def test_tables_in_tables_are_read_in_order(seen: Seen) -> None:
    inner = f"<w:tbl><w:tr><w:tc>{p(r('2'))}</w:tc></w:tr></w:tbl>"
    outer = f"<w:tbl><w:tr><w:tc>{p(r('1'))}{inner}{p(r('3'))}</w:tc></w:tr></w:tbl>"
    found = seen(outer + p(r("4")))

    assert found.text == "1\n2\n3\n4"
    assert [p.place for p in found.paragraphs()][1] == (0, 0, 0, 1, 0, 0, 0)


def test_a_cell_knows_how_many_columns_it_covers(seen: Seen) -> None:
    cells = f'<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{p("")}</w:tc><w:tc>{p("")}</w:tc>'
    (table,) = seen(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>").tables

    assert [cell.span for cell in table.rows[0].cells] == [2, 1]
    assert table.widths == ()


def test_footnotes_are_numbered_as_the_text_refers_to_them(seen: Seen) -> None:
    def reference(note: int) -> str:
        return f'<w:r><w:footnoteReference w:id="{note}"/></w:r>'

    notes = "".join(
        f'<w:footnote w:id="{n}">{p(r(f" chú {n}"))}</w:footnote>' for n in (-1, 0, 2, 5, 7)
    )
    found = seen(
        p(r("a") + reference(5)) + p(reference(2) + reference(9)),
        parts={"word/footnotes.xml": f"<w:footnotes {NS}>{notes}</w:footnotes>"},
    )

    assert [p.footnotes for p in found.paragraphs()] == [(1,), (2, 3)]
    assert [(note.number, note.text) for note in found.footnotes] == [(1, "chú 5"), (2, "chú 2")]


# Sections


def test_a_section_ends_with_the_paragraph_that_carries_it(seen: Seen) -> None:
    first = p(r("b"), '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>')
    last = '<w:sectPr><w:pgSz w:w="16838" w:h="11906"/></w:sectPr>'
    found = seen(p(r("a")) + first + p(r("c")) + last)

    assert [(section.begin, section.landscape) for section in found.sections] == [
        (0, False),
        (2, True),
    ]


def test_lengths_that_a_section_does_not_give_are_none(seen: Seen) -> None:
    (section,) = seen(p("") + "<w:sectPr/>").sections

    assert (section.width, section.left, section.text_width) == (None, None, None)
    assert not section.landscape
    assert seen(p("")).sections == ()


def test_a_section_without_a_header_shows_that_of_the_one_before(seen: Seen) -> None:
    reference = f'<w:headerReference {OFFICE} w:type="default" r:id="h"/>'
    parts = {
        "word/header9.xml": f"<w:hdr {NS}>{p(r('ĐẦU'))}</w:hdr>",
        "word/_rels/document.xml.rels": f"<Relationships {RELATIONSHIPS}>"
        '<Relationship Id="h" Type="x" Target="/word/header9.xml"/></Relationships>',
    }
    found = seen(p("", f"<w:sectPr>{reference}</w:sectPr>") + "<w:sectPr/>", parts=parts)

    assert [section.header_text for section in found.sections] == ["ĐẦU", "ĐẦU"]
    assert [p.text for p in found.headers] == ["ĐẦU"]


# Broken files


NOTE = p('<w:r><w:footnoteReference w:id="1"/></w:r>')


def refused(data: bytes) -> str:
    with pytest.raises(SourceError) as caught:
        read(data)
    return str(caught.value)


@pytest.mark.parametrize("data", [b"Xin ch\xc3\xa0o", b"PK\x03\x04", b"\xd0\xcf\x11\xe0" * 200])
def test_what_is_no_archive_is_refused(data: bytes) -> None:
    assert "Không phải tệp .docx" in refused(data)


def test_an_archive_without_a_document_is_refused() -> None:
    assert "word/document.xml" in refused(package.write([package.deflate("a.txt", b"a")]))


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "word/footnotes.xml"])
def test_a_part_that_is_broken_is_named(docx: Docx, part: str) -> None:
    message = f"Phần {part} của tệp Word không đọc được (XML hỏng ở dòng 1)."

    assert message in refused(docx(NOTE, {part: "<w:p>"}))


@pytest.mark.parametrize(
    "dtd",
    [
        "<!DOCTYPE x>",
        '<!DOCTYPE x SYSTEM "file:///etc/hostname">',
        '<!DOCTYPE x [<!ENTITY e "boom">]>',
        "<!DOCTYPE x [<!ENTITY a0 'ha'>"
        + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 11))
        + "<!ENTITY % p SYSTEM 'x'>]>",
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>',
    ],
)
def test_a_part_with_a_dtd_is_refused(docx: Docx, dtd: str) -> None:
    styles = f"{dtd}<w:styles {NS}/>"

    assert "word/styles.xml của tệp Word có khai báo DTD" in refused(
        docx(p(""), {"word/styles.xml": styles})
    )


def test_a_document_of_the_strict_kind_is_read(docx: Docx) -> None:
    namespace = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    strict = (
        f'<w:document xmlns:w="{namespace}"><w:body><w:p><w:pPr><w:spacing w:after="6pt"/>'
        '<w:jc w:val="end"/></w:pPr><w:r><w:t>a</w:t></w:r></w:p></w:body></w:document>'
    )
    found = read(docx("", {"word/document.xml": strict}))

    assert (found.text, found.settings.strict) == ("a", True)
    assert (only(found).alignment, only(found).space_after) == ("right", pt(6))


def test_deep_nesting_is_read_or_refused_but_never_crashes(docx: Docx) -> None:
    def nested(depth: int) -> str:
        return "<w:tbl><w:tr><w:tc>" * depth + p(r("sâu")) + "</w:tc></w:tr></w:tbl>" * depth

    assert read(docx(nested(80))).text == "sâu"
    assert "lồng nhau quá sâu" in refused(docx(nested(2000)))


def test_damaged_files_are_refused_or_read_but_never_crash(
    render: Callable[..., bytes],
) -> None:
    good = render("ket-luan-giao-ban")
    chance = random.Random(30)
    for _round in range(150):
        data = bytearray(good)
        for _hit in range(chance.randint(1, 6)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        with suppress(SourceError):
            read(bytes(data))
