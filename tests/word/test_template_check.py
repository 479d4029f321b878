"""What `vanban template check` finds in templates that offices make with Word."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.shared import Mm, Pt

from vanban import plugins, resources
from vanban.errors import VanbanError
from vanban.findings import Finding, Severity
from vanban.standards.load import Standard
from vanban.word import package, template_check
from vanban.word.template import DOCUMENT
from vanban.word.template_findings import SEVERITIES

TEMPLATES = sorted((resources.templates() / "nd30").glob("*.docx"))
Check = Callable[..., tuple[Finding, ...]]


def data(document: Document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def template(*paragraphs: str) -> Document:
    document = docx.Document()
    for words in paragraphs:
        document.add_paragraph(words)
    return document


@pytest.fixture(name="check")
def _check(nd30: Standard) -> Check:
    """``check("{{ so }}", …, kind="ke-hoach")``: findings about paragraphs, or a document."""

    def run(*made: Any, kind: str = "ke-hoach") -> tuple[Finding, ...]:
        document = made[0] if made and not isinstance(made[0], str) else template(*made)
        content = document if isinstance(document, bytes) else data(document)
        kinds = [plugins.registry().document_type(kind)]
        return template_check.check(content, "mau.docx", nd30, kinds)

    return run


def told(findings: tuple[Finding, ...], *rules: str) -> list[tuple[Any, str]]:
    """Paragraph and message of the findings of some rules."""
    return [(f.path[-1] if f.path else 0, f.message) for f in findings if f.rule in rules]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_shipped_templates_have_no_finding_for_any_type_of_their_form(
    nd30: Standard, path: Path
) -> None:
    known = plugins.registry()
    form = path.stem.removesuffix("-co-13")
    types = [known.document_type(slug) for slug in known.types]
    for kind in (kind for kind in types if kind.mau == form and kind.tieu_chuan == "nd30"):
        assert template_check.check(path.read_bytes(), path.name, nd30, [kind]) == ()


@pytest.mark.parametrize(
    ("tag", "message"),
    [
        ("{{ trich_yeuu }}", "«trich_yeuu» trong dữ liệu. Có phải «trich_yeu» không?"),
        ("{{ co_quan.ban_han }}", "«co_quan.ban_han» trong dữ liệu. Có phải «co_quan.ban_hanh»"),
        ("{{ co_quan['ban_han'] }}", "Có phải «co_quan.ban_hanh»"),
        ("{{ ky[0].ho_tenn }}", "Có phải «ky.ho_ten» không?"),
        ("{{ (ky|first).ho_tenn }}", "Có phải «ky.ho_ten» không?"),
        ("{% for k in ky %}{{ k.ho_tenn }}{% endfor %}", "Có phải «ky.ho_ten» không?"),
        ("{{ ky.ho_ten }}", "«ky» là danh sách. Có phải «ky[0].ho_ten» không?"),
        ("{% if trich_yeuu %}x{% endif %}", "Có phải «trich_yeu» không?"),
        ("{{ noi_nhan|join(xyzzy_123) }}", "Các tên dùng được:"),
        ("{% for n in noi_nhan %}{{ n }}{% endfor %}{{ n }}", "Không có tên «n»"),
        ("{{ “a”|replace(“a”, xyz_abc) }}", "Không có tên «xyz_abc»"),
    ],
)
def test_an_unknown_name_is_told_with_the_nearest(check: Check, tag: str, message: str) -> None:
    (finding,) = (f for f in check("Một", tag) if f.severity is Severity.ERROR)

    assert (finding.rule, finding.path, finding.quote) == ("META-020", ("doan", 2), tag)
    assert message in finding.message


@pytest.mark.parametrize(
    "tag",
    [
        "{{ ten_loai }} {{ so_ky_hieu|upper }}",
        "{% for k in ky %}{{ loop.index }}. {{ k.ho_ten }}{% endfor %}",
        "{% for n in noi_nhan if n %}{{ n }}{% else %}{{ luu }}{% endfor %}",
        "{% set nguoi_dau = ky[0] %}{{ nguoi_dau.ho_ten }}",
        "{% macro dong(x) %}{{ x }}{% endmacro %}{{ dong(so) }}",
        "{% if xyz is defined %}{{ so }}{% endif %}",
        "{{ kinh_gui|join(', ') }} {{ kinh_gui[0] }} {{ range(3)|length }} {{ trich_yeu.upper() }}",
        "{# {{ bo_qua_ten_nay }} #}",
        "{%- if so -%}{{- so -}}{%- endif -%}",
    ],
)
def test_right_tags_are_no_finding(check: Check, tag: str) -> None:
    assert [f for f in check(tag) if f.severity is Severity.ERROR] == []


def test_a_tag_split_over_runs_is_one_tag(check: Check) -> None:
    made = docx.Document()
    paragraph = made.add_paragraph()
    for piece in ("{", "{ trich", "_yeuu ", "}", "}"):
        paragraph.add_run(piece)

    assert "«trich_yeu»" in told(check(made), "META-020")[0][1]


def test_own_fields_are_known_for_their_type(check: Check) -> None:
    tags = ("{{ dia_diem }}", "{%p for x in thanh_phan_dong %}", "{{ x }}", "{%p endfor %}")

    assert told(check(*tags, kind="bien-ban"), "META-020") == []
    assert [line for line, _m in told(check(*tags), "META-020")] == [1, 2]


def test_without_a_type_the_fields_of_all_are_known(nd30: Standard) -> None:
    kinds = [plugins.registry().document_type(slug) for slug in ("bien-ban", "giay-moi")]
    made = data(template("{{ ket_thuc }} {{ toi_du }} {{ khong_co_ten }}"))

    found = told(template_check.check(made, "mau.docx", nd30, kinds), "META-020")

    assert [message.split(" trong ")[0] for _line, message in found] == [
        "Không có tên «khong_co_ten»"
    ]


@pytest.mark.parametrize(
    ("tag", "typed"),
    [
        ("Số {{ trich_yeu | }} hết", "«{{ trich_yeu | }}»"),
        ("{% iff so %}x", "«{% iff so %}»"),
        ("{{ trich_yeu", "«{{ trich_yeu»"),
        ("{ trich_yeu }}", "«{ trich_yeu }}»"),
        ("{%p if so %}", "thiếu thẻ đóng endif"),
        ("{%p endfor %}", "«{%p endfor %}»: không có thẻ mở"),
        ("{{ so|viet_hoa }}", "không có bộ lọc này"),
        ("{% include 'a.docx' %}", "không gọi được tệp khác"),
        ("{% if so %}a{% elif %}b{% endif %}", "«{% elif %}»"),
    ],
)
def test_wrong_syntax_is_told_at_its_paragraph_as_typed(check: Check, tag: str, typed: str) -> None:
    found = told(check("Một", tag, "Ba"), "META-021")

    assert [line for line, _message in found] == [2]
    assert typed in found[0][1]


def test_wrong_syntax_hides_no_other_fault(check: Check) -> None:
    found = check("{{ trich_yeu | }}", "{%p if so %}", "{{ so_ky_hieuu }}")

    assert [line for line, _message in told(found, "META-021")] == [1, 2]
    assert [line for line, _message in told(found, "META-020")] == [3]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("{%p if so %}", "Một", "{% endif %}"),
        ("{% if so %}", "Một", "{%p endif %}"),
        ("{%p if so %}", "{% else %}", "{%p endif %}"),
    ],
)
def test_halves_of_different_form_are_told(check: Check, paragraphs: tuple[str, ...]) -> None:
    assert len(told(check(*paragraphs), "META-022")) == 1


def test_halves_in_different_cells_are_told(check: Check) -> None:
    made = docx.Document()
    table = made.add_table(1, 2)
    for cell, words in zip(table.rows[0].cells, ("{% if so %}", "{% endif %}"), strict=True):
        cell.text = words

    assert [line for line, _message in told(check(made), "META-022")] == [2]


def test_rows_may_be_repeated_over_cells(check: Check) -> None:
    made = docx.Document()
    table = made.add_table(3, 1)
    for row, words in enumerate(("{%tr for noi in noi_nhan %}", "{{ noi }}", "{%tr endfor %}")):
        table.cell(row, 0).text = words

    assert [f for f in check(made) if f.severity is Severity.ERROR] == []


@pytest.mark.parametrize(
    ("tag", "message"),
    [
        ("{{ noi_dung }}", "«noi_dung» gồm nhiều đoạn"),
        ("{{ ky[0].cho_ky }}", "«ky.cho_ky» gồm nhiều đoạn"),
        ("{{p so_ky_hieu }}", "«so_ky_hieu» là chữ trong dòng"),
        ("{{ noi_nhan }}", "«noi_nhan» gồm nhiều giá trị"),
        ("{{ co_quan }}", "«co_quan» gồm nhiều giá trị"),
        ("Nội dung: {{p noi_dung }}", "bị thay cả đoạn"),
        ("{%p if so %}{{ so }}{%p endif %}", "bị thay cả đoạn"),
    ],
)
def test_values_that_cannot_stand_so_are_told(check: Check, tag: str, message: str) -> None:
    found = told(check("Một", tag), "META-023")

    assert [line for line, _message in found] == [2]
    assert message in found[0][1]


def test_faults_in_a_header_name_their_part(check: Check) -> None:
    made = template("Một")
    made.sections[0].header.paragraphs[0].text = "{{ co_quan.ban_han }}"

    (finding,) = (f for f in check(made) if f.rule == "META-020")

    assert finding.path[0] in {"word/header1.xml", "word/header2.xml"}
    assert finding.path[1:] == ("doan", 1)


def test_required_components_that_nothing_prints_are_told(check: Check) -> None:
    found = [m for _line, m in told(check("{{ so_ky_hieu }}", "{{p noi_dung }}"), "META-024")]

    assert any("«Trích yếu nội dung»: thêm thẻ {{ trich_yeu }}" in m for m in found)
    assert any("«Họ tên người ký»: thêm thẻ {{ ky[0].ho_ten }}" in m for m in found)
    assert not any("«Số, ký hiệu»" in m or "«Nội dung»" in m for m in found)


def test_what_is_only_misspelt_is_not_missing_too(check: Check) -> None:
    found = check("{{ trich_yeuu }}", "{{ noi_nhan | }}")

    assert not any("Trích yếu" in m or "Nơi nhận" in m for _l, m in told(found, "META-024"))


def test_a_condition_prints_nothing(check: Check) -> None:
    found = told(check("{% if trich_yeu %}Có{% endif %}"), "META-024")

    assert any("Trích yếu" in message for _line, message in found)


def test_a_type_name_that_was_typed_is_there(check: Check) -> None:
    found = told(check("KẾ HOẠCH"), "META-024")

    assert not any("Tên loại" in message for _line, message in found)


def test_optional_components_and_own_fields_are_a_note(check: Check) -> None:
    found = [m for _l, m in told(check("{{ dia_diem }}", kind="bien-ban"), "META-029")]

    assert "Phụ lục" in found[0]
    assert any("«ket_thuc»" in message for message in found)
    assert not any("«dia_diem»" in message for message in found)


def test_of_several_types_what_all_need_is_missing_and_what_most_need_a_note(
    nd30: Standard,
) -> None:
    known = plugins.registry()
    kinds = [known.document_type(s) for s in ("ke-hoach", "bao-cao", "ket-luan", "cong-van")]

    found = template_check.check(data(template("Một")), "mau.docx", nd30, kinds)

    assert any("«Nội dung»" in message for _line, message in told(found, "META-024"))
    assert any("«Tên loại»" in message for _line, message in told(found, "META-029"))


def test_fixed_words_are_told_when_absent_or_different(check: Check) -> None:
    found = told(check("Độc lập – Tự do – Hạnh phúc", "{{ kinh_gui[0] }}"), "META-025")

    assert found == [
        (1, "Chữ in sẵn phải là «Độc lập - Tự do - Hạnh phúc»."),
        (0, "Thiếu chữ in sẵn «CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM»."),
        (0, "Thiếu chữ in sẵn «Kính gửi:»."),
    ]


def styled(words: str, size: float, *, bold: bool = False, italic: bool = False) -> Document:
    made = docx.Document()
    paragraph = made.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run(words)
    run.bold, run.italic, run.font.size, run.font.name = bold, italic, Pt(size), "Times New Roman"
    return made


@pytest.mark.parametrize(
    ("made", "faults"),
    [
        (styled("{{ so_ky_hieu }}", 13), None),
        (styled("{{ so_ky_hieu }}", 14), "cỡ 14 pt, quy định 13 pt"),
        (styled("{{ so_ky_hieu }}", 13, italic=True), "phải là chữ đứng"),
        (styled("Số: {{ so }}/KH-SNV", 12.5), "cỡ 12,5 pt, quy định 13 pt"),
        (styled("{{ ten_loai }}", 14), "phải in đậm"),
        (styled("{{ trich_yeu }}", 14, bold=True), None),
        (styled("{{ ky[0].ho_ten }}", 14, bold=True), None),
        (styled("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 15, bold=True), "quy định 12-13 pt"),
        (styled("Thực hiện {{ ten_loai }} này", 10), None),
    ],
)
def test_the_look_of_a_component_is_compared_with_the_standard(
    check: Check, made: Document, faults: str | None
) -> None:
    found = told(check(made), "META-026")

    assert [line for line, _message in found] == ([1] if faults else [])
    assert all(faults in message for _line, message in found if faults)


def test_the_subject_of_a_cong_van_has_its_own_look(check: Check) -> None:
    assert told(check(styled("{{ trich_yeu }}", 12), kind="cong-van"), "META-026") == []
    assert told(check(styled("{{ trich_yeu }}", 12, bold=True)), "META-026") != []


def test_styles_for_the_body_are_compared_too(check: Check) -> None:
    made = template("{{p noi_dung }}")
    made.styles.add_style("VB Điều", 1).font.size = Pt(16)

    ((line, message),) = told(check(made), "META-026")

    assert line == 0
    assert message.startswith("«VB Điều»: cỡ 16 pt, quy định 13-14 pt")


def test_other_fonts_are_told_once(check: Check) -> None:
    made = styled("Một", 14)
    for words in ("Hai", "Ba"):
        made.add_paragraph().add_run(words).font.name = "Arial"

    assert told(check(made), "META-027") == [
        (2, "Phông «Arial» ở 2 đoạn, quy định «Times New Roman».")
    ]


def test_paper_margins_and_a_missing_page_number_are_told(check: Check) -> None:
    made = template("Một")
    section = made.sections[0]
    section.page_width, section.page_height = Mm(216), Mm(279)
    section.left_margin, section.right_margin = Mm(30), Mm(18)
    section.top_margin, section.bottom_margin = Mm(20), Mm(30)

    assert [message for _line, message in told(check(made), "META-028")] == [
        "Khổ giấy 216 × 279 mm, quy định 210 × 297 mm.",
        "Lề dưới 30 mm, quy định 20-25 mm.",
        "Không có số trang: chèn vào giữa đầu trang (Insert, Page Number).",
    ]


@pytest.mark.parametrize(
    ("story", "first", "message"),
    [
        ("header", True, None),
        ("header", False, "cả ở trang thứ nhất"),
        ("footer", True, "Số trang ở chân trang"),
    ],
)
def test_the_place_of_the_page_number_is_looked_at(
    check: Check, story: str, first: bool, message: str | None
) -> None:
    made = template("Một")
    section = made.sections[0]
    section.different_first_page_header_footer = first
    field = OxmlElement("w:fldSimple")
    field.set("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}instr", " PAGE ")
    getattr(section, story).paragraphs[0]._p.append(field)

    found = [m for _l, m in told(check(made), "META-028") if "rang" in m]

    assert (message is None) == (found == [])
    assert message is None or message in found[0]


def test_what_is_no_template_is_refused_with_its_name(check: Check) -> None:
    for content in (b"no archive", b""):
        with pytest.raises(VanbanError) as caught:
            check(content)
        assert str(caught.value.problems[0].place) == "mau.docx"


def test_a_broken_part_is_refused(check: Check) -> None:
    parts = dict(package.read(data(template("Một"))))
    parts[DOCUMENT] = parts[DOCUMENT][:-20]

    with pytest.raises(VanbanError, match=r"mau\.docx"):
        check(package.write(package.deflate(name, content) for name, content in parts.items()))


def test_every_id_has_its_severity_and_its_line_in_the_readme() -> None:
    readme = (resources.templates() / "README.md").read_text("utf-8")
    words = {Severity.ERROR: "lỗi", Severity.WARNING: "cảnh báo", Severity.INFO: "lưu ý"}

    assert [r for r, s in SEVERITIES.items() if f"| {r} | {words[s]} |" not in readme] == []
