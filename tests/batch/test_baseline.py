"""Findings that are known: by file, rule and words, as often as they were."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from vanban.batch import baseline
from vanban.batch.checks import Checked
from vanban.errors import SourceError
from vanban.findings import Finding, Severity
from vanban.location import Place


def found(rule: str, quote: str = "", line: int = 1, field: str = "so") -> Finding:
    place = Place("a.yaml", line)
    return Finding(rule, Severity.ERROR, "", place, path=(field,), quote=quote)


def saved(tmp_path: Path, *findings: Finding) -> Path:
    path = tmp_path / "biet.json"
    path.write_bytes(baseline.dump([Checked(str(tmp_path / "a.yaml"), findings)], path))
    return path


def left(path: Path, *findings: Finding, file: str = "a.yaml") -> list[Finding]:
    checked = [Checked(os.path.join(path.parent, file), findings)]
    (one,) = baseline.without(checked, baseline.load(path), path)
    return list(one.findings)


def test_a_known_finding_is_passed_over_wherever_it_moved(tmp_path: Path) -> None:
    path = saved(tmp_path, found("A-1", "x", 3))
    assert left(path, found("A-1", "x", 9)) == []


def test_other_words_rules_and_files_are_new(tmp_path: Path) -> None:
    path = saved(tmp_path, found("A-1", "x"))
    assert left(path, found("A-1", "y")) == [found("A-1", "y")]
    assert left(path, found("A-2", "x")) == [found("A-2", "x")]
    assert left(path, found("A-1", "x"), file="b.yaml") == [found("A-1", "x")]


def test_one_more_than_there_were_is_new(tmp_path: Path) -> None:
    path = saved(tmp_path, found("A-1", "x", 1), found("A-1", "x", 2))
    assert left(path, *(found("A-1", "x", line) for line in (1, 2, 3))) == [found("A-1", "x", 3)]


def test_paths_compare_wherever_one_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = saved(tmp_path, found("A-1"))
    assert left(path, found("A-1"), file="./a.yaml") == []
    monkeypatch.chdir(tmp_path)
    (one,) = baseline.without([Checked("a.yaml", (found("A-1"),))], baseline.load(path), path)
    assert one.findings == ()


def test_another_missing_field_is_new(tmp_path: Path) -> None:
    path = saved(tmp_path, found("A-1", field="ngay"))
    other = found("A-1", field="dia_danh")
    assert left(path, other) == [other]


@pytest.mark.parametrize("content", ["", "{", '{"version": 1, "findings": []}', "[]"])
def test_a_file_that_is_no_baseline_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "biet.json"
    path.write_text(content)
    with pytest.raises(SourceError):
        baseline.load(path)
