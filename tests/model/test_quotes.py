"""Where quoted text ends."""

from __future__ import annotations

from vanban.model.quotes import quotations


def ends(*texts: str) -> dict[int, int]:
    return quotations(texts)


def test_a_quotation_ends_with_its_own_closing_mark() -> None:
    assert ends("“Một", "hai", "ba”", "bốn") == {0: 2}
    assert ends("“Một” hai", "ba") == {0: 0}


def test_quotation_marks_inside_are_counted() -> None:
    assert ends("“Một “hai” ba", "“bốn”", "năm”.") == {0: 2, 1: 1}


def test_a_quotation_mark_inside_a_line_begins_none() -> None:
    assert ends("Một “hai", "ba”") == {}


def test_a_quotation_that_never_ends_is_none() -> None:
    assert ends("“Một", "“hai”", "”” ba", "“bốn") == {0: 2, 1: 1}
    assert ends("“Một", "hai") == {}
