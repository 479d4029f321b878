"""Which level of a file wins, and who is named as the giver."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vanban.layout.document import Layout, Paragraph, Provenance, Run, Tab
from vanban.units import Length, pt

Seen = Callable[..., Layout]

NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'


def p(content: str = "", properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def style(
    name: str, shape: str = "", look: str = "", kind: str = "paragraph", more: str = ""
) -> str:
    return (
        f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="Kiểu {name}"/>{more}'
        f"<w:pPr>{shape}</w:pPr><w:rPr>{look}</w:rPr></w:style>"
    )


def based(on: str) -> str:
    return f'<w:basedOn w:val="{on}"/>'


def only(layout: Layout) -> Paragraph:
    (paragraph,) = layout.paragraphs()
    return paragraph


def run(layout: Layout) -> Run:
    (found,) = only(layout).runs
    return found


DEFAULTS = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr>'
    "</w:pPrDefault></w:docDefaults>"
)


def test_every_value_names_who_gave_it(seen: Seen) -> None:
    styles = DEFAULTS + style("A", '<w:jc w:val="both"/>', "<w:i/>") + style("B", more=based("A"))
    found = seen(p(r("a", "<w:b/>"), '<w:pStyle w:val="B"/><w:keepNext/>'), styles)
    paragraph = only(found)

    assert run(found).origin("size") == Provenance("defaults")
    assert run(found).origin("italic") == Provenance("paragraph-style", "Kiểu A")
    assert run(found).origin("bold") == Provenance("direct")
    assert run(found).origin("colour") == Provenance("word")
    assert paragraph.origin("alignment") == Provenance("paragraph-style", "Kiểu A")
    assert paragraph.origin("keep_next") == Provenance("direct")
    assert paragraph.origin("after") == Provenance("defaults")


@pytest.mark.parametrize(
    ("paragraph", "character", "direct", "shown"),
    [
        ("<w:b/>", "", "", True),
        ("<w:b/>", "<w:b/>", "", False),
        ("", "<w:b/>", "", True),
        ("<w:b/>", "<w:b/>", "<w:b/>", True),
        ("<w:b/>", "", '<w:b w:val="0"/>', False),
        ("<w:b/>", '<w:b w:val="0"/>', "", True),
    ],
)
def test_bold_of_two_kinds_of_styles_cancels_out(
    seen: Seen, paragraph: str, character: str, direct: str, shown: bool
) -> None:
    styles = style("P", look=paragraph) + style("C", look=character, kind="character")
    text = r("a", f'<w:rStyle w:val="C"/>{direct}')

    assert run(seen(p(text, '<w:pStyle w:val="P"/>'), styles)).bold is shown


def test_bold_in_a_chain_of_one_kind_is_replaced_not_cancelled(seen: Seen) -> None:
    styles = style("A", look="<w:b/>") + style("B", look="<w:b/>", more=based("A"))

    assert run(seen(p(r("a"), '<w:pStyle w:val="B"/>'), styles)).bold


def test_text_has_a_font_for_plain_and_one_for_accented_letters(seen: Seen) -> None:
    fonts = '<w:rFonts w:ascii="Arial" w:hAnsi="Times New Roman" w:cs="Tahoma"/>'
    found = seen(p(r("ế", fonts) + r("a ế", fonts) + r("a", fonts)))

    assert [one.fonts for one in only(found).runs] == [
        ("Times New Roman",),
        ("Arial", "Times New Roman"),
        ("Arial",),
    ]
    assert only(found).runs[0].look.font_complex == "Tahoma"


def test_complex_text_takes_the_size_font_and_weight_for_it(seen: Seen) -> None:
    look = (
        '<w:rFonts w:ascii="Arial" w:cs="Tahoma"/><w:b/><w:sz w:val="20"/><w:szCs w:val="28"/>'
        "<w:cs/>"
    )
    found = run(seen(p(r("a", look))))

    assert (found.font, found.size, found.bold) == ("Tahoma", 14.0, False)


THEME = (
    f"<a:theme {A}><a:themeElements><a:fontScheme><a:majorFont>"
    '<a:latin typeface="Cambria"/><a:cs typeface=""/>'
    '<a:font script="Viet" typeface="Times New Roman"/></a:majorFont>'
    '<a:minorFont><a:latin typeface="Calibri"/></a:minorFont>'
    "</a:fontScheme></a:themeElements></a:theme>"
)


@pytest.mark.parametrize(
    ("language", "name", "font"),
    [
        ("vi-VN", "majorHAnsi", "Times New Roman"),
        ("en-US", "majorHAnsi", "Cambria"),
        ("vi-VN", "minorHAnsi", "Calibri"),
        ("vi-VN", "unknown", "Arial"),
    ],
)
def test_theme_fonts_follow_the_language_of_the_settings(
    seen: Seen, language: str, name: str, font: str
) -> None:
    parts = {
        "word/theme/theme1.xml": THEME,
        "word/settings.xml": f'<w:settings {NS}><w:themeFontLang w:val="{language}"/></w:settings>',
    }
    fonts = f'<w:rFonts w:ascii="Arial" w:asciiTheme="{name}"/>'
    found = run(seen(p(r("a", fonts)), parts=parts))

    assert found.font == font
    assert found.origin("font").level == ("direct" if name == "unknown" else "theme")


def test_everything_that_can_be_said_of_text_is_read(seen: Seen) -> None:
    said = (
        '<w:caps/><w:smallCaps w:val="false"/><w:dstrike/><w:color w:val="ff0000"/>'
        '<w:spacing w:val="-4"/><w:w w:val="90"/><w:position w:val="-6"/>'
        '<w:highlight w:val="yellow"/><w:u w:val="single"/><w:bdr w:val="single" w:sz="4"/>'
        '<w:shd w:val="clear" w:fill="D9D9D9"/><w:vertAlign w:val="superscript"/>'
        '<w:lang w:val="vi-VN"/>'
    )
    found = run(seen(p(r("ủy ban", said))))
    look = found.look

    assert (look.caps, look.small_caps, look.strike) == (True, False, True)
    assert (look.colour, look.highlight, look.underline) == ("FF0000", "yellow", "single")
    assert (look.spacing, look.scale, look.position) == (pt(-0.2), 90, pt(-3))
    assert (look.shading, look.vertical, look.language) == ("D9D9D9", "superscript", "vi-VN")
    assert look.border is not None
    assert found.shown == "ỦY BAN"


def test_what_is_taken_back_is_gone(seen: Seen) -> None:
    styles = style("A", look='<w:u w:val="single"/><w:highlight w:val="red"/>')
    look = '<w:u w:val="none"/><w:highlight w:val="none"/>'
    found = run(seen(p(r("a", look), '<w:pStyle w:val="A"/>'), styles)).look

    assert (found.underline, found.highlight) == (None, None)


@pytest.mark.parametrize(
    ("spacing", "rule", "line", "lines"),
    [
        ("", "auto", None, 1.0),
        ('w:line="360" w:lineRule="auto"', "auto", None, 1.5),
        ('w:line="276"', "auto", None, 1.15),
        ('w:line="360" w:lineRule="exact"', "exact", pt(18), None),
        ('w:line="320" w:lineRule="atLeast"', "at-least", pt(16), None),
    ],
)
def test_the_height_of_lines_is_a_number_of_lines_or_a_length(
    seen: Seen, spacing: str, rule: str, line: Length | None, lines: float | None
) -> None:
    shape = only(seen(p(r("a"), f"<w:spacing {spacing}/>"))).shape

    assert (shape.line_rule, shape.line, shape.lines) == (rule, line, lines)


def test_everything_that_can_be_said_of_a_paragraph_is_read(seen: Seen) -> None:
    said = (
        "<w:keepLines/><w:pageBreakBefore/>"
        '<w:framePr w:w="2000" w:x="100" w:hAnchor="page" w:yAlign="top"/>'
        '<w:widowControl w:val="0"/><w:pBdr><w:top w:val="single" w:sz="8" w:space="1"/>'
        '<w:bottom w:val="nil"/></w:pBdr><w:shd w:val="clear" w:fill="auto"/>'
        '<w:spacing w:before="120" w:afterAutospacing="1" w:afterLines="100"/>'
        '<w:ind w:left="100" w:right="200" w:hanging="50"/><w:contextualSpacing/>'
        '<w:outlineLvl w:val="2"/>'
    )
    shape = only(seen(p("", said))).shape

    assert (shape.keep_lines, shape.page_break_before, shape.widow_control) == (True, True, False)
    assert shape.frame is not None
    assert (shape.frame.width, shape.frame.across, shape.frame.y_align) == (pt(100), "page", "top")
    assert shape.borders.top is not None
    assert (shape.borders.top.width, shape.borders.top.solid) == (pt(1), True)
    assert shape.borders.bottom is None
    assert (shape.before, shape.after, shape.after_auto) == (pt(6), pt(12), True)
    assert (shape.left, shape.right, shape.first_line) == (pt(5), pt(10), pt(-2.5))
    assert (shape.contextual, shape.outline_level, shape.shading) == (True, 3, None)


def test_tab_stops_add_up_and_can_be_cleared(seen: Seen) -> None:
    styles = style(
        "A", '<w:tabs><w:tab w:val="left" w:pos="720"/><w:tab w:val="num" w:pos="900"/></w:tabs>'
    )
    own = (
        '<w:pStyle w:val="A"/><w:tabs><w:tab w:val="clear" w:pos="720"/>'
        '<w:tab w:val="right" w:leader="dot" w:pos="500"/></w:tabs>'
    )
    paragraph = only(seen(p("", own), styles))

    assert paragraph.shape.tabs == (Tab(pt(25), "right", "dot"), Tab(pt(45)))
    assert paragraph.origin("tabs") == Provenance("direct")


def test_the_end_of_a_paragraph_has_a_look_of_its_own(seen: Seen) -> None:
    paragraph = only(seen(p("", '<w:rPr><w:sz w:val="4"/></w:rPr>')))

    assert (paragraph.mark.size, paragraph.size) == (2.0, None)


def test_what_looks_alike_shares_one_look(seen: Seen) -> None:
    first, second = seen(p(r("a", "<w:b/>")) + p(r("b", "<w:b/>"))).paragraphs()

    assert first.runs[0].look is second.runs[0].look
    assert first.shape is second.shape


def test_a_file_in_which_nothing_looks_alike_is_refused(
    seen: Seen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vanban.word.reader.effective.MOST_LOOKS", 3)
    text = "".join(r("a", f'<w:sz w:val="{size}"/>') for size in range(20, 30))

    with pytest.raises(Exception, match="quá nhiều kiểu định dạng"):
        seen(p(text))
