"""Findings that are known: by file, rule and words, as often as they were."""

from __future__ import annotations

from pathlib import Path

import pytest

from vanban.batch import baseline
from vanban.batch.checks import Checked
from vanban.errors import SourceError
from vanban.findings import Finding, Severity
from vanban.location import Place


def found(rule: str, quote: str = "", line: int = 1) -> Finding:
    return Finding(rule, Severity.ERROR, "", Place("a.yaml", line), quote=quote)


def saved(tmp_path: Path, *findings: Finding) -> Path:
    path = tmp_path / "biet.json"
    path.write_bytes(baseline.dump([Checked("a.yaml", findings)]))
    return path


def left(path: Path, *findings: Finding, file: str = "a.yaml") -> list[Finding]:
    (one,) = baseline.without([Checked(file, findings)], baseline.load(path))
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


def test_paths_compare_on_every_system(tmp_path: Path) -> None:
    path = saved(tmp_path, found("A-1"))
    assert left(path, found("A-1"), file="./a.yaml") == []


@pytest.mark.parametrize("content", ["", "{", '{"version": 2, "findings": []}', "[]"])
def test_a_file_that_is_no_baseline_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "biet.json"
    path.write_text(content)
    with pytest.raises(SourceError):
        baseline.load(path)
