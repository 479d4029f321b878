"""Commands that plugins contribute: what goes wrong in them is told as theirs."""

from __future__ import annotations

from typing import Any

import click

from vanban.errors import PluginError, VanbanError
from vanban.location import Place
from vanban.messages import _
from vanban.plugins import Registry

_TOLD = (VanbanError, click.ClickException, click.exceptions.Exit, click.Abort, OSError)
"""What a command may end with: `vanban.cli.main` knows what to say of it."""


def made(registry: Registry, name: str) -> click.Command:
    """A plugin's command.

    Raises:
        PluginError: it cannot be imported, or is no command.
    """
    make, origin = registry.command(name), registry.commands.get(name).origin
    try:
        command = make()
    except Exception as error:  # a plugin's bug must not end in a traceback
        raise _failed(name, origin, error) from None
    if not isinstance(command, click.Command):
        raise _failed(name, origin, TypeError(f"not a click.Command: {command!r}"))
    invoke = command.invoke

    def guarded(context: click.Context) -> Any:
        try:
            return invoke(context)
        except _TOLD:
            raise
        except Exception as error:  # told with the plugin's name, so that the right people hear
            raise _failed(name, origin, error) from None

    setattr(command, "invoke", guarded)  # noqa: B010  # an assignment is no method to mypy
    return command


def _failed(name: str, origin: str, error: Exception) -> PluginError:
    reason = f"{type(error).__name__}: {error}"
    return PluginError.at(
        _("Lệnh «{name}» của {origin} bị lỗi: {reason}.").format(
            name=name, origin=origin, reason=reason
        ),
        Place(origin),
    )
