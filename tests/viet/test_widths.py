"""Widths of text in a Times-metric font, and the lines it breaks into."""

import importlib.util
import json
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.viet import widths
from vanban.viet.widths import balance, text_width, wrap

FONTS = Path("/usr/share/fonts/truetype/liberation2")
MILLIMETRE = 72 / 25.4
QUOC_HIEU = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
TIEU_NGU = "Độc lập - Tự do - Hạnh phúc"

SYLLABLES = "SỞ VÀ MÔI TRƯỜNG TỈNH LÀO CAI XÃ HỘI THÀNH PHỐ - QUẬN 1"

names = st.lists(
    st.sampled_from(SYLLABLES.split()),
    min_size=1,
    max_size=14,
).map(" ".join)
columns = st.floats(40, 400)


@pytest.mark.parametrize(
    ("text", "size", "face", "millimetres"),
    [
        (QUOC_HIEU, 12, "bold", 88.3),
        (QUOC_HIEU, 13, "bold", 95.7),
        (TIEU_NGU, 13, "bold", 55.9),
        (TIEU_NGU, 14, "bold", 60.2),
        ("Thành phố Hồ Chí Minh, ngày 29 tháng 6 năm 2019", 13, "italic", 96.4),
        ("Thành phố Hồ Chí Minh, ngày 29 tháng 6 năm 2019", 14, "italic", 103.9),
        ("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", 12, "bold", 74.0),
        ("ỦY BAN NHÂN DÂN", 13, "bold", 43.2),
    ],
)
def test_widths_agree_with_what_was_measured_on_paper(
    text: str, size: float, face: str, millimetres: float
) -> None:
    width = text_width(text, size, bold=face == "bold", italic=face == "italic")
    assert width / MILLIMETRE == pytest.approx(millimetres, rel=0.01)


@given(st.text("ăâđêôơưÁẢẠỄỢỸabc,. –…", max_size=40))
def test_decomposed_text_is_nearly_as_wide_as_composed(text: str) -> None:
    composed, decomposed = text_width(text, 14), text_width(unicodedata.normalize("NFD", text), 14)
    assert decomposed == pytest.approx(composed, rel=0.15)


@given(st.text(), st.text())
def test_widths_add_up(one: str, other: str) -> None:
    assert text_width(one + other, 13) == pytest.approx(text_width(one, 13) + text_width(other, 13))


def test_what_prints_nothing_has_no_width() -> None:
    assert text_width("", 14) == text_width("\u200b\u00ad\u2060\u0301", 14) == 0


def test_a_character_that_was_not_measured_has_the_default_width() -> None:
    assert text_width("中", 10) == 5


def test_a_non_breaking_space_is_as_wide_as_a_space_and_breaks_no_line() -> None:
    assert text_width("\u00a0", 14) == text_width(" ", 14)
    assert wrap("Lào\u00a0Cai", 14, 10) == ["Lào\u00a0Cai"]


def test_the_national_title_wraps_in_a_column_too_narrow() -> None:
    assert wrap(QUOC_HIEU, 12, 92 * MILLIMETRE, bold=True) == [QUOC_HIEU]
    assert wrap(QUOC_HIEU, 13, 92 * MILLIMETRE, bold=True)[1:] == ["NAM"]


def test_newlines_are_obeyed_and_empty_lines_kept() -> None:
    assert wrap("a\n\nb", 14, 100) == balance("a\n\nb", 14, 100) == ["a", "", "b"]
    assert wrap("", 14, 100) == balance("", 14, 100) == [""]


@given(names, columns)
def test_lines_fit_unless_they_are_one_word(text: str, width: float) -> None:
    for line in wrap(text, 13, width, bold=True):
        assert " " not in line or text_width(line, 13, bold=True) <= width + 0.001


@given(names, columns)
def test_wrapping_and_balancing_lose_no_word(text: str, width: float) -> None:
    assert " ".join(wrap(text, 13, width)) == " ".join(balance(text, 13, width)) == text


@given(names, columns)
def test_no_word_could_have_gone_up_a_line(text: str, width: float) -> None:
    lines = wrap(text, 13, width)
    for line, after in pairwise(lines):
        assert text_width(f"{line} {after.split()[0]}", 13) > width


@given(names, columns)
def test_balanced_lines_never_end_in_va_and_never_begin_with_a_dash(
    text: str, width: float
) -> None:
    lines = balance(text, 13, width)
    assert not any(line.endswith("VÀ") for line in lines[:-1])
    assert not any(line.split()[0] == "-" for line in lines[1:])


@given(names.filter(lambda text: not {"VÀ", "-", "XÃ", "THÀNH"} & set(text.split())), columns)
def test_balancing_needs_no_more_lines_than_wrapping(text: str, width: float) -> None:
    assert len(balance(text, 13, width)) == len(wrap(text, 13, width))


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("SỞ NỘI VỤ", ["SỞ NỘI VỤ"]),
        ("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", ["SỞ NÔNG NGHIỆP", "VÀ MÔI TRƯỜNG"]),
        ("ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH", ["ỦY BAN NHÂN DÂN", "THÀNH PHỐ HỒ CHÍ MINH"]),
        ("Ủy ban nhân dân đặc khu Phú Quý", ["Ủy ban nhân dân", "đặc khu Phú Quý"]),
        ("BẢO HIỂM XÃ HỘI TỈNH TÂY NINH", ["BẢO HIỂM XÃ HỘI", "TỈNH TÂY NINH"]),
        ("TRUNG TÂM Y TẾ THỊ XÃ BẾN CÁT", ["TRUNG TÂM Y TẾ", "THỊ XÃ BẾN CÁT"]),
        ("SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", ["SỞ LAO ĐỘNG - THƯƠNG", "BINH VÀ XÃ HỘI"]),
    ],
)
def test_names_of_bodies_break_where_people_break_them(name: str, lines: list[str]) -> None:
    assert balance(name, 13, 180, bold=True) == lines


def test_a_break_before_a_unit_is_preferred_to_an_even_one() -> None:
    name = "BAN QUẢN LÝ DỰ ÁN TỈNH HÀ NAM"
    assert balance(name, 13, 190, bold=True) == ["BAN QUẢN LÝ DỰ ÁN", "TỈNH HÀ NAM"]


def test_a_unit_is_not_parted_from_its_name() -> None:
    for width in range(90, 240, 5):
        lines = balance("HỘI ĐỒNG NHÂN DÂN TỈNH BÀ RỊA", 13, width, bold=True)
        assert not any(line.endswith("TỈNH") for line in lines)


def test_the_shipped_table_is_small_and_has_every_face() -> None:
    path = Path(widths.__file__).with_name("advances.json")
    table = json.loads(path.read_text(encoding="utf-8"))
    assert path.stat().st_size <= 12_000
    for face in ("regular", "bold", "italic", "bold_italic"):
        assert len(table[face]) == len(table["characters"])


@pytest.mark.skipif(not FONTS.is_dir(), reason="needs Debian's fonts-liberation2")
def test_the_shipped_table_is_what_the_generator_measures() -> None:
    pytest.importorskip("fontTools")
    spec = importlib.util.spec_from_file_location(
        "measure_advances", Path(__file__).with_name("measure_advances.py")
    )
    assert spec is not None
    assert spec.loader is not None
    generator = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(generator)
    shipped = Path(widths.__file__).with_name("advances.json").read_text(encoding="utf-8")
    assert generator.dump(generator.measure(FONTS)) == shipped
    measured = generator._advances(FONTS, "Bold")
    for character in generator.characters():
        assert text_width(character, 2048, bold=True) == measured[character], character
