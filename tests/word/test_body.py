"""Blocks as paragraphs."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from vanban.model.blocks import Bang, Block, CuocChu, DeMuc, Doan, Hinh
from vanban.model.inlines import Inlines, NoteRef, Ref, Run
from vanban.model.levels import Level
from vanban.model.van_ban import KemTheo, PhuLuc, VanBan
from vanban.viet.text import forbidden
from vanban.word.body import BodyWriter, with_end_mark
from vanban.word.ooxml import ROOT, W

Written = Callable[..., str]


def text(words: str) -> Inlines:
    return (Run(words),)


def shown(xml: str) -> list[tuple[str, str]]:
    """(style, text) of each paragraph; bold and italic runs in * and _."""
    root = etree.fromstring(f"<x {ROOT}>{xml}</x>")
    return [
        (str(p.xpath("string(w:pPr/w:pStyle/@w:val)", namespaces={"w": W})), _text(p))
        for p in root.iter(f"{{{W}}}p")
    ]


def _text(paragraph: etree._Element) -> str:
    out = ""
    for run in paragraph.iter(f"{{{W}}}r"):
        words = "".join(t.text or "" for t in run.iter(f"{{{W}}}t"))
        mark = "*" * (run.find(f"{{{W}}}rPr/{{{W}}}b") is not None)
        mark += "_" * (run.find(f"{{{W}}}rPr/{{{W}}}i") is not None)
        out += f"{mark}{words}{mark[::-1]}" if words else ""
    return out


@pytest.mark.parametrize(
    ("block", "paragraphs"),
    [
        (Doan(text("Lời dẫn:")), [("VBNoiDung", "Lời dẫn:")]),
        (DeMuc(Level.SO, "1.", text("Ý.")), [("VBKhoan", "1. Ý.")]),
        (DeMuc(Level.SO, "1.", text("Ý"), True), [("VBTieuDeKhoan", "1. Ý")]),
        (DeMuc(Level.DIEM, "a)", text("Ý;")), [("VBDiem", "a) Ý;")]),
        (DeMuc(Level.DIEM, None, text("Ý;")), [("VBDiem", "a) Ý;")]),
        (DeMuc(Level.NGOAC, "(1)", text("Ý;")), [("VBDiem", "(1) Ý;")]),
        (DeMuc(Level.GACH, "-", text("Ý.")), [("VBGach", "- Ý.")]),
        (DeMuc(Level.CONG, "+", text("Ý.")), [("VBCong", "+ Ý.")]),
        (DeMuc(Level.SO_2, "1.1.", text("Ý."), True), [("VBTieuDeDiem", "1.1. Ý.")]),
        (DeMuc(Level.LA_MA, "I.", text("Kết quả"), True), [("VBTieuDeMuc", "I. KẾT QUẢ")]),
        (DeMuc(Level.LA_MA, "I.", text("Kết quả.")), [("VBKhoan", "I. Kết quả.")]),
        (DeMuc(Level.DIEU, "Điều 1.", text("Bổ nhiệm")), [("VBDieu", "*Điều 1. *Bổ nhiệm")]),
        (
            DeMuc(Level.DIEU, "Điều 1.", text("Phạm vi"), True),
            [("VBTieuDeDieu", "Điều 1. Phạm vi")],
        ),
        (
            DeMuc(Level.CHUONG, "Chương I", text("Quy định chung"), True),
            [("VBPhanChuong", "Chương I"), ("VBTenPhanChuong", "QUY ĐỊNH CHUNG")],
        ),
        (DeMuc(Level.MUC, "Mục 1", (), True), [("VBMuc", "Mục 1")]),
        (DeMuc(Level.SO, "1.", ()), [("VBKhoan", "1.")]),
    ],
)
def test_each_level_has_its_style_and_its_mark(
    written: Written, block: Block, paragraphs: list[tuple[str, str]]
) -> None:
    assert shown(written(block)) == paragraphs


def test_looks_inside_a_line_are_kept(written: Written) -> None:
    block = DeMuc(Level.GACH, "-", (Run("đậm", dam=True), Run(" và "), Run("cả hai", True, True)))
    assert shown(written(block)) == [("VBGach", "- *đậm* và *_cả hai_*")]


def test_a_reference_prints_what_its_place_is_called(written: Written) -> None:
    item = DeMuc(Level.SO, "2.", text("Ý."), nhan="y")
    blocks = (item, Doan((Run("Theo "), Ref("y"), Run("."))))
    assert shown(written(*blocks))[1] == ("VBNoiDung", "Theo khoản 2.")


def test_text_is_data_and_never_markup(written: Written) -> None:
    words = "a < b & c > d {{ e }} {% f %}"
    assert shown(written(Doan(text(words)))) == [("VBNoiDung", words)]


def test_the_last_paragraph_stays_with_the_signature(
    writer_of: Callable[..., BodyWriter],
) -> None:
    body = (Doan(text("Một.")), Doan(text("Hai.")))
    xml = writer_of(*body).write(body, ("noi_dung",), keep_last=True)
    first, last = re.findall("<w:p>.*?</w:p>", xml)
    assert ("<w:keepNext/>" in first, "<w:keepNext/>" in last) == (False, True)


@given(items=st.lists(st.tuples(st.sampled_from(Level), st.booleans(), st.text(max_size=5))))
def test_any_body_is_written_as_well_formed_xml(
    written: Written, items: list[tuple[Level, bool, str]]
) -> None:
    body = tuple(
        DeMuc(level, None, text("".join(c for c in words if not forbidden(c))), heading)
        for level, heading, words in items
    )
    assert len(shown(written(*body))) >= len(body)


NOTE = NoteRef("1")


@pytest.mark.parametrize(
    ("chu", "ended"),
    [
        (text("Hết"), text("Hết./.")),
        (text("Hết."), text("Hết./.")),
        (text("Hết./."), text("Hết./.")),
        (text("Hết ./. "), text("Hết ./. ")),
        (text("Hết. "), text("Hết./.")),
        (text("Hết…"), text("Hết…./.")),
        ((Run("Hết."), NOTE), (Run("Hết"), NOTE, Run("./."))),
        ((Run("Hết./."), NOTE), (Run("Hết./."), NOTE)),
        ((Run("Hết"), NOTE), (Run("Hết"), NOTE, Run("./."))),
        ((Run("Hết", dam=True), Run("./.")), (Run("Hết", dam=True), Run("./."))),
        ((Run("Theo "), Ref("y")), (Run("Theo "), Ref("y"), Run("./."))),
        ((NOTE,), (NOTE, Run("./."))),
    ],
)
def test_a_body_ends_with_one_end_mark(chu: Inlines, ended: Inlines) -> None:
    for block in (Doan(chu), DeMuc(Level.GACH, "-", chu)):
        (closed,) = with_end_mark((block,), "./.")
        assert getattr(closed, "chu", None) == ended
        assert with_end_mark((closed,), "./.") == (closed,)


@pytest.mark.parametrize(
    "last", [Bang((), ("",), (text("a"),), ()), Hinh("a.png"), DeMuc(Level.MUC, "Mục 1", ())]
)
def test_below_what_has_no_words_the_end_mark_stands_alone(last: Block) -> None:
    assert with_end_mark((last,), "./.") == (last, Doan(text("./.")))


def test_an_empty_body_has_no_end_mark() -> None:
    assert with_end_mark((), "./.") == ()


def test_footnotes_come_in_the_order_of_their_marks(
    writer_of: Callable[..., BodyWriter],
) -> None:
    notes = (CuocChu("a", text("Một.")), CuocChu("b", text("Hai.")))
    body = (Doan((NoteRef("b"), NoteRef("a"), NoteRef("b"))),)
    writer = writer_of(*body, cuoc_chu=notes)
    writer.write(body, ("noi_dung",))
    assert re.findall(r'w:id="(\d+)"', writer.footnotes()) == ["1", "2"]
    assert writer.footnotes().index("Hai.") < writer.footnotes().index("Một.")


def test_a_reference_into_another_text_names_it(
    writer_of: Callable[..., BodyWriter],
) -> None:
    def item(label: str) -> tuple[DeMuc, ...]:
        return (DeMuc(Level.SO, "1.", (Run("A."),), nhan=label),)

    here = (Doan((Ref("a"), Run("; "), Ref("b"))),)
    issued = KemTheo(loai="quy-che", noi_dung=(*item("a"), *here))
    van_ban = VanBan(
        loai="quyet-dinh-gian-tiep",
        noi_dung=here,
        kem_theo=issued,
        phu_luc=(PhuLuc(noi_dung=item("b")),),
    )
    writer = BodyWriter.of(van_ban, writer_of().around, "Quy chế")
    assert "khoản 1 Quy chế kèm theo" in writer.write(here, ("noi_dung",))
    inside = writer.write(issued.noi_dung, ("kem_theo", "noi_dung"))
    assert "Quy chế kèm theo" not in inside
    assert "khoản 1 Phụ lục" in inside
