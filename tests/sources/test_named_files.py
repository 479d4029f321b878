"""Files named in a source: found from where they are named, of the right kind."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from vanban import api
from vanban.errors import SourceError
from vanban.location import Place
from vanban.sources.collector import Collector
from vanban.sources.named_files import find_file

SUFFIXES = (".docx", ".yaml")


def place(folder: Path) -> Place:
    return Place(str(folder / "a.yaml"), 3, 10)


def problems(folder: Path, file: str) -> list[str]:
    out = Collector()
    assert find_file(file, SUFFIXES, place(folder), out) is None
    return [f"{p.place}: {p.message} {p.advice}" for p in out.problems]


@pytest.mark.parametrize("name", ["goc.docx", "Kế hoạch.YAML", "x/goc.docx"])
def test_a_file_is_found_from_the_folder_of_the_source(tmp_path: Path, name: str) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / name).write_bytes(b"")
    assert find_file(name, SUFFIXES, place(tmp_path), Collector()) == str(tmp_path / name)


def test_the_path_that_is_found_is_absolute(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "goc.docx").write_bytes(b"")
    monkeypatch.chdir(tmp_path)
    found = find_file("goc.docx", SUFFIXES, Place("a.yaml"), Collector())
    assert found is not None
    assert os.path.isabs(found)


@pytest.mark.parametrize("name", ["goc.pdf", "goc", "goc.docx.zip"])
def test_a_file_of_another_kind_is_refused_and_the_kinds_are_told(
    tmp_path: Path, name: str
) -> None:
    (tmp_path / name).write_bytes(b"")
    (told,) = problems(tmp_path, name)
    assert told.endswith(
        f"a.yaml:3:10: Tệp «{name}» không đúng loại. Tên tệp cần kết thúc bằng: .docx, .yaml"
    )


@pytest.mark.parametrize(
    "name", ["khong-co.docx", "thu-muc.docx", "a\0.docx", "k" * 5000 + ".docx"]
)
def test_a_file_that_is_not_there_is_told_with_the_folder(tmp_path: Path, name: str) -> None:
    (tmp_path / "thu-muc.docx").mkdir()
    (told,) = problems(tmp_path, name)
    assert "Không tìm thấy tệp" in told
    assert f"Đường dẫn tính từ thư mục «{tmp_path}»" in told
    assert len(told) < 500 + 3 * len(str(tmp_path))


def test_the_original_of_a_copy_is_read_with_its_place(tmp_path: Path) -> None:
    source = tmp_path / "a.yaml"
    source.write_text("loai: sao-y\nban_goc: goc.docx\n", "utf-8")
    with pytest.raises(SourceError, match=r"a\.yaml:2:10: Không tìm thấy tệp «goc\.docx»"):
        api.load(source, use_profile=False)
    (tmp_path / "goc.docx").write_bytes(b"")
    doc = api.load(source, use_profile=False)
    assert doc.rieng["ban_goc"] == str(tmp_path / "goc.docx")
