"""What a PDF tells about the pages of its headings."""

from __future__ import annotations

from pathlib import Path

import pytest

import vanban
from vanban import pdf
from vanban.word import reader

ROOT = Path(__file__).parents[1]
needs_office = pytest.mark.skipif(
    pdf.program() is None, reason="needs LibreOffice, which .ci/run installs"
)


def entry(number: int, title: str, page: int) -> bytes:
    words = title.encode("utf-16-be").hex().upper()
    return (
        f"{number} 0 obj\n<</Title<FEFF{words}>\n/Dest[{page} 0 R/XYZ 1 2 0]>>\nendobj\n".encode()
    )


PAGES = b"9 0 obj\n<</Type/Pages/Kids[ 4 0 R 7 0 R ]/Count 2>>\nendobj\n"


def test_headings_come_with_the_number_of_their_page() -> None:
    found = pdf.headings(PAGES + entry(11, "I. MỞ ĐẦU", 4) + entry(12, "1. Đích", 7))
    assert found == [("I. MỞ ĐẦU", 1), ("1. Đích", 2)]


def test_what_is_no_pdf_has_no_headings() -> None:
    assert pdf.headings(b"abc") == []


def test_without_libreoffice_there_is_no_pdf(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "program", lambda: None)
    assert pdf.convert(b"") is None


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


def test_unknown_pages_are_left_to_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "program", lambda: None)
    assert {page for _words, page in contents_of("bao-cao")} == {""}
