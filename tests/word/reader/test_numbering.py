"""Automatic numbers as Word shows them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vanban.layout.document import Layout
from vanban.units import cm, pt
from vanban.word.reader.number_forms import written

Seen = Callable[..., Layout]

NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def level(place: int, form: str, pattern: str, more: str = "", tail: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{pattern}"/>{tail}</w:lvl>'
    )


def abstract(*levels: str, number: int = 0, more: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{more}{"".join(levels)}</w:abstractNum>'


def num(number: int, to: int = 0, overrides: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{to}"/>{overrides}</w:num>'


def item(text: str = "x", number: int | str = 1, place: int = 0, properties: str = "") -> str:
    listed = f'<w:numPr><w:ilvl w:val="{place}"/><w:numId w:val="{number}"/></w:numPr>'
    return f"<w:p><w:pPr>{listed}{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def numbers(seen: Seen, body: str, lists: str, styles: str = "") -> list[str | None]:
    parts = {"word/numbering.xml": f"<w:numbering {NS}>{lists}</w:numbering>"}
    found = seen(body, styles, parts).paragraphs()
    return [paragraph.number.text if paragraph.number else None for paragraph in found]


OUTLINE = abstract(
    level(0, "upperRoman", "%1."), level(1, "decimal", "%2."), level(2, "lowerLetter", "%3)")
) + num(1)
DECIMAL = abstract(
    level(0, "decimal", "%1."), level(1, "decimal", "%1.%2."), level(2, "decimal", "%1.%2.%3.")
) + num(1)


def places(*found: int) -> str:
    return "".join(item(place=place) for place in found)


def test_levels_count_and_deeper_ones_begin_anew(seen: Seen) -> None:
    assert numbers(seen, places(0, 1, 2, 2, 1, 2, 0, 1), OUTLINE) == [
        "I.", "1.", "a)", "b)", "2.", "a)", "II.", "1.",
    ]  # fmt: skip


def test_a_number_shows_those_above_it(seen: Seen) -> None:
    assert numbers(seen, places(0, 1, 1, 2, 0, 1), DECIMAL) == [
        "1.", "1.1.", "1.2.", "1.2.1.", "2.", "2.1.",
    ]  # fmt: skip


def test_a_level_without_one_above_it_shows_the_start_of_that(seen: Seen) -> None:
    assert numbers(seen, places(1, 1, 0), DECIMAL) == ["1.1.", "1.2.", "1."]


def test_letters_are_those_of_word_which_has_no_đ(seen: Seen) -> None:
    lists = abstract(level(0, "lowerLetter", "%1)")) + num(1)

    assert numbers(seen, places(*[0] * 7), lists) == ["a)", "b)", "c)", "d)", "e)", "f)", "g)"]


def test_two_lists_of_one_form_count_on_unless_one_begins_anew(seen: Seen) -> None:
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    lists = abstract(level(0, "decimal", "%1.")) + num(1) + num(2) + num(3, overrides=again)
    body = item() + item() + item(number=2) + item(number=3) + item(number=3)

    assert numbers(seen, body, lists) == ["1.", "2.", "3.", "1.", "2."]


def test_a_list_may_override_a_level(seen: Seen) -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "decimal", "Điều %1.")}</w:lvlOverride>'
    lists = abstract(level(0, "decimal", "%1.")) + num(1, overrides=own)

    assert numbers(seen, item(), lists) == ["Điều 1."]


def test_a_level_may_go_on_counting_over_those_above_it(seen: Seen) -> None:
    never = '<w:lvlRestart w:val="0"/>'
    lists = abstract(
        level(0, "decimal", "Chương %1"), level(1, "decimal", "Điều %2.", never)
    ) + num(1)

    assert numbers(seen, places(0, 1, 1, 0, 1), lists) == [
        "Chương 1", "Điều 1.", "Điều 2.", "Chương 2", "Điều 3.",
    ]  # fmt: skip


def test_a_legal_level_shows_plain_digits(seen: Seen) -> None:
    lists = abstract(
        level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2.", "<w:isLgl/>")
    ) + num(1)

    assert numbers(seen, places(0, 0, 1), lists) == ["I.", "II.", "2.1."]


def test_a_style_numbers_its_paragraphs_at_the_level_that_names_it(seen: Seen) -> None:
    lists = abstract(
        level(0, "decimal", "%1."), level(1, "lowerLetter", "%2)", '<w:pStyle w:val="Diem"/>')
    ) + num(1)
    style = (
        '<w:style w:type="paragraph" w:styleId="Diem"><w:name w:val="Điểm"/><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = item() + '<w:p><w:pPr><w:pStyle w:val="Diem"/></w:pPr></w:p>' * 2
    parts = {"word/numbering.xml": f"<w:numbering {NS}>{lists}</w:numbering>"}
    found = [paragraph.number for paragraph in seen(body, style, parts).paragraphs()]

    assert [(n.text, n.level, n.value, n.by_style) for n in found if n] == [
        ("1.", 0, 1, False), ("a)", 1, 1, True), ("b)", 1, 2, True),
    ]  # fmt: skip


def test_a_list_that_takes_its_levels_from_a_style_of_lists_has_them(seen: Seen) -> None:
    lists = (
        abstract(level(0, "decimal", "%1/"), more='<w:styleLink w:val="DS"/>')
        + abstract(number=1, more='<w:numStyleLink w:val="DS"/>')
        + num(1)
        + num(2, to=1)
    )
    assert numbers(seen, item(number=2), lists) == ["1/"]


@pytest.mark.parametrize("number", ["0", "9", "x"])
def test_a_list_that_is_not_there_gives_no_number(seen: Seen, number: str) -> None:
    assert numbers(seen, item(number=number), OUTLINE) == [None]


def test_bullets_of_picture_fonts_are_readable(seen: Seen) -> None:
    symbol = '<w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr>'
    wings = symbol.replace("Symbol", "Wingdings")
    lists = (
        abstract(
            level(0, "bullet", "\uf0b7", tail=symbol), level(1, "bullet", "\uf0d8", tail=wings)
        )
        + abstract(level(0, "bullet", "-"), number=1)
        + num(1)
        + num(2, to=1)
    )
    assert numbers(seen, item() + item(place=1) + item(number=2), lists) == ["•", "➢", "-"]


def test_the_indent_of_a_list_stands_over_the_style_and_under_the_paragraph(seen: Seen) -> None:
    indent = '<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr>'
    lists = abstract(level(0, "decimal", "%1.", tail=indent)) + num(1)
    parts = {"word/numbering.xml": f"<w:numbering {NS}>{lists}</w:numbering>"}
    style = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="N"/>'
        '<w:pPr><w:ind w:left="100"/></w:pPr></w:style>'
    )
    body = item() + item(properties='<w:ind w:left="0"/>') + item(number=0)
    first, second, third = seen(body, style, parts).paragraphs()

    assert (first.left, first.first_line) == (cm(1.27), pt(-18))
    assert first.origin("left").level == "numbering"
    assert (second.left, second.first_line) == (0, pt(-18))
    assert (third.left, third.first_line) == (pt(5), 0)


def test_a_style_that_begins_a_list_stands_over_its_indent(seen: Seen) -> None:
    indent = '<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr>'
    lists = abstract(level(0, "decimal", "%1.", tail=indent)) + num(1)
    parts = {"word/numbering.xml": f"<w:numbering {NS}>{lists}</w:numbering>"}
    style = (
        '<w:style w:type="paragraph" w:styleId="K"><w:name w:val="K"/><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr><w:ind w:left="0" w:firstLine="567"/></w:pPr></w:style>'
    )
    (found,) = seen('<w:p><w:pPr><w:pStyle w:val="K"/></w:pPr></w:p>', style, parts).paragraphs()

    assert (found.left, round(found.first_line.mm)) == (0, 10)


def test_a_paragraph_shows_its_number_before_its_text(seen: Seen) -> None:
    lists = abstract(level(0, "decimal", "%1.", '<w:suff w:val="space"/>')) + num(1)
    parts = {"word/numbering.xml": f"<w:numbering {NS}>{lists}</w:numbering>"}
    (paragraph,) = seen(item("Tổ chức"), "", parts).paragraphs()

    assert (paragraph.text, paragraph.shown) == ("Tổ chức", "1. Tổ chức")


def test_a_number_looks_like_the_end_of_its_paragraph_and_then_as_its_level_says(
    seen: Seen,
) -> None:
    lists = abstract(level(0, "decimal", "%1.", tail="<w:rPr><w:b/></w:rPr>")) + num(1)
    parts = {"word/numbering.xml": f"<w:numbering {NS}>{lists}</w:numbering>"}
    mark = '<w:rPr><w:i/><w:u w:val="single"/></w:rPr>'
    (paragraph,) = seen(item(properties=mark), "", parts).paragraphs()
    assert paragraph.number is not None
    look = paragraph.number.look

    assert (look.bold, look.italic, look.underline) == (True, True, None)


@pytest.mark.parametrize(
    ("count", "form", "shown"),
    [
        (4, "lowerRoman", "iv"),
        (49, "upperRoman", "XLIX"),
        (10**9, "upperRoman", "1000000000"),
        (27, "upperLetter", "AA"),
        (0, "lowerLetter", ""),
        (3, "decimalZero", "03"),
        (2, "ordinal", "2nd"),
        (12, "ordinal", "12th"),
        (3, "numberInDash", "- 3 -"),
        (5, "decimalEnclosedCircle", "⑤"),
        (5, "none", ""),
        (5, "thaiCounting", "5"),
        (6, "chicago", "††"),
    ],
)
def test_a_count_is_written_in_each_form(count: int, form: str, shown: str) -> None:
    assert written(count, form) == shown


def test_a_custom_form_pads_with_zeros() -> None:
    assert written(7, "custom", "001, 002, 003, ...") == "007"


def test_a_list_that_would_write_a_book_for_each_number_is_bounded(seen: Seen) -> None:
    lists = abstract(level(0, "lowerLetter", "%1" * 5000).replace('"1"', '"2147483647"')) + num(1)
    (shown,) = numbers(seen, item(), lists)

    assert shown is not None
    assert len(shown) < 1_000
