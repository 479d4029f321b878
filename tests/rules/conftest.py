"""Checking a source that a test writes down."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from vanban import api
from vanban.findings import Finding
from vanban.rules.engine import Report

Told = tuple[str, str, int | None]


@pytest.fixture
def report(tmp_path: Path) -> Callable[[str], Report]:
    """``report(yaml)``: what a check of this source reports."""

    def check(source: str) -> Report:
        path = tmp_path / "a.yaml"
        path.write_text(source, "utf-8")
        return api.check(api.read(path, use_profile=False))

    return check


@pytest.fixture
def found(report: Callable[[str], Report]) -> Callable[..., list[Finding]]:
    """``found(yaml, "ND30-T-004")``: the findings of this rule, of all rules without one."""

    def findings(source: str, rule: str = "") -> list[Finding]:
        return [f for f in report(source).findings if f.rule == rule or not rule]

    return findings
