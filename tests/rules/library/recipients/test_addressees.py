"""Where Kính gửi belongs; nobody named twice."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vanban.findings import Finding

Found = Callable[..., list[Finding]]


def test_kinh_gui_does_not_belong_on_a_plan(found: Found) -> None:
    (finding,) = found("loai: ke-hoach\nkinh_gui: Bộ Nội vụ\n", "ND30-R-001")
    assert (finding.severity, finding.path) == ("warning", ("kinh_gui",))
    assert finding.place is not None
    assert finding.place.line == 2


@pytest.mark.parametrize("loai", ["cong-van", "to-trinh", "bao-cao"])
def test_kinh_gui_belongs_on_what_is_sent_to_somebody(found: Found, loai: str) -> None:
    assert not found(f"loai: {loai}\nkinh_gui: Bộ Nội vụ\n", "ND30-R-001")


def test_no_kinh_gui_is_right_on_a_plan(found: Found) -> None:
    assert not found("loai: ke-hoach\n", "ND30-R-001")


@pytest.mark.parametrize("field", ["kinh_gui", "noi_nhan"])
def test_who_is_named_twice_is_told_at_the_second_place(found: Found, field: str) -> None:
    text = f'loai: cong-van\n{field}:\n  - Sở Y tế\n  - Sở Nội vụ\n  - "- SỞ  Y TẾ;"\n'
    (finding,) = found(text, "ND30-R-019")
    assert (finding.severity, finding.path) == ("warning", (field, 2))


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        ("Sở Y tế (để biết)", "Sở Y tế (để phối hợp)", 0),
        ("Sở Y tế (để biết)", "Sở Y tế", 1),
        ("UBND tỉnh (để b/c)", "Ủy ban nhân dân tỉnh", 1),
        ("UBND tỉnh (để b/c)", "Văn phòng UBND tỉnh", 0),
        ("Trường Tân Bình (cơ sở 1)", "Trường Tân Bình (cơ sở 2)", 0),
    ],
)
def test_one_body_is_named_twice_unless_for_two_purposes(
    found: Found, first: str, second: str, count: int
) -> None:
    text = f"loai: ke-hoach\nnoi_nhan:\n  - {first}\n  - {second}\n"
    assert len(found(text, "ND30-R-019")) == count


def test_an_addressee_is_no_recipient_but_for_a_purpose(found: Found) -> None:
    text = "loai: cong-van\nkinh_gui: Sở Y tế\nnoi_nhan:\n  - Sở Y tế{}\n"
    assert len(found(text.format(""), "ND30-R-019")) == 1
    assert not found(text.format(" (để biết)"), "ND30-R-019")
