"""Letters, titles, layouts and levels of bodies."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vanban.findings import Finding

Bodied = Callable[..., list[Finding]]


def quotes(findings: list[Finding]) -> list[str]:
    return [finding.quote for finding in findings]


def test_letters_that_the_alphabet_lacks_are_errors(bodied: Bodied) -> None:
    (finding,) = bodied("1. Gồm:\na) A;\nf) F;\nđ) Đ.", "ND30-S-009")
    assert (finding.quote, finding.severity) == ("f)", "error")
    assert finding.place is not None
    assert finding.place.line == 5
    assert quotes(bodied("1. Gồm:\nj) A;\nw) B;\nz) C.", "ND30-S-009")) == ["j)", "w)", "z)"]


def test_letters_of_the_alphabet_are_in_order(bodied: Bodied) -> None:
    lines = "1. Gồm:\na) A;\nb) B;\nc) C;\nd) D;\nđ) Đ;\ne) E;\ng) G;\na1) A;\n#) H."
    assert bodied(lines, "ND30-S-009") == []


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("Chương I\nChương II\nTÊN\nĐiều 1. Tên\nLời.", ["Chương I"]),
        ("Điều 1. Quy chế này quy định.\nĐiều 2. Tên\nLời.", ["Điều 1."]),
        ("Điều 1. Ban có các nhiệm vụ sau:\n1. Một.", ["Điều 1."]),
        ("Điều 1. Hồ sơ gồm:\n1. Một.", ["Điều 1."]),
        ("Chương I\nTÊN\nMục 1\nTÊN\nĐiều 1. Tên\nLời.", []),
        ("Điều 1. Hiệu lực.\nQuy chế này có hiệu lực.", []),
        ("Điều 1. Nguyên tắc:\n1. Một.", []),
        ("Điều 1. Tên\nĐiều 2. Tên khác\nLời.", []),
    ],
)
def test_divisions_and_articles_have_titles(bodied: Bodied, lines: str, told: list[str]) -> None:
    findings = bodied(lines, "ND30-S-011")
    assert quotes(findings) == told
    assert {finding.severity for finding in findings} <= {"error"}


@pytest.mark.parametrize("loai", ["quyet-dinh", "nghi-quyet", "quyet-dinh-gian-tiep"])
def test_articles_of_a_decision_need_none(bodied: Bodied, loai: str) -> None:
    assert bodied("Điều 1. Bổ nhiệm ông A.\nĐiều 2. Thi hành.", "ND30-S-011", loai) == []
    assert bodied("Chương I\nĐiều 1. Bổ nhiệm.", "ND30-S-011", loai)


def test_articles_of_the_text_that_a_decision_issues_do(bodied: Bodied) -> None:
    issued = "kem_theo:\n  loai: quy-che\n  noi_dung: |\n    Điều 1. Quy chế này quy định.\n"
    (finding,) = bodied("Điều 1. Ban hành.", "ND30-S-011", "quyet-dinh-gian-tiep", issued)
    assert finding.path == ("kem_theo", "noi_dung", 0)


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("I. MỘT\n1. A.\nĐiều 1. Tên\nLời.", ["I."]),
        ("Chương I\nTÊN\nI. MỘT\nII. HAI", ["I."]),
        ("1. Một.\nĐiều 1. Tên\nLời.", ["1."]),
        ("Điều 1. Phê duyệt với nội dung sau:\nI. MỘT\n1. A.\nĐiều 2. Tên\nLời.", []),
        ("Chương I\nTÊN\nĐiều 1. Tên\n1. Một.", []),
        ("Phần I\nTÊN\nI. MỘT\n1. A.\na) B.", []),
    ],
)
def test_two_layouts_are_not_mixed(bodied: Bodied, lines: str, told: list[str]) -> None:
    findings = bodied(lines, "ND30-S-013")
    assert quotes(findings) == told
    assert {finding.severity for finding in findings} <= {"warning"}


def test_contracts_mix_as_their_parties_like(bodied: Bodied) -> None:
    assert bodied("I. CÁC BÊN\n1. A.\nĐiều 1. Tên\nLời.", "ND30-S-013", "hop-dong") == []


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("I. MỘT\na) A.\nb) B.\nII. HAI\na) A.", ["a)", "a)"]),
        ("Chương I\nTÊN\na) A.", ["a)"]),
        ("Phần I\nTÊN\n1. A.", ["1."]),
        ("I. MỘT\n1. A:\na) B.", []),
        ("Điều 1. Tên\na) A.", []),
        ("Gồm:\na) A.\n- B.", []),
        ("Phần I\nTÊN\nI. MỘT\n1. A.", []),
    ],
)
def test_a_level_left_out_is_an_info_once_a_parent(
    bodied: Bodied, lines: str, told: list[str]
) -> None:
    findings = bodied(lines, "ND30-S-014")
    assert quotes(findings) == told
    assert {finding.severity for finding in findings} <= {"info"}
