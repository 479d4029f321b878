"""Comparing .docx files part by part."""

from __future__ import annotations

import io
import zipfile

from vanban import api
from vanban.model.blocks import Doan
from vanban.model.inlines import Run
from vanban.model.van_ban import VanBan
from vanban.testing import docx


def document(words: str) -> bytes:
    return api.render(VanBan(loai="ke-hoach", noi_dung=(Doan((Run(words),)),)))


def packed(data: bytes, **changed: str) -> bytes:
    """The same parts in another order, deflated otherwise, some with another content."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, content in sorted(docx.parts(data).items(), reverse=True):
            archive.writestr(name, changed.get(name.replace("/", "_"), content))
    return out.getvalue()


def test_the_packing_does_not_count() -> None:
    data = document("Một.")
    assert docx.differences(data, packed(data)) == []


def test_the_order_of_attributes_does_not_count() -> None:
    data = document("Một.")
    part = '<w:p xmlns:w="urn:w" {}/>'
    one = packed(data, **{"word_document.xml": part.format('w:a="1" w:b="2"')})
    other = packed(data, **{"word_document.xml": part.format('w:b="2"  w:a="1"')})
    assert docx.differences(one, other) == []


def test_a_difference_names_its_part_and_shows_both_sides() -> None:
    (line,) = docx.differences(document("Một hai."), document("Một ba."))
    assert line.startswith("word/document.xml: ")
    assert "hai" in line
    assert "ba" in line


def test_a_part_that_one_lacks_is_told() -> None:
    data = document("Một.")
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("word/media/a.png", b"x")
    assert docx.differences(data, out.getvalue()) == ["word/media/a.png: only in the second"]
    assert docx.differences(out.getvalue(), data) == ["word/media/a.png: only in the first"]


def test_the_words_are_those_on_the_page() -> None:
    lines = docx.text(document("Một đoạn")).splitlines()
    assert "KẾ HOẠCH" in lines
    assert "Một đoạn./." in lines
