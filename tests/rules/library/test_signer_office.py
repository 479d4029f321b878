"""Collectives, heads and deputies behind and under prefixes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vanban.findings import Finding

Signed = Callable[..., list[Finding]]


@pytest.mark.parametrize(
    "body",
    [
        "Ủy ban nhân dân",
        "UỶ BAN NHÂN DÂN",
        "Trường Đại học Y",
        "Ban Giám hiệu",
        "Chủ tịch đoàn",
        "Bộ Nội vụ",
        "Tập thể công chức",
    ],
)
def test_tm_goes_before_a_collective(signed: Signed, body: str) -> None:
    assert signed(f"TM. {body} / Chủ tịch", "ND30-K-004") == []


@pytest.mark.parametrize(
    "office", ["Chủ tịch", "HIỆU TRƯỞNG", "Trưởng đoàn", "Bộ trưởng", "Phó Chủ tịch"]
)
def test_tm_before_a_person_s_office_is_an_error(signed: Signed, office: str) -> None:
    (finding,) = signed(f"TM. {office} / A", "ND30-K-004")
    assert (finding.severity, finding.path) == ("error", ("ky", 0, "quyen_han", 0))


@pytest.mark.parametrize("prefix", ["KT", "TL", "TUQ", "Q"])
def test_the_other_prefixes_go_before_an_office(signed: Signed, prefix: str) -> None:
    for office in ("Giám đốc", "Bộ trưởng Bộ Nội vụ", "Chi cục trưởng", "Người đứng đầu"):
        assert signed(f"{prefix}. {office} / A", "ND30-K-005") == []
    for body in ("Ủy ban nhân dân", "SỞ NỘI VỤ", "Trường Đại học Y", "Bộ"):
        (finding,) = signed(f"{prefix}. {body} / A", "ND30-K-005")
        assert finding.severity == "error"


@pytest.mark.parametrize(
    "lines",
    [
        "KT. Bộ trưởng / Thứ trưởng",
        "KT. BỘ TRƯỞNG BỘ NỘI VỤ / THỨ TRƯỞNG",
        "KT. Bộ trưởng, Chủ nhiệm / Phó Chủ nhiệm",
        "KT. Giám đốc / Phó Giám đốc Thường trực",
        "TM. Ủy ban nhân dân / KT. Chủ tịch / Phó Chủ tịch",
        "TL. Bộ trưởng / KT. Vụ trưởng Vụ Tổ chức cán bộ / Phó Vụ trưởng",
        "KT. Tổng cục trưởng / Phó Tổng cục trưởng",
        "KT. Chánh Thanh tra / Phó Chánh Thanh tra",
        "KT. Trưởng phòng / Phó Trưởng phòng Nội vụ",
        "KT. Trưởng Công an xã / Phó Trưởng Công an xã",
    ],
)
def test_a_deputy_signs_for_that_head(signed: Signed, lines: str) -> None:
    assert signed(lines, "ND30-K-006") == []


@pytest.mark.parametrize(
    "lines",
    [
        "KT. Hiệu trưởng / Hiệu phó",
        "KT. Trưởng phòng / Phó phòng",
        "KT. Giám đốc / PGĐ",
        "KT. Người đứng đầu / Phó Giám đốc",
        "KT. Giám đốc / ",
    ],
)
def test_what_cannot_be_judged_is_left_alone(signed: Signed, lines: str) -> None:
    assert signed(lines, "ND30-K-006") == []


@pytest.mark.parametrize(
    "lines",
    [
        "KT. Bộ trưởng / Phó Bộ trưởng",
        "KT. Giám đốc / Giám đốc",
        "KT. Giám đốc / Phó Chủ tịch",
        "KT. Giám đốc / Trưởng phòng",
        "KT. Giám đốc / Thứ trưởng",
        "KT. Tổng Giám đốc / Phó Giám đốc",
        "KT. Trưởng phòng / Phó Trưởng ban",
        "KT. Giám đốc",
    ],
)
def test_another_office_under_kt_is_an_error(signed: Signed, lines: str) -> None:
    (finding,) = signed(lines, "ND30-K-006")
    assert (finding.severity, finding.path) == ("error", ("ky", 0, "chuc_vu"))


@pytest.mark.parametrize(
    ("lines", "wrong"),
    [
        ("TL. Bộ trưởng / Vụ trưởng Vụ Tổ chức cán bộ", False),
        ("TL. Chủ tịch / KT. Chánh Văn phòng / Phó Chánh Văn phòng", False),
        ("TUQ. Chủ tịch / Phó Chánh Văn phòng", False),
        ("TL. Chủ tịch / Phó Chánh Văn phòng", True),
        ("TL. Thủ tướng / Thứ trưởng", True),
    ],
)
def test_under_tl_signs_the_head_of_a_unit(signed: Signed, lines: str, wrong: bool) -> None:
    findings = signed(lines, "ND30-K-007")
    assert [finding.severity for finding in findings] == ["warning"] * wrong
