"""Whatever stands on a page is recognized or told, in the document or told as left."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vanban import resources
from vanban.standards.load import Standard
from vanban.standards.types import read as read_type
from vanban.word.drafting import draft
from vanban.word.recognize import recognize

LINES = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "SỞ NỘI VỤ",
    "UBND TỈNH A", "Số: 5/QĐ-SNV", "Số:    /SNV-VP\tA, ngày   tháng 5 năm 2026",
    "A, ngày 05 tháng 3 năm 2026", "V/v góp ý", "QUYẾT ĐỊNH", "BÁO CÁO", "Về việc khen thưởng",
    "Kính gửi:", "Kính gửi: Sở A", "- Sở B;", "Căn cứ Luật C;", "QUYẾT ĐỊNH:",
    "GIÁM ĐỐC SỞ NỘI VỤ", "Điều 1. Khen thưởng", "Chương I", "QUY ĐỊNH CHUNG", "1. Một",
    "a) Hai;", "Lời văn của một đoạn.", "“Trích", "hết”", "Bảng 1. Việc", "Nơi nhận:",
    "Nơi nhận:\tKT. GIÁM ĐỐC", "- Lưu: VT.", "TM. ỦY BAN", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC",
    "(Ký tên)", "Nguyễn Văn An", "Phụ lục I", "PHỤ LỤC II: BIỂU", "(Kèm theo Quyết định số 5)",
    "SAO Y", "-----", "ĐẢNG CỘNG SẢN VIỆT NAM", "MỤC LỤC", "I. MỤC ĐÍCH ... 3", "",
)  # fmt: skip
line = st.tuples(
    st.sampled_from(LINES), st.sampled_from(("", "center", "center bold", "bold", "italic"))
)
cell = st.lists(st.sampled_from(LINES), min_size=1, max_size=4).map("|".join)
row = st.tuples(cell, cell)
table = st.tuples(st.lists(row, min_size=1, max_size=3), st.booleans())
PAGES = st.lists(st.one_of(line, line, line, table), max_size=14)
settings.register_profile("pages", suppress_health_check=[HealthCheck.function_scoped_fixture])
ND30 = Standard(resources.standards() / "nd30")
SUPPLIED = frozenset(
    {"quoc_hieu", "tieu_ngu", "cum_tu", "phu_luc", "kem_theo", "ten_muc_luc", "muc_luc"}
)
"""What the writer prints by itself; the words of these lines are not in a document."""


def filled(empty: Any, content: list[Any]) -> Any:
    """A page with some lines, each with a word of its own at its end."""
    page, count = empty, 0
    for first, second in content:
        if isinstance(first, str):
            count += 1
            page.line(f"{first} x{count}x" if len(first) > 30 else first, second)
        else:
            page.table(*first, ruled=second)
    return page


@settings(settings.get_profile("pages"), max_examples=150, deadline=None)
@given(content=PAGES)
def test_every_line_of_any_page_is_a_piece(page: Any, content: list[Any]) -> None:
    found = filled(type(page)(), content).recognize()

    assert found.unknown() == ()
    for piece in found.pieces():
        assert 0 <= piece.start < piece.end <= len(piece.paragraph.text)
    keys = [(p.paragraph.index, p.start) for p in found.pieces()]
    assert len(set(keys)) == len(keys)
    shown = {(p.index, text) for p in found.layout.paragraphs() for text in p.text.split()}
    held = {(p.paragraph.index, text) for p in found.pieces() for text in p.text.split()}
    assert shown == held


@settings(settings.get_profile("pages"), max_examples=150, deadline=None)
@given(content=PAGES)
def test_every_word_of_any_page_is_in_the_document_or_told(page: Any, content: list[Any]) -> None:
    found = recognize(filled(type(page)(), content).layout())
    loai = found.loai or "thong-bao"
    kind = read_type(resources.standards() / "nd30" / "types" / f"{loai}.yaml")
    made = draft(found, loai, kind, ND30.forms[kind.mau])

    said = f"{made.doc!r} {' '.join(one.text for one in made.left)}".casefold()
    supplied = {id(p.paragraph) for p in found.pieces() if p.slug in SUPPLIED or p.role == "ke"}
    for paragraph in found.layout.paragraphs():
        words = [
            word for word in paragraph.text.split() if word.startswith("x") and word[1:-1].isdigit()
        ]
        if id(paragraph) not in supplied:
            assert [word for word in words if word not in said] == []
