"""Data is data: whatever a value looks like, the page shows it as it was typed."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Callable
from html import unescape
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

import pytest

from vanban.viet.text import nfc

TYPED = [
    "{{ x }}",
    "{{ ''.__class__ }}",
    "{% if x %}y{% endif %}",
    "{%p for x in y %}",
    "{# ghi chú #}",
    "{{",
    "}}",
    "%}",
    "<w:p/>",
    "</w:t></w:r></w:p>",
    "<b>đậm</b>",
    "<!-- a -->",
    "<![CDATA[ a ]]>",
    "]]>",
    "&amp; &lt; &#60; &nbsp; x",
    "R&D",
    "{ PAGE }",
    "\\ MERGEFIELD x",
    "=1+1",
    "%s %(x)s {0} $x ${x}",
    "C:\\Temp\\new",
    "a\u00a0b",
    "a\u200bb",
    "🇻🇳 😀",
    "שלום عربي",
    "𠀀",
    "\ue000",
    "\ufffd",
    "e\u0301\u0323 khác ẹ́",
    "08",
    "1e3",
    "no",
    "null_",
    "0x1F",
    "-",
    "'\"“”",
]
FIELDS = ["dia_danh", "so", "luu", "ky.ho_ten", "noi_nhan", "can_cu", "kinh_gui", "trich_yeu"]


def with_field(field: str, value: str) -> str:
    """A JSON source in which a field has a value; JSON spells any text."""
    name, _dot, inner = field.partition(".")
    many = name in {"noi_nhan", "can_cu", "kinh_gui"}
    typed: Any = {inner: value} if inner else [value, "hai"] if many else value
    data = {"loai": "ke-hoach", "noi_nhan": ["Sở"], "luu": "VT", "noi_dung": "Đoạn."}
    return json.dumps({**data, name: typed})


def shown(docx: bytes, part: str = "word/document.xml") -> list[str]:
    """The text of each paragraph; a line break counts as a space."""
    with zipfile.ZipFile(BytesIO(docx)) as archive:
        root = ElementTree.fromstring(archive.read(part))
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    return [
        "".join(
            " " if node.tag == f"{w}br" else node.text or ""
            for node in paragraph.iter()
            if node.tag in {f"{w}t", f"{w}br"}
        )
        for paragraph in root.iter(f"{w}p")
    ]


def rendered(vanban: Callable[..., Any], text: str, name: str = "a.json") -> bytes:
    ran = vanban("render", name, "-o", "-", "--no-check", files={name: text})
    assert ran.code == 0, ran.err
    docx: bytes = ran.out
    return docx


@pytest.mark.parametrize("field", FIELDS)
def test_a_field_prints_what_was_typed(vanban: Callable[..., Any], field: str) -> None:
    for typed in TYPED:
        if typed == "-" and field in {"noi_nhan", "can_cu", "kinh_gui"}:
            continue  # a dash alone is the bullet that the writer supplies
        page = " ".join(shown(rendered(vanban, with_field(field, typed))))
        expected = nfc(typed)
        assert expected in page or expected.lstrip("\u200b") in page, (field, typed)


def test_names_in_capitals_are_otherwise_as_typed(vanban: Callable[..., Any]) -> None:
    text = json.dumps({"loai": "ke-hoach", "co_quan": {"ban_hanh": "{{ sở }} <w:p/> R&D"}})
    assert "{{ SỞ }} <W:P/> R&D" in " ".join(shown(rendered(vanban, text)))


@pytest.mark.parametrize("typed", TYPED)
def test_a_paragraph_prints_what_was_typed(vanban: Callable[..., Any], typed: str) -> None:
    plain = typed.replace("\\", "\\\\")  # a backslash before a sign is one of the few marks
    text = json.dumps({"loai": "ke-hoach", "noi_dung": f"Câu «{plain}» này."})
    assert f"Câu «{nfc(typed)}» này./." in shown(rendered(vanban, text))


@pytest.mark.parametrize("typed", ["{{ x }}", "{% raw %}", "<w:p/>", "&amp;", "{ PAGE }", "]]>"])
def test_cells_headings_captions_and_footnotes_print_what_was_typed(
    vanban: Callable[..., Any], typed: str
) -> None:
    body = (
        f"1. Mục {typed}\na) Ý[^1].\n[^1]: Chú {typed}\n"
        f"Bảng: Tên {typed}\n| A {typed} | B |\n| --- | --- |\n| ô {typed} | b |"
    )
    docx = rendered(vanban, json.dumps({"loai": "ke-hoach", "noi_dung": body}))
    page = "\n".join(shown(docx))
    for words in ("1. Mục", "Tên", "A", "ô"):
        assert f"{words} {typed}" in page
    assert f"Chú {typed}" in "\n".join(shown(docx, "word/footnotes.xml"))


def test_line_separators_of_unicode_become_spaces(vanban: Callable[..., Any]) -> None:
    text = "loai: ke-hoach\ndia_danh: Tây\u2028Ninh\nnoi_dung: |\n  Một\u2029hai\x85ba.\n"
    page = " ".join(shown(rendered(vanban, text, "a.yaml")))
    assert "Tây Ninh" in page
    assert "Một hai ba." in page


def test_tabs_and_line_breaks_of_a_field_become_those_of_word(vanban: Callable[..., Any]) -> None:
    docx = rendered(vanban, json.dumps({"loai": "ke-hoach", "noi_dung": "Một\thai."}))
    with zipfile.ZipFile(BytesIO(docx)) as archive:
        xml = archive.read("word/document.xml").decode()
    assert re.search(r"Một</w:t><w:tab/><w:t[^>]*>hai", xml)


def test_nothing_typed_becomes_a_field_of_word(vanban: Callable[..., Any]) -> None:
    text = json.dumps({"loai": "ke-hoach", "trich_yeu": "{ PAGE } { TOC \\\\o }"})
    with zipfile.ZipFile(BytesIO(rendered(vanban, text))) as archive:
        assert "instrText" not in archive.read("word/document.xml").decode()


def test_the_title_of_the_file_is_what_was_typed(vanban: Callable[..., Any]) -> None:
    docx = rendered(vanban, json.dumps({"loai": "ke-hoach", "trich_yeu": "{{ x }} <a> & b"}))
    with zipfile.ZipFile(BytesIO(docx)) as archive:
        core = archive.read("docProps/core.xml").decode()
    assert "{{ x }} <a> & b" in unescape(core)


def test_settings_print_what_was_typed(vanban: Callable[..., Any], source: str) -> None:
    ran = vanban(
        *("render", "a.yaml", "-o", "-", "--set", "ky.ho_ten={{ so }} <b> & ="),
        files={"a.yaml": source},
    )
    assert "{{ so }} <b> & =" in shown(ran.out)
