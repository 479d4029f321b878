"""A module that is put off is loaded when something of it is asked for, and is then the same."""

from __future__ import annotations

import sys

import pytest

from vanban.cli import cleandoc
from vanban.delayed import delay, loaded


@pytest.fixture(autouse=True)
def _not_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    """A module that nothing else has a hold of."""
    monkeypatch.delitem(sys.modules, "colorsys", raising=False)


def test_it_is_loaded_when_something_is_asked_for() -> None:
    delay("colorsys")
    import colorsys

    assert "rgb_to_hsv" not in vars(colorsys)
    assert colorsys.rgb_to_hsv(0, 0, 0) == (0.0, 0.0, 0)
    assert sys.modules["colorsys"] is not colorsys
    assert vars(colorsys)["rgb_to_hsv"] is sys.modules["colorsys"].rgb_to_hsv


def test_what_it_does_not_have_is_told() -> None:
    delay("colorsys")
    import colorsys

    with pytest.raises(AttributeError, match="nothing_like_it"):
        colorsys.nothing_like_it  # noqa: B018


def test_what_is_loaded_stays() -> None:
    import colorsys

    delay("colorsys")
    assert sys.modules["colorsys"] is colorsys
    assert loaded("colorsys") is colorsys


def test_a_function_answers_meanwhile() -> None:
    def rgb_to_hsv(*_colour: float) -> str:
        return "meanwhile"

    delay("colorsys", rgb_to_hsv)
    import colorsys

    assert colorsys.rgb_to_hsv(0, 0, 0) == "meanwhile"
    assert colorsys.rgb_to_hls(0, 0, 0) == (0.0, 0.0, 0.0)
    assert colorsys.rgb_to_hsv(0, 0, 0) == (0.0, 0.0, 0)


@pytest.mark.parametrize("text", ["", " a", "a\tb ", "một\n  hai\n   ba\n", "\n\n  a\n"])
def test_help_texts_are_cleaned_as_inspect_does(text: str) -> None:
    import inspect

    assert cleandoc(text) == inspect.cleandoc(text)
