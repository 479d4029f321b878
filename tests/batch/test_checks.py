"""Checking many files: what each says, what they say together."""

from __future__ import annotations

from pathlib import Path

import pytest

from vanban.batch import checks
from vanban.batch.checks import Options, check
from vanban.batch.discovery import Found
from vanban.errors import PluginError
from vanban.testing import completed


def write(folder: Path, **sources: str) -> Found:
    for name, text in sources.items():
        (folder / f"{name}.yaml").write_text(completed(text), "utf-8")
    return Found(tuple(str(folder / f"{name}.yaml") for name in sources), {})


def test_each_file_is_told_with_the_lines_that_are_concerned(tmp_path: Path) -> None:
    files = write(tmp_path, a="trich_yeu: Công tác.\n", b="so: 46\n")
    one, two = check(files, Options(select=("ND30-T-006",), use_profile=False))
    assert [f.rule for f in one.findings] == ["ND30-T-006"]
    assert one.lines == {1: "trich_yeu: Công tác."}
    assert (two.findings, two.lines, two.evaluated) == ((), {}, 1)


def test_a_bug_met_in_one_file_is_told_and_the_others_are_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = checks.api.entry_of

    def wrong(reading: object) -> object:
        if "a.yaml" in reading.origin.path:  # type: ignore[attr-defined]  # a Reading
            raise RuntimeError("hỏng")
        return right(reading)  # type: ignore[arg-type]

    files = write(tmp_path, a="so: 45\n", b="so: 46\n")
    monkeypatch.setattr(checks.api, "entry_of", wrong, raising=False)
    one, two = check(files, Options(use_profile=False))
    assert (one.bug, two.bug) == ("RuntimeError: hỏng", "")


def test_a_rule_that_there_is_not_is_refused_before_anything_is_read() -> None:
    with pytest.raises(PluginError):
        check(Found(("khong-co.yaml",), {}), Options(select=("KHAC",)))
