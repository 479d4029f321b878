"""What a copy was made of, as the name and the head of its original tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from vanban import api

RULE = "ND30-X-005"


def blamed(folder: Path, original: str, head: str, kind: str = "sao-luc") -> bool:
    (folder / original).write_text(head, "utf-8")
    source = folder / "a.yaml"
    source.write_text(f"loai: {kind}\nban_goc: {original}\n", "utf-8")
    findings = api.check(api.read(source, use_profile=False)).findings
    return any(finding.rule == RULE for finding in findings)


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("b.json", '{"loai": "ke-hoach"}'),
        ("b.yaml", "# một kế hoạch\nLoại: ke-hoach\n"),
        ("b.txt", "so: 12\nloai: 'ke-hoach'\n---\nNội dung\n"),
    ],
)
def test_a_plan_in_any_form_of_source_is_no_full_copy(tmp_path: Path, name: str, head: str) -> None:
    assert blamed(tmp_path, name, head)
    assert not blamed(tmp_path, name, head.replace("ke-hoach", "sao-y"))


def test_of_a_word_file_nothing_is_known(tmp_path: Path) -> None:
    assert not blamed(tmp_path, "b.docx", "loai: ke-hoach\n")


def test_a_source_that_names_no_type_is_not_judged(tmp_path: Path) -> None:
    assert not blamed(tmp_path, "b.yaml", "so: 12\n")
    assert not blamed(tmp_path, "b.yaml", "so: 12\n", kind="trich-sao")
