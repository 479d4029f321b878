"""Names whose capitals are fixed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vanban.findings import Finding

By = Callable[[str, str], list[Finding]]
RULE = "kieu: casing\ncau: Viết «{right}».\ndung: [Sở Nội vụ, Sở, Ủy ban nhân dân, văn phòng]\n"


@pytest.mark.parametrize(
    ("text", "blamed"),
    [
        ("Của Sở Nội Vụ.", ["Sở Nội Vụ"]),
        ("Của Uỷ Ban nhân dân.", ["Uỷ Ban nhân dân"]),
        ("Của SỞ NỘI VỤ.", []),
        ("Của Sở Nội vụ và Sở.", []),
        ("Văn phòng họp. Văn phòng nghỉ: Văn phòng.", []),
        ("Của Văn phòng.", ["Văn phòng"]),
        ("Của ủy ban nhân dân.", ["ủy ban nhân dân"]),
    ],
)
def test_other_capitals_are_blamed(by: By, text: str, blamed: list[str]) -> None:
    assert [f.quote for f in by(RULE, f"noi_dung: {text!r}\n")] == blamed


def test_the_right_form_keeps_the_place_of_tones(by: By) -> None:
    (found,) = by(RULE, "noi_dung: Của Uỷ Ban nhân dân.\n")
    assert found.message == "Viết «Uỷ ban nhân dân»."
    assert found.fix is not None
    assert found.fix.safe


def test_small_letters_and_a_capital_may_be_allowed(by: By) -> None:
    assert by(f"{RULE}thuong_duoc: có", "noi_dung: Của ủy ban nhân dân.\n") == []
    assert by(f"{RULE}hoa_duoc: có", "noi_dung: Của Văn phòng.\n") == []
