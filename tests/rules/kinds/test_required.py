"""Components that a type requires and that are absent, in drafts and to be issued."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vanban.findings import Finding
from vanban.location import Place

Found = Callable[..., list[Finding]]

BARE = "loai: ke-hoach\n"
RULES = {
    "ND30-H-008": ["Thiếu tên cơ quan ban hành."],
    "ND30-N-016": ["Thiếu số, ký hiệu."],
    "ND30-D-001": ["Thiếu địa danh.", "Thiếu thời gian ban hành."],
    "ND30-T-004": ["Thiếu trích yếu nội dung."],
    "ND30-B-018": ["Thiếu nội dung."],
    "ND30-K-001": ["Thiếu chức vụ người ký.", "Thiếu họ tên người ký."],
    "ND30-R-009": ["Thiếu nơi nhận."],
}
BLANK_IN_DRAFTS = {"Thiếu số, ký hiệu.", "Thiếu thời gian ban hành.", "Thiếu họ tên người ký."}


@pytest.mark.parametrize("rule", RULES)
def test_what_is_absent_is_told_by_its_rule(found: Found, rule: str) -> None:
    assert [finding.message for finding in found(BARE, rule)] == RULES[rule]


@pytest.mark.parametrize("rule", RULES)
def test_in_a_draft_blanks_are_infos_and_the_rest_warnings(found: Found, rule: str) -> None:
    for finding in found(BARE, rule):
        expected = "info" if finding.message in BLANK_IN_DRAFTS else "warning"
        assert finding.severity == expected


@pytest.mark.parametrize("rule", RULES)
def test_in_a_document_to_be_issued_all_are_errors(found: Found, rule: str) -> None:
    told = found(f"{BARE}trang_thai: ban-hanh\n", rule)
    assert [finding.severity for finding in told] == ["error"] * len(RULES[rule])


def test_each_has_its_legal_basis(found: Found) -> None:
    assert all(finding.basis for rule in RULES for finding in found(BARE, rule))


def test_each_of_several_signers_needs_a_name(found: Found) -> None:
    text = f"{BARE}ky:\n  - {{chuc_vu: A, ho_ten: Lê A}}\n  - {{chuc_vu: B}}\n"
    (finding,) = found(text, "ND30-K-001")
    assert finding.message == "Thiếu họ tên người ký."
    assert finding.place is not None
    assert finding.place.line == 3


def test_what_is_absent_is_told_at_the_file(found: Found) -> None:
    (finding,) = found(BARE, "ND30-T-004")
    assert isinstance(finding.place, Place)
    assert finding.place.path.endswith("a.yaml")


@pytest.mark.parametrize(
    ("loai", "rule", "message", "issued"),
    [
        ("nghi-quyet", "ND30-C-007", "Thiếu căn cứ ban hành.", "error"),
        ("quyet-dinh", "META-012", "Thiếu thẩm quyền ban hành.", "error"),
        ("quyet-dinh-gian-tiep", "META-013", "Thiếu văn bản kèm theo.", "warning"),
        ("cong-van", "ND30-R-002", "Thiếu kính gửi.", "error"),
        ("to-trinh", "ND30-R-003", "Thiếu kính gửi.", "warning"),
    ],
)
def test_what_some_types_require_is_a_warning_in_a_draft(
    found: Found, loai: str, rule: str, message: str, issued: str
) -> None:
    (draft,) = found(f"loai: {loai}\n", rule)
    (final,) = found(f"loai: {loai}\ntrang_thai: ban-hanh\n", rule)
    assert (draft.message, draft.severity, final.severity) == (message, "warning", issued)


@pytest.mark.parametrize(
    "rule", ["ND30-C-007", "META-012", "META-013", "ND30-R-002", "ND30-R-003", "META-015"]
)
def test_what_a_type_does_not_require_is_not_missed(found: Found, rule: str) -> None:
    assert not found(BARE, rule)


def test_kinh_gui_is_missed_once(found: Found) -> None:
    assert not found("loai: cong-van\n", "ND30-R-003")
    assert not found("loai: to-trinh\n", "ND30-R-002")


@pytest.mark.parametrize("lines", ["Q. Giám đốc", "[TL. Chủ tịch, Chánh Văn phòng]"])
def test_an_office_among_the_lines_of_authority_is_an_office(found: Found, lines: str) -> None:
    text = f"{BARE}ky:\n  quyen_han: {lines}\n  ho_ten: Lê A\n"
    assert not found(text, "ND30-K-001")
    assert found(text.replace("Q. Giám đốc", "KT. Giám đốc"), "ND30-K-001") or "TL." in lines


@pytest.mark.parametrize("blank", ["", '""', "'  '"])
def test_an_empty_value_counts_as_absent(found: Found, blank: str) -> None:
    assert found(f"{BARE}trich_yeu: {blank}\n", "ND30-T-004")
