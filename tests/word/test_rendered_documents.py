"""The proof: what our own reader sees in the documents that the writer makes.

The seed is the text of a real kết luận, taken from its PDF; rendering the example must give
the same words.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from vanban.layout.document import Layout, Paragraph, Table
from vanban.model.van_ban import VanBan
from vanban.standards.load import Standard
from vanban.units import mm, pt
from vanban.viet.widths import text_width

Layouts = Callable[..., Layout]
Render = Callable[..., bytes]

ROOT = Path(__file__).parents[2]
SEED = ROOT / "tests" / "seed" / "ket-luan-giao-ban-2022-11.txt"

EXAMPLES = ("ket-luan-giao-ban", "ke-hoach", "bao-cao")
SIZE_SETS = ("14", "13")

each_example = pytest.mark.parametrize("name", EXAMPLES)
each_size_set = pytest.mark.parametrize("co_chu", SIZE_SETS)


def everything(layout: Layout) -> list[Paragraph]:
    """The paragraphs of the body, the footnotes and the headers."""
    notes = [paragraph for note in layout.footnotes for paragraph in note.paragraphs]
    return [*layout.paragraphs(), *notes, *layout.headers]


def styled(layout: Layout, style: str) -> list[Paragraph]:
    return [paragraph for paragraph in layout.paragraphs() if paragraph.style == style]


# The words of the seed


def seed_words() -> tuple[list[str], list[str]]:
    """The words of the text and of its footnote.

    A PDF has no footnotes: the note stands at the foot of the first page, between two lines
    of the text, and its mark is a "1" at the end of "điển hình" and before the note.
    """
    text = SEED.read_text(encoding="utf-8")
    note = re.search(r"^1 (Phối hợp đề xuất .*? nghiêm túc\.)\s*$", text, re.MULTILINE | re.DOTALL)
    assert note is not None
    text = text[: note.start()] + text[note.end() :]
    assert text.count("điển hình1,") == 1
    return text.replace("điển hình1,", "điển hình,").split(), note[1].split()


HEADER = """
    UBND TỈNH TÂY NINH
    THANH TRA TỈNH
    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    Độc lập - Tự do - Hạnh phúc
    Số: /KL-TTr
    Tây Ninh, ngày 07 tháng 11 năm 2022
"""
"""What the text of the PDF lacks: its header was a picture or was cut off."""


@each_size_set
def test_the_ket_luan_has_the_words_of_the_seed_under_a_complete_header(
    layout: Layouts, co_chu: str
) -> None:
    text, _ = seed_words()

    assert layout("ket-luan-giao-ban", co_chu).text.split() == HEADER.split() + text


@each_size_set
def test_the_footnote_of_the_ket_luan_has_the_words_of_the_seed(
    layout: Layouts, co_chu: str
) -> None:
    _, words = seed_words()
    (note,) = layout("ket-luan-giao-ban", co_chu).footnotes

    assert note.number == 1
    assert note.text.split() == words


@each_size_set
def test_the_footnote_mark_of_the_ket_luan_stands_where_the_seed_has_it(
    layout: Layouts, co_chu: str
) -> None:
    marked = [p for p in layout("ket-luan-giao-ban", co_chu).paragraphs() if p.footnotes]

    assert [p.footnotes for p in marked] == [(1,)]
    before, after = (run.text for run in marked[0].runs)
    assert before.endswith("nhưng trong đánh giá phòng không thể hiện, điển hình")
    assert after.startswith(", phương hướng không nêu đủ")


# Looks


@each_example
@each_size_set
def test_every_paragraph_has_a_style_of_the_standard(
    layout: Layouts, standard: Standard, name: str, co_chu: str
) -> None:
    known = {style.ten for style in standard.styles.values()}
    used = {paragraph.style for paragraph in everything(layout(name, co_chu))}

    assert used <= known
    assert all(style.startswith("VB ") for style in known)


SIZES = {
    # Chú thích 1, PLI-I-V: the sizes of one document go up or down together.
    "14": {
        "VB Quốc hiệu": 13, "VB Tiêu ngữ": 14, "VB Cơ quan chủ quản": 13,
        "VB Cơ quan ban hành": 13, "VB Số, ký hiệu": 13, "VB Địa danh, ngày": 14,
        "VB Tên loại": 14, "VB Trích yếu": 14, "VB Kính gửi": 14, "VB Nơi kính gửi": 14,
        "VB Căn cứ": 14, "VB Nội dung": 14, "VB Khoản": 14, "VB Điểm": 14, "VB Gạch đầu dòng": 14,
        "VB Quyền hạn, chức vụ": 14, "VB Họ tên": 14, "VB Nơi nhận": 12,
        "VB Danh sách nơi nhận": 11, "VB Người soạn thảo": 11, "VB Phụ lục": 14,
        "VB Tên phụ lục": 14, "VB Số trang": 14,
    },
    "13": {
        "VB Quốc hiệu": 12, "VB Tiêu ngữ": 13, "VB Cơ quan chủ quản": 12,
        "VB Cơ quan ban hành": 12, "VB Số, ký hiệu": 13, "VB Địa danh, ngày": 13,
        "VB Tên loại": 13, "VB Trích yếu": 13, "VB Kính gửi": 13, "VB Nơi kính gửi": 13,
        "VB Căn cứ": 13, "VB Nội dung": 13, "VB Khoản": 13, "VB Điểm": 13, "VB Gạch đầu dòng": 13,
        "VB Quyền hạn, chức vụ": 13, "VB Họ tên": 13, "VB Nơi nhận": 12,
        "VB Danh sách nơi nhận": 11, "VB Người soạn thảo": 11, "VB Phụ lục": 14,
        "VB Tên phụ lục": 13, "VB Số trang": 13,
    },
}  # fmt: skip


@each_example
@each_size_set
def test_every_component_has_the_size_of_its_size_set(
    layout: Layouts, name: str, co_chu: str
) -> None:
    expected = SIZES[co_chu]
    found = {
        (paragraph.style, run.size)
        for paragraph in everything(layout(name, co_chu))
        for run in paragraph.visible
        if paragraph.style in expected
    }

    assert found == {(style, expected[style]) for style, _ in found}


@each_size_set
def test_the_examples_together_show_every_component_that_has_a_size(
    layout: Layouts, co_chu: str
) -> None:
    shown = {p.style for name in EXAMPLES for p in everything(layout(name, co_chu)) if p.visible}

    assert SIZES[co_chu].keys() - shown == set()


@each_example
@each_size_set
def test_bold_and_italic_are_those_of_the_standard(
    layout: Layouts, standard: Standard, name: str, co_chu: str
) -> None:
    by_name = {style.ten: style for style in standard.styles.values()}
    inline = {"noi_dung", "dieu", "khoan", "diem", "gach", "cong", "o_bang", "cuoc_chu"}
    for paragraph in everything(layout(name, co_chu)):
        style = by_name[str(paragraph.style)]
        if paragraph.visible and style.slug not in inline:
            assert (paragraph.bold, paragraph.italic) == (style.dam, style.nghieng), paragraph.text


@each_example
@each_size_set
def test_headings_and_nothing_else_have_outline_levels(
    layout: Layouts, standard: Standard, name: str, co_chu: str
) -> None:
    levels = {style.ten: style.cap_de_muc for style in standard.styles.values()}
    headings = [p for p in layout(name, co_chu).paragraphs() if p.outline_level]

    assert headings
    assert all(p.outline_level == levels[str(p.style)] for p in layout(name, co_chu).paragraphs())
    assert all(p.bold and p.keep_next for p in headings)


def test_the_outline_of_the_bao_cao_is_that_of_its_source(layout: Layouts) -> None:
    headings = [p for p in layout("bao-cao").paragraphs() if p.outline_level]

    assert [(p.outline_level, p.text) for p in headings[:4]] == [
        (2, "I. KẾT QUẢ THỰC HIỆN"),
        (4, "1. Công tác chỉ đạo, điều hành"),
        (4, "2. Cải cách thủ tục hành chính"),
        (5, "a) Công khai, tiếp nhận và giải quyết thủ tục hành chính"),
    ]
    assert headings[-1].outline_level == 1  # the title of the appendix


# Room


@each_example
@each_size_set
def test_every_line_of_the_header_fits_its_column(layout: Layouts, name: str, co_chu: str) -> None:
    header = layout(name, co_chu).tables[0]

    assert header.rows[0].cells[1].text.startswith("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n")
    for row in header.rows:
        for cell, width in zip(row.cells, header.widths, strict=True):
            for paragraph in cell.blocks:
                assert isinstance(paragraph, Paragraph)
                for line in paragraph.text.split("\n"):
                    size, bold, italic = paragraph.size or 0.0, paragraph.bold, paragraph.italic
                    assert text_width(line, size, bold=bold, italic=italic) <= width.pt, line


@each_example
@each_size_set
def test_tables_are_as_wide_as_the_text(layout: Layouts, name: str, co_chu: str) -> None:
    found = layout(name, co_chu)
    for index, block in enumerate(found.blocks):
        if isinstance(block, Table):
            section = next(s for s in reversed(found.sections) if s.begin <= index)
            assert section.text_width is not None
            assert abs(sum(block.widths) - section.text_width) <= pt(0.2)


@each_example
@each_size_set
def test_the_page_has_the_margins_of_the_standard(
    layout: Layouts, standard: Standard, name: str, co_chu: str
) -> None:
    page = standard.page
    for section in layout(name, co_chu).sections:
        margins = (section.top, section.bottom, section.left, section.right)
        wanted = (page.le_tren, page.le_duoi, page.le_trai, page.le_phai)
        for length, meant in zip(margins, wanted, strict=True):
            assert length is not None
            assert abs(length - meant) <= mm(0.02)  # a twip


# Words


@each_example
@each_size_set
def test_each_body_ends_with_the_end_mark_exactly_once(
    layout: Layouts, source: Callable[[str], VanBan], name: str, co_chu: str
) -> None:
    found = layout(name, co_chu)
    ends = [p for p in found.paragraphs() if "./." in p.text]

    assert len(ends) == 1 + len(source(name).phu_luc)
    assert all(p.text.endswith("./.") and p.text.count("./.") == 1 for p in ends)
    begins = [section.begin for section in found.sections]
    for begin, end, mark in zip(begins, [*begins[1:], None], ends, strict=True):
        section = found.blocks[begin:end]
        assert [b for b in section if isinstance(b, Paragraph) and b.visible][-1] == mark


@each_example
def test_what_is_left_blank_prints_no_leftover(layout: Layouts, name: str) -> None:
    text = layout(name).text

    assert not re.search(r"\{\{|\{%|\bNone\b|;\.|\.\.(?!\.)|;;", text)


@each_example
def test_recipients_end_with_semicolons_and_the_archive_with_a_full_stop(
    layout: Layouts, name: str
) -> None:
    *others, archive = [p.text for p in styled(layout(name), "VB Danh sách nơi nhận")]

    assert all(line.startswith("- ") and line.endswith(";") for line in others)
    assert re.fullmatch(r"- Lưu: .*\..*", archive)


# Files


@each_example
@each_size_set
def test_the_same_input_gives_the_same_bytes(render: Render, name: str, co_chu: str) -> None:
    assert render(name, co_chu) == render(name, co_chu)


@each_example
def test_the_two_size_sets_say_the_same_in_different_sizes(layout: Layouts, name: str) -> None:
    large, small = (layout(name, co_chu) for co_chu in SIZE_SETS)

    assert large.text.split() == small.text.split()
    assert [p.style for p in large.paragraphs()] == [p.style for p in small.paragraphs()]
    assert styled(large, "VB Nội dung")[0].size == 14
    assert styled(small, "VB Nội dung")[0].size == 13


@each_example
@each_size_set
def test_the_file_names_its_title_and_its_language(layout: Layouts, name: str, co_chu: str) -> None:
    found = layout(name, co_chu)

    assert found.title
    assert found.language == "vi-VN"


@each_example
@each_size_set
def test_an_independent_validator_finds_no_fault(
    render: Render, faults: Callable[..., object], name: str, co_chu: str
) -> None:
    assert faults({name: render(name, co_chu)}) == {}
