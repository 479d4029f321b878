"""``vanban import``: a Word file as a source, and what to look at."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from vanban import api

Vanban = Callable[..., Any]
EXAMPLE = Path(__file__).parents[2] / "examples" / "cong-van" / "cong-van.yaml"


@pytest.fixture
def word(tmp_path: Path, vanban: Vanban) -> Callable[[str], str]:
    """``word("a.docx")``: a công văn under that name in the folder of the run."""
    page = api.render(api.load(EXAMPLE, use_profile=False))

    def make(name: str) -> str:
        (tmp_path / name).write_bytes(page)
        return name

    return make


def test_the_source_lies_beside_the_word_file(word: Any, vanban: Vanban) -> None:
    word("a.docx")
    ran = vanban("import", "a.docx")
    assert (ran.code, ran.err) == (0, "Đã ghi a.yaml\n")
    assert vanban("check", "a.yaml").code == 0


def test_the_source_goes_to_standard_output_when_asked(word: Any, vanban: Vanban) -> None:
    word("a.docx")
    ran = vanban("import", "a.docx", "-o", "-")
    assert ran.text.startswith("# Nhập từ a.docx\nloai: cong-van\n")
    assert ran.files == ["a.docx"]


def test_an_existing_source_is_replaced_only_by_force(word: Any, vanban: Vanban) -> None:
    word("a.docx")
    vanban("import", "a.docx")
    assert vanban("import", "a.docx").code == 2
    assert vanban("import", "a.docx", "--force").code == 0


def test_a_bad_file_does_not_stop_the_others(word: Any, vanban: Vanban, tmp_path: Path) -> None:
    word("b.docx")
    (tmp_path / "a.docx").write_bytes(b"khong phai Word")
    ran = vanban("import", "a.docx", "b.docx")
    assert ran.code == 2
    assert "b.yaml" in ran.files
    assert ran.err.endswith("2 tệp, 1 tệp không nhập được.\n")


def test_options_that_do_not_go_together_are_refused(word: Any, vanban: Vanban) -> None:
    word("a.docx")
    word("b.docx")
    assert vanban("import", "a.docx", "b.docx", "-o", "c.yaml").code == 2
    assert vanban("import", "a.docx", "-o", "c.docx").code == 2


def test_what_was_not_understood_is_listed_with_its_place(vanban: Vanban, tmp_path: Path) -> None:
    source = EXAMPLE.parents[1] / "ban-sao" / "sao-y.yaml"
    (tmp_path / "a.docx").write_bytes(api.render(api.load(source, use_profile=False)))
    ran = vanban("import", "a.docx")
    assert ran.code == 0
    assert "a.docx, đoạn 154: Phần này của tệp chưa nhập được" in ran.err
    assert ran.err.endswith("1 chỗ cần xem lại trong tệp nguồn.\n")
