"""What a PDF tells of itself: the pages of its headings, its fonts, its language."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest

import vanban
from vanban import pdf
from vanban.pdf import office, pages
from vanban.word import reader

ROOT = Path(__file__).parents[2]
needs_office = pytest.mark.skipif(
    office.program() is None, reason="needs LibreOffice, which .ci/run installs"
)


def entry(number: int, title: str, page: int) -> bytes:
    return f"{number} 0 obj\n{outline(title, page)}\nendobj\n".encode()


def outline(title: str, page: int) -> str:
    words = title.encode("utf-16-be").hex().upper()
    return f"<</Title<FEFF{words}>\n/Dest[{page} 0 R/XYZ 1 2 0]>>"


def packed(*objects: tuple[int, str]) -> bytes:
    """The objects in one object stream, as newer writers keep them."""
    places, body = [], ""
    for number, text in objects:
        places.append(f"{number} {len(body)}")
        body += text + "\n"
    head = " ".join(places) + " "
    data = zlib.compress((head + body).encode())
    keys = f"<</Type/ObjStm/N {len(objects)}/First {len(head)}/Length {len(data)}>>"
    return f"90 0 obj\n{keys}\nstream\n".encode() + data + b"\nendstream\nendobj\n"


PAGES = b"9 0 obj\n<</Type/Pages/Kids[ 4 0 R 7 0 R ]/Count 2>>\nendobj\n"


def test_headings_come_with_the_number_of_their_page() -> None:
    found = pdf.headings(PAGES + entry(11, "I. MỞ ĐẦU", 4) + entry(12, "1. Đích", 7))
    assert found == [("I. MỞ ĐẦU", 1), ("1. Đích", 2)]


def test_headings_in_an_object_stream_are_found_too() -> None:
    stream = packed((9, "<</Type/Pages/Kids[ 4 0 R 7 0 R ]/Count 2>>"), (11, outline("1. Đích", 7)))
    assert pdf.headings(stream) == [("1. Đích", 2)]


@pytest.mark.parametrize("data", [b"", b"abc", packed((1, "x")).replace(b"First", b"Frist")])
def test_what_is_no_pdf_has_no_headings(data: bytes) -> None:
    assert pdf.headings(data) == []


def test_a_damaged_object_stream_is_passed_over() -> None:
    start, _sep, rest = packed((1, "x")).partition(b"stream\n")
    assert pdf.headings(start + b"stream\nhong" + rest[4:]) == []


def test_fonts_are_named_without_the_mark_of_their_subset() -> None:
    made = packed(
        (3, "<</Type/FontDescriptor/FontName/BAAAAA+LiberationSerif-Bold/Flags 4>>"),
        (4, "<</Type/FontDescriptor/FontName/CAAAAA+DejaVuSans>>"),
    )
    again = b"5 0 obj\n<</FontName/DAAAAA+DejaVuSans\n/Flags 4>>\nendobj\n"
    assert pages.fonts(made + again) == ("DejaVuSans", "LiberationSerif-Bold")


def test_the_language_is_that_of_the_catalogue() -> None:
    catalogue = b"1 0 obj\n<</Type/Catalog/Pages 9 0 R\n/Lang(vi-VN)\n>>\nendobj\n"
    assert pages.language(catalogue) == "vi-VN"
    assert pages.language(b"1 0 obj\n<</Type/Catalog>>\nendobj\n") is None


def contents_of(name: str) -> list[tuple[str, str]]:
    """The lines of the table of contents of an example, split at their tab."""
    doc = vanban.load(ROOT / "examples" / f"{name}.yaml", fields=["muc_luc=có"], use_profile=False)
    layout = reader.read(vanban.render(doc))
    lines = (p.text for p in layout.paragraphs() if p.style == "VB Mục lục")
    return [(words, page) for words, _tab, page in (line.partition("\t") for line in lines)]


@needs_office
@pytest.mark.parametrize("name", ["bao-cao", "ke-hoach", "chuong-trinh/de-an"])
def test_the_pages_of_the_contents_are_those_of_the_headings(name: str) -> None:
    lines = contents_of(name)
    doc = vanban.load(ROOT / "examples" / f"{name}.yaml", fields=["muc_luc=có"], use_profile=False)
    again = pdf.convert(vanban.render(doc))
    assert again is not None
    real = pdf.headings(again)
    for words, page in lines:
        assert any(words.endswith(title) and int(page) == at for title, at in real), words


def test_without_libreoffice_there_is_no_pdf(no_office: None) -> None:
    assert pdf.convert(b"") is None


def test_unknown_pages_are_left_to_word(no_office: None) -> None:
    assert {page for _words, page in contents_of("bao-cao")} == {""}
