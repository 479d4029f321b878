"""Which files a command means."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from vanban.batch.discovery import documents


def names(folder: Path, endings: frozenset[str] = frozenset()) -> list[str]:
    found = documents([str(folder)], endings)
    assert not found.problems
    return [str(Path(path).relative_to(folder)) for path in found.paths]


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.yaml", "", True),
        ("a.YML", "", True),
        ("vanban.yaml", "loai: ke-hoach", False),
        ("a.mau.yaml", "loai: ke-hoach", False),
        (".a.yaml", "", False),
        ("a.docx", "", False),
        ("a.toml", "", False),
        ("a.json", '{"loai": "ket-luan", "so": 5}', True),
        ("a.json", '{\n  "Loại": "ket-luan"\n}', True),
        ("a.json", '{"so": 5}', False),
        ("a.json", '{"$schema": "x", "properties": {"loai": {"type": "string"}}}', False),
        ("a.txt", "loai: ket-luan\n---\nMột.", True),
        ("a.txt", "\ufeffloai: ket-luan\n---\nMột.", True),
        ("a.txt", "loai: ket-luan\r---\rMột.", True),
        ("a.txt", "LOẠI: ket-luan\n---\nMột.", True),
        ("a.txt", "Loa\u0323i: ket-luan\n---\nMột.", True),
        ("a.txt", "Một.\nloai: ket-luan", False),
        ("a.md", "# loai: gì đó\n---\n", False),
    ],
)
def test_in_a_folder_documents_are_known_by_name_and_type(
    tmp_path: Path, name: str, content: str, expected: bool
) -> None:
    (tmp_path / "that.yaml").write_text("")
    (tmp_path / name).write_bytes(content.encode())
    assert (name in names(tmp_path)) is expected


def test_what_a_plugin_reads_is_a_document(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("")
    assert names(tmp_path, frozenset({".toml", ".json"})) == ["a.toml"]


def test_folders_below_are_looked_into_and_files_come_by_name(tmp_path: Path) -> None:
    for name in ("b.yaml", "c/a.yaml", ".git/d.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("")
    assert names(tmp_path) == ["b.yaml", str(Path("c/a.yaml"))]


def test_a_file_that_is_named_is_taken_once_whatever_it_is() -> None:
    assert documents(["x.docx", "-", "x.docx"]).paths == ("x.docx", "-")


def test_an_empty_folder_is_a_problem_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("")
    (tmp_path / "trong").mkdir()
    found = documents([str(tmp_path / "trong"), str(tmp_path / "a.yaml")])
    assert found.paths == (str(tmp_path / "a.yaml"),)
    assert "không có văn bản nào" in found.problems[str(tmp_path / "trong")].message


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names on this system")
def test_pipes_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("")
    os.mkfifo(tmp_path / "x.yaml")
    os.mkfifo(tmp_path / "y.txt")
    assert names(tmp_path) == ["a.yaml"]


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="root may read every folder"
)
def test_a_folder_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("")
    (tmp_path / "kin").mkdir(mode=0)
    found = documents([str(tmp_path)])
    (tmp_path / "kin").chmod(0o700)
    assert str(tmp_path / "kin") in found.problems
