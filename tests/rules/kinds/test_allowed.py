"""Components that the form of a type has no place for."""

from __future__ import annotations

from collections.abc import Callable

from vanban.findings import Finding

Found = Callable[..., list[Finding]]


def test_an_authority_line_does_not_belong_on_a_plan(found: Found) -> None:
    (finding,) = found("loai: ke-hoach\ntham_quyen: Giám đốc Sở Nội vụ\n", "META-011")
    assert finding.severity == "warning"
    assert "Kế hoạch không có thành phần Thẩm quyền ban hành" in finding.message
    assert finding.place is not None
    assert (finding.place.line, finding.path) == (2, ("tham_quyen",))


def test_what_another_rule_tells_is_not_told_twice(found: Found) -> None:
    assert not found("loai: ke-hoach\nkinh_gui: Bộ Nội vụ\n", "META-011")
    assert found("loai: ke-hoach\nkinh_gui: Bộ Nội vụ\n", "ND30-R-001")


def test_what_the_form_allows_is_no_finding(found: Found) -> None:
    text = "loai: ke-hoach\ncan_cu: Căn cứ A\nphu_luc: {ten: Danh mục}\ndo_khan: khan\n"
    assert not found(text, "META-011")
