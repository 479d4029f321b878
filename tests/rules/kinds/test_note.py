"""What reading noticed is told at its place."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest

from vanban.findings import Finding

Found = Callable[..., list[Finding]]


def body(*lines: str) -> str:
    return "loai: ke-hoach\nnoi_dung: |\n" + "".join(f"  {line}\n" for line in lines)


@pytest.mark.parametrize(
    ("rule", "lines", "line", "severity"),
    [
        ("ND30-B-013", ["• Ý thứ nhất."], 3, "info"),
        ("ND30-S-015", ["1) Ý thứ nhất."], 3, "info"),
        ("META-007", ["1. Ý thứ nhất.", "2.Ý thứ hai."], 4, "info"),
        ("META-008", ["Dòng chưa kết thúc", "câu văn."], 4, "info"),
    ],
)
def test_what_reading_noticed_in_a_body_is_told(
    found: Found, rule: str, lines: list[str], line: int, severity: str
) -> None:
    (finding,) = found(body(*lines), rule)
    assert (finding.severity, finding.place and finding.place.line) == (severity, line)
    assert finding.quote in finding.message


def test_text_in_decomposed_letters_is_told_once(found: Found) -> None:
    text = unicodedata.normalize("NFD", body("Ý thứ nhất.", "Ý thứ hai."))
    (finding,) = found(text, "TXT-001")
    assert finding.severity == "info"


def test_a_comma_that_may_have_split_a_recipient_is_a_warning(found: Found) -> None:
    (finding,) = found("loai: ke-hoach\nnoi_nhan: [Sở Y tế, các phòng]\n", "META-009")
    assert finding.severity == "warning"


def test_clean_text_has_no_notes(found: Found) -> None:
    told = found(body("1. Ý thứ nhất.", "- Ý thứ hai."))
    assert {f.rule for f in told} & {"TXT-001", "META-007", "META-008", "ND30-B-013"} == set()
