"""Words that should not stand there."""

from __future__ import annotations

from collections.abc import Callable

from vanban.findings import Finding

By = Callable[[str, str], list[Finding]]
RULE = "kieu: vocabulary\ncau: «{quote}» nay là «{right}».\n"


def test_whole_words_are_blamed_whatever_their_case(by: By) -> None:
    rule = f"{RULE}tu: {{bộ cũ: bộ mới}}"
    one, two = by(rule, "noi_dung: |\n  Bộ cũ, bộ cũng, BỘ CŨ.\n")
    assert (one.quote, one.message) == ("Bộ cũ", "«Bộ cũ» nay là «Bộ mới».")
    assert two.quote == "BỘ CŨ"


def test_of_two_that_begin_together_the_longer_counts(by: By) -> None:
    rule = f"{RULE}tu: {{bộ cũ: một, bộ cũ kỹ: hai}}"
    (found,) = by(rule, "noi_dung: Của bộ cũ kỹ.\n")
    assert found.message == "«bộ cũ kỹ» nay là «hai»."


def test_the_case_may_count(by: By) -> None:
    rule = f"{RULE}dung_hoa_thuong: có\ntu: {{BTNMT: BNNMT}}"
    assert [f.quote for f in by(rule, "noi_dung: BTNMT và btnmt.\n")] == ["BTNMT"]


def test_a_mending_touches_the_wording_unless_said_otherwise(by: By) -> None:
    (found,) = by(f"{RULE}tu: {{bộ cũ: bộ mới}}", "noi_dung: Của bộ cũ.\n")
    assert found.fix is not None
    assert not found.fix.safe
    (found,) = by(f"{RULE}tu: {{bộ cũ: ''}}", "noi_dung: Của bộ cũ.\n")
    assert found.fix is None
