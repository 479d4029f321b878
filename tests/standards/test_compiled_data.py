"""Compiled data says what the YAML says, and only while it is fresh."""

from __future__ import annotations

from pathlib import Path

import pytest

from vanban import resources
from vanban.standards import yaml_data

ND30 = resources.standards() / "nd30"


@pytest.mark.parametrize("folder", [ND30, ND30 / "types", resources.rules()], ids=lambda f: f.name)
def test_the_committed_data_is_fresh(folder: Path) -> None:
    committed = (folder / yaml_data.COMPILED).read_bytes()

    assert committed == yaml_data.compile_folder(folder), "run make data"


def test_a_changed_yaml_file_is_read_itself(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("ten: cũ\n", "utf-8")
    (tmp_path / yaml_data.COMPILED).write_bytes(yaml_data.compile_folder(tmp_path))
    assert yaml_data.load(file) == {"ten": "cũ"}

    file.write_text("ten: mới\n", "utf-8")

    assert yaml_data.load(file) == {"ten": "mới"}


def test_damaged_compiled_data_is_not_used(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("so: 08\n", "utf-8")
    (tmp_path / yaml_data.COMPILED).write_bytes(b"{")

    assert yaml_data.load(file) == {"so": "08"}
