"""Which names of vanban a plugin may import."""

from __future__ import annotations

from pathlib import Path

import pytest

from vanban.testing.imports import private


@pytest.mark.parametrize(
    "line",
    [
        "import vanban",
        "from vanban import Rule, hookimpl",
        "from vanban.viet.numerals import parse_number",
        "from vanban.viet import dates",
        "import vanban.testing",
        "from vanban.testing import conformance",
        "from . import sections",
        "import vanban_vidu",
        "from pathlib import Path",
    ],
)
def test_public_names_may_be_imported(tmp_path: Path, line: str) -> None:
    (tmp_path / "a.py").write_text(f"{line}\n", "utf-8")
    assert list(private(tmp_path)) == []


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("from vanban.rules.base import Rule", "vanban.rules.base.Rule"),
        ("import vanban.rules", "vanban.rules"),
        ("from vanban import rules", "vanban.rules"),
        ("def f():\n    from vanban.word import package", "vanban.word.package"),
    ],
)
def test_others_are_told_with_their_place(tmp_path: Path, line: str, name: str) -> None:
    folder = tmp_path / "goi"
    folder.mkdir()
    (folder / "a.py").write_text(f"{line}\n", "utf-8")
    assert list(private(folder)) == [f"a.py:{line.count(chr(10)) + 1}: {name}"]
    assert list(private(folder / "a.py")) == list(private(folder))
