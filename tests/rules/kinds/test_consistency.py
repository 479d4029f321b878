"""One word in two spellings."""

from __future__ import annotations

from collections.abc import Callable

from vanban.findings import Finding

By = Callable[[str, str], list[Finding]]
RULE = "kieu: consistency\ncau: «{quote}» và «{right}».\nnhom:\n  - [kỹ, kĩ]\n"


def test_the_rarer_spelling_is_blamed_once_and_mended_everywhere(by: By) -> None:
    text = "Kỹ thuật, kĩ năng, kỹ lưỡng, Kĩ xảo, kỹ sư."
    (found,) = by(RULE, f"noi_dung: {text}\n")
    assert (found.quote, found.message) == ("kĩ", "«kĩ» và «kỹ».")
    assert found.fix is not None
    assert [edit.text for edit in found.fix.edits] == ["kỹ", "Kỹ"]


def test_one_spelling_is_fine(by: By) -> None:
    assert by(RULE, "noi_dung: Kĩ thuật và kĩ năng.\n") == []
