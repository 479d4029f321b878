"""Fields of a type's own that its form always prints."""

from __future__ import annotations

from collections.abc import Callable

from vanban.findings import Finding

Found = Callable[..., list[Finding]]
RULE = "META-014"


def paths(findings: list[Finding]) -> set[str]:
    return {".".join(map(str, finding.path)) for finding in findings}


def test_an_empty_field_is_an_info_in_a_draft_and_an_error_when_issued(found: Found) -> None:
    text = "loai: giay-moi\nchu_tri: Giám đốc\nthoi_gian: 08 giờ 00\n"
    (draft,) = found(text, RULE)
    (issued,) = found(f"{text}trang_thai: ban-hanh\n", RULE)
    assert draft.message == "Thiếu địa điểm (trường «dia_diem»)."
    assert (draft.severity, issued.severity) == ("info", "error")


def test_what_a_form_prints_on_a_condition_is_optional(found: Found) -> None:
    told = paths(found("loai: giay-moi\n", RULE))
    assert told == {"thoi_gian", "dia_diem"}


def test_the_members_of_a_group_are_fields_too(found: Found) -> None:
    given = "loai: giay-gioi-thieu\nnguoi:\n  ho_ten: Lê A\n"
    assert paths(found("loai: giay-gioi-thieu\n", RULE)) >= {"nguoi.ho_ten", "nguoi.chuc_vu"}
    assert "nguoi.ho_ten" not in paths(found(given, RULE))


def test_a_list_that_is_always_printed_is_missed(found: Found) -> None:
    given = "loai: bien-ban\nthanh_phan:\n  - Các phòng\n"
    assert "thanh_phan" in paths(found("loai: bien-ban\n", RULE))
    assert "thanh_phan" not in paths(found(given, RULE))


def test_a_type_without_fields_of_its_own_misses_none(found: Found) -> None:
    assert not found("loai: ke-hoach\n", RULE)
