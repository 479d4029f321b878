"""Functions that contributions name: imported when needed, told when they are not there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from vanban.errors import PluginError

Make = Callable[..., Any]


def test_a_function_is_found_by_its_text(with_plugin: Make, module: Make) -> None:
    known = with_plugin(sources={".thu": f"{module(doc=len)}:doc"})
    assert known.reader(".thu") is len
    assert known.reader(".khac") is None


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("khong_co_goi_nay:doc", "ModuleNotFoundError"),
        ("goi_thu:khong_co", "AttributeError"),
        ("goi_thu:so", "goi_thu:so không phải một hàm"),
    ],
)
def test_what_is_not_there_names_the_plugin(
    with_plugin: Make, module: Make, target: str, reason: str
) -> None:
    module(so=5)
    known = with_plugin(executors={"xa": target})
    with pytest.raises(PluginError) as caught:
        known.executor("xa")
    assert "«xa» của vanban-thu 1.0 không dùng được" in str(caught.value)
    assert reason in str(caught.value)


def test_an_unknown_executor_suggests_the_nearest(with_plugin: Make) -> None:
    with pytest.raises(PluginError, match="Có phải «process» không"):
        with_plugin().executor("proces")


def test_the_core_has_its_own_through_the_same_hooks(with_plugin: Make) -> None:
    known = with_plugin()
    assert all(known.reader(ending) for ending in (".yaml", ".yml", ".json", ".txt", ".md"))
    assert callable(known.executor("process"))
    assert callable(known.command("render"))
