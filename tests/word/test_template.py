"""An office's own template, made with python-docx as an office makes it with Word."""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document
from docxtpl import DocxTemplate
from lxml import etree
from msgspec.structs import replace

from vanban import api
from vanban.errors import TemplateError
from vanban.model.blocks import Bang, CuocChu, Doan, Hinh
from vanban.model.fields import Content, Day, Field, Many, Record, Text
from vanban.model.inlines import NoteRef, Run
from vanban.model.van_ban import CoQuan, Ky, PhuLuc, VanBan
from vanban.standards.load import Standard
from vanban.standards.types import PRINTED, DocumentType
from vanban.viet.dates import Ngay
from vanban.word import context, package, shipped, writer
from vanban.word.ooxml import W
from vanban.word.template import DOCUMENT, compile_template

VAN_BAN = VanBan(
    loai="ke-hoach",
    co_quan=(CoQuan(ban_hanh="Sở Nội vụ", viet_tat="SNV"),),
    trich_yeu="Công tác R&D",
    noi_dung=(Doan((Run("Nội dung"), NoteRef("1"))),),
    noi_nhan=("Sở Y tế", "Các phòng"),
    ky=(Ky(chuc_vu="Giám đốc", ho_ten="Lê A"),),
    cuoc_chu=(CuocChu("1", (Run("Chú thích."),)),),
)


def data(document: Document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def png(width: int, height: int) -> bytes:
    """The beginning of a PNG."""
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">LL", width, height)


def template(*paragraphs: str) -> Document:
    document = docx.Document()
    for words in paragraphs:
        document.add_paragraph(words)
    return document


@pytest.fixture
def rendered(nd30: Standard, ke_hoach: DocumentType) -> Callable[..., Document]:
    """``rendered(template, van_ban)``: the result, opened by python-docx."""

    def render(
        made: Document, van_ban: VanBan = VAN_BAN, kind: DocumentType = ke_hoach
    ) -> Document:
        compiled = compile_template(package.read(data(made)), "mau.docx", nd30, "14")
        return docx.Document(io.BytesIO(writer.render(van_ban, kind, nd30, compiled)))

    return render


Rendered = Callable[..., Document]


def texts(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def part(document: Document, name: str) -> str:
    return package.read(data(document))[name].decode()


def test_values_stand_where_the_tags_stood(rendered: Rendered) -> None:
    result = rendered(template("{{ ten_loai }}: {{ trich_yeu }}", "Đã ký: {{ ky[0].ho_ten }}"))
    assert texts(result) == ["KẾ HOẠCH: Công tác R&D", "Đã ký: Lê A"]


def test_a_tag_split_over_runs_is_one_tag(rendered: Rendered) -> None:
    made = docx.Document()
    paragraph = made.add_paragraph("Số ")
    for piece in ("{", "{ so_", "ky_hieu", " }", "} hết"):
        paragraph.add_run(piece).bold = piece == "ky_hieu"
    assert texts(rendered(made)) == ["Số Số:         /KH-SNV hết"]


def test_a_paragraph_with_a_condition_goes_with_it(rendered: Rendered) -> None:
    made = template("{%p if can_cu %}", "Có căn cứ", "{%p else %}", "Không", "{%p endif %}")
    assert texts(rendered(made)) == ["Không"]
    assert texts(rendered(made, replace(VAN_BAN, can_cu=("Căn cứ A",)))) == ["Có căn cứ"]


def test_rows_are_repeated(rendered: Rendered) -> None:
    made = docx.Document()
    table = made.add_table(3, 1)
    for row, words in enumerate(("{%tr for noi in noi_nhan %}", "{{ noi }}", "{%tr endfor %}")):
        table.cell(row, 0).text = words
    (result,) = rendered(made).tables
    assert [row.cells[0].text for row in result.rows] == ["- Sở Y tế;", "- Các phòng."]


def test_headers_and_footers_have_tags_too(rendered: Rendered) -> None:
    made = template("{{ ten_loai }}")
    made.sections[0].header.paragraphs[0].text = "{{ co_quan.ban_hanh }}"
    footer = made.sections[0].footer.paragraphs[0]
    for piece in ("{", "% if so %}x{% endif %", "}", "cuối"):
        footer.add_run(piece)
    section = rendered(made).sections[0]
    assert section.header.paragraphs[0].text == "SỞ NỘI VỤ"
    assert section.footer.paragraphs[0].text == "cuối"


def test_a_body_brings_its_footnotes_and_styles(rendered: Rendered) -> None:
    result = rendered(template("{{p noi_dung }}"))
    (paragraph,) = result.paragraphs
    assert (paragraph.text, paragraph.style and paragraph.style.name) == (
        "Nội dung./.", "VB Nội dung",
    )  # fmt: skip
    assert "Chú thích." in part(result, "word/footnotes.xml")
    assert result.styles["VB Nơi nhận"].font.size
    assert "footnote reference" in [style.name for style in result.styles]
    types = package.read(data(result))["[Content_Types].xml"].decode()
    assert types.count("/word/footnotes.xml") == 1


def test_every_style_has_an_id_of_its_own(rendered: Rendered) -> None:
    made = template("{{p noi_dung }}")
    made.styles.add_style("VB Nội dung", 1).font.italic = True
    made.styles.add_style("VB Khoản của Sở", 1).element.set(f"{{{W}}}styleId", "VBKhoan")
    result = rendered(made)
    ids = re.findall(r'w:styleId="([^"]+)"', part(result, "word/styles.xml"))
    assert len(set(ids)) == len(ids)
    assert result.paragraphs[0].style is not None
    assert result.paragraphs[0].style.font.italic, "the office's own look stays"


def test_a_picture_and_a_table_fit_the_template(rendered: Rendered, tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(png(2000, 100))
    table = Bang((), ("",), ((Run("A"),),), (((Run("1"),),),))
    body = (Hinh(str(tmp_path / "a.png"), "Sơ đồ"), table, *VAN_BAN.noi_dung)
    made = template("{{p noi_dung }}")
    section = made.sections[0]
    room = section.page_width - section.left_margin - section.right_margin  # type: ignore[operator]  # lengths are given
    result = rendered(made, replace(VAN_BAN, noi_dung=body))
    assert result.inline_shapes[0].width == pytest.approx(room, rel=0.001)
    width = re.search(r'<w:tblW w:w="(\d+)"', part(result, DOCUMENT))
    assert width is not None
    assert int(width[1]) * 635 == pytest.approx(room, rel=0.001)


def test_a_template_without_namespaces_of_drawings_takes_a_picture(
    nd30: Standard, ke_hoach: DocumentType, tmp_path: Path
) -> None:
    (tmp_path / "a.png").write_bytes(png(20, 10))
    parts = dict(package.read(data(template("{{p noi_dung }}"))))
    parts[DOCUMENT] = re.sub(rb' xmlns:(?!w=|r=)\w+="[^"]+"| mc:Ignorable="[^"]*"', b"",
                             parts[DOCUMENT])  # fmt: skip
    compiled = compile_template(parts, "mau.docx", nd30, "14")
    body = (Hinh(str(tmp_path / "a.png")),)
    result = writer.render(replace(VAN_BAN, noi_dung=body), ke_hoach, nd30, compiled)
    assert len(docx.Document(io.BytesIO(result)).inline_shapes) == 1


def test_parts_that_a_template_lacks_are_added(nd30: Standard, ke_hoach: DocumentType) -> None:
    parts = dict(package.read(data(template("{{p noi_dung }}"))))
    for name in ("word/styles.xml", "word/_rels/document.xml.rels"):
        del parts[name]
    types = parts["[Content_Types].xml"].decode()
    types = re.sub(r'<Override PartName="/word/styles.xml"[^>]*/>', "", types)
    parts["[Content_Types].xml"] = types.encode()
    parts = {n: content for n, content in parts.items()
             if n.startswith(("word/document", "[Content", "_rels"))}  # fmt: skip
    compiled = compile_template(parts, "mau.docx", nd30, "14")
    found = package.read(writer.render(VAN_BAN, ke_hoach, nd30, compiled))
    for kind in ("styles", "footnotes"):
        assert etree.fromstring(found[f"word/{kind}.xml"]) is not None
        assert found["word/_rels/document.xml.rels"].decode().count(f"{kind}.xml") == 1


def test_own_footnotes_of_a_template_keep_their_ids(nd30: Standard, ke_hoach: DocumentType) -> None:
    parts = dict(package.read(data(template("{{p noi_dung }}"))))
    first = compile_template(parts, "mau.docx", nd30, "14")
    once = dict(package.read(writer.render(VAN_BAN, ke_hoach, nd30, first)))
    once[DOCUMENT] = once[DOCUMENT].replace(b"<w:sectPr", (
        b"<w:p><w:r><w:t>{{p noi_dung }}</w:t></w:r></w:p><w:sectPr"))  # fmt: skip
    second = compile_template(once, "mau.docx", nd30, "14")
    found = package.read(writer.render(VAN_BAN, ke_hoach, nd30, second))
    used = re.findall(rb'<w:footnoteReference w:id="(\d+)"', found[DOCUMENT])
    assert used == [b"1", b"2"]
    noted = re.findall(rb'<w:footnote w:id="(\d+)"', found["word/footnotes.xml"])
    assert noted == [b"1", b"2"]


def test_a_template_file_of_word_gives_a_document(nd30: Standard, ke_hoach: DocumentType) -> None:
    parts = dict(package.read(data(template("{{ ten_loai }}"))))
    types = parts["[Content_Types].xml"]
    assert b"document.main+xml" in types
    parts["[Content_Types].xml"] = types.replace(b"document.main+xml", b"template.main+xml")
    compiled = compile_template(parts, "mau.dotx", nd30, "14")
    result = writer.render(VAN_BAN, ke_hoach, nd30, compiled)
    assert texts(docx.Document(io.BytesIO(result))) == ["KẾ HOẠCH"]


@pytest.mark.parametrize(
    ("tag", "name", "advice"),
    [
        ("{{ trich_yeuu }}", "trich_yeuu", "Có phải «trich_yeu» không?"),
        ("{{ trich_yeuu|upper }}", "trich_yeuu", "Có phải «trich_yeu» không?"),
        ("{{ co_quan.ban_han }}", "ban_han", "Có phải «ban_hanh» không?"),
        ("{{ ky[0].ho_tenn }}", "ho_tenn", "Có phải «ho_ten» không?"),
        ("{{ abc_xyz_123 }}", "abc_xyz_123", "Các tên dùng được: cac_chu_ky, can_cu,"),
    ],
)
def test_an_unknown_name_is_told_with_the_nearest(
    rendered: Rendered, tag: str, name: str, advice: str
) -> None:
    with pytest.raises(TemplateError) as caught:
        rendered(template(tag))
    (problem,) = caught.value.problems
    assert f"«{name}»" in problem.message
    assert str(problem.place) == "mau.docx"
    assert problem.advice is not None
    assert problem.advice.startswith(advice)


@pytest.mark.parametrize(
    ("paragraphs", "quoted"),
    [
        (["Một", "{{ trich_yeu | }}", "Hai"], "«{{ trich_yeu | }}»"),
        (["Một", "{% iff so %}x{% endif %}"], "«{% iff so %}x{% endif %}»"),
        (["{%p if so %}", "Một"], "endif"),
        (["Một", "{%p endif %}"], "endif"),
    ],
)
def test_wrong_syntax_is_told_with_the_tag(
    rendered: Rendered, paragraphs: list[str], quoted: str
) -> None:
    with pytest.raises(TemplateError) as caught:
        rendered(template(*paragraphs))
    (problem,) = caught.value.problems
    assert quoted in problem.message
    assert problem.advice is not None


@pytest.mark.parametrize("tag", ["{{ 1 / 0 }}", "{{ noi_nhan[9] }}", "{{ ten_loai() }}"])
def test_a_tag_that_cannot_be_evaluated_is_told(rendered: Rendered, tag: str) -> None:
    with pytest.raises(TemplateError, match=r"mau\.docx"):
        rendered(template(tag))


@pytest.mark.parametrize("tag", ["{{ ''.__class__.__mro__ }}", "{{ noi_nhan.append('x') }}"])
def test_a_template_cannot_reach_into_the_program(rendered: Rendered, tag: str) -> None:
    with pytest.raises(TemplateError, match=r"mau\.docx"):
        rendered(template(tag))


def test_loops_over_cells_give_a_table_whose_grid_fits(rendered: Rendered) -> None:
    made = docx.Document()
    table = made.add_table(1, 3)
    for column, words in enumerate(("{%tc for noi in noi_nhan %}", "{{ noi }}", "{%tc endfor %}")):
        table.cell(0, column).text = words
    result = rendered(made)
    row = result.tables[0].rows[0]
    assert [cell.text for cell in row.cells] == ["- Sở Y tế;", "- Các phòng."]
    xml = part(result, DOCUMENT)
    assert xml.count("<w:gridCol") == xml.count("<w:tc>") == 2
    assert "<w:sectPr" in xml


PLAIN = [
    "{{ ten_loai }} {{ trich_yeu }}",
    "{%p for noi in noi_nhan %}", "{{ loop.index }}. {{ noi }}", "{%p endfor %}",
    "{% if so %}có{% else %}không{% endif %} {{ trich_yeu|upper }}",
]  # fmt: skip


@pytest.mark.parametrize("paragraphs", [PLAIN, PLAIN[:1], [PLAIN[1], "{{ noi }}", PLAIN[3]]])
def test_the_compiled_path_equals_docxtpls_own_rendering(
    nd30: Standard, tmp_path: Path, paragraphs: list[str]
) -> None:
    values = {"ten_loai": "KẾ HOẠCH", "trich_yeu": "R&D <1>", "so": "", "noi_nhan": ["a", "b"]}
    made = template(*paragraphs)
    made.add_table(1, 1).cell(0, 0).text = "{{ trich_yeu }}"
    made.save(str(tmp_path / "mau.docx"))
    theirs = DocxTemplate(tmp_path / "mau.docx")
    theirs.render(values, autoescape=True)
    theirs.save(tmp_path / "theirs.docx")
    expected = package.read((tmp_path / "theirs.docx").read_bytes())[DOCUMENT]
    compiled = compile_template(package.read(data(made)), "mau.docx", nd30, "14")
    ours = compiled.render(DOCUMENT, values, compiled.section)
    assert _canonical(ours.encode()) == _canonical(expected)


def _canonical(xml: bytes) -> bytes:
    """Canonical XML; declarations of namespaces and of spaces do not count."""
    root = etree.fromstring(xml)
    for text in root.iter(f"{{{W}}}t"):
        text.attrib.pop("{http://www.w3.org/XML/1998/namespace}space", None)
    etree.cleanup_namespaces(root)
    return etree.tostring(root, method="c14n")


OWN = (
    Field("ghi_chu", Text(), "Ghi chú"),
    Field("ngay_hop", Day(), "Ngày họp"),
    Field("nguoi", Record((Field("ho_ten", Text(), "Họ tên"),)), "Người"),
    Field("khach", Many(Record((Field("ho_ten", Text(), "Họ tên"),))), "Khách"),
    Field("dien_bien", Content(), "Diễn biến"),
)
TAGS = (
    "{{ ghi_chu }}|{{ ngay_hop }}|{{ nguoi.ho_ten }}|"
    "{% for k in khach %}{{ k.ho_ten }};{% endfor %}",
    "{{p dien_bien }}",
)


def test_fields_of_a_type_are_printed(rendered: Rendered, ke_hoach: DocumentType) -> None:
    own: dict[str, Any] = {
        "ghi_chu": "Mật",
        "ngay_hop": Ngay(7, 3, 2026),
        "nguoi": {"ho_ten": "Lê A"},
        "khach": ({"ho_ten": "Trần B"}, {}),
        "dien_bien": (Doan((Run("Ý kiến"), NoteRef("1"))),),
    }
    van_ban = replace(VAN_BAN, rieng=own, noi_dung=())
    result = rendered(template(*TAGS), van_ban, replace(ke_hoach, truong=OWN))
    assert texts(result) == ["Mật|ngày 07 tháng 3 năm 2026|Lê A|Trần B;;", "Ý kiến"]
    assert "Chú thích." in part(result, "word/footnotes.xml")


def test_fields_that_were_left_out_are_blank(rendered: Rendered, ke_hoach: DocumentType) -> None:
    (line,) = texts(rendered(template(*TAGS), VAN_BAN, replace(ke_hoach, truong=OWN)))
    assert line.replace(Ngay().words(), "") == "|||"


def test_names_of_own_fields_cannot_hide_what_is_put_together(
    writer_of: Callable[..., Any], ke_hoach: DocumentType
) -> None:
    values = context.build(VAN_BAN, ke_hoach, writer_of(), "").values
    assert set(values) - set(VanBan.__struct_fields__) <= PRINTED


DOCUMENT_XML = f'<w:document xmlns:w="{W}"><w:body/></w:document>'
TYPES = b"<Types></Types>"


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ({}, "không có nội dung Word"),
        ({DOCUMENT: DOCUMENT_XML.encode()}, "không có nội dung Word"),
        ({DOCUMENT: DOCUMENT_XML.encode(), "[Content_Types].xml": TYPES}, "thiết lập trang"),
        ({DOCUMENT: "đ".encode("utf-16"), "[Content_Types].xml": TYPES}, "không phải UTF-8"),
        ({DOCUMENT: b"<w:body>", "[Content_Types].xml": TYPES}, "hỏng"),
    ],
)
def test_an_archive_that_is_no_document_is_told(
    nd30: Standard, parts: dict[str, bytes], told: str
) -> None:
    with pytest.raises(TemplateError, match=told):
        compile_template(parts, "mau.docx", nd30, "14")


def test_a_file_that_is_no_archive_is_told_with_its_name(nd30: Standard, tmp_path: Path) -> None:
    (tmp_path / "mau.docx").write_bytes(b"no archive")
    with pytest.raises(TemplateError) as caught:
        shipped.load(tmp_path / "mau.docx", nd30, "14")
    (problem,) = caught.value.problems
    assert str(problem.place).endswith("mau.docx")
    assert problem.advice == "Mở bằng Word và lưu lại dạng .docx (không đặt mật khẩu)."


def test_a_missing_file_is_told(nd30: Standard, tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="Không tìm thấy tệp mẫu Word"):
        shipped.load(tmp_path / "mau.docx", nd30, "14")


def test_a_file_is_compiled_once(nd30: Standard, tmp_path: Path) -> None:
    path = tmp_path / "mau.docx"
    path.write_bytes(data(template("{{ ten_loai }}")))
    assert shipped.load(path, nd30, "14") is shipped.load(path, nd30, "14")


def test_several_signers_stand_side_by_side() -> None:
    signers = (
        Ky(vai_tro="Thư ký", ho_ten="Lê A"),
        Ky(vai_tro="Chủ tọa", quyen_han=("KT. Giám đốc",), chuc_vu="Phó Giám đốc", ho_ten="Trần B"),
    )
    result = docx.Document(io.BytesIO(api.render(replace(VAN_BAN, ky=signers))))
    rows = [[cell.text.split("\n") for cell in row.cells] for row in result.tables[-1].rows]
    assert rows == [
        [["THƯ KÝ"], ["CHỦ TỌA", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]],
        [["", "Lê A"], ["", "Trần B"]],
    ]


def test_the_role_of_one_signer_is_printed() -> None:
    signer = Ky(vai_tro="Đại diện bên A", chuc_vu="Giám đốc", ho_ten="Lê A")
    result = docx.Document(io.BytesIO(api.render(replace(VAN_BAN, ky=(signer,)))))
    signature = result.tables[-1].rows[0].cells[1].text.split("\n")
    assert signature == ["ĐẠI DIỆN BÊN A", "GIÁM ĐỐC", "", "Lê A"]


def test_an_appendix_of_a_shipped_template_has_its_section() -> None:
    van_ban = replace(VAN_BAN, phu_luc=(PhuLuc("Danh mục", VAN_BAN.noi_dung, ngang=True),))
    result = docx.Document(io.BytesIO(api.render(van_ban)))
    upright, lying = result.sections
    assert (upright.page_width, upright.page_height) == (lying.page_height, lying.page_width)
