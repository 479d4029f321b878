"""What was typed of số and ký hiệu, and where it stands."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from vanban import api
from vanban.findings import Finding
from vanban.rules.library.heading import typed_number
from vanban.rules.library.heading.typed_number import Number, Typed

Found = Callable[..., list[Finding]]


def number(source: str) -> Number:
    reading = api.read("a.yaml", data=source.encode(), use_profile=False)
    return typed_number.of(api.subject_of(reading))


def test_a_number_in_one_field_with_its_code_keeps_its_offsets() -> None:
    found = number('loai: ke-hoach\nso: "Số: 5 / KH-SNV"\n')
    assert found.number == Typed(("so",), "5", 4)
    assert found.code == Typed(("so",), "KH-SNV", 8)
    assert (found.printed_number, found.groups) == ("05", ("KH", "SNV"))


def test_a_code_of_its_own_field_is_told_without_the_stroke_before_it() -> None:
    assert number("loai: ke-hoach\nky_hieu: /KH-SNV\n").code == Typed(("ky_hieu",), "KH-SNV", 1)


def test_codes_of_bodies_and_units_make_up_that_of_a_cong_van() -> None:
    found = number("loai: cong-van\nco_quan: {viet_tat: SNV, don_vi: VP}\n")
    assert [piece.path[-1] for piece in found.pieces] == ["viet_tat", "don_vi"]
    assert found.code is None


@pytest.mark.parametrize("typed", ["12-KH/SNV", "[số]/[mã]-SNV", ".../…"])
def test_what_cannot_be_taken_apart_has_no_groups(typed: str) -> None:
    assert number(f'loai: ke-hoach\nso: "{typed}"\n').groups == ()


@pytest.mark.parametrize("typed", ["45/2026/KH-SNV", "45/KH-SNV/2026", "45/KH - SNV"])
def test_groups_are_told_without_years_and_blanks(typed: str) -> None:
    assert number(f'loai: ke-hoach\nso: "{typed}"\n').groups == ("KH", "SNV")


def test_a_code_of_the_office_profile_is_no_measure_for_another_body(tmp_path: Path) -> None:
    (tmp_path / "vanban.yaml").write_text(
        "co_quan: {ban_hanh: Sở Nội vụ, viet_tat: SNV}\n", "utf-8"
    )
    source = tmp_path / "a.yaml"
    source.write_text(
        "loai: ke-hoach\nco_quan: {ban_hanh: Ban Chỉ đạo}\nky_hieu: KH-BCĐ\n", "utf-8"
    )
    assert not [f for f in api.check(api.read(source)).findings if f.rule == "ND30-N-009"]
    source.write_text("loai: ke-hoach\nky_hieu: KH-BCĐ\n", "utf-8")
    assert [f for f in api.check(api.read(source)).findings if f.rule == "ND30-N-009"]
