"""The place that a typed mark claims in its list."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.model.blocks import DeMuc
from vanban.model.inlines import Run
from vanban.model.levels import BULLETS, Level
from vanban.model.outline import outline
from vanban.rules.library.body.ordinals import is_citation, ordinal


def item(level: Level, mark: str | None, text: str = "ý") -> DeMuc:
    return DeMuc(level, mark, (Run(text),))


@given(st.sampled_from(Level), st.integers(1, 22))
def test_the_mark_of_every_level_claims_its_place(level: Level, number: int) -> None:
    items = tuple(item(level, None) for _ in range(number))
    claimed = ordinal(outline(items)[number - 1])
    if level in BULLETS:
        assert claimed is None
    elif level is not Level.CHU_HOA:
        assert claimed == number


@pytest.mark.parametrize(
    ("level", "mark", "place"),
    [
        (Level.SO, "3)", 3),
        (Level.DIEM, "đ)", 5),
        (Level.DIEM, "a1)", None),
        (Level.DIEM, "f)", None),
        (Level.DIEU, "Điều 5.", 5),
        (Level.DIEU, "Điều 5a.", None),
        (Level.CHU_HOA, "I.", 9),
        (Level.LA_MA, "IX.", 9),
        (Level.LA_MA_THUONG, "iv)", 4),
        (Level.SO_2, "1.12.", 12),
    ],
)
def test_a_typed_mark_claims_what_it_says(level: Level, mark: str, place: int | None) -> None:
    assert ordinal(outline((item(level, mark),))[0]) == place


@pytest.mark.parametrize(
    ("mark", "text", "cited"),
    [("148/", "TTr-UBND ngày 05", True), ("1/", "Tờ trình", False), ("148.", "TTr-UBND", False)],
)
def test_the_number_of_a_document_is_no_mark(mark: str, text: str, cited: bool) -> None:
    assert is_citation(item(Level.SO, mark, text)) is cited
