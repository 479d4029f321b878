"""A body as a list of typed blocks."""

from __future__ import annotations

from pathlib import Path

import pytest

from vanban.model.blocks import Bang, DeMuc, Doan, Hinh
from vanban.model.inlines import plain
from vanban.model.levels import Level
from vanban.sources import typed_blocks, yaml
from vanban.sources.collector import Collector
from vanban.sources.nodes import Items

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + b"\0\0\0\x10" * 2


def read(text: str, path: str = "a.yaml") -> tuple[tuple[object, ...], Collector]:
    """The blocks of a list, and what reading gathered."""
    node = yaml.parse(f"noi_dung:\n{text}", path)[0].pairs[0][1]
    assert isinstance(node, Items)
    out = Collector()
    blocks = typed_blocks.read(node, ("noi_dung",), out)
    out.check_links()
    return blocks, out


def problems(text: str) -> list[str]:
    out = read(text)[1]
    assert all(problem.advice for problem in out.problems)
    return [f"{problem.place}: {problem.message}" for problem in out.problems]


def test_a_text_is_a_paragraph() -> None:
    (first, second), out = read("- Một *hai*.\n- doan: 1. không phải mục\n")
    assert isinstance(first, Doan)
    assert plain(first.chu) == "Một hai."
    assert isinstance(second, Doan)
    assert plain(second.chu) == "1. không phải mục"
    assert not out.problems


def test_blank_items_are_left_out() -> None:
    assert read('-\n- ""\n- A\n')[0] == read("- A\n")[0]


def test_an_item_has_a_level_a_mark_and_a_text() -> None:
    (found,), out = read("- muc: {cap: dieu, dau: Điều 1., chu: Phạm vi, tieu_de: có, nhan: pv}\n")
    assert isinstance(found, DeMuc)
    assert (found.cap, found.dau, plain(found.chu)) == (Level.DIEU, "Điều 1.", "Phạm vi")
    assert (found.tieu_de, found.nhan) == (True, "pv")
    assert list(out.labels) == ["pv"]


def test_a_table_has_a_header_and_rows() -> None:
    (found,), _out = read(
        "- bang: {ten: Số liệu, can: [trai, phai], dau: [A, B], hang: [[1, 2], [3, 4]]}\n"
    )
    assert isinstance(found, Bang)
    assert found.can == ("trai", "phai")
    assert [[plain(cell) for cell in row] for row in found.hang] == [["1", "2"], ["3", "4"]]


def test_an_image_is_found_beside_the_source(tmp_path: Path) -> None:
    (tmp_path / "x.png").write_bytes(PNG)
    (found,), _out = read("- hinh: {tep: x.png, mo_ta: Sơ đồ}\n", str(tmp_path / "a.yaml"))
    assert found == Hinh(str(tmp_path / "x.png"), "Sơ đồ")


def test_notes_and_references_are_linked() -> None:
    text = "- Xem @x[^1].\n- muc: {cap: so, dau: 1., nhan: x}\n- cuoc_chu: {nhan: 1, chu: Chú}\n"
    blocks, out = read(text)
    assert len(blocks) == 2
    assert [plain(note.chu) for note in out.used_footnotes()] == ["Chú"]
    assert not out.problems


def test_blocks_know_where_they_stand() -> None:
    out = read("- A\n- bang: {dau: [B, C]}\n- muc: {cap: so, chu: D}\n- E\n")[1]
    places = [str(out.spans["noi_dung", n].place()) for n in range(4)]
    assert places == ["a.yaml:2:3", "a.yaml:3:16", "a.yaml:4:23", "a.yaml:5:3"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- [a]\n", "a.yaml:2:3: Mỗi khối có đúng một khóa."),
        ("- {}\n", "a.yaml:2:3: Mỗi khối có đúng một khóa."),
        ("- {doan: a, muc: b}\n", "a.yaml:2:3: Mỗi khối có đúng một khóa."),
        ("- zzz: a\n", "a.yaml:2:3: Không có khối «zzz»."),
        ("- doan: [a]\n", "a.yaml:2:9: Ở đây cần một giá trị chữ."),
        ("- muc: a\n", "a.yaml:2:8: Khối này cần một nhóm khóa."),
        ("- muc: {}\n", "a.yaml:2:8: Khối muc thiếu «cap», hoặc «cap» không đúng."),
        ("- muc: {cap: zz}\n", "a.yaml:2:14: Khối muc thiếu «cap», hoặc «cap» không đúng."),
        ("- muc: {cap: so, zz: 1}\n", "a.yaml:2:18: Khối này không có khóa «zz»."),
        ("- muc: {cap: so, tieu_de: x}\n", "a.yaml:2:27: «x» không phải là có hay không."),
        ("- muc: {cap: so, dau: [1]}\n", "a.yaml:2:23: Ở đây cần một giá trị chữ."),
        ("- bang: {}\n", "a.yaml:2:9: Các hàng của bảng không cùng số ô với «dau»."),
        (
            "- bang: {dau: [a], hang: [[1, 2]]}\n",
            "a.yaml:2:9: Các hàng của bảng không cùng số ô với «dau».",
        ),
        ("- bang: {dau: [a], hang: x}\n", "a.yaml:2:26: Ở đây cần một danh sách."),
        ("- bang: {dau: [a], can: [x]}\n", "a.yaml:2:25: «can» của bảng không đúng."),
        ("- hinh: {mo_ta: x}\n", "a.yaml:2:9: Khối hinh thiếu «tep»."),
        ("- hinh: {tep: k.png}\n", "a.yaml:2:15: Không tìm thấy tệp ảnh «k.png»."),
        ("- cuoc_chu: x\n", "a.yaml:2:13: Khối này cần một nhóm khóa."),
        ("- cuoc_chu: {nhan: 1}\n", "a.yaml:2:13: Khối cuoc_chu thiếu «nhan» hoặc «chu»."),
        ("- A[^1].\n", "a.yaml:2:4: [^1] không có cước chú nào."),
        ("- A @x.\n", "a.yaml:2:5: @x không viện dẫn đến nhãn nào."),
    ],
)
def test_what_is_not_understood_is_told_once_with_its_place(text: str, expected: str) -> None:
    assert problems(text) == [expected]


ORDINALS = """\
- bang:
    dau: [STT, Đơn vị, Số tiền]
    kieu: [so, chu, tien]
    tong: Tổng cộng
    hang: [[1, A, 1000], [2, B, 2500]]
"""


def test_ordinals_are_not_added_up() -> None:
    ((table,), _) = read(ORDINALS)
    assert isinstance(table, Bang)
    assert [plain(cell) for cell in table.hang[-1]] == ["", "Tổng cộng", "3.500"]
