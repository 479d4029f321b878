"""Copies: the original stays as it is, the block or the line comes to it."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from lxml import etree
from msgspec.structs import replace

from vanban import api, plugins
from vanban.errors import SourceError, TemplateError
from vanban.model.van_ban import CoQuan, Ky, VanBan
from vanban.standards.load import Standard
from vanban.standards.types import DocumentType
from vanban.viet.dates import Ngay
from vanban.word import copies, package
from vanban.word.ooxml import W

COPY = VanBan(
    loai="sao-y",
    so="3",
    co_quan=(CoQuan("UBND tỉnh Lâm Đồng", "Sở Nội vụ", "SNV"),),
    dia_danh="Lâm Đồng",
    ngay=Ngay(5, 1, 2026),
    ky=(Ky(quyen_han=("TL. Giám đốc",), chuc_vu="Chánh Văn phòng", ho_ten="Trần B"),),
    noi_nhan=("Sở Y tế",),
    luu="VT",
)
Picture = Callable[..., str]


def foreign(picture: str | None = None) -> Document:
    """A document as somebody else's program writes it: two sections, styles, a table."""
    made = docx.Document()
    made.add_heading("Công văn đến", 1)
    made.add_paragraph("Đoạn một.").runs[0].bold = True
    made.styles.add_style("Của Sở", 1).font.italic = True
    made.add_paragraph("Đoạn hai.", style="Của Sở")
    made.add_table(1, 2).cell(0, 0).text = "Ô"
    if picture:
        made.add_picture(picture)
    section = made.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    made.add_paragraph("Đoạn cuối.")
    return made


def data(document: Document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def changed(original: bytes, name: str, change: Callable[[str], str]) -> bytes:
    parts = dict(package.read(original))
    parts[name] = change(parts[name].decode()).encode()
    return package.write(package.deflate(part, content) for part, content in parts.items())


@pytest.fixture
def copied(tmp_path: Path) -> Callable[..., bytes]:
    """``copied(original, **fields)``: the .docx of a copy of a .docx."""

    def make(original: bytes, **fields: Any) -> bytes:
        path = tmp_path / "goc.docx"
        path.write_bytes(original)
        return api.render(replace(COPY, rieng={"ban_goc": str(path)}, **fields))

    return make


Copied = Callable[..., bytes]


def opened(content: bytes) -> Document:
    return docx.Document(io.BytesIO(content))


def xml(content: bytes, name: str = "word/document.xml") -> str:
    return package.read(content)[name].decode()


@pytest.fixture
def new_faults(faults: Callable[..., Any]) -> Callable[[bytes, bytes], list[Any]]:
    """``new_faults(original, copy)``: faults of the copy that its original has not."""

    def find(original: bytes, copy: bytes) -> list[Any]:
        found = faults({"original": original, "copy": copy})
        told = [
            [(item["sev"], item["code"], item["part"], item["msg"]) for item in found.get(name, [])]
            for name in ("original", "copy")
        ]
        return [fault for fault in told[1] if fault not in told[0]]

    return find


NewFaults = Callable[[bytes, bytes], list[Any]]


def words(content: bytes) -> list[str]:
    """The text of each paragraph that has any, those in tables too."""
    root: Any = etree.fromstring(xml(content).encode())
    texts = ("".join(p.itertext(f"{{{W}}}t")) for p in root.iter(f"{{{W}}}p"))
    return [text for text in texts if text]


BLOCK = [
    "SỞ NỘI VỤ",
    "SAO Y",
    "Số: 03/SY-SNV",
    "Lâm Đồng, ngày 05 tháng 01 năm 2026",
    "Nơi nhận:",
    "- Sở Y tế;",
    "- Lưu: VT.",
    "TL. GIÁM ĐỐC",
    "CHÁNH VĂN PHÒNG",
    "Trần B",
]


def test_the_block_follows_the_original_on_its_last_page(copied: Copied) -> None:
    original = data(foreign())
    result = copied(original)
    assert words(result) == [*words(original), *BLOCK]
    assert len(opened(result).sections) == 2


def test_the_block_begins_with_a_rule_as_wide_as_the_text(copied: Copied, nd30: Standard) -> None:
    original = data(foreign())
    rule = opened(copied(original)).paragraphs[len(foreign().paragraphs)]
    assert rule.style is not None
    assert rule.style.name == "VB Kẻ"
    assert '<w:top w:val="single"' in rule._p.xml
    assert (rule.paragraph_format.left_indent, rule.paragraph_format.right_indent) == (0, 0)


def test_the_block_has_no_quoc_hieu_and_no_superior(copied: Copied) -> None:
    text = "\n".join(words(copied(data(foreign()))))
    assert "CỘNG HÒA" not in text
    assert "UBND TỈNH" not in text


def test_a_foreign_document_keeps_every_paragraph_style_and_section(copied: Copied) -> None:
    before = foreign()
    after = opened(copied(data(before)))
    kept = after.paragraphs[: len(before.paragraphs)]
    assert [p.text for p in kept] == [p.text for p in before.paragraphs]
    assert [p.style and p.style.name for p in kept] == [
        p.style and p.style.name for p in before.paragraphs
    ]
    assert after.styles.element.xml.startswith(before.styles.element.xml.rsplit("</w:styles>")[0])
    assert sections(after) == sections(before)


def sections(document: Document) -> list[str]:
    return [re.sub(r' xmlns:\w+="[^"]+"', "", s._sectPr.xml) for s in document.sections]


def test_styles_that_are_added_stand_alone(copied: Copied) -> None:
    result = copied(data(foreign()))
    styles: Any = etree.fromstring(xml(result, "word/styles.xml").encode())
    added = [s for s in styles if (s.get(f"{{{W}}}styleId") or "").startswith("VB")]
    used = set(re.findall(r'<w:pStyle w:val="(VB\w+)"', xml(result)))
    assert {s.get(f"{{{W}}}styleId") for s in added} == used
    for style in added:
        assert style.find(f"{{{W}}}basedOn") is None
        assert style.find(f".//{{{W}}}rFonts").get(f"{{{W}}}ascii") == "Times New Roman"
        assert style.find(f".//{{{W}}}spacing").get(f"{{{W}}}line")


def test_other_parts_of_the_original_are_the_same_bytes(copied: Copied) -> None:
    original = data(foreign())
    before, after = package.read(original), package.read(copied(original))
    assert [name for name in before if before[name] != after[name]] == [
        "word/document.xml",
        "word/styles.xml",
    ]
    assert set(after) == set(before)


def test_images_of_seals_come_beside_those_of_the_original(
    copied: Copied, picture: Picture, new_faults: NewFaults
) -> None:
    original = data(foreign(picture("anh.png", 20, 20)))
    ky = Ky(anh_chu_ky=picture("ky.png", 150, 60, 9), anh_dau=picture("dau.png", 96, 96, 200))
    result = copied(original, ky=(ky,))
    media = {n for n in package.read(result) if "media" in n}
    assert media - set(package.read(original)) == {
        "word/media/vb-sao1.png",
        "word/media/vb-sao2.png",
    }
    ids = re.findall('<wp:docPr[^>]* id="([0-9]+)"', xml(result))
    assert len(set(ids)) == len(ids) == 3
    assert new_faults(original, result) == []


def test_a_copy_of_a_copy_keeps_the_seals_of_both(
    copied: Copied, picture: Picture, new_faults: NewFaults
) -> None:
    original = data(foreign())
    first = copied(original, ky=(Ky(anh_dau=picture("mot.png", 96, 96, 10)),))
    second = copied(first, ky=(Ky(anh_dau=picture("hai.png", 96, 96, 200)),), loai="sao-luc")
    parts = package.read(second)
    assert parts["word/media/vb-sao1.png"] != parts["word/media/vb-sao2.png"]
    assert re.findall('r:embed="rIdVB(\\w+)"', xml(second)) == ["Sao1", "Sao2"]
    assert new_faults(original, second) == []


@pytest.mark.parametrize("hinh_thuc", ["giay", "dien-tu"])
@pytest.mark.parametrize("co_chu", ["14", "13"])
@pytest.mark.parametrize("own", [True, False])
def test_a_copy_brings_no_fault(
    copied: Copied, new_faults: NewFaults, hinh_thuc: str, co_chu: str, own: bool
) -> None:
    original = api.render(VanBan(loai="cong-van", ky=(Ky(), Ky()))) if own else data(foreign())
    once = copied(original, hinh_thuc=hinh_thuc, co_chu=co_chu)
    twice = copied(once, hinh_thuc=hinh_thuc, co_chu=co_chu)
    assert new_faults(original, once) == []
    assert new_faults(original, twice) == []


def test_an_electronic_copy_has_a_line_at_the_top_right_of_page_1(copied: Copied) -> None:
    original = data(foreign())
    result = copied(original, hinh_thuc="dien-tu")
    assert words(result)[1:] == words(original)
    first = opened(result).paragraphs[0]
    assert re.fullmatch("Sao y; Sở Nội vụ; 05/01/2026; +: +: +", first.text)
    assert 'w:xAlign="right"' in first._p.xml
    assert first.style is not None
    assert first.style.font.size is not None
    assert first.style.font.size.pt == 10
    assert not first.style.font.bold


@pytest.mark.parametrize("ngay", [None, Ngay(None, 1, 2026)])
def test_an_electronic_copy_without_a_day_leaves_room_for_it(
    ngay: Ngay | None, ke_hoach: DocumentType
) -> None:
    line = copies.signing_line(replace(COPY, ngay=ngay), ke_hoach)
    assert re.fullmatch("Kế hoạch; Sở Nội vụ; +/ +/ +; +: +: +", line)


def test_without_an_original_the_block_stands_alone() -> None:
    assert words(api.render(COPY)) == BLOCK


def test_an_original_in_a_source_is_rendered_first(tmp_path: Path) -> None:
    path = tmp_path / "goc.yaml"
    path.write_text("loai: ke-hoach\nnoi_dung: Lời kế hoạch.\n", "utf-8")
    shown = words(api.render(replace(COPY, rieng={"ban_goc": str(path)})))
    assert "Lời kế hoạch./." in shown
    assert shown[-len(BLOCK) :] == BLOCK


def test_a_source_that_is_a_copy_of_something_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("loai: ke-hoach\n", "utf-8")
    (tmp_path / "b.yaml").write_text("loai: sao-y\nban_goc: a.yaml\n", "utf-8")
    with pytest.raises(SourceError, match="không thể lại là nguồn của một bản sao") as caught:
        api.render(replace(COPY, rieng={"ban_goc": str(tmp_path / "b.yaml")}))
    assert str(caught.value.problems[0].place).endswith("b.yaml")


def test_a_copy_of_a_secret_document_needs_a_machine_that_stands_apart(tmp_path: Path) -> None:
    path = tmp_path / "goc.yaml"
    path.write_text("loai: ke-hoach\ndo_mat: mat\n", "utf-8")
    copy = replace(COPY, rieng={"ban_goc": str(path)})
    with pytest.raises(SourceError, match="Văn bản mật"):
        api.render(copy)
    assert "MẬT" in words(api.render(copy, offline=True))


def without(part: str) -> bytes:
    parts = {name: text for name, text in package.read(data(foreign())).items() if name != part}
    return package.write(package.deflate(name, text) for name, text in parts.items())


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"hello",
        data(foreign())[:3000],
        without("word/document.xml"),
        without("[Content_Types].xml"),
        changed(data(foreign()), "word/document.xml", lambda xml: xml.replace("w:body", "w:bodi")),
    ],
)
@pytest.mark.parametrize("hinh_thuc", ["giay", "dien-tu"])
def test_an_original_that_is_no_word_file_is_refused_by_name(
    copied: Copied, content: bytes, hinh_thuc: str
) -> None:
    with pytest.raises(TemplateError) as caught:
        copied(content, hinh_thuc=hinh_thuc)
    (problem,) = caught.value.problems
    assert str(problem.place).endswith("goc.docx")
    assert problem.advice


def test_an_original_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="Không đọc được bản gốc"):
        api.render(replace(COPY, rieng={"ban_goc": str(tmp_path / "goc.docx")}))


SECTION = re.compile(r"<w:sectPr\b(?:(?!<w:sectPr\b).)*</w:sectPr>(?=\s*</w:body>)", re.DOTALL)


@pytest.mark.parametrize(
    "section",
    [
        "",
        "<w:sectPr/>",
        "<w:sectPr><w:pgSz w:w='1' w:h='1'/><w:sectPrChange w:id='1' w:author='A'><w:sectPr/>"
        "</w:sectPrChange></w:sectPr>",
    ],
)
def test_the_block_stands_before_whatever_ends_the_body(copied: Copied, section: str) -> None:
    original = changed(
        data(foreign()), "word/document.xml", lambda xml: SECTION.sub(lambda _m: section, xml)
    )
    result = copied(original)
    assert words(result) == [*words(original), *BLOCK]
    assert re.search(rf"{re.escape(section)}\s*</w:body>", xml(result))


def test_an_original_without_styles_gets_a_part_for_them(
    copied: Copied, new_faults: NewFaults
) -> None:
    bare = changed(
        changed(
            without("word/styles.xml"),
            "[Content_Types].xml",
            lambda text: re.sub('<Override PartName="/word/styles.xml"[^>]*/>', "", text),
        ),
        "word/_rels/document.xml.rels",
        lambda text: re.sub('<Relationship [^>]*Target="styles.xml"[^>]*/>', "", text),
    )
    result = copied(bare)
    assert opened(result).styles["VB Họ tên"].font.bold
    assert new_faults(bare, result) == []


def test_kinds_of_images_that_the_original_knows_are_not_told_again(
    copied: Copied, picture: Picture
) -> None:
    known = '<Default Extension="PNG" ContentType="image/png"/>'
    original = changed(
        data(foreign()),
        "[Content_Types].xml",
        lambda text: text.replace("<Override", f"{known}<Override", 1),
    )
    result = copied(original, ky=(Ky(anh_dau=picture("dau.png", 96, 96)),))
    types = xml(result, "[Content_Types].xml")
    assert types.lower().count('extension="png"') == 1


def test_the_line_of_an_electronic_copy_does_not_stand_right_before_a_table(nd30: Standard) -> None:
    original = docx.Document()
    original.element.body.insert(0, original.add_table(1, 1)._tbl)
    kind = plugins.registry().document_type("sao-y")
    root: Any = etree.fromstring(
        xml(copies.mark(data(original), "a.docx", COPY, kind, nd30, "14")).encode()
    )
    first = [etree.QName(child).localname for child in root[0]][:3]
    assert first == ["p", "p", "tbl"]  # LibreOffice drops a frame that a table follows
