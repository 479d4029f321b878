"""Regular expressions that are compiled when they are first used."""

import re

import pytest

from vanban.patterns import later


def test_it_finds_what_the_compiled_expression_finds() -> None:
    text, source = "Số 5, số 16", r"số (?P<x>\d+)"
    late, now = later(source, re.IGNORECASE), re.compile(source, re.IGNORECASE)
    assert [m["x"] for m in late.finditer(text)] == [m["x"] for m in now.finditer(text)]
    assert late.sub("-", text) == now.sub("-", text)
    assert late.search("số") is None


def test_nothing_is_compiled_before_the_first_use(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    compile_now = re.compile
    monkeypatch.setattr(
        "vanban.patterns.re.compile", lambda s, f: compiled.append(s) or compile_now(s, f)
    )
    pattern = later("a+")
    assert not compiled
    assert pattern.match("aa")
    assert pattern.match("a")
    assert compiled == ["a+"]


def test_a_faulty_expression_is_told_at_its_first_use() -> None:
    with pytest.raises(re.error):
        later("(").search("")
