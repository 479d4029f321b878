"""The parts of a line of authority, however it was typed."""

from __future__ import annotations

import pytest

from vanban.model.van_ban import Ky
from vanban.rules.library.signing.authority import has_office, line, lines


@pytest.mark.parametrize(
    ("text", "prefix", "rest", "proper"),
    [
        ("TM. Ủy ban nhân dân", "TM", "Ủy ban nhân dân", True),
        ("tuq. Giám đốc", "TUQ", "Giám đốc", True),
        ("KT.Giám đốc", "KT", "Giám đốc", True),
        ("T/M Ủy ban", "TM", "Ủy ban", False),
        ("TL Chủ tịch", "TL", "Chủ tịch", False),
        ("TƯQ. Giám đốc", "TUQ", "Giám đốc", False),
        ("Q. Giám đốc", "Q", "Giám đốc", True),
        ("Quyền Giám đốc", "", "Quyền Giám đốc", True),
        ("Tổng Giám đốc", "", "Tổng Giám đốc", True),
        ("KTV trưởng", "", "KTV trưởng", True),
        ("", "", "", True),
    ],
)
def test_a_line_has_a_prefix_and_a_rest(text: str, prefix: str, rest: str, proper: bool) -> None:
    found = line(text, ())
    assert (found.prefix, found.rest) == (prefix, rest)
    assert found.proper is proper or not prefix


def test_the_office_is_the_last_line_and_each_has_its_path() -> None:
    ky = Ky(quyen_han=("TM. Ủy ban", "KT. Chủ tịch"), chuc_vu="Phó Chủ tịch")
    assert [one.path for one in lines(ky, ("ky", 1))] == [
        ("ky", 1, "quyen_han", 0),
        ("ky", 1, "quyen_han", 1),
        ("ky", 1, "chuc_vu"),
    ]


@pytest.mark.parametrize(
    ("ky", "told"),
    [
        (Ky(chuc_vu="Giám đốc"), True),
        (Ky(quyen_han=("Q. Giám đốc",)), True),
        (Ky(quyen_han=("TL. Chủ tịch", "Chánh Văn phòng")), True),
        (Ky(quyen_han=("KT. Giám đốc",)), False),
        (Ky(quyen_han=("Ủy ban nhân dân",)), False),
        (Ky(), False),
    ],
)
def test_an_office_may_stand_among_the_lines_of_authority(ky: Ky, told: bool) -> None:
    assert has_office(ky) is told
