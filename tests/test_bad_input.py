"""What cannot be understood: one Vietnamese message with its place and the way out, exit 2."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

HEAD = """\
{loai}
co_quan:
  ban_hanh: Thanh tra tỉnh
trich_yeu: Công tác năm 2026
noi_dung: |
  {body}
"""
"""A source of six lines; a seventh is what a case adds."""


def head(more: str = "", body: str = "Một đoạn.", loai: str = "loai: ke-hoach") -> str:
    return HEAD.format(body=body, loai=loai) + more


def body(text: str) -> str:
    return head(body=text)


def in_json(text: str) -> tuple[str, str]:
    return "a.json", text


PNG_WITHOUT_SIZE = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(8) + b"\x08\x02\0\0\0"

# The file (or its name and text), the place in it, what the message says.
SYNTAX: dict[str, tuple[Any, str, str]] = {
    "a letter": ("Kính gửi: các phòng\nđây là thư\n", "2:1", "không có dạng “khóa: giá trị”"),
    "plain words": ("Xin chào\n", "1:1", "Tệp phải là một bản ghi"),
    "tabs": ("loai: ke-hoach\nco_quan:\n\tban_hanh: X\n", "3:1", "phím Tab"),
    "UTF-16": (head().encode("utf-16"), "1:1", "UTF-16"),
    "UTF-16 without a mark": (head().encode("utf-16-le"), "1:1", "UTF-16"),
    "Windows-1258": (b"loai: ke-hoach\nluu: \xd0\xea\xec\n", "2:6", "Windows-1258"),
    "TCVN3": (b"loai: ke-hoach\nluu: C\xabng t\xb8c\n", "2:7", "TCVN3"),
    "one bad byte": (head().encode() + b"luu: \xff\n", "7:6", "byte FF"),
    "nothing": ("", "", "Tệp trống"),
    "a byte order mark": (b"\xef\xbb\xbf", "", "Tệp trống"),
    "comments": ("# ghi chú\n", "", "Chưa có khóa"),
    "a list at the root": ("- a\n- b\n", "1:1", "Tệp phải là một bản ghi"),
    "two documents": (head() + "---\n" + head(), "7:1", "văn bản thứ hai"),
    "alias bomb": ("a: &a [x, x]\nb: [*a, *a]\n", "1:4", "“&”"),
    "tag": (head("so: !!python/object:os.system 1\n"), "7:5", "“!”"),
    "depth bomb": ("a: " + "[" * 500, "1:33", "lồng nhau quá 30 tầng"),
    "depth bomb in JSON": (in_json('{"a": ' + "[" * 9000), "1:36", "lồng nhau quá 30 tầng"),
    "JSON": (in_json('{"loai": "ke-hoach", so: 12}'), "1:22", "“so” không phải là khóa"),
    "half a character": (in_json('{"so": "\\ud800"}'), "1:8", "U+D800"),
    "ten megabytes": ("a: " + "chữ " * 2_000_000, "", "lớn hơn 10 MB"),
    "control character": (b"loai: ke-hoach\nluu: V\x01T\n", "2:7", "U+0001"),
    "zero byte": (b"loai: ke-hoach\x00\n", "1:15", "U+0000"),
    "escaped control": ('loai: ke-hoach\nluu: "V\\x07T"\n', "2:6", "U+0007"),
    "Word file": (b"PK\x03\x04....", "", "không phải tệp văn bản thuần"),
    "text without dashes": (("a.txt", "loai: ke-hoach\n"), "", "Không có dòng “---”"),
    "open quote": (head('so: "12\n'), "7:5", "chưa được đóng"),
    "braces": (head("so: {{ x }}\n"), "7:6", "dấu nháy"),
}

FIELDS: dict[str, tuple[Any, str, str]] = {
    "key twice": (head("loai: ke-hoach\n"), "7:1", "đã có ở dòng 1"),
    "key twice, spelt otherwise": (head("Trích yếu: X\n"), "7:1", "là một với khóa “trich_yeu”"),
    "unknown key": (head("noi_nhann: X\n"), "7:1", "«noi_nhan»"),
    "strange key": (head("5: X\n"), "7:1", "«5»"),
    "empty key": (head('"": X\n'), "7:2", "«»"),
    "unknown key inside": (head("ky:\n  ho_tenn: X\n"), "8:3", "«ho_ten»"),
    "no type": (head().replace("loai: ke-hoach\n", ""), "1:1", "Thiếu khóa «loai»"),
    "blank type": (head(loai='loai: ""'), "1:1", "Thiếu khóa «loai»"),
    "unknown type": (head(loai="loai: ke-hoac"), "1:7", "«ke-hoach»"),
    "type from another planet": (head(loai="loai: zzz"), "1:7", "vanban types"),
    "list for a type": (head(loai="loai: [a]"), "1:7", "không phải danh sách"),
    "impossible date": (head("ngay: 31/02/2026\n"), "7:7", "«31/02/2026» không có trong lịch"),
    "impossible year": (head("ngay: 01/01/9999\n"), "7:7", "Năm 9999"),
    "no date": (head("ngay: hôm nay\n"), "7:7", "«hôm nay» không phải là ngày"),
    "half a date": (head("uy_quyen: {den_ngay: 11/2022}\n"), "7:22", "thiếu ngày hoặc tháng"),
    "unknown choice": (head("co_chu: 15\n"), "7:9", "14, 13"),
    "neither yes nor no": (head("phu_luc: {ngang: xoay}\n"), "7:18", "«có» hoặc «không»"),
    "text for a record": (head("ky: abc\n"), "7:5", "chuc_vu"),
    "list in a list": (head("noi_nhan:\n  - [a]\n"), "8:5", "không phải danh sách"),
    "colon in an item": (head("noi_nhan:\n  - Sở X: 02\n"), "8:5", "dấu nháy kép"),
    "record for a body": ("loai: ke-hoach\nnoi_dung:\n  a: b\n", "3:3", "giá trị chữ"),
    "rule without a reason": (head("bo_qua: {ND30-N-016: }\n"), "7:22", "phải có lý do"),
    "list of rules": (head("bo_qua: [ND30-N-016]\n"), "7:9", "mã quy tắc và lý do"),
    "unknown standard": (head("tieu_chuan: ../x\n"), "7:13", "nd30"),
}

BODIES: dict[str, tuple[Any, str, str]] = {
    "mark without a note": (body("Đoạn[^1]."), "6:7", "[^1] không có cước chú"),
    "note without a mark": (body("Đoạn.\n  [^1]: chú"), "7:3", "không được dùng ở đâu"),
    "reference to nothing": (body("Theo @abc."), "6:8", "@abc không viện dẫn"),
    "missing image": (body("![x](k.png)"), "6:8", "Không tìm thấy tệp ảnh «k.png»"),
    "folder for an image": (body("![x](.)"), "6:8", "Không tìm thấy tệp ảnh"),
    "text for an image": (body("![x](a.yaml)"), "6:8", "không phải ảnh PNG hay JPEG"),
    "missing signature": (head("ky: {anh_dau: k.png}\n"), "7:15", "Không tìm thấy tệp ảnh"),
}


@pytest.mark.parametrize("case", [*SYNTAX, *FIELDS, *BODIES])
def test_it_is_refused_with_its_place_and_advice(vanban: Callable[..., Any], case: str) -> None:
    content, place, message = (SYNTAX | FIELDS | BODIES)[case]
    name, content = content if isinstance(content, tuple) else ("a.yaml", content)
    ran = vanban("render", name, files={name: content})
    where = f"{name}:{place}" if place else name
    assert ran.code == 2
    assert ran.err.startswith(f"{where}: lỗi: ")
    assert message in ran.err
    assert "\n    → " in ran.err
    assert "Traceback" not in ran.err
    assert ran.files == [name]


def test_a_bomb_that_the_parser_itself_refuses_has_the_same_message(
    vanban: Callable[..., Any],
) -> None:
    ran = vanban("render", "a.yaml", files={"a.yaml": "a: " + "[" * 5000})
    assert ran.code == 2
    assert "lồng nhau quá 30 tầng" in ran.err


@pytest.mark.parametrize(
    "data",
    [PNG_WITHOUT_SIZE, b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"GIF89a"],
    ids=["no size", "cut PNG", "cut JPEG", "GIF"],
)
def test_an_image_that_word_cannot_show_is_refused(vanban: Callable[..., Any], data: bytes) -> None:
    ran = vanban("render", "a.yaml", files={"a.yaml": body("![x](x.png)"), "x.png": data})
    assert (ran.code, ran.files) == (2, ["a.yaml", "x.png"])
    assert ran.err.startswith("a.yaml:6:8: lỗi: Tệp «x.png» không phải ảnh")


def test_an_image_that_is_a_link_to_itself_is_not_found(vanban: Callable[..., Any]) -> None:
    ran = vanban(files={"a.yaml": body("![x](x.png)")})
    (ran.folder / "x.png").symlink_to("x.png")
    assert "Không tìm thấy tệp ảnh" in vanban("render", "a.yaml").err


def test_all_mistakes_of_a_file_are_told_at_once_in_order(vanban: Callable[..., Any]) -> None:
    text = head("ngay: 31/02/2026\nkyy: x\nco_chu: 15\n", loai="loai: zzz")
    ran = vanban("render", "a.yaml", files={"a.yaml": text})
    places = [line.split(" ")[0] for line in ran.err.splitlines() if "lỗi:" in line]
    assert places == ["a.yaml:1:7:", "a.yaml:7:7:", "a.yaml:8:1:", "a.yaml:9:9:"]


def test_at_most_fifty_mistakes_are_printed(vanban: Callable[..., Any]) -> None:
    text = head("".join(f"khoa_{n}: x\n" for n in range(3000)))
    ran = vanban("render", "a.yaml", files={"a.yaml": text})
    assert ran.err.count("lỗi:") == 50
    assert ran.err.splitlines()[-1] == "… và 2950 lỗi nữa."


def test_long_values_are_quoted_short(vanban: Callable[..., Any]) -> None:
    ran = vanban("render", "a.yaml", files={"a.yaml": head(f"ngay: {'x' * 5000}\n")})
    assert max(map(len, ran.err.splitlines())) < 200


def test_an_unknown_type_makes_no_mistakes_of_its_fields(vanban: Callable[..., Any]) -> None:
    ran = vanban("render", "a.yaml", files={"a.yaml": head(loai="loai: ke-hoac")})
    assert ran.err.count("lỗi:") == 1


@pytest.mark.parametrize(
    "absent",
    ["so: \n", "ngay:\n", "ky:\n", "noi_nhan: []\n", "co_chu: ~\n", "ky: {ho_ten: }\n"],
)
def test_what_is_merely_absent_renders_with_its_blanks(
    vanban: Callable[..., Any], absent: str
) -> None:
    ran = vanban("render", "a.yaml", files={"a.yaml": "loai: ke-hoach\n" + absent})
    assert ran.code == 0
    assert "cảnh báo ND30-T-004" in ran.err
    assert ran.files == ["a.docx", "a.yaml"]


def test_an_issued_document_without_a_subject_is_a_finding(vanban: Callable[..., Any]) -> None:
    ran = vanban("render", "a.yaml", files={"a.yaml": "loai: ke-hoach\ntrang_thai: ban-hanh\n"})
    assert ran.code == 1
    assert "lỗi ND30-T-004" in ran.err
    assert ran.files == ["a.yaml"]


def test_long_lines_and_many_footnotes_are_read(vanban: Callable[..., Any]) -> None:
    notes = "\n  ".join(f"Đoạn[^{n}].\n  [^{n}]: chú {n}" for n in range(500))
    text = body("chữ " * 100_000 + "\n  " + notes)
    assert vanban("render", "a.yaml", files={"a.yaml": text}).code == 0
