"""Prefixes of authority: form, spacing, nesting, authorisation."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vanban.findings import Finding

Signed = Callable[..., list[Finding]]


@pytest.mark.parametrize(
    "lines",
    [
        "TM. Ủy ban nhân dân / Chủ tịch",
        "KT. Giám đốc / Phó Giám đốc",
        "tl. chủ tịch / chánh văn phòng",
        "TUQ. Giám đốc / Trưởng phòng",
        "Q. Giám đốc",
        "Quyền Giám đốc",
        "Tổng Giám đốc",
        "TM.Ủy ban nhân dân / Chủ tịch",
    ],
)
def test_the_five_prefixes_with_a_dot_are_in_order(signed: Signed, lines: str) -> None:
    assert signed(lines, "ND30-K-002") == []


@pytest.mark.parametrize(
    ("lines", "quote", "right"),
    [
        ("T/M Ủy ban nhân dân / Chủ tịch", "T/M", "TM."),
        ("K/T Giám đốc / Phó Giám đốc", "K/T", "KT."),
        ("T.L. Chủ tịch / Chánh Văn phòng", "T.L.", "TL."),
        ("KT Giám đốc / Phó Giám đốc", "KT", "KT."),
        ("TUQ: Giám đốc / Trưởng phòng", "TUQ:", "TUQ."),
        ("TƯQ. Giám đốc / Trưởng phòng", "TƯQ.", "TUQ."),
        ("Thay mặt Ủy ban nhân dân / Chủ tịch", "Thay mặt", "TM."),
        ("THỪA LỆNH GIÁM ĐỐC / Trưởng phòng", "THỪA LỆNH", "TL."),
        ("Q Giám đốc", "Q", "Q."),
    ],
)
def test_another_form_is_an_error_that_tells_the_right_one(
    signed: Signed, lines: str, quote: str, right: str
) -> None:
    (finding,) = signed(lines, "ND30-K-002")
    assert (finding.severity, finding.quote) == ("error", quote)
    assert f"«{right}»" in finding.message


def test_the_finding_stands_at_the_line(signed: Signed) -> None:
    (finding,) = signed("TM. Ủy ban / K/T Chủ tịch / Phó Chủ tịch", "ND30-K-002")
    assert finding.path == ("ky", 0, "quyen_han", 1)
    assert finding.place is not None
    assert finding.place.line == 5


@pytest.mark.parametrize("line", ["KT.Giám đốc", "KT.  Giám đốc", "KT . Giám đốc", "KT.. Giám đốc"])
def test_one_dot_and_one_space_follow_a_prefix(signed: Signed, line: str) -> None:
    (finding,) = signed(f"{line} / Phó Giám đốc", "ND30-K-003")
    assert finding.severity == "warning"
    assert "«KT. Giám đốc»" in finding.message


@pytest.mark.parametrize("line", ["KT. Giám đốc", "KT.\u00a0Giám đốc", "K/T Giám đốc", "Giám đốc"])
def test_a_space_of_any_kind_will_do(signed: Signed, line: str) -> None:
    assert signed(f"{line} / Phó Giám đốc", "ND30-K-003") == []


@pytest.mark.parametrize(
    ("lines", "wrong"),
    [
        ("TM. Ủy ban / KT. Chủ tịch / Phó Chủ tịch", False),
        ("TL. Bộ trưởng / KT. Vụ trưởng / Phó Vụ trưởng", False),
        ("TUQ. Giám đốc / Q. Trưởng phòng", False),
        ("TL. Chủ tịch / TL. Chánh Văn phòng / Trưởng phòng", True),
        ("TUQ. Giám đốc / KT. Trưởng phòng / Phó Trưởng phòng", True),
        ("KT. Giám đốc / TL. Phó Giám đốc / Trưởng phòng", True),
        ("KT. Giám đốc / KT. Phó Giám đốc / Trưởng phòng", True),
    ],
)
def test_only_some_prefixes_stand_under_others(signed: Signed, lines: str, wrong: bool) -> None:
    findings = signed(lines, "ND30-K-008")
    assert [finding.severity for finding in findings] == ["error"] * wrong


TUQ = "TUQ. Giám đốc / Trưởng phòng"


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("", "cần văn bản ủy quyền và thời hạn"),
        ("uy_quyen: {van_ban: Giấy ủy quyền số 3}\n", "cần thời hạn"),
        ("uy_quyen: {den_ngay: 31/12/2026}\n", "cần văn bản ủy quyền ("),
        ("ngay: 01/01/2027\nuy_quyen: {van_ban: A, den_ngay: 31/12/2026}\n", "sau ngày hết hạn"),
    ],
)
def test_tuq_stands_on_an_authorisation_in_force(signed: Signed, more: str, told: str) -> None:
    (finding,) = signed(TUQ, "ND30-K-009", more)
    assert finding.severity == "warning"
    assert told in finding.message


@pytest.mark.parametrize("day", ["", "ngay: 31/12/2026\n", "ngay: 2027\n"])
def test_an_authorisation_in_force_is_enough(signed: Signed, day: str) -> None:
    more = f"{day}uy_quyen: {{van_ban: Giấy ủy quyền số 3, den_ngay: 31/12/2026}}\n"
    assert signed(TUQ, "ND30-K-009", more) == []
    assert signed("KT. Giám đốc / Phó Giám đốc", "ND30-K-009") == []
