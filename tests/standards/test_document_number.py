"""Số, ký hiệu: as typed, else what type and bodies give."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from vanban.model.van_ban import CoQuan, VanBan
from vanban.standards.document_number import codes, number_and_codes
from vanban.standards.types import DocumentType

BODY = (CoQuan(ban_hanh="Thanh tra tỉnh", viet_tat="TTr"),)


def van_ban(**fields: Any) -> VanBan:
    return VanBan(**{"loai": "ke-hoach", "co_quan": BODY, **fields})


@pytest.mark.parametrize("typed", ["KH-UBND", "/KH-UBND", "/ KH-UBND"])
def test_a_typed_ky_hieu_counts(ke_hoach: DocumentType, typed: str) -> None:
    assert codes(van_ban(ky_hieu=typed), ke_hoach) == "KH-UBND"


def test_the_ky_hieu_of_a_joint_document_names_all_bodies(ke_hoach: DocumentType) -> None:
    bodies = (CoQuan(viet_tat="BNV"), CoQuan(ban_hanh="Bộ"), CoQuan(viet_tat="BTC"))
    assert codes(van_ban(co_quan=bodies), ke_hoach) == "KH-BNV-BTC"
    assert codes(van_ban(co_quan=()), ke_hoach) == "KH"


def test_a_type_without_a_code_ends_with_the_drafting_unit(ke_hoach: DocumentType) -> None:
    body = (CoQuan(viet_tat="BNV", don_vi="VP"),)
    assert codes(van_ban(co_quan=body), replace(ke_hoach, ma="")) == "BNV-VP"
    assert codes(van_ban(co_quan=body), ke_hoach) == "KH-BNV"


@pytest.mark.parametrize(
    ("so", "expected"),
    [("5", ("05", "KH-TTr")), ("Số: 5/KL-TTr", ("05", "KL-TTr")), (None, ("", "KH-TTr"))],
)
def test_number_and_codes_are_told_apart(
    ke_hoach: DocumentType, so: str | None, expected: tuple[str, str]
) -> None:
    assert number_and_codes(van_ban(so=so), ke_hoach) == expected
