"""Several PDFs as one."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from vanban.errors import ConversionError, OutputError
from vanban.pdf import merge as merging
from vanban.pdf.merge import merge


@pytest.fixture
def parts(tmp_path: Path) -> list[Path]:
    """Three PDFs of one, two and three pages, each page as wide as its document has pages."""
    made = [tmp_path / f"{name}.pdf" for name in ("Mời một", "Mời hai", "Mời ba")]
    for count, path in enumerate(made, 1):
        with pikepdf.new() as pdf:
            for _page in range(count):
                pdf.add_blank_page(page_size=(100 * count, 100))
            pdf.save(path)
    return made


def widths(path: Path) -> list[int]:
    with pikepdf.open(path) as pdf:
        return [int(page.mediabox[2]) for page in pdf.pages]


def bookmarks(path: Path) -> list[tuple[str, int]]:
    """The bookmarks of a PDF, each with its page (1-based)."""
    with pikepdf.open(path) as pdf, pdf.open_outline() as outline:
        return [(one.title, pikepdf.Page(one.destination[0]).index + 1) for one in outline.root]


@pytest.mark.parametrize("at_once", [100, 2])
def test_pages_come_in_order_with_a_bookmark_where_each_begins(
    tmp_path: Path, parts: list[Path], monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    monkeypatch.setattr(merging, "AT_ONCE", at_once)
    merge(parts, tmp_path / "In.pdf")
    assert widths(tmp_path / "In.pdf") == [100, 200, 200, 300, 300, 300]
    assert bookmarks(tmp_path / "In.pdf") == [("Mời một", 1), ("Mời hai", 2), ("Mời ba", 4)]


def test_bookmarks_say_what_they_are_told(tmp_path: Path, parts: list[Path]) -> None:
    merge(parts[:2], tmp_path / "In.pdf", names=["Ông An", "Bà Bình"])
    assert [title for title, _page in bookmarks(tmp_path / "In.pdf")] == ["Ông An", "Bà Bình"]


def test_the_whole_has_a_title_and_a_language(tmp_path: Path, parts: list[Path]) -> None:
    merge(parts, tmp_path / "Giấy mời.pdf")
    with pikepdf.open(tmp_path / "Giấy mời.pdf") as pdf:
        assert str(pdf.docinfo["/Title"]) == "Giấy mời"
        assert str(pdf.Root.Lang) == "vi-VN"
        assert pdf.pdf_version == "1.7"


def test_an_existing_file_is_replaced_only_when_that_is_asked_for(
    tmp_path: Path, parts: list[Path]
) -> None:
    (tmp_path / "In.pdf").write_text("cũ")
    with pytest.raises(OutputError, match="Tệp đã có"):
        merge(parts, tmp_path / "In.pdf")
    merge(parts, tmp_path / "In.pdf", force=True)
    assert len(widths(tmp_path / "In.pdf")) == 6


def test_a_file_that_is_no_pdf_is_named(tmp_path: Path, parts: list[Path]) -> None:
    parts[1].write_text("hỏng")
    with pytest.raises(ConversionError, match="Không đọc được tệp PDF") as caught:
        merge(parts, tmp_path / "In.pdf")
    assert str(caught.value.problems[0].place) == str(parts[1])
    assert not (tmp_path / "In.pdf").exists()


def test_without_pikepdf_the_command_that_installs_it_is_told(
    tmp_path: Path, parts: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(merging, "find_spec", lambda _name: None)
    with pytest.raises(ConversionError, match=r'pip install "vanban\[pdf\]"'):
        merge(parts, tmp_path / "In.pdf")
