"""Sources completed from a document that no rule blames."""

from __future__ import annotations

from datetime import date

from vanban import api
from vanban.findings import Severity
from vanban.plugins import build
from vanban.testing import completed
from vanban.testing.cases import TODAY


def test_the_base_is_clean() -> None:
    reading = api.read("a.yaml", data=completed("").encode(), use_profile=False)
    report = api.check(reading, today=TODAY, registry=build([]))
    assert [f for f in report.findings if f.severity is not Severity.INFO] == []
    assert reading.doc.ngay is not None
    assert (reading.doc.ngay.as_date() or date.max) < TODAY


def test_keys_of_the_piece_replace_those_of_the_base() -> None:
    text = completed("Số: 7\nky:\n  chuc_vu: Giám đốc\nluu:\n")
    assert text.startswith("Số: 7\nky:\n  chuc_vu: Giám đốc\nluu:\nloai: ke-hoach\n")
    assert [line for line in text.splitlines() if line.startswith(("so:", "luu:", "ky:"))] == [
        "ky:",
        "luu:",
    ]
