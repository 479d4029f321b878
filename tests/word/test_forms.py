"""The printed forms: their pieces in order, and documents that Word can open."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from markupsafe import escape
from msgspec.structs import replace

from vanban import api, plugins, resources
from vanban.model.van_ban import VanBan
from vanban.standards.forms import PIECES
from vanban.standards.load import Standard
from vanban.standards.schema import SIZE_SETS, Piece
from vanban.viet.widths import text_width
from vanban.word import forms, package, template

STANDARD = Standard(resources.standards() / "nd30")
TYPES = sorted(plugins.registry().types)

each_form = pytest.mark.parametrize("slug", STANDARD.forms)
each_size_set = pytest.mark.parametrize("co_chu", SIZE_SETS)

BEGINS = {
    "dau_trang": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "dau_thu": "{{ dia_danh_ngay }}",
    "dau_ban_sao": "{{ ten_loai }}",
    "ten_loai": "{{ ten_loai }}",
    "muc_luc": "{{p muc_luc }}",
    "kinh_gui": "{%p if kinh_gui|length == 1 %}",
    "tham_quyen": "{{ tham_quyen }}",
    "can_cu": "{%p for dong in can_cu %}",
    "noi_dung": "{{p noi_dung }}",
    "ky_va_noi_nhan": "{%p if ky|length == 1 %}",
    "cac_chu_ky": "{{p cac_chu_ky }}",
    "noi_nhan": "Nơi nhận:",
    "chu_ky": "{{ ky[0].ho_ten }}",
}
"""What each piece prints, and no piece before it in a form."""


def marker(piece: Piece) -> str:
    return str(escape(piece.tuy_chon["chu"])) if "chu" in piece.tuy_chon else BEGINS[piece.phan]


def test_every_piece_that_a_form_may_name_can_be_made() -> None:
    assert set(forms.PIECES) == set(PIECES)


@each_form
@each_size_set
def test_the_pieces_stand_in_the_order_of_the_form(slug: str, co_chu: str) -> None:
    form = STANDARD.forms[slug]
    document = forms.document(STANDARD, form, co_chu)
    at = 0
    for piece in form.trinh_bay:
        at = document.index(marker(piece), at) + 1


@each_form
@each_size_set
def test_a_form_uses_only_styles_of_the_standard(slug: str, co_chu: str) -> None:
    document = forms.document(STANDARD, STANDARD.forms[slug], co_chu)
    known = {forms.style_id(style) for style in STANDARD.styles}
    used = {part.split('"')[0] for part in document.split('<w:pStyle w:val="')[1:]}
    assert used <= known


@each_form
def test_what_follows_the_signature_ends_every_form(slug: str) -> None:
    document = forms.document(STANDARD, STANDARD.forms[slug], "14")
    assert document.index("{{p phu_luc }}") > document.index("ky")
    assert document.endswith("</w:sectPr></w:body></w:document>")


@each_form
@each_size_set
def test_a_skeleton_of_each_of_its_types_has_no_fault(
    faults: Callable[..., object], tmp_path: Path, slug: str, co_chu: str
) -> None:
    known = plugins.registry()
    types = [t for t in TYPES if known.document_type(t).mau == slug]
    assert types, "a form that no type has"
    files = {}
    for kind in types:
        (tmp_path / f"{kind}.yaml").write_text(api.skeleton(kind), "utf-8")
        doc = api.load(tmp_path / f"{kind}.yaml", use_profile=False)
        files[kind] = api.render(replace(doc, co_chu=co_chu))
    assert faults(files) == {}


@each_size_set
def test_a_document_of_which_nothing_is_known_has_no_fault(
    faults: Callable[..., object], co_chu: str
) -> None:
    assert faults({t: api.render(VanBan(loai=t, co_chu=co_chu)) for t in TYPES}) == {}


@each_form
def test_a_form_is_compiled_without_jinja_or_with_it(slug: str) -> None:
    xml = forms.parts(STANDARD, STANDARD.forms[slug], "14")
    parts = {name: text.encode() for name, text in xml.items()}
    data = package.write(package.deflate(name, text) for name, text in parts.items())
    compiled = template.compile_template(package.read(data), "mau.docx", STANDARD, "14")
    assert compiled.section.startswith("<w:sectPr>")


def test_a_piece_without_a_number_keeps_its_cell_whole() -> None:
    document = forms.document(STANDARD, STANDARD.forms["khong-so"], "14")
    assert "so_ky_hieu" not in document
    assert "{{ dia_danh_ngay }}" in document


def test_minutes_have_no_line_for_the_date() -> None:
    document = forms.document(STANDARD, STANDARD.forms["mau-1.9"], "14")
    assert "so_ky_hieu" in document
    assert "dia_danh_ngay" not in document


@pytest.mark.parametrize("slug", ["mau-3.1", "thu-cong"])
def test_a_copy_and_a_letter_have_no_quoc_hieu(slug: str) -> None:
    assert "CỘNG HÒA" not in forms.document(STANDARD, STANDARD.forms[slug], "14")


@pytest.mark.parametrize("co", ["13", "14"])
def test_the_longest_usual_place_and_date_stand_on_one_line(nd30: Standard, co: str) -> None:
    xml = forms.document(nd30, nd30.forms["mau-1.4"], co)
    line = next(p for p in xml.split("<w:p>") if "dia_danh_ngay" in p)
    out = int(re.findall(r'w:left="-(\d+)" w:right="-\1"', line)[0]) / 20
    words = "Thành phố Hồ Chí Minh, ngày 29 tháng 12 năm 2026"
    size = nd30.styles["dia_danh_ngay"].bo[co].pt
    assert text_width(words, size, italic=True) < nd30.page.cot_dau_trang[co].pt + 2 * out


def test_the_head_of_a_copy_stays_with_its_signature(nd30: Standard) -> None:
    xml = forms.document(nd30, nd30.forms["mau-3.1"], "14")
    head = xml[: xml.index("Nơi nhận")]
    kept = [p for p in head.split("<w:p>")[1:] if "{{" in p and "{{p" not in p]
    assert len(kept) >= 4
    assert all("<w:keepNext/>" in p for p in kept)


@pytest.mark.parametrize("typed", ["QUYẾT ĐỊNH:\n", "Quyết định :\n", ""])
def test_the_words_that_a_form_prints_are_never_doubled(tmp_path: Path, typed: str) -> None:
    source = tmp_path / "a.yaml"
    body = "".join(f"  {line}\n" for line in f"{typed}Điều 1. Thử.".splitlines())
    source.write_text(f"loai: quyet-dinh\nnoi_dung: |\n{body}", "utf-8")
    parts = package.read(api.render(api.load(source, use_profile=False)))
    document = parts["word/document.xml"].decode()
    assert len(re.findall("QUYẾT ĐỊNH:|Quyết định :", document)) == 1
