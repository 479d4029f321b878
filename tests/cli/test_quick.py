"""A plain command line is called as click would call it, and click is not loaded for it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.cli import quick
from vanban.cli.quick import Plain
from vanban.commands import home

Vanban = Callable[..., Any]


def plain_of(name: str) -> Plain:
    found: Plain = import_module(home(name)).PLAIN
    return found


def by_click(name: str, arguments: list[str]) -> dict[str, Any] | None:
    """The parameters that click finds; None where it refuses them."""
    command: click.Command = import_module(home(name)).command()
    try:
        return command.make_context(name, list(arguments)).params
    except click.UsageError:
        return None


@pytest.mark.parametrize("name", quick.COMMANDS)
def test_every_option_of_the_command_is_known(name: str) -> None:
    plain = plain_of(name)
    command: click.Command = import_module(home(name)).command()
    for option in command.params:
        if option.name in plain.others:
            continue  # what it is without the option, the next test compares
        if isinstance(option, click.Option):
            kind = (
                plain.flags if option.is_flag else plain.lists if option.multiple else plain.texts
            )
            assert [kind.get(typed) for typed in option.opts] == [option.name] * len(option.opts)
        else:
            assert option.name == plain.files
    known = {typed for option in command.params for typed in option.opts}
    assert {*plain.flags, *plain.texts, *plain.lists} <= known


WORDS = st.sampled_from(
    ["a.yaml", "b.yaml", "-", "", "--", "-x", "-o", "-oa.docx", "-vo", "--output=a", "--outpu",
     "--force", "-v", "--verbose", "--set", "so=1", "--set=so=1", "-d", "ra", "--template",
     "--no-check", "--pdf", "--help", "-5", "ế.yaml", "@a", "--level", "error", "--jobs", "2",
     "--select", "TXT", "--baseline", "--as-nd30", "--profile"]
)  # fmt: skip


@pytest.mark.parametrize("name", quick.COMMANDS)
@given(arguments=st.lists(WORDS, max_size=7))
def test_what_is_found_is_what_click_finds(name: str, arguments: list[str]) -> None:
    found = plain_of(name).read(arguments)
    if found is not None:
        assert found == by_click(name, arguments)


def test_a_plain_line_needs_no_click(tmp_path: Path, source: str) -> None:
    (tmp_path / "a.yaml").write_text(source, "utf-8")
    program = (
        "import sys; from vanban.cli.main import main;"
        " code = main(['render', 'a.yaml', '-o', 'b.docx', '--set', 'so=7', '--no-plugins']);"
        " sys.exit(code or 'click.core' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, check=False)
    assert ran.returncode == 0
    assert (tmp_path / "b.docx").exists()


@pytest.mark.parametrize(
    "arguments",
    [["a.yaml", "b.yaml", "-o", "c.docx"], ["a.yaml", "--profile", "p", "--no-profile"]],
)
def test_options_that_do_not_go_together_are_told_by_click(
    vanban: Vanban, arguments: list[str]
) -> None:
    ran = vanban("render", *arguments)
    assert ran.code == 2
    assert "vanban render --help" in ran.err
    assert ran.err.count("Lỗi") == 1
