"""The plugin does what it promises, and its example is a clean document."""

from __future__ import annotations

from pathlib import Path

from vanban import Severity, check, read, render
from vanban.testing import conformance
from vanban.testing.docx import text

EXAMPLE = Path(__file__).parents[1] / "examples" / "bao-cao-vidu.yaml"

test_the_plugin_is_in_order = conformance("vanban-vidu")


def test_the_example_is_clean() -> None:
    found = check(read(EXAMPLE)).findings
    assert [finding for finding in found if finding.severity is not Severity.INFO] == []


def test_the_fields_of_the_type_are_printed() -> None:
    printed = text(render(read(EXAMPLE)))
    assert "Ngày xảy ra: ngày 05 tháng 10 năm 2026" in printed
    assert "Mức độ: vừa" in printed
