"""Lines, pictures and boxes of text, of both languages of drawing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vanban.layout.document import Drawing, Layout
from vanban.units import Length, mm, pt

Seen = Callable[..., Layout]

SPACES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
    }.items()
)
RELATIONSHIPS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'


def t(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def box(text: str) -> str:
    return f"<w:txbxContent><w:p>{t(text)}</w:p></w:txbxContent>"


def shape(form: str, inside: str = "", place: str = "") -> str:
    return (
        f"<wps:wsp><wps:cNvSpPr/><wps:spPr>{place}<a:prstGeom prst='{form}'/>"
        "<a:ln w='9525'><a:solidFill><a:srgbClr val='000000'/></a:solidFill>"
        f"<a:prstDash val='solid'/></a:ln></wps:spPr>{inside}</wps:wsp>"
    )


def anchored(graphic: str, width: int = 1_800_000, height: int = 0) -> str:
    return (
        f"<w:drawing {SPACES}><wp:anchor behindDoc='0'>"
        "<wp:positionH relativeFrom='column'><wp:posOffset>360000</wp:posOffset></wp:positionH>"
        "<wp:positionV relativeFrom='paragraph'><wp:align>top</wp:align></wp:positionV>"
        f"<wp:extent cx='{width}' cy='{height}'/><wp:wrapNone/>"
        "<wp:docPr id='1' name='Kẻ' descr='Đường kẻ'/>"
        f"<a:graphic><a:graphicData>{graphic}</a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )


def drawn(seen: Seen, content: str, parts: dict[str, str] | None = None) -> list[Drawing]:
    found = seen(f"<w:p>{t('ab')}<w:r>{content}</w:r></w:p>", parts=parts or {})
    return list(found.drawings())


def test_a_line_is_known_with_its_length_and_place(seen: Seen) -> None:
    (line,) = drawn(seen, anchored(shape("line")))

    assert (line.kind, line.shape, line.horizontal) == ("line", "line", True)
    assert (line.width, line.height) == (mm(50), 0)
    assert (line.line_width, line.line_colour, line.dash) == (pt(0.75), "000000", "solid")
    assert line.anchor is not None
    assert (line.anchor.x, line.anchor.y, line.anchor.y_align) == (mm(10), None, "top")
    assert (line.anchor.across, line.anchor.down, line.anchor.wrap) == (
        "column", "paragraph", "none",
    )  # fmt: skip
    assert (line.name, line.description, line.at) == ("Kẻ", "Đường kẻ", 2)


def test_a_connector_is_a_line(seen: Seen) -> None:
    assert drawn(seen, anchored(shape("straightConnector1")))[0].kind == "line"


def test_a_line_that_is_not_flat_is_not_horizontal(seen: Seen) -> None:
    assert not drawn(seen, anchored(shape("line"), height=900_000))[0].horizontal


@pytest.mark.parametrize("width", ["", "--5", "²", "1.5", "9" * 20])
def test_a_length_that_is_none_is_not_known(seen: Seen, width: str) -> None:
    content = anchored(shape("line")).replace("cx='1800000'", f"cx='{width}'")

    assert drawn(seen, content)[0].width is None


def test_a_picture_leads_to_its_part(seen: Seen) -> None:
    picture = "<pic:pic><pic:blipFill><a:blip r:embed='h'/></pic:blipFill><pic:spPr/></pic:pic>"
    parts = {
        "word/_rels/document.xml.rels": f"<Relationships {RELATIONSHIPS}><Relationship Id='h' "
        "Type='x/image' Target='media/dau.png'/></Relationships>"
    }
    (found,) = drawn(seen, anchored(picture, height=360_000), parts)

    assert (found.kind, found.target, found.line_width) == ("picture", "word/media/dau.png", None)


def test_the_text_of_a_box_is_a_story_of_its_own(seen: Seen) -> None:
    content = anchored(shape("rect", f"<wps:txbx>{box('DỰ THẢO')}</wps:txbx>"))
    found = seen(f"<w:p><w:r>{content}</w:r>{t('a')}</w:p><w:p>{t('b')}</w:p>")
    (drawing,) = found.boxes()
    (inside,) = [paragraph for paragraph in found.everything() if paragraph.in_box]

    assert (drawing.kind, inside.text, found.text) == ("text-box", "DỰ THẢO", "a\nb")
    assert (inside.place, inside.part) == ((0, 0, 0), "word/document.xml")
    assert [p.index for p in found.everything()] == [0, 1, 2]


def test_a_box_with_a_fallback_is_read_once(seen: Seen) -> None:
    modern = anchored(shape("rect", f"<wps:txbx>{box('MẬT')}</wps:txbx>"))
    old = f"<w:pict><v:rect><v:textbox>{box('MẬT')}</v:textbox></v:rect></w:pict>"
    content = (
        f"<mc:AlternateContent {SPACES}><mc:Choice Requires='wps'>{modern}</mc:Choice>"
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>"
    )
    found = seen(f"<w:p><w:r>{content}</w:r></w:p>")

    assert [p.text for p in found.everything()] == ["", "MẬT"]


def test_the_parts_of_a_group_are_drawings_in_their_place(seen: Seen) -> None:
    def transform(x: int, width: int) -> str:
        return f"<a:xfrm><a:off x='{x}' y='0'/><a:ext cx='{width}' cy='0'/></a:xfrm>"

    group = (
        "<wpg:wgp><wpg:grpSpPr><a:xfrm><a:off x='0' y='0'/><a:ext cx='2000' cy='1000'/>"
        "<a:chOff x='100' y='0'/><a:chExt cx='1000' cy='1000'/></a:xfrm></wpg:grpSpPr>"
        f"{shape('line', place=transform(100, 500))}{shape('line', place=transform(600, 500))}"
        "</wpg:wgp>"
    )
    first, second = drawn(seen, anchored(group))

    assert (first.width, second.width) == (1000, 1000)
    assert first.anchor is not None
    assert second.anchor is not None
    assert (first.anchor.x, second.anchor.x) == (360_000, 361_000)


def test_groups_that_grow_beyond_all_bounds_do_no_harm(seen: Seen) -> None:
    huge = "<a:ext cx='9000000000000' cy='1'/><a:chExt cx='1' cy='1'/>"
    opening = f"<wpg:grpSp><wpg:grpSpPr><a:xfrm>{huge}</a:xfrm></wpg:grpSpPr>"
    place = "<a:xfrm><a:off x='9000000000000' y='0'/><a:ext cx='9000000000000' cy='0'/></a:xfrm>"
    inside = opening * 60 + shape("line", place=place) + "</wpg:grpSp>" * 60

    assert drawn(seen, anchored(f"<wpg:wgp>{inside}</wpg:wgp>"))


def test_a_line_of_the_older_language_is_known(seen: Seen) -> None:
    old = (
        f"<w:pict {SPACES}><v:line style='position:absolute;z-index:1' from='54pt,1.5pt' "
        "to='162pt,1.5pt' strokeweight='1pt' strokecolor='black'/></w:pict>"
    )
    (line,) = drawn(seen, old)

    assert (line.kind, line.horizontal, line.width) == ("line", True, pt(108))
    assert line.anchor is not None
    assert (line.anchor.x, line.anchor.y) == (pt(54), pt(1.5))
    assert (line.line_width, line.line_colour, line.dash) == (pt(1), "000000", "solid")


@pytest.mark.parametrize("way", ["type='#_x0000_t32'", "o:connectortype='straight'"])
def test_a_straight_connector_of_the_older_language_is_a_line(seen: Seen, way: str) -> None:
    style = "position:absolute;margin-left:10pt;margin-top:-.5pt;width:90.75pt;height:0"
    (line,) = drawn(seen, f"<w:pict {SPACES}><v:shape {way} style='{style}'/></w:pict>")

    assert (line.kind, line.width, line.height) == ("line", pt(90.75), 0)
    assert line.anchor is not None
    assert line.anchor.y == pt(-0.5)


@pytest.mark.parametrize(
    ("text", "length"),
    [("1in", pt(72)), ("96", pt(72)), ("", None), ("auto", None), ("-.25pt", pt(-0.25))],
)
def test_lengths_of_the_older_language_have_many_units(
    seen: Seen, text: str, length: Length | None
) -> None:
    (found,) = drawn(seen, f"<w:pict {SPACES}><v:rect style='margin-left:{text}'/></w:pict>")

    assert found.width is None
    assert found.anchor is None or found.anchor.x == length


def test_the_words_of_a_watermark_are_known(seen: Seen) -> None:
    shape = "<v:shape><v:textpath string='DỰ THẢO'/></v:shape>"

    assert [d.words for d in drawn(seen, f"<w:pict {SPACES}>{shape}</w:pict>")] == ["DỰ THẢO"]


def test_the_horizontal_line_of_word_is_a_line(seen: Seen) -> None:
    (line,) = drawn(
        seen, f"<w:pict {SPACES}><v:rect o:hr='t' style='width:0;height:1.5pt'/></w:pict>"
    )

    assert (line.kind, line.anchor, line.height) == ("line", None, pt(1.5))


def test_a_line_whose_outline_the_theme_gives_has_one(seen: Seen) -> None:
    line = (
        "<wps:wsp><wps:cNvCnPr/><wps:spPr><a:prstGeom prst='line'/></wps:spPr>"
        "<wps:style><a:lnRef idx='1'/></wps:style></wps:wsp>"
    )
    (found,) = drawn(seen, anchored(line))

    assert (found.kind, found.dash, found.line_width) == ("line", "solid", None)


def test_what_is_not_understood_is_told(seen: Seen) -> None:
    found = seen(f"<w:p><w:r><w:object {SPACES}><v:shape/></w:object></w:r></w:p>")
    (paragraph,) = found.paragraphs()

    assert paragraph.unread == ("object",)


def test_a_drawing_in_deleted_text_does_not_show(seen: Seen) -> None:
    assert (
        seen(f"<w:p><w:del w:id='1'><w:r>{anchored(shape('line'))}</w:r></w:del></w:p>")
        .blocks[0]
        .drawings
        == ()
    )  # type: ignore[union-attr]
