"""ND30-S-010: numbers follow each other."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.findings import Finding
from vanban.model.blocks import DeMuc
from vanban.model.inlines import Run
from vanban.model.levels import Level
from vanban.model.outline import outline
from vanban.rules.library.numbering import ordinal

Found = Callable[..., list[Finding]]


def quotes(found: Found, lines: str) -> list[str]:
    """What the rule quotes in a body of these lines."""
    text = "loai: ke-hoach\nnoi_dung: |\n" + "".join(f"  {line}\n" for line in lines.split("\n"))
    return [finding.quote for finding in found(text, "ND30-S-010")]


@pytest.mark.parametrize(
    "lines",
    [
        "1. Một.\n2. Hai.\n3. Ba.",
        "I. MỘT\n1. Một.\n2. Hai.\nII. HAI\n1. Một.",
        "1. Một:\na) Một;\nb) Hai;\nc) Ba;\nd) Bốn;\nđ) Năm;\ne) Sáu;\ng) Bảy.",
        "Điều 1. Một.\n1. Một.\n2. Hai.\nĐiều 2. Hai.\n1. Một.",
        "Chương I\nMỘT\nĐiều 1. Một.\nChương II\nHAI\nĐiều 2. Hai.",
        "1. Một:\n1.1. Một.\n1.2. Hai.\n2. Hai:\n2.1. Một.",
        "A. MỘT\nB. HAI\nC. BA\nD. BỐN\nE. NĂM",
        "- Một.\n- Hai.\n+ Một.\n- Ba.",
        "#. Một.\n#. Hai.\n#. Ba.",
        "1. Một:\n#) Một;\n#) Hai;\n#) Ba;\n#) Bốn;\n#) Năm;\n#) Sáu.",
        "Về tài chính:\n1. Một.\n2. Hai.\nVề nhân sự:\n1. Một.\n2. Hai.",
    ],
)
def test_lists_in_order_are_no_finding(found: Found, lines: str) -> None:
    assert quotes(found, lines) == []


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("1. Một.\n3. Ba.", ["3."]),
        ("1. Một.\n1. Một.", ["1."]),
        ("1. Một.\n2. Hai.\n4. Bốn.\n5. Năm.", ["4."]),
        ("2. Hai.\n3. Ba.", ["2."]),
        ("I. MỘT\nIII. BA", ["III."]),
        ("1. Một:\na) Một;\nb) Hai;\nc) Ba;\nd) Bốn;\ne) Năm.", ["e)"]),
        ("1. Một:\na) Một;\nc) Ba.", ["c)"]),
        ("Điều 1. Một.\nĐiều 3. Ba.", ["Điều 3."]),
        ("Chương I\nMỘT\nĐiều 1. Một.\nChương III\nBA\nĐiều 2. Hai.", ["Chương III"]),
        ("1. Một:\n1.1. Một.\n1.3. Ba.", ["1.3."]),
        ("1. Một.\n2. Hai.\nĐoạn văn đã kết thúc.\n1. Một.", ["1."]),
    ],
)
def test_gaps_and_repeats_are_errors_that_quote_the_mark(
    found: Found, lines: str, told: list[str]
) -> None:
    assert quotes(found, lines) == told


def test_the_place_is_that_of_the_line(found: Found) -> None:
    text = "loai: ke-hoach\nnoi_dung: |\n  1. Một.\n  3. Ba.\n"
    (finding,) = found(text, "ND30-S-010")
    assert finding.place is not None
    assert (finding.place.line, finding.severity) == (4, "error")


def test_appendices_are_looked_at_each_by_itself(found: Found) -> None:
    text = "loai: ke-hoach\nnoi_dung: |\n  1. Một.\nphu_luc:\n  - noi_dung: |\n      1. Một.\n"
    assert found(text, "ND30-S-010") == []
    assert len(found(text.replace("      1.", "      2."), "ND30-S-010")) == 1


@given(st.sampled_from(Level), st.integers(1, 22))
def test_the_mark_of_every_level_claims_its_place(level: Level, number: int) -> None:
    items = tuple(DeMuc(level, None, (Run("ý"),)) for _ in range(number))
    entry = outline(items)[number - 1]
    claimed = ordinal(entry)
    if level in {Level.GACH, Level.CONG}:
        assert claimed is None
    elif level is not Level.CHU_HOA:
        assert claimed == number
