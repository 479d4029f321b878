"""What the data of another standard may ask of the writer, and nothing of nd30 does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from vanban.model.blocks import Bang, Block, DeMuc, Doan, Hinh
from vanban.model.inlines import Inlines, Run
from vanban.model.levels import Level
from vanban.model.van_ban import CoQuan, VanBan
from vanban.standards.load import Standard
from vanban.standards.schema import Form, Piece
from vanban.standards.types import DocumentType
from vanban.viet.dates import Ngay
from vanban.word import appendix, forms, issuer, printed, shipped, stamps, template_check
from vanban.word.body import BodyWriter, Surroundings, with_end_mark
from vanban.word.context import build

STYLE = "{{ten: VB {0}, co: 14 pt, bo_14: 14 pt, bo_13: 14 pt, {1}, can_cu: X}}\n"
SIGNS = "duoi_trich_yeu: {chu: '-----', can_cu: X}\n"


def text(words: str) -> Inlines:
    return (Run(words),)


@pytest.fixture
def made_upon_nd30(tmp_path: Path) -> Callable[..., Standard]:
    """``made_upon_nd30(wording=…, styles=…)``: nd30 but for these entries."""

    def make(**files: str) -> Standard:
        files.setdefault("standard", "ten: Thử\ndua_tren: nd30\n")
        for name, entries in files.items():
            (tmp_path / f"{name}.yaml").write_text(entries, "utf-8")
        return Standard(tmp_path)

    return make


@pytest.fixture
def with_signs(made_upon_nd30: Callable[..., Standard]) -> Standard:
    return made_upon_nd30(
        wording=SIGNS, styles="duoi_trich_yeu: " + STYLE.format("Gạch", "canh: giua")
    )


def around(standard: Standard) -> Surroundings:
    styles = {slug: forms.style_id(slug) for slug in standard.styles}
    return Surroundings(standard, styles, standard.page.be_rong_chu, "14")


def piece(standard: Standard, phan: str, **options: str) -> str:
    """The document of a form of one piece."""
    form = replace(standard.forms["mau-1.4"], trinh_bay=(Piece(phan, options),))
    return forms.document(standard, form, "14")


def values(standard: Standard, kind: DocumentType, van_ban: VanBan) -> Mapping[str, Any]:
    return build(van_ban, kind, BodyWriter.of(van_ban, around(standard)), "").values


def test_a_number_may_be_printed_where_there_is_one(nd30: Standard) -> None:
    assert "{%p if so %}" in piece(nd30, "dau_trang", so="khi có")
    assert "{%p if not so %}" in piece(nd30, "dau_trang", so="khi có")  # a cell is never empty
    assert "{%p if so %}" not in piece(nd30, "dau_trang")


def test_the_head_of_a_copy_may_name_the_superior(nd30: Standard) -> None:
    assert "co_quan.chu_quan" in piece(nd30, "dau_ban_sao", chu_quan="có")
    assert "co_quan.chu_quan" not in piece(nd30, "dau_ban_sao")


def test_a_form_may_have_a_label_of_its_own_for_its_addressees(nd30: Standard) -> None:
    plain, own = piece(nd30, "kinh_gui"), piece(nd30, "kinh_gui", chu="Kính trình:")
    assert ("Kính gửi:" in plain, "Kính trình:" in plain) == (True, False)
    assert ("Kính gửi:" in own, "Kính trình:" in own) == (False, True)
    assert "<w:ind " not in plain  # the style has it
    assert own.count('<w:ind w:left="') == 2


@pytest.mark.parametrize(
    "typed", ["Bộ A", "Kính trình: Bộ A", "Kính gửi: Bộ A", "KÍNH TRÌNH: - Bộ A"]
)
def test_either_label_is_never_doubled(nd30: Standard, typed: str) -> None:
    subject = VanBan(loai="to-trinh", kinh_gui=(typed,))
    assert printed.addressees(subject, nd30.wording, "Kính trình:") == ["Bộ A"]


def test_a_centred_label_hangs_nothing_behind_it(made_upon_nd30: Callable[..., Standard]) -> None:
    standard = made_upon_nd30(styles="kinh_gui: " + STYLE.format("Kính gửi", "canh: giua"))
    document = piece(standard, "kinh_gui")
    one, several = document.split("{%p elif kinh_gui %}")
    assert "<w:ind " not in one
    assert '<w:jc w:val="left"/>' in several


def test_the_mark_of_a_drafter_may_be_joined_to_the_copies(
    made_upon_nd30: Callable[..., Standard],
) -> None:
    wording = made_upon_nd30(wording="nguoi_soan: {chu: '-', can_cu: X}\n").wording
    subject = VanBan(loai="ke-hoach", luu="VT", nguoi_soan="abc", so_ban="268")
    assert printed.recipients(subject, wording) == ["- Lưu: VT."]
    assert printed.drafter_line(subject, wording) == "ABC-268"
    assert printed.drafter_line(replace(subject, so_ban=None), wording) == "ABC"


def test_a_comma_may_follow_the_number_that_an_appendix_belongs_to(
    made_upon_nd30: Callable[..., Standard], ke_hoach: DocumentType
) -> None:
    wording = made_upon_nd30(wording="sau_so: {chu: ',', can_cu: X}\n").wording
    subject = VanBan(loai="ke-hoach", so="5", ngay=Ngay(7, 11, 2026))
    line = printed.attached_to(subject, ke_hoach, wording)
    assert "số 05/KH, ngày 07 tháng 11 năm 2026" in line


def test_signs_may_stand_for_the_rule_under_an_appendix(with_signs: Standard) -> None:
    writer = BodyWriter.of(VanBan(loai="ke-hoach"), around(with_signs))
    xml = appendix.belonging("(Kèm theo …)", writer, with_signs.page.be_rong_chu)
    assert "-----" in xml
    assert "w:pBdr" not in xml


def test_a_draft_note_may_stand_without_a_box(made_upon_nd30: Callable[..., Standard]) -> None:
    standard = made_upon_nd30(styles="du_thao: " + STYLE.format("Dự thảo", "canh: giua"))
    xml = stamps.beside_number(VanBan(loai="x", du_thao="Dự thảo lần 2"), around(standard))
    assert "Dự thảo lần 2" in xml
    assert "<w:tbl>" not in xml


def test_lines_take_all_of_their_column_where_the_title_leaves_room(
    made_upon_nd30: Callable[..., Standard], nd30: Standard
) -> None:
    short = made_upon_nd30(wording="quoc_hieu: {chu: ĐẢNG, can_cu: X}\n")
    name = "Ủy ban nhân dân xã Bình"
    body = VanBan(loai="x", co_quan=(CoQuan(ban_hanh=name),))
    assert "\n" not in issuer.names(body, around(short))["ban_hanh"]
    assert "\n" in issuer.names(body, around(nd30))["ban_hanh"]


@pytest.mark.parametrize(
    ("place", "lines"), [("Tây Ninh", 1), ("Thành phố Hồ Chí Minh", 1), ("Xã " + "Nậm " * 12, 2)]
)
def test_a_place_too_long_for_its_column_has_a_line_of_its_own(
    nd30: Standard, ke_hoach: DocumentType, place: str, lines: int
) -> None:
    van_ban = VanBan(loai="ke-hoach", dia_danh=place, ngay=Ngay(29, 12, 2026))
    shown = values(nd30, ke_hoach, van_ban)["dia_danh_ngay"].split("\n")
    assert len(shown) == lines
    assert shown[-1].endswith("ngày 29 tháng 12 năm 2026")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("V/v cử cán bộ", "cử cán bộ"),
        ("v/v: cử cán bộ", "cử cán bộ"),
        ("về việc cử cán bộ", "về việc cử cán bộ"),
    ],
)
def test_a_subject_may_be_printed_without_its_mark(typed: str, shown: str) -> None:
    assert printed.without_mark(typed) == shown


DECIDES = "{{ tham_quyen }} QUYẾT ĐỊNH:"


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("BAN THƯỜNG VỤ QUYẾT ĐỊNH:", False),
        ("Ban Thường vụ quyết định :", False),
        ("QUYẾT ĐỊNH:", False),
        ("ĐẢNG ỦY QUYẾT ĐỊNH:", True),
    ],
)
def test_a_line_with_the_authority_is_never_doubled(
    nd30: Standard, ke_hoach: DocumentType, typed: str, left: bool
) -> None:
    line = Piece("dong", {"kieu": "cum_tu", "chu": DECIDES})
    standard = with_form(nd30, replace(nd30.forms["mau-1.4"], trinh_bay=(line,)))
    body = (Doan(text(typed)), DeMuc(Level.DIEU, "Điều 1.", text("Thử.")))
    van_ban = VanBan(loai="ke-hoach", tham_quyen="Ban Thường vụ", noi_dung=body)
    assert (typed in values(standard, ke_hoach, van_ban)["noi_dung"]) is left


def with_form(standard: Standard, form: Form) -> Standard:
    changed = Standard(standard.folder)
    changed.__dict__["forms"] = {**standard.forms, "mau-1.4": form}
    return changed


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Hết", "Hết."),
        ("Hết.", "Hết."),
        ("Hết./.", "Hết."),
        ("Hết!", "Hết!"),
        ("Hết?", "Hết?"),
        ("Hết…", "Hết…"),
    ],
)
def test_a_text_may_end_with_a_full_stop(typed: str, shown: str) -> None:
    assert with_end_mark((Doan(text(typed)),), ".") == (Doan(text(shown)),)


@pytest.mark.parametrize("last", [Bang((), (), (), ()), Hinh("a.png")], ids=["table", "image"])
def test_a_full_stop_stands_under_no_table_and_no_image(last: Block) -> None:
    assert with_end_mark((last,), ".") == (last,)
    assert len(with_end_mark((last,), "./.")) == 2


def faults(standard: Standard, kind: DocumentType, file: bytes) -> list[str]:
    return [f.message for f in template_check.check(file, "mau.docx", standard, [kind])]


def test_a_template_is_judged_by_the_styles_and_words_of_its_standard(
    made_upon_nd30: Callable[..., Standard], nd30: Standard, ke_hoach: DocumentType
) -> None:
    standard = made_upon_nd30(
        wording="quoc_hieu: {chu: ĐẢNG, can_cu: X}\n",
        styles="chuc_vu: " + STYLE.format("Chức vụ", "canh: giua"),
    )
    assert faults(standard, ke_hoach, shipped.file(standard, "mau-1.4", "14")) == []
    told = faults(standard, ke_hoach, shipped.file(nd30, "mau-1.4", "14"))
    assert "Thiếu chữ in sẵn «ĐẢNG»." in told
    assert any("không in đậm" in message for message in told)


def test_a_template_has_the_label_of_its_form(nd30: Standard, ke_hoach: DocumentType) -> None:
    form = nd30.forms["mau-1.4"]
    own = Piece("kinh_gui", {"chu": "Kính trình:"})
    pieces = tuple(own if one.phan == "kinh_gui" else one for one in form.trinh_bay)
    standard = with_form(nd30, replace(form, trinh_bay=pieces))
    assert faults(standard, ke_hoach, shipped.file(standard, "mau-1.4", "14")) == []
    told = faults(standard, ke_hoach, shipped.file(nd30, "mau-1.4", "14"))
    assert told == ["Thiếu chữ in sẵn «Kính trình:»."]
