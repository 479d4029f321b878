"""The draft mark of an office profile, and the line that a fix takes away."""

from __future__ import annotations

from pathlib import Path

from vanban import api

RULE = "ND30-M-007"


def test_the_mark_of_the_profile_is_told_and_left_there(tmp_path: Path) -> None:
    (tmp_path / "vanban.yaml").write_text("du_thao: Dự thảo lần 1\n", "utf-8")
    source = tmp_path / "a.yaml"
    source.write_text("loai: ke-hoach\ntrang_thai: ban-hanh\n", "utf-8")
    (finding,) = (f for f in api.check(api.read(source)).findings if f.rule == RULE)
    assert finding.fix is None


def test_a_mark_with_a_comment_behind_it_is_left_to_the_author(tmp_path: Path) -> None:
    source = tmp_path / "a.yaml"
    source.write_text(
        "loai: ke-hoach\ntrang_thai: ban-hanh\ndu_thao: Dự thảo lần 1 # tạm\n", "utf-8"
    )
    (finding,) = (f for f in api.check(api.read(source)).findings if f.rule == RULE)
    assert finding.fix is None
