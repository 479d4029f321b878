"""Commands of plugins: listed, run, and told of when they are broken."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click
import pytest

from vanban.errors import SourceError
from vanban.location import Place

Make = Callable[..., Any]
Vanban = Callable[..., Any]


def command(callback: Any) -> Callable[[], click.Command]:
    return lambda: click.Command("dem", callback=callback, help="Đếm.")


@pytest.fixture
def plugin(with_plugin: Make, module: Make) -> Callable[[Any], None]:
    """``plugin(function)``: a plugin with the command ``dem`` that the function makes."""

    def make(function: Any) -> None:
        with_plugin(commands={"dem": f"{module(lenh=function)}:lenh"})

    return make


def test_a_command_is_listed_and_run_with_its_exit_code(
    plugin: Callable[[Any], None], vanban: Vanban
) -> None:
    plugin(command(lambda: 1))
    assert vanban("dem").code == 1
    helped = vanban("--help").text
    assert "Lệnh của phần mở rộng" in helped
    assert "dem" in helped.partition("Lệnh của phần mở rộng")[2]
    assert "vanban-thu 1.0" in helped
    assert "Đếm." in vanban("dem", "--help").text


def unreadable() -> None:
    raise SourceError.at("Không có tệp.", Place("a.yaml"))


def broken() -> None:
    raise KeyError("x")


@pytest.mark.parametrize(
    ("function", "told"),
    [
        (command(broken), "Lệnh «dem» của vanban-thu 1.0 bị lỗi: KeyError"),
        (lambda: 1 / 0, "Lệnh «dem» của vanban-thu 1.0 bị lỗi: ZeroDivisionError"),
        (lambda: 5, "not a click.Command: 5"),
        (command(unreadable), "a.yaml: lỗi: Không có tệp."),
    ],
)
def test_what_goes_wrong_is_told_and_ends_with_2(
    plugin: Callable[[Any], None], vanban: Vanban, function: Any, told: str
) -> None:
    plugin(function)
    ran = vanban("dem")
    assert ran.code == 2
    assert told in ran.err
    assert "Traceback" not in ran.err


def test_a_broken_command_does_not_hide_the_others(with_plugin: Make, vanban: Vanban) -> None:
    with_plugin(commands={"dem": "khong_co_goi_nay:lenh"})
    assert "render" in vanban("--help").text
    ran = vanban("dem")
    assert ran.code == 2
    assert "«dem» của vanban-thu 1.0 không dùng được: ModuleNotFoundError" in ran.err


def test_a_built_in_command_cannot_be_taken(
    with_plugin: Make, module: Make, vanban: Vanban
) -> None:
    known = with_plugin(commands={"types": f"{module(lenh=command(lambda: 9))}:lenh"})
    assert vanban("types", "--names").code == 0
    assert "«types» là tên có sẵn" in str(known.problems[0])


def test_without_plugins_their_commands_are_unknown(
    monkeypatch: pytest.MonkeyPatch, vanban: Vanban
) -> None:
    monkeypatch.setenv("VANBAN_PLUGINS", "vanban-khac")
    assert vanban("--no-plugins", "types", "--names").code == 0
    import os

    assert os.environ["VANBAN_PLUGINS"] == ""
