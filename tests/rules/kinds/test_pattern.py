"""Patterns: where they look, what excuses, what they put instead."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vanban.findings import Finding

By = Callable[[str, str], list[Finding]]
RULE = "kieu: pattern\ncau: Thay «{quote}» bằng «{right}».\n"


def body(text: str) -> str:
    return f"noi_dung: |\n  {text}\n"


def test_each_stretch_that_is_found_is_blamed_at_its_place(by: By) -> None:
    one, two = by(f"{RULE}tim: xấu\nthay: tốt", body("Việc xấu và *rất* xấu."))
    assert [str(f.place) for f in (one, two)] == ["a.yaml:2:8", "a.yaml:2:21"]
    assert one.message == "Thay «xấu» bằng «tốt»."
    assert one.fix is not None
    assert one.fix.safe


def test_a_group_x_is_what_is_blamed(by: By) -> None:
    (found,) = by(
        f"{RULE}tim: '(?P<ten>Sở) (?P<x>Nội Vụ)'\nthay: 'của \\g<ten>'", body("Sở Nội Vụ")
    )
    assert (found.quote, found.message) == ("Nội Vụ", "Thay «Nội Vụ» bằng «của Sở».")


@pytest.mark.parametrize(("key", "right"), [("hoa", "Điều"), ("thuong", "điều")])
def test_the_case_of_the_first_letter_may_be_what_changes(by: By, key: str, right: str) -> None:
    (found,) = by(f"{RULE}tim: '[đĐ]iều'\n{key}: có", body("Theo Điều này."))
    assert found.message.endswith(f"bằng «{right}».")


def test_several_patterns_share_a_rule(by: By) -> None:
    rule = "kieu: pattern\ncau: Một.\ntim:\n  - {tim: xấu}\n  - {tim: dở, cau: Hai.}"
    assert [f.message for f in by(rule, body("Xấu xấu, dở."))] == ["Một.", "Hai."]


def test_letters_may_compare_without_case_and_place_of_tones(by: By) -> None:
    (found,) = by(f"{RULE}tim: ủy ban\nkhong_phan_biet: có", body("Uỷ Ban."))
    assert found.quote == "Uỷ Ban"


@pytest.mark.parametrize(
    ("more", "count"),
    [
        ("", 3),
        ("o: [loi-van]", 1),
        ("o: [bang]", 1),
        ("o: [ky]", 1),
        ("o: [ky.ho_ten]", 0),
        ("tru_o: [bang, ky]", 1),
    ],
)
def test_it_looks_where_it_is_told(by: By, more: str, count: int) -> None:
    source = "ky: {chuc_vu: xấu}\nnoi_dung: |\n  Việc xấu.\n  | xấu |\n  |---|\n"
    assert len(by(f"{RULE}tim: xấu\n{more}", source)) == count


@pytest.mark.parametrize(
    ("more", "text", "count"),
    [
        ("tru_truoc: 'không '", "Việc xấu, không xấu.", 1),
        ("tru_sau: ' hổ'", "Việc xấu hổ, xấu.", 1),
        ("", "Việc “xấu”.", 0),
        ("trong_nhay: có", "Việc “xấu”.", 1),
        ("dau_doan: có", "xấu và xấu", 1),
        ("cuoi_doan: có", "xấu và xấu", 1),
    ],
)
def test_some_stretches_are_excused(by: By, more: str, text: str, count: int) -> None:
    assert len(by(f"{RULE}tim: xấu\n{more}", body(text))) == count


def test_a_mending_may_be_unsafe_or_only_told(by: By) -> None:
    (unsafe,) = by(f"{RULE}tim: xấu\nthay: tốt\nan_toan: không", body("Xấu xấu."))
    assert unsafe.fix is not None
    assert not unsafe.fix.safe
    (told,) = by(f"{RULE}tim: xấu\nthay: tốt\nkhong_sua: có", body("Xấu xấu."))
    assert told.fix is None
