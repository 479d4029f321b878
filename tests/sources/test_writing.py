"""Sources written from documents: what is read from them is the same document."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban import api, plugins
from vanban.errors import SourceError
from vanban.model.blocks import Bang, DeMuc, Doan
from vanban.model.inlines import NoteRef, Run
from vanban.model.levels import Level
from vanban.model.van_ban import CoQuan, Ky, VanBan
from vanban.sources.writing import write
from vanban.viet.dates import Ngay

TOP = Path(__file__).parents[2]
EXAMPLES = sorted((TOP / "examples").rglob("*.yaml"))
PIECES = (
    "1. ", "a) ", "- ", "(1) ", "I. ", "Điều 1. ", "Mục 1. ", "Chương I", "“", "”", "**", "*",
    "\\", "[^1]", "@x", "{#a}", "|", "Bảng: ", "một ", "Hai", "./.", " ", "5*3", "#", ": ",
)  # fmt: skip


def again(doc: VanBan, path: str = "a.yaml") -> VanBan:
    """What is read from what is written."""
    own = plugins.registry().document_type(doc.loai).truong
    return api.load(path, data=write(doc, own).text.encode(), use_profile=False)


def body(*blocks: Doan | DeMuc | Bang) -> str:
    """The lines of a body."""
    text = write(VanBan(loai="ke-hoach", noi_dung=blocks)).text
    return "".join(f"{line[2:]}\n" for line in text.splitlines()[2:])


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_is_read_back_from_what_is_written_of_it(path: Path) -> None:
    doc = api.load(path, use_profile=False)
    assert again(doc, str(path)) == doc


@given(st.lists(st.lists(st.sampled_from(PIECES), min_size=1, max_size=5), min_size=1, max_size=5))
def test_odd_text_stays_what_it_is(lines: list[list[str]]) -> None:
    text = "\n".join(f"  x{''.join(line)}" for line in lines)
    try:
        doc = api.load("a.yaml", data=f"loai: ke-hoach\nnoi_dung: |\n{text}\n".encode())
    except SourceError:
        return
    assert again(doc) == doc


def test_fields_have_the_order_of_the_table_and_quotes_where_yaml_needs_them() -> None:
    doc = VanBan(
        loai="cong-van",
        luu="VT",
        co_quan=(CoQuan(ban_hanh="Sở Nội vụ", viet_tat="SNV"),),
        ngay=Ngay(None, 11, 2026),
        trich_yeu="Góp ý: dự thảo",
        ky=(Ky(quyen_han=("TM. Sở", "KT. Giám đốc"), chuc_vu="Phó Giám đốc"),),
        noi_nhan=("Như trên", "“Đề án 06”"),
    )
    assert write(doc, head="# Đầu\n").text.splitlines() == [
        "# Đầu",
        "loai: cong-van",
        "co_quan:",
        "  ban_hanh: Sở Nội vụ",
        "  viet_tat: SNV",
        "ngay: 11/2026",
        'trich_yeu: "Góp ý: dự thảo"',
        "ky:",
        "  quyen_han:",
        "    - TM. Sở",
        "    - KT. Giám đốc",
        "  chuc_vu: Phó Giám đốc",
        "noi_nhan:",
        "  - Như trên",
        '  - "“Đề án 06”"',
        "luu: VT",
    ]


def test_lines_know_what_they_say() -> None:
    doc = VanBan(loai="ke-hoach", noi_nhan=("A", "B"), noi_dung=(Doan((Run("Một."),)),))
    assert write(doc).paths == {
        1: ("loai",),
        2: ("noi_dung",),
        3: ("noi_dung", 0),
        4: ("noi_nhan",),
        5: ("noi_nhan", 0),
        6: ("noi_nhan", 1),
    }


def test_text_that_looks_like_a_mark_is_escaped() -> None:
    assert body(Doan((Run("1. không phải khoản"),))) == "\\1. không phải khoản\n"
    assert body(Doan((Run("2026. Các phòng"),))) == "2026. Các phòng\n"
    assert body(Doan((Run("[^1] và *x*"),))) == "\\[^1] và \\*x\\*\n"


def test_a_heading_gets_stars_only_where_nothing_else_makes_it_one() -> None:
    heading = DeMuc(Level.SO, "1.", (Run("Mục đích"),), tieu_de=True)
    closed = DeMuc(Level.SO, "2.", (Run("Yêu cầu."),), tieu_de=True)
    assert body(heading, Doan((Run("Một."),))) == "1. Mục đích\nMột.\n"
    assert body(closed, Doan((Run("Một."),))) == "2. **Yêu cầu.**\nMột.\n"


def test_a_table_stands_apart_and_a_note_behind_its_body() -> None:
    table = Bang((Run("Việc"),), ("giua", ""), ((Run("A|B"),), ()), (((NoteRef("1"),), ()),))
    from vanban.model.blocks import CuocChu

    doc = VanBan(
        loai="ke-hoach",
        noi_dung=(Doan((Run("Như sau:"),)), table, Doan((Run("Hết."),))),
        cuoc_chu=(CuocChu("1", (Run("Chú thích."),)),),
    )
    assert write(doc).text.splitlines()[2:] == [
        "  Như sau:",
        "",
        "  Bảng: Việc",
        "  | A\\|B |  |",
        "  | :-: | --- |",
        "  | [^1] |  |",
        "",
        "  Hết.",
        "  [^1]: Chú thích.",
    ]
    assert again(doc) == doc


def test_a_look_that_stars_cannot_say_is_told() -> None:
    inside = Doan((Run("a"), Run("b", dam=True), Run("c")))
    written = write(VanBan(loai="ke-hoach", noi_dung=(inside,)))
    assert written.lost == (("noi_dung", 0),)
    assert written.text.endswith("  abc\n")
