"""Plain command lines, understood without click.

Importing click takes a seventh of what rendering a document takes, and most of what it can do no
script asks for. What is written here without any of that (``render a.yaml -o a.docx --force``)
is called as click would call it; everything else, and all help and faults, is click's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from types import MappingProxyType
from typing import Any

import click
from msgspec import Struct

from vanban.commands import home

COMMANDS = ("render", "check")
"""The commands that say in ``PLAIN`` how they are called."""


class Plain(Struct, frozen=True):
    """The options of a command by what is typed for them, each with its parameter.

    Attributes:
        files: the parameter of all that is no option; there must be one at least.
        flags: options by themselves.
        texts: options with a text behind them; of several the last counts.
        lists: options with a text behind them that may come several times.
        others: the parameters of options that are click's to read, as they are without these.
    """

    files: str
    flags: Mapping[str, str]
    texts: Mapping[str, str]
    lists: Mapping[str, str]
    others: Mapping[str, Any] = MappingProxyType({})

    def read(self, arguments: Sequence[str]) -> dict[str, Any] | None:
        """The parameters that click would find; None where it is not sure.

        >>> plain = Plain("files", {"--force": "force"}, {"-o": "output"}, {})
        >>> plain.read(["a.yaml", "-o", "a.docx"])
        {'force': False, 'output': 'a.docx', 'files': ('a.yaml',)}
        >>> plain.read(["a.yaml", "-oa.docx"]), plain.read(["--help"]), plain.read([])
        (None, None, None)
        """
        given = {**self.others, **dict.fromkeys(self.flags.values(), False)}
        given |= dict.fromkeys(self.texts.values()) | dict.fromkeys(self.lists.values(), ())
        files: list[str] = []
        rest = iter(arguments)
        for argument in rest:
            if argument in self.flags:
                given[self.flags[argument]] = True
            elif argument in self.texts or argument in self.lists:
                value = next(rest, None)
                if value is None:
                    return None
                self._put(given, argument, value)
            elif argument.startswith("-") and argument != "-":
                return None
            else:
                files.append(argument)
        return given | {self.files: tuple(files)} if files else None

    def _put(self, given: dict[str, Any], option: str, value: str) -> None:
        if option in self.texts:
            given[self.texts[option]] = value
        else:
            given[self.lists[option]] += (value,)


def run(arguments: Sequence[str]) -> int | None:
    """Run a plain command line; its exit code, or None where it is for click."""
    if not arguments or arguments[0] not in COMMANDS:
        return None
    command = import_module(home(arguments[0]))
    given = command.PLAIN.read(arguments[1:])
    if given is None:
        return None
    try:
        return int(command.run(**given))
    except click.UsageError:  # options that do not go together: click knows to say where
        return None
