"""Conditions on rows."""

from __future__ import annotations

import pytest

from vanban.batch.selection import parse
from vanban.errors import SourceError

COLUMNS = ("Số", "Đơn vị")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Đơn vị=Phòng A", True),
        ("don_vi=phòng a", True),
        ("Đơn vị=Phòng", False),
        ("Đơn vị!=Phòng B", True),
        ("Đơn vị~phòng", True),
        ("Đơn vị!~phòng", False),
        ("Số=", False),
    ],
)
def test_a_condition_says_which_rows_are_meant(text: str, meant: bool) -> None:
    assert parse(text).of(COLUMNS)(("1", "Phòng A")) is meant


def test_a_column_that_there_is_not_is_refused_with_one_that_there_is() -> None:
    with pytest.raises(SourceError, match="Có phải «Đơn vị» không"):
        parse("Đơn vj=A").of(COLUMNS)


def test_a_condition_without_a_sign_is_refused() -> None:
    with pytest.raises(SourceError, match="CỘT=GIÁ TRỊ"):
        parse("Phòng A")
