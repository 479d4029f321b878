"""Fields of a type's own that its form always prints."""

from __future__ import annotations

from collections.abc import Callable

from vanban.findings import Finding

Found = Callable[..., list[Finding]]


def paths(findings: list[Finding]) -> set[str]:
    return {".".join(map(str, finding.path)) for finding in findings}


def test_an_empty_field_is_an_info_in_a_draft_and_an_error_when_issued(found: Found) -> None:
    text = "loai: cong-dien\n"
    (draft,) = found(text, "ND30-L-006")
    (issued,) = found(f"{text}trang_thai: ban-hanh\n", "ND30-L-006")
    assert draft.message == "Thiếu nơi được điện (trường «gui»)."
    assert (draft.severity, issued.severity) == ("info", "error")


def test_what_a_form_prints_on_a_condition_is_optional(found: Found) -> None:
    text = "loai: giay-moi\nkinh_moi: Các phòng\ntoi_du: cuộc họp\nchu_tri: Giám đốc\n"
    assert paths(found(text, "ND30-L-007")) == {"thoi_gian", "dia_diem"}


def test_the_members_of_a_group_are_fields_too(found: Found) -> None:
    given = "loai: giay-nghi-phep\nnguoi:\n  ho_ten: Lê A\n"
    assert paths(found("loai: giay-nghi-phep\n", "META-014")) >= {"nguoi.ho_ten", "nguoi.chuc_vu"}
    assert "nguoi.ho_ten" not in paths(found(given, "META-014"))


def test_a_list_that_is_always_printed_is_missed(found: Found) -> None:
    given = "loai: bien-ban\nthanh_phan:\n  - Các phòng\n"
    assert "thanh_phan" in paths(found("loai: bien-ban\n", "ND30-L-002"))
    assert "thanh_phan" not in paths(found(given, "ND30-L-002"))


def test_a_type_without_fields_of_its_own_misses_none(found: Found) -> None:
    assert not found("loai: ke-hoach\n", "META-014")


def test_what_a_rule_of_the_type_tells_is_not_told_twice(found: Found) -> None:
    for loai in ("bien-ban", "cong-dien", "giay-gioi-thieu", "giay-moi"):
        assert not found(f"loai: {loai}\n", "META-014")
