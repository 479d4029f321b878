"""The closed loop: a document is rendered, read back, imported, and is the same again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from vanban import api
from vanban.api.importing import Imported, import_docx
from vanban.layout.document import Layout, Run
from vanban.model.van_ban import VanBan
from vanban.word.reader import read

TOP = Path(__file__).parents[2]
EXAMPLES = sorted((TOP / "examples").rglob("*.yaml"))
COPIES = {"sao-y", "trich-sao"}
"""These render the file of another document with a copy's mark: what is imported is that
document; the mark of the copy is told."""
REFERENCES = {"ke-hoach", "de-an", "quy-che", "quyet-dinh-gian-tiep"}
"""These refer to their own items (@nhan): the words come back, the reference does not."""
FIELDS = (
    "loai", "so", "ngay", "dia_danh", "kinh_gui", "can_cu", "luu", "do_khan", "luu_hanh", "dia_chi",
    "nguoi_soan", "so_ban", "muc_luc", "rieng",
)  # fmt: skip
PRINTED_IN_CAPITALS = ("trich_yeu", "tham_quyen", "du_thao")


def loop(path: Path) -> tuple[VanBan, bytes, Imported, VanBan]:
    """The source's document, its .docx, what was imported, the document of that."""
    doc = api.load(path, use_profile=False)
    page = api.render(doc)
    made = import_docx(page)
    again = api.load("lai.yaml", data=made.source.encode(), use_profile=False)
    return doc, page, made, again


def lines(layout: Layout) -> list[tuple[str | None, str, str]]:
    """Every line with its style and the looks of its letters."""
    return [(p.style, p.text, "".join(map(look, p.runs))) for p in layout.everything()]


def look(run: Run) -> str:
    """A letter for the look of each letter."""
    return ("b" if run.bold else "i" if run.italic else ".") * len(run.text)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_paragraph_of_every_example_is_recognized(path: Path) -> None:
    doc, _page, made, _again = loop(path)
    found = made.recognized
    assert found.unknown() == ()
    assert found.doubts == ()
    assert [piece.text for piece in found.pieces() if not (piece.sure and piece.slug)] == []
    assert found.nature == "nd30"
    if doc.loai not in COPIES:
        assert found.loai == doc.loai
        assert made.not_understood == ()


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_what_is_imported_renders_the_same_pages(path: Path) -> None:
    doc, page, made, again = loop(path)
    if doc.loai in COPIES:
        assert len(made.not_understood) == 1
        return
    if doc.loai in REFERENCES:
        assert lines(read(api.render(again))) == lines(read(page))
    else:
        assert api.render(again) == page


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_what_is_imported_says_what_the_source_says(path: Path) -> None:
    doc, _page, _made, again = loop(path)
    if doc.loai in COPIES:
        return
    assert {name: of(again, name) for name in FIELDS} == {name: of(doc, name) for name in FIELDS}
    for name in PRINTED_IN_CAPITALS:
        assert folded(getattr(again, name)) == folded(getattr(doc, name))
    assert signers(again) == signers(doc)
    assert [n for n in again.noi_nhan if n != "Như trên"] == [
        n for n in doc.noi_nhan if n != "Như trên"
    ]
    assert [(folded(p.ten), p.ngang) for p in again.phu_luc] == [
        (folded(p.ten), p.ngang) for p in doc.phu_luc
    ]
    assert len(again.noi_dung) == len(doc.noi_dung)


def of(doc: VanBan, name: str) -> Any:
    value = getattr(doc, name)
    if name == "so":
        return (value or "").lstrip("0").partition("/")[0]
    if name == "nguoi_soan":
        return (value or "").strip("()")
    if name == "rieng":
        return {k: dict(v) if hasattr(v, "items") else v for k, v in value.items()}
    return value


def folded(text: str | None) -> str:
    """A text as the page shows it, give or take capitals and the writer's own words."""
    words = " ".join((text or "").split()).casefold()
    return words.removeprefix("về việc ").removeprefix("v/v ")


def signers(doc: VanBan) -> list[list[str]]:
    return [
        [folded(x) for x in (k.vai_tro, *k.quyen_han, k.chuc_vu, k.chuc_vu_khac, k.ho_ten)]
        for k in doc.ky
    ]


def test_lines_of_the_source_lead_back_to_paragraphs() -> None:
    page = api.render(api.load(TOP / "examples" / "ke-hoach.yaml", use_profile=False))
    made = import_docx(page)
    paragraphs = {(p.part, p.place): p for p in read(page).everything()}

    led = 0
    for number, line in enumerate(made.source.splitlines(), 1):
        if number in made.places:
            place = made.places[number]
            text = paragraphs[place.part, place.place].text[place.start : place.end]
            led += line.strip().lstrip("- ")[-12:] in text + "."
    assert led > 60


def test_a_file_names_itself_in_the_source(tmp_path: Path) -> None:
    path = tmp_path / "cũ.docx"
    path.write_bytes(api.render(api.load(TOP / "examples" / "cong-van" / "cong-van.yaml")))
    assert import_docx(path).source.startswith("# Nhập từ cũ.docx\nloai: cong-van\n")
