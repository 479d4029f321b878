"""The data of nd30 against the decree; faults of data files."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from vanban import resources
from vanban.errors import StandardError
from vanban.model.levels import Level
from vanban.standards import yaml_data
from vanban.standards.load import Standard
from vanban.standards.types import read as read_type
from vanban.units import mm, parse_length, parse_range, pt
from vanban.viet.widths import text_width

FOLDER = resources.standards() / "nd30"
TYPES = sorted((FOLDER / "types").glob("*.yaml"))
FILES = sorted(FOLDER.glob("*.yaml"))

# PLI-I-V: the sizes that the law allows, in the large and in the small set (its note 1),
# bold, italic.
SIZES = {
    "quoc_hieu": ("12-13 pt", 13, 12, True, False),
    "tieu_ngu": ("13-14 pt", 14, 13, True, False),
    "chu_quan": ("12-13 pt", 13, 12, False, False),
    "ban_hanh": ("12-13 pt", 13, 12, True, False),
    "so_ky_hieu": ("13 pt", 13, 13, False, False),
    "dia_danh_ngay": ("13-14 pt", 14, 13, False, True),
    "ten_loai": ("13-14 pt", 14, 13, True, False),
    "trich_yeu": ("13-14 pt", 14, 13, True, False),
    "can_cu": ("13-14 pt", 14, 13, False, True),
    "noi_dung": ("13-14 pt", 14, 13, False, False),
    "phan_chuong": ("13-14 pt", 14, 13, True, False),
    "ten_phan_chuong": ("13-14 pt", 14, 13, True, False),
    "muc": ("13-14 pt", 14, 13, True, False),
    "ten_muc": ("13-14 pt", 14, 13, True, False),
    "tieu_de_dieu": ("13-14 pt", 14, 13, True, False),
    "tieu_de_muc": ("13-14 pt", 14, 13, True, False),
    "tieu_de_khoan": ("13-14 pt", 14, 13, True, False),
    "khoan": ("13-14 pt", 14, 13, False, False),
    "diem": ("13-14 pt", 14, 13, False, False),
    "quyen_han": ("13-14 pt", 14, 13, True, False),
    "ho_ten": ("13-14 pt", 14, 13, True, False),
    "kinh_gui": ("13-14 pt", 14, 13, False, False),
    "noi_nhan": ("12 pt", 12, 12, True, True),
    "danh_sach_nhan": ("11 pt", 11, 11, False, False),
    "phu_luc": ("14 pt", 14, 14, True, False),
    "ten_phu_luc": ("13-14 pt", 14, 13, True, False),
    "kem_theo": ("13-14 pt", 13, 13, False, True),
    "nguoi_soan": ("11 pt", 11, 11, False, False),
    "so_trang": ("13-14 pt", 14, 13, False, False),
}

# PLI-I-I: allowed, printed.
PAGE = {
    "le_tren": ("20-25 mm", "20 mm"),
    "le_duoi": ("20-25 mm", "20 mm"),
    "le_trai": ("30-35 mm", "30 mm"),
    "le_phai": ("15-20 mm", "15 mm"),
}


@pytest.mark.parametrize("slug", SIZES)
def test_each_component_has_the_sizes_and_looks_of_the_decree(nd30: Standard, slug: str) -> None:
    allowed, large, small, bold, italic = SIZES[slug]
    style = nd30.styles[slug]
    assert style.co == parse_range(allowed)
    assert (style.bo["14"].pt, style.bo["13"].pt) == (large, small)
    assert (style.dam, style.nghieng) == (bold, italic)


def test_both_size_sets_are_inside_what_the_law_allows(nd30: Standard) -> None:
    outside = [
        (style.slug, co) for style in nd30.styles.values() for co, size in style.bo.items()
        if size not in style.co
    ]  # fmt: skip
    assert outside == []


def test_five_sizes_are_fixed(nd30: Standard) -> None:
    slugs = ("so_ky_hieu", "noi_nhan", "danh_sach_nhan", "phu_luc", "nguoi_soan")
    fixed = [nd30.styles[slug].co for slug in slugs]
    assert [(size.low.pt, size.high.pt) for size in fixed] == [(n, n) for n in (13, 12, 11, 14, 11)]


def test_sizes_of_a_set_go_up_or_down_together(nd30: Standard) -> None:
    assert all(style.bo["13"] <= style.bo["14"] for style in nd30.styles.values())


@pytest.mark.parametrize("name", PAGE)
def test_margins_are_those_of_the_decree(nd30: Standard, name: str) -> None:
    allowed, printed = PAGE[name]
    data = yaml_data.load(FOLDER / "page.yaml")[name]
    assert (data["cho_phep"], data["mac_dinh"]) == (allowed, printed)
    assert getattr(nd30.page, name) == parse_length(printed)


def test_the_paper_is_a4(nd30: Standard) -> None:
    assert (nd30.page.rong, nd30.page.cao) == (mm(210), mm(297))


def test_paragraphs_have_one_of_two_indents_and_legal_spaces(nd30: Standard) -> None:
    data = yaml_data.load(FOLDER / "page.yaml")
    assert data["thut_dau_dong"]["cho_phep"] == ["1 cm", "1.27 cm"]
    assert nd30.page.thut_dau_dong.twips == 720
    assert nd30.page.cach_doan >= pt(6)
    assert 1 <= nd30.page.gian_dong <= 1.5
    assert 1 / 3 <= nd30.page.ke_ngan <= 1 / 2


@pytest.mark.parametrize("co", ["14", "13"])
def test_the_quoc_hieu_fits_on_one_line_of_its_column(nd30: Standard, co: str) -> None:
    size = nd30.styles["quoc_hieu"].bo[co].pt
    width = text_width(nd30.wording["quoc_hieu"], size, bold=True)
    assert width < nd30.page.cot_dau_trang[co].pt < nd30.page.be_rong_chu.pt


def test_the_words_of_the_decree_are_printed_to_the_letter(nd30: Standard) -> None:
    assert nd30.wording["quoc_hieu"] == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert nd30.wording["tieu_ngu"] == "Độc lập - Tự do - Hạnh phúc"
    assert nd30.wording["cuoi"] == "./."


def test_every_level_has_its_styles(nd30: Standard) -> None:
    assert set(nd30.numbering) == set(Level)
    assert {n.kieu for n in nd30.numbering.values()} <= set(nd30.styles)


def test_outline_levels_go_down_with_depth(nd30: Standard) -> None:
    order = (Level.CHUONG, Level.MUC, Level.DIEU, Level.SO, Level.DIEM)
    levels = [nd30.styles[nd30.numbering[level].tieu_de].cap_de_muc for level in order]
    assert levels == [1, 2, 3, 4, 5]


def test_names_of_styles_are_used_once(nd30: Standard) -> None:
    names = [style.ten for style in nd30.styles.values()]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.stem)
def test_every_entry_has_its_legal_basis(file: Path) -> None:
    data = yaml_data.load(file)
    entries = {"": data} if file.stem == "standard" else data
    assert [name for name, entry in entries.items() if not entry.get("can_cu", "").strip()] == []


@pytest.mark.parametrize("path", TYPES, ids=lambda path: path.stem)
def test_every_type_can_be_read_and_names_what_its_standard_has(nd30: Standard, path: Path) -> None:
    kind = read_type(path)
    assert kind.can_cu
    assert kind.mau in nd30.forms
    named = {*kind.bat_buoc, *kind.cho_phep, *kind.khong_bat_buoc}
    assert named <= set(nd30.components)


WITHOUT_CODE = {"cong-van", "cong-van-dinh-chinh", "thu-cong"}


@pytest.mark.parametrize("path", TYPES, ids=lambda path: path.stem)
def test_a_type_without_a_code_is_one_that_the_decree_gives_none(
    nd30: Standard, path: Path
) -> None:
    kind = read_type(path)
    numbered = nd30.forms[kind.mau].option("dau_trang", "so") != "không"
    assert bool(kind.ma) == (numbered and kind.slug not in WITHOUT_CODE)


@pytest.fixture
def changed(tmp_path: Path) -> Callable[[str, str, str], Standard]:
    """``changed(file, old, new)``: nd30 with a text in one file replaced."""

    def change(file: str, old: str, new: str) -> Standard:
        folder = tmp_path / "tinh"
        shutil.copytree(FOLDER, folder)
        text = (folder / file).read_text("utf-8")
        assert old in text
        (folder / file).write_text(text.replace(old, new, 1), "utf-8")
        return Standard(folder)

    return change


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("styles", "bo_14: 13 pt", "bo_14: 15 pt", "quoc_hieu: bo_14 nằm ngoài khoảng co"),
        ("styles", "co: 12-13 pt", "co: to", "quoc_hieu: «co» không đọc được"),
        ("styles", "co: 12-13 pt", "co: 13-12 pt", "quoc_hieu: «co» không đọc được"),
        ("styles", "dam: có", "dam: yes", "quoc_hieu: «dam» phải là có hoặc không"),
        ("styles", "canh: giua", "canh: center", "quoc_hieu: «canh» phải là một trong"),
        ("styles", "canh: giua", "canhh: giua", "quoc_hieu: khóa không biết «canhh»"),
        ("styles", "cap_de_muc: 1", "cap_de_muc: một", "ten_phan_chuong: «cap_de_muc»"),
        ("styles", "cap_de_muc: 1", "cap_de_muc: 10", "ten_phan_chuong: «cap_de_muc»"),
        ("styles", ", can_cu: PLI-I-II.1.a", "", "quoc_hieu: thiếu «can_cu»"),
        ("page", "mac_dinh: 20 mm", "mac_dinh: 10 mm", "le_tren: «mac_dinh» nằm ngoài"),
        ("page", "mac_dinh: 1.27 cm", "mac_dinh: 1.1 cm", "thut_dau_dong: «mac_dinh» nằm ngoài"),
        ("page", "20-25 mm", "nhiều", "le_tren: «cho_phep» không đọc được"),
        ("page", "rong: 210 mm", "rong: 210", "kho_giay: «rong» không đọc được"),
        ("page", "le_tren:", "le_trem:", "le_tren: phải là một nhóm"),
        ("numbering", "phan:  ", "phann:  ", "phann: không có cấp này"),
        ("numbering", "kieu: khoan", "kieu: khoann", "chu-hoa: «kieu» phải là một trong"),
        ("components", "truong: so,", "truong: [so],", "so-ky-hieu: thiếu «truong»"),
        ("forms", "[quoc-hieu-tieu-ngu,", "[quoc-hieu,", "tên không biết «quoc-hieu»"),
        (
            "forms",
            "- dau_trang",
            "- dau_chang",
            "mau-1.1.trinh_bay: «phan» phải là một trong: dong",
        ),
        (
            "forms",
            "{kieu: cum_tu,",
            "{kieu: cum_to,",
            "mau-1.1.trinh_bay: «kieu» phải là một trong",
        ),
        ("forms", "{kieu: cum_tu,", "{kiểu: cum_tu,", "mau-1.1.trinh_bay: khóa không biết «kiểu»"),
        ("forms", "{kieu: cum_tu, chu: ", "{kieu: cum_tu, neu: ", "mau-1.1.trinh_bay: thiếu «chu»"),
        ("forms", "trich_yeu: V/v", "trich_yeu: Vv", "mau-1.5.trinh_bay: «trich_yeu» phải là"),
        ("forms", "ngay: không", "ngày: không", "mau-1.9.trinh_bay: khóa không biết «ngày»"),
        (
            "forms",
            "{phan: xac_nhan, chu:",
            "{phan: xac_nhan, ch:",
            "mau-1.10.trinh_bay: khóa không",
        ),
        (
            "forms",
            "  trinh_bay:\n    - dau_trang\n",
            "  trinh_bay: dau_trang\n  x:\n",
            "khóa không biết «x»",
        ),
        ("wording", "{chu: ./., can_cu", "{chuu: ./., can_cu", "cuoi: khóa không biết «chuu»"),
        ("wording", "cuoi:", "cuoi: [", "không phải YAML"),
    ],
)
def test_a_fault_names_its_file_and_its_entry(
    changed: Callable[[str, str, str], Standard], file: str, old: str, new: str, told: str
) -> None:
    standard = changed(f"{file}.yaml", old, new)
    with pytest.raises(StandardError) as caught:
        getattr(standard, file)
    problem = caught.value.problems[0]
    assert told in problem.message
    assert problem.place is not None
    assert problem.place.path.endswith(f"{file}.yaml")


@pytest.mark.parametrize(
    ("file", "missing"), [("styles", "ke"), ("wording", "cuoi"), ("numbering", Level.PHAN)]
)
def test_asking_for_an_entry_that_a_file_lacks_names_both(
    changed: Callable[[str, str, str], Standard], file: str, missing: str
) -> None:
    standard = changed(f"{file}.yaml", f"\n{missing}: ", f"\n# {missing}: ")
    with pytest.raises(StandardError, match=rf"{file}\.yaml: Thiếu mục «{missing}»"):
        getattr(standard, file)[missing]


def test_a_folder_without_a_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(StandardError, match="Không đọc được tệp dữ liệu"):
        Standard(tmp_path).ten  # noqa: B018 (reading it is what fails)


def test_a_file_that_is_a_list_is_told(tmp_path: Path) -> None:
    (tmp_path / "standard.yaml").write_text("- a\n", "utf-8")
    with pytest.raises(StandardError, match="các cặp khóa"):
        Standard(tmp_path).ten  # noqa: B018


def upon(base: str, folder: Path, **files: str) -> Standard:
    """A standard in a folder made upon another, with these files."""
    folder.mkdir(exist_ok=True)
    files = {"standard": f"ten: Thử\ndua_tren: {base}\n", **files}
    for name, entries in files.items():
        (folder / f"{name}.yaml").write_text(entries, "utf-8")
    return Standard(folder)


def test_a_standard_made_upon_another_needs_only_what_differs(
    nd30: Standard, tmp_path: Path
) -> None:
    made = upon("nd30", tmp_path / "thu", wording="cuoi: {chu: ., can_cu: X}\n")
    assert (made.wording["cuoi"], made.wording["luu"]) == (".", nd30.wording["luu"])
    assert made.page == nd30.page
    assert set(made.forms) == set(nd30.forms)


def test_a_standard_may_be_made_upon_one_beside_it(tmp_path: Path) -> None:
    upon("nd30", tmp_path / "mot", wording="cuoi: {chu: ., can_cu: X}\n")
    second = upon("mot", tmp_path / "hai", wording="luu: {chu: Lưu, can_cu: X}\n")
    assert (second.wording["cuoi"], second.wording["luu"]) == (".", "Lưu")


def test_what_does_not_judge_the_one_does_not_judge_the_other(tmp_path: Path) -> None:
    rules = "ten: Thử\ndua_tren: nd30\ntru_quy_tac: [ND30-N]\n"
    upon("nd30", tmp_path / "mot", standard=rules)
    second = upon("mot", tmp_path / "hai")
    assert second.foreign_rules == ("ND30-N",)


def test_fields_that_a_rule_leaves_alone_are_left_alone_by_the_other_too(tmp_path: Path) -> None:
    rules = "ten: Thử\ndua_tren: nd30\ntru_truong: {ND30-V-001: [trich_yeu]}\n"
    upon("nd30", tmp_path / "mot", standard=rules)
    second = upon("mot", tmp_path / "hai")
    assert second.foreign_fields == {"ND30-V-001": {"trich_yeu"}}


def test_a_standard_may_have_lines_of_its_own_for_a_new_source(
    nd30: Standard, tmp_path: Path
) -> None:
    upon("nd30", tmp_path / "mot", skeleton='co-quan: "a\\n"\nnoi-nhan: "b\\n"\n')
    second = upon("mot", tmp_path / "hai", skeleton='co-quan: "c\\n"\n')
    assert dict(second.skeleton) == {"co-quan": "c\n", "noi-nhan": "b\n"}
    assert dict(nd30.skeleton) == {}


def test_a_base_that_there_is_not_is_told(tmp_path: Path) -> None:
    with pytest.raises(StandardError, match="không có tiêu chuẩn «khac»"):
        upon("khac", tmp_path / "thu").page  # noqa: B018
