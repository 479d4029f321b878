"""Changes of formatting in files that somebody else made: only what is asked for changes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vanban.findings import Format
from vanban.layout.document import Paragraph
from vanban.units import mm, pt
from vanban.word.reader import read
from vanban.word.revising.formatting import formatted
from vanban.word.revising.proof import untouched, wording

Change = Callable[..., bytes]
TEXT = "<w:p><w:r><w:t>Một hai ba</w:t></w:r></w:p>"
AT = (0, 0)


@pytest.fixture
def changed(
    package: Callable[..., bytes],
    main: Callable[[bytes], str],
    change: Change,
    sound: Callable[..., bool],
) -> Callable[..., str]:
    """``changed(body, of, bold=True)``: the body after a change, proven sound and of equal words.

    The tracked change of it is proven to look the same.
    """

    def make(body: str, of: str = "text", *, track: bool = False, **wanted: object) -> str:
        data = package(body)
        made, tracked = (change(data, AT, of, track=kind, **wanted) for kind in (False, True))
        assert sound(data, made)
        assert sound(data, tracked)
        assert wording(read(made)) == wording(read(data)) == wording(read(tracked))
        assert untouched(read(made), read(tracked))
        whole = main(tracked if track else made)
        return whole[whole.index("<w:body>") + 8 : whole.rindex("<w:sectPr>")]

    return make


def first(data: bytes) -> Paragraph:
    return next(read(data).paragraphs())


def test_text_gets_a_size_and_so_does_the_mark_of_its_paragraph(
    changed: Callable[..., str],
) -> None:
    size = '<w:rPr><w:sz w:val="26"/><w:szCs w:val="26"/></w:rPr>'

    assert changed(TEXT, size=13.0) == (
        f"<w:p><w:pPr>{size}</w:pPr><w:r>{size}<w:t>Một hai ba</w:t></w:r></w:p>"
    )


def test_properties_stand_in_the_order_of_the_schema(changed: Callable[..., str]) -> None:
    run = '<w:rPr><w:rStyle w:val="X"/><w:color w:val="FF0000"/><w:lang w:val="vi-VN"/></w:rPr>'
    body = f"<w:p><w:r>{run}<w:t>Một</w:t></w:r></w:p>"

    assert (
        '<w:rStyle w:val="X"/><w:b/><w:bCs/><w:color w:val="000000"/><w:sz w:val="28"/>'
        '<w:szCs w:val="28"/><w:lang w:val="vi-VN"/>'
    ) in changed(body, size=14.0, bold=True, colour="000000")


def test_a_part_of_a_paragraph_is_cut_out_of_its_run(changed: Callable[..., str]) -> None:
    assert changed(TEXT, start=4, end=7, italic=False) == (
        '<w:p><w:r><w:t xml:space="preserve">Một </w:t></w:r>'
        '<w:r><w:rPr><w:i w:val="0"/><w:iCs w:val="0"/></w:rPr>'
        '<w:t xml:space="preserve">hai</w:t></w:r>'
        '<w:r><w:t xml:space="preserve"> ba</w:t></w:r></w:p>'
    )


def test_only_the_runs_of_the_stretch_change(changed: Callable[..., str]) -> None:
    other = '<w:r w:rsidR="1"><w:rPr><w:i/></w:rPr><w:t>Một</w:t></w:r>'

    assert changed(f"<w:p>{other}<w:r><w:t>hai</w:t></w:r></w:p>", start=3, end=6, bold=True) == (
        f"<w:p>{other}<w:r><w:rPr><w:b/><w:bCs/></w:rPr><w:t>hai</w:t></w:r></w:p>"
    )


def test_a_font_takes_the_place_of_one_of_the_theme(
    package: Callable[..., bytes], change: Change
) -> None:
    run = '<w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/></w:rPr>'
    data = package(f"<w:p><w:r>{run}<w:t>Một</w:t></w:r></w:p>")

    assert first(change(data, AT, "text", font="Times New Roman")).runs[0].fonts == (
        "Times New Roman",
    )


def test_what_a_style_gives_is_taken_away_by_saying_so(changed: Callable[..., str]) -> None:
    made = changed(TEXT, underline=None, highlight=None, caps=False, scale=100, spacing=0)

    assert '<w:u w:val="none"/>' in made
    assert '<w:highlight w:val="none"/>' in made
    assert '<w:caps w:val="0"/>' in made


def test_a_paragraph_gets_a_shape(package: Callable[..., bytes], change: Change) -> None:
    indent = '<w:ind w:left="720" w:hanging="360" w:firstLineChars="200"/>'
    space = '<w:spacing w:before="100" w:beforeAutospacing="1" w:line="360" w:lineRule="exact"/>'
    data = package(f"<w:p><w:pPr>{space}{indent}</w:pPr><w:r><w:t>Một</w:t></w:r></w:p>")
    made = change(
        data, AT, "paragraph", alignment="both", first_line=pt(36), left=0, before=pt(6),
        lines=1.15, keep_next=True, outline_level=1,
    )  # fmt: skip
    shape = first(made).shape

    assert (shape.alignment, shape.left, shape.first_line) == ("both", 0, pt(36))
    assert (shape.before, shape.before_auto, shape.lines) == (pt(6), False, 1.15)
    assert (shape.keep_next, shape.outline_level) == (True, 1)


def test_a_tracked_change_of_text_keeps_what_was(changed: Callable[..., str]) -> None:
    body = '<w:p><w:r><w:rPr><w:sz w:val="32"/></w:rPr><w:t>Một hai</w:t></w:r></w:p>'

    assert (
        '<w:sz w:val="26"/><w:szCs w:val="26"/><w:rPrChange w:id="1000" w:author="vanban" '
        'w:date="2026-11-26T08:00:00Z"><w:rPr><w:sz w:val="32"/></w:rPr></w:rPrChange></w:rPr>'
    ) in changed(body, track=True, start=0, end=7, size=13.0).replace("1001", "1000")


def test_a_tracked_change_of_a_paragraph_keeps_what_was(changed: Callable[..., str]) -> None:
    body = (
        '<w:p><w:pPr><w:jc w:val="left"/><w:rPr><w:b/></w:rPr></w:pPr>'
        "<w:r><w:t>Một</w:t></w:r></w:p>"
    )

    assert changed(body, "paragraph", track=True, alignment="center").startswith(
        '<w:p><w:pPr><w:jc w:val="center"/><w:rPr><w:b/></w:rPr><w:pPrChange w:id="1000" '
        'w:author="vanban" w:date="2026-11-26T08:00:00Z"><w:pPr><w:jc w:val="left"/></w:pPr>'
        "</w:pPrChange></w:pPr>"
    )


def test_a_change_that_is_tracked_already_keeps_the_oldest_state(
    changed: Callable[..., str],
) -> None:
    known = '<w:rPrChange w:id="5" w:author="Lan"><w:rPr><w:i/></w:rPr></w:rPrChange>'
    body = f"<w:p><w:r><w:rPr><w:b/>{known}</w:rPr><w:t>Một</w:t></w:r></w:p>"
    made = changed(body, track=True, size=13.0)

    assert known in made
    assert made.count("<w:rPrChange") == 2  # that one, and that of the paragraph's mark


def test_a_section_gets_margins_and_a_first_page(
    package: Callable[..., bytes],
    main: Callable[[bytes], str],
    change: Change,
    sound: Callable[..., bool],
) -> None:
    data = package(TEXT)
    for track in (False, True):
        made = change(
            data, (0, 1), "section", top=mm(20), left=mm(30), title_page=True, page_start=1,
            track=track,
        )  # fmt: skip
        section = read(made).sections[0]

        assert sound(data, made)
        assert (round(section.top.mm), round(section.left.mm)) == (20, 30)  # type: ignore[union-attr]
        assert (section.title_page, section.page_start) == (True, 1)
    assert "<w:sectPrChange" in main(made)


def test_the_section_in_a_paragraph_changes_with_that_paragraph(
    package: Callable[..., bytes], sound: Callable[..., bool]
) -> None:
    inner = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1" w:right="1" w:bottom="1" '
    inner += 'w:left="1" w:header="1" w:footer="1" w:gutter="0"/>'
    data = package(f"<w:p><w:pPr><w:sectPr>{inner}</w:sectPr></w:pPr></w:p>{TEXT}")
    part = "word/document.xml"
    made = formatted(
        data,
        [
            Format("section", part, (0, 0, 0, 0), "left", mm(30)),
            Format("paragraph", part, (0, 0), "alignment", "center"),
            Format("text", part, (0, 0), "size", 13.0),
        ],
    )

    assert sound(data, made)
    assert round(read(made).sections[0].left.mm) == 30  # type: ignore[union-attr]
    assert first(made).alignment == "center"


def test_text_in_a_box_and_the_text_around_it_change_alike(
    package: Callable[..., bytes], sound: Callable[..., bool]
) -> None:
    box = (
        '<w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="width:50pt;height:20pt">'
        "<v:textbox><w:txbxContent><w:p><w:r><w:t>Mật</w:t></w:r></w:p></w:txbxContent>"
        "</v:textbox></v:shape></w:pict>"
    )
    data = package(
        f'<w:p><w:r><w:t>Một hai</w:t>{box}<w:t xml:space="preserve"> ba</w:t></w:r></w:p>'
    )
    every = list(read(data).everything())
    made = formatted(data, [Format("text", p.part, p.path, "bold", True, 0, 3) for p in every])

    assert [[(r.text, r.bold) for r in p.runs] for p in read(made).everything()] == [
        [("Một", True), (" hai", False), (" ba", False)],
        [("Mật", True)],
    ]


@pytest.mark.parametrize(
    ("of", "path", "wanted"),
    [
        ("text", (0, 0), {"glow": True}),
        ("paragraph", (0, 0), {"frame": None}),
        ("section", (0, 0), {"left": 0}),
        ("section", (0, 0), {"page_number": True}),
        ("section", (0, 1), {"frame": None}),
        ("drawing", (0, 0, 0), {"width": 1}),
        ("table", (0, 0), {"borders": None}),
        ("text", (9, 9), {"bold": True}),
    ],
)
def test_what_cannot_be_changed_is_refused(
    package: Callable[..., bytes],
    change: Change,
    of: str,
    path: tuple[int, ...],
    wanted: dict[str, object],
) -> None:
    with pytest.raises(LookupError):
        change(package(TEXT), path, of, **wanted)


def test_a_line_gets_a_length_and_a_stroke_and_stays_in_the_middle(
    package: Callable[..., bytes], main: Callable[[bytes], str], change: Change
) -> None:
    a = "http://schemas.openxmlformats.org/drawingml/2006"
    w14 = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    line = (
        f'<w:r><w:drawing><wp:anchor xmlns:wp="{a}/wordprocessingDrawing">'
        '<wp:positionH relativeFrom="column"><wp:posOffset>900000</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>5</wp:posOffset></wp:positionV>'
        '<wp:extent cx="1000000" cy="0"/><wp:docPr id="1" name="x"/>'
        f'<a:graphic xmlns:a="{a}/main"><a:graphicData uri="{w14}"><wps:wsp xmlns:wps="{w14}">'
        '<wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1000000" cy="0"/>'
        '</a:xfrm><a:prstGeom prst="line"/><a:ln w="9525"><a:prstDash val="dash"/></a:ln>'
        "</wps:spPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
    )
    data = package(f"<w:p>{line}</w:p>")
    made = change(data, (0, 0, 0, 0), "drawing", width=720_000, dash="solid")
    (drawing,) = read(made).drawings()

    assert (drawing.width, drawing.dash) == (720_000, "solid")
    assert drawing.anchor is not None
    assert drawing.anchor.x == 900_000 + 140_000
    assert ">5</wp:posOffset>" in main(made)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('<v:line from="40pt,2pt" to="140pt,2pt">', '<v:line from="65pt,2pt" to="115pt,2pt">'),
        (
            '<v:shape type="#_x0000_t32" style="position:absolute;margin-left:40pt;width:100pt">',
            '<v:shape type="#_x0000_t32" style="position:absolute;margin-left:65pt;width:50pt">',
        ),
    ],
)
def test_a_line_of_the_older_language_does_so_too(
    package: Callable[..., bytes],
    main: Callable[[bytes], str],
    change: Change,
    line: str,
    expected: str,
) -> None:
    v = 'xmlns:v="urn:schemas-microsoft-com:vml"'
    name = line[1:].split()[0]
    stroke = '<v:stroke dashstyle="dash"/>'
    pict = f"<w:r><w:pict {v}>{line}{stroke}</{name}></w:pict></w:r>"
    data = package(f"<w:p>{pict}</w:p>")
    made = change(data, (0, 0, 0, 0), "drawing", width=pt(50), dash="solid")
    (drawing,) = read(made).drawings()

    assert (drawing.width, drawing.dash) == (pt(50), "solid")
    assert expected in main(made)


HEADER = '<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{}</w:hdr>'


def test_a_section_without_a_header_gets_one_with_its_page_number_but_for_the_first_page(
    package: Callable[..., bytes], change: Change, sound: Callable[..., bool]
) -> None:
    data = package(TEXT)
    made = change(data, (0, 1), "section", page_number=True)
    section = read(made).sections[0]
    (number,) = section.headers.default.paragraphs

    assert sound(data, made)
    assert wording(read(made)) == wording(read(data))
    assert untouched(read(data), read(made))
    assert [field.kind for field in number.fields] == ["PAGE"]
    assert (number.alignment, number.size) == ("center", 14.0)
    assert section.title_page
    assert not section.headers.first.part


@pytest.mark.parametrize(
    ("header", "texts"), [("<w:p/>", ["2"]), ("<w:p><w:r><w:t>Sở</w:t></w:r></w:p>", ["Sở", "2"])]
)
def test_a_header_that_is_there_keeps_its_words_and_gets_the_number_below(
    package: Callable[..., bytes],
    change: Change,
    sound: Callable[..., bool],
    header: str,
    texts: list[str],
) -> None:
    r = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    reference = f'<w:headerReference w:type="default" xmlns:r="{r}" r:id="r0"/>'
    body = f"<w:p><w:pPr><w:sectPr>{reference}</w:sectPr></w:pPr></w:p>"
    data = package(body, {"word/header1.xml": HEADER.format(header)})
    made = change(data, (0, 0, 0, 0), "section", page_number=True)

    assert sound(data, made)
    assert [p.text for p in read(made).sections[0].headers.default.paragraphs] == texts
    assert wording(read(made)) == wording(read(data))


def test_a_ticked_box_keeps_its_font(
    package: Callable[..., bytes], change: Change, main: Callable[[bytes], str]
) -> None:
    box = '<w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr>'
    data = package(f"<w:p><w:r><w:t>Một</w:t></w:r><w:r>{box}<w:t>þ</w:t></w:r></w:p>")

    made = change(data, AT, "text", font="Times New Roman")

    assert 'w:ascii="Wingdings"' in main(made)
    assert main(made).count('w:ascii="Times New Roman"') == 2


def test_a_letter_in_a_font_of_pictures_is_another_character(package: Callable[..., bytes]) -> None:
    fonts = ("Wingdings", "Arial")
    boxes = (f'<w:rPr><w:rFonts w:ascii="{f}" w:hAnsi="{f}"/></w:rPr>' for f in fonts)
    box, letter = (package(f"<w:p><w:r>{one}<w:t>þ</w:t></w:r></w:p>") for one in boxes)

    assert wording(read(box)) != wording(read(letter))
