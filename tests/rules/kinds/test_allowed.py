"""Components that the form of a type has no place for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from vanban import api
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


def test_a_text_issued_with_a_resolution_has_its_place(found: Found) -> None:
    text = "loai: nghi-quyet\nkem_theo:\n  loai: quy-che\n  noi_dung: A\n"
    assert not found(text, "META-011")


def test_a_component_that_is_printed_all_the_same_is_not_said_to_be_lost(found: Found) -> None:
    text = "loai: ke-hoach\nkem_theo:\n  loai: quy-che\n  noi_dung: A\n"
    (finding,) = found(text, "META-011")
    assert "phần này vẫn được in" in finding.message


def test_what_the_office_profile_says_for_all_documents_is_no_finding(tmp_path: Path) -> None:
    (tmp_path / "vanban.yaml").write_text("dia_danh: Tây Ninh\n", "utf-8")
    source = tmp_path / "a.yaml"
    source.write_text("loai: bien-ban\nngay: 2026-01-05\n", "utf-8")
    findings = api.check(api.read(source)).findings
    assert [f.path for f in findings if f.rule == "META-011"] == [("ngay",)]


def test_a_form_without_a_table_of_contents_says_so(found: Found) -> None:
    (finding,) = found("loai: cong-van\nmuc_luc: có\n", "META-011")
    assert finding.path == ("muc_luc",)
    assert not found("loai: de-an\nmuc_luc: có\n", "META-011")
