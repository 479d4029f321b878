"""A rule of one entry, and what it finds in a piece of a source."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from vanban import api
from vanban.findings import Finding
from vanban.hookspecs import hookimpl
from vanban.plugins import build
from vanban.testing import completed


@pytest.fixture
def by(tmp_path: Path) -> Callable[[str, str], list[Finding]]:
    """``by("kieu: pattern\\ntim: …", source)``: what a rule of these lines finds."""

    def findings(entry: str, source: str) -> list[Finding]:
        lines = "".join(f"  {line}\n" for line in entry.strip().splitlines())
        file = tmp_path / "rules.yaml"
        file.write_text(f"TINH-001:\n  ten: Thử\n  muc: warning\n{lines}", "utf-8")
        plugin = SimpleNamespace(vanban_rules=hookimpl(specname="vanban_rules")(lambda: [file]))
        known = build([("vanban-tinh 1.0", plugin)])
        assert known.rule_problems == ()
        reading = api.read("a.yaml", data=completed(source).encode(), use_profile=False)
        rules = api.selected(known, ["TINH-001"])
        report = api.check(reading, rules=rules, registry=known)
        assert report.not_evaluated == (), report.findings
        return list(report.findings)

    return findings
