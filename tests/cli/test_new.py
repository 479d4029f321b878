"""``vanban new``: a commented source that renders clean as it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from vanban import plugins

Vanban = Callable[..., Any]
TYPES = sorted(plugins.registry().types)


@pytest.mark.parametrize("form", ["a.yaml", "a.txt"])
@pytest.mark.parametrize("slug", TYPES)
def test_what_it_writes_renders_clean(vanban: Vanban, slug: str, form: str) -> None:
    assert vanban("new", slug, "-o", form).err == f"Đã ghi {form}\n"
    ran = vanban("render", form)
    assert (ran.code, ran.err, ran.files) == (0, "Đã ghi a.docx\n", ["a.docx", form])


def test_without_a_file_it_is_printed(vanban: Vanban) -> None:
    ran = vanban("new", "ke-hoach")
    assert (ran.code, ran.err, ran.files) == (0, "", [])
    assert "loai: ke-hoach\n" in ran.text
    assert ran.out == vanban("new", "ke-hoach", "-o", "-").out


@pytest.mark.parametrize("arguments", [[], ["--txt"]])
def test_what_is_printed_can_be_piped_to_render(vanban: Vanban, arguments: list[str]) -> None:
    printed = vanban("new", "ke-hoach", *arguments).out
    ran = vanban("render", "-", "-o", "a.docx", stdin=printed)
    assert (ran.code, ran.err) == (0, "Đã ghi a.docx\n")


def test_an_existing_file_is_replaced_only_with_force(vanban: Vanban) -> None:
    ran = vanban("new", "ke-hoach", "-o", "a.yaml", files={"a.yaml": "của tôi"})
    assert ran.code == 2
    assert (ran.folder / "a.yaml").read_text("utf-8") == "của tôi"
    assert vanban("new", "ke-hoach", "-o", "a.yaml", "--force").code == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["ke-hoac"], "Có phải «ke-hoach» không?"),
        (["Kế hoạch"], "Có phải «ke-hoach» không?"),
        (["zzz"], "Các tên dùng được: "),
        (["../../x"], "Không có loại văn bản «../../x»."),
        ([""], "Không có loại văn bản «»."),
        (["ke-hoach", "-o", "a.docx"], "đuôi .yaml, .yml, .txt, .md"),
        (["ke-hoach", "-o", "a.json"], "đuôi .yaml, .yml, .txt, .md"),
        (["ke-hoach", "-o", "a.yaml", "--txt"], "đuôi .txt, .md"),
        (["ke-hoach", "-o", "x/a.yaml"], "Thư mục không tồn tại."),
        (["ke-hoach", "-o", ""], "đuôi .yaml"),
        ([], "LOẠI"),
    ],
)
def test_what_cannot_be_done_is_refused(vanban: Vanban, arguments: list[str], message: str) -> None:
    ran = vanban("new", *arguments)
    assert (ran.code, ran.files, ran.out) == (2, [], b"")
    assert message in ran.err
    assert "    → " in ran.err
