"""All the words of a document in one string."""

from __future__ import annotations

import pytest

from vanban import api
from vanban.rules.views.text import HEADING, PROSE, REFERENCE, TABLE, Text

SOURCE = """\
loai: bao-cao
trich_yeu: Kết quả năm 2026
can_cu:
  - Căn cứ Luật Lưu trữ
noi_dung: |
  I. KẾT QUẢ
  1. Đã đạt **92%** kế hoạch[^1], xem @viec.
  [^1]: Số liệu tạm tính.
  | STT | Việc |
  | --- | --- |
  | 1 | Lập hồ sơ |
phu_luc:
  - {ten: Danh mục, nhan: viec, noi_dung: Một.}
noi_nhan:
  - Các phòng
"""


def text_of(source: str) -> Text:
    reading = api.read("a.yaml", data=source.encode(), use_profile=False)
    return api.subject_of(reading).text


def lines(*pieces: str) -> Text:
    return Text([(("noi_dung", i, "chu"), piece, PROSE) for i, piece in enumerate(pieces)])


def test_passages_stand_in_the_order_of_print_with_footnotes_last() -> None:
    told = [passage.text for passage in text_of(SOURCE).passages]
    assert told.index("Kết quả năm 2026") < told.index("Căn cứ Luật Lưu trữ")
    assert told.index("Căn cứ Luật Lưu trữ") < told.index("KẾT QUẢ")
    assert told.index("Một.") < told.index("Các phòng")
    assert told[-1] == "Số liệu tạm tính."


def test_a_passage_knows_where_it_stands() -> None:
    places = {passage.text: (passage.where, passage.path) for passage in text_of(SOURCE).passages}
    assert places["Căn cứ Luật Lưu trữ"] == ("can_cu", ("can_cu", 0))
    assert places["KẾT QUẢ"] == (HEADING, ("noi_dung", 0, "chu"))
    assert places["Lập hồ sơ"][0] == TABLE
    assert places["Danh mục"] == ("phu_luc.ten", ("phu_luc", 0, "ten"))
    assert places["Số liệu tạm tính."] == (PROSE, ("cuoc_chu", 0, "chu"))


def test_marks_and_notes_go_and_a_reference_is_filled_in() -> None:
    found = next(p.text for p in text_of(SOURCE).passages if p.text.startswith("Đã đạt"))
    assert found == f"Đã đạt 92% kế hoạch, xem {REFERENCE * len('@viec')}."


def test_offsets_lead_back_to_the_passage() -> None:
    text = lines("Một", "Hai", "Ba")
    assert text.whole == "Một\nHai\nBa\n"
    assert [text.passage(at).text for at in (0, 3, 4, 8)] == ["Một", "Một", "Hai", "Ba"]


def test_plain_has_every_character_in_its_place() -> None:
    text = lines("Uỷ ban KẾ HOẠCH\u00a0và")
    assert len(text.plain) == len(text.whole)
    assert text.plain.startswith("ủy ban kế hoạch và")


def test_words_are_bare_and_parted_at_signs() -> None:
    text = lines("“Kế-hoạch”, số 12/KH-SNV; (xã)")
    assert {"kế", "hoạch", "số", "12", "kh", "snv", "xã"} <= text.words


def test_words_with_a_capital_are_kept_as_typed_and_told_in_small_letters() -> None:
    text = lines("Uỷ ban Nhân dân xã; (HĐND) hoà giải,", "nhân dân")
    assert text.capitalised == {"Uỷ", "Nhân", "HĐND"}
    assert text.capital_words == {"ủy", "nhân", "hđnd"}


def test_edges_have_the_signs_beside_blanks() -> None:
    behind, before = lines("Các xã; (phường) ,đặc khu ” .").edges
    assert behind & set(";),(”.") == set("(,”.")
    assert before & set(";),(”.") == set(";)”.")


def test_a_phrase_is_found_as_whole_words() -> None:
    text = lines("Sở Nội vụ và sở nội vụ; Sở Nội vụn")
    assert list(text.find("Sở Nội vụ")) == [0, 13]
    assert text.has("nội vụ")
    assert not text.has("Nội v")


@pytest.mark.parametrize(
    ("pieces", "word", "quoted"),
    [
        (("nói “một” hai",), "một", True),
        (("nói “một” hai",), "hai", False),
        (("sửa “một", "hai” ba"), "hai", True),
        (("mở “một",), "một", False),
        (('nói "một" hai',), "một", True),
        (("nói «một» hai",), "một", True),
    ],
)
def test_quotations_may_span_lines(pieces: tuple[str, ...], word: str, quoted: bool) -> None:
    text = lines(*pieces)
    assert text.quoted(text.whole.index(word)) is quoted
