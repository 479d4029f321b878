"""The command ``vanban``: its options, its commands, and what it does when things fail.

Exit codes: 0 done; 1 findings of severity error; 2 wrong usage or unreadable input;
3 an internal error. Commands, and click, are imported when they are called.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextvars import copy_context
from typing import NoReturn

import click

from vanban import messages
from vanban.cli import console, quick
from vanban.errors import VanbanError
from vanban.messages import _


def run(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and leave with its exit code.

    The process ends at once, without taking every module apart, which costs a fifth of a
    short command; everything was written and closed before.
    """
    code = main(sys.argv[1:] if arguments is None else arguments)
    console.finish()
    os._exit(code)


def main(arguments: Sequence[str]) -> int:
    """Run the command line; the exit code. Nothing ends in a traceback.

    The language that ``--lang`` chooses holds for this run alone.
    """
    console.prepare()
    return copy_context().run(_guarded, list(arguments))


def _guarded(arguments: list[str]) -> int:
    try:
        return _command(arguments)
    except click.ClickException as error:
        console.usage(error)
        return 2
    except VanbanError as error:
        console.problems(error.problems)
        return 2
    except (BrokenPipeError, SystemExit):  # the latter is click's answer to the former
        console.abandon()
        return 0
    except OSError as error:
        return _stream_failed(error)
    except (click.exceptions.Abort, KeyboardInterrupt):
        console.error(_("Đã dừng theo yêu cầu."))
        return 130
    except Exception as error:  # the last net: a person gets a sentence, not a traceback
        console.internal(error)
        return 3


def _stream_failed(error: OSError) -> int:
    """A failure without a file name is that of standard output (a full disk); else a bug."""
    if error.filename is not None:
        console.internal(error)
        return 3
    console.abandon()
    console.problems(console.unwritable(error).problems)
    return 2


def _command(arguments: list[str]) -> int:
    rest = _everywhere(arguments)
    code = quick.run(rest)
    if code is None:
        from vanban.cli import group

        code = group.run(rest)
    console.flush()
    return code


def _everywhere(arguments: list[str]) -> list[str]:
    """Take the options that may stand anywhere, for help texts and commands depend on them.

    ``--lang`` chooses the language of messages, ``--no-plugins`` works without plugins, in
    other processes too.
    """
    rest: list[str] = []
    given = iter(arguments)
    for argument in given:
        name, equals, value = argument.partition("=")
        if argument == "--":
            return [*rest, argument, *given]
        if argument == "--no-plugins":
            os.environ["VANBAN_PLUGINS"] = ""
        elif name == "--lang":
            _speak(value if equals else next(given, ""))
        else:
            rest.append(argument)
    return rest


def _speak(language: str) -> None:
    if language not in messages.LANGUAGES:
        raise click.UsageError(_("--lang là vi hoặc en, không phải «{x}».").format(x=language))
    messages.use(language)
