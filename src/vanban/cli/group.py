"""The command line as click knows it: the options for all commands, and the commands."""

from __future__ import annotations

from importlib import import_module

from vanban import __version__, messages, plugins
from vanban.cli import console
from vanban.commands import COMMANDS, home
from vanban.delayed import loaded
from vanban.messages import _
from vanban.patterns import postponed
from vanban.plugins.installed import any_installed

with postponed("click"):  # it compiles expressions that no command uses
    loaded("click")
import click


class Commands(click.Group):
    """A group whose commands are imported only when they are needed.

    The core's own are known without asking for plugins: a built-in name cannot be taken.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in COMMANDS:
            command: click.Command = import_module(home(cmd_name)).command()
            return command
        if not any_installed() or cmd_name not in plugins.registry().commands:
            return None
        from vanban.cli.foreign import made

        return made(plugins.registry(), cmd_name)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The core's commands with what they do, those of plugins with where they come from."""
        super().format_commands(ctx, formatter)
        if not any_installed():
            return
        known = plugins.registry().commands
        others = [(name, known.origins(name)) for name in known if name not in COMMANDS]
        if others:
            with formatter.section(_("Lệnh của phần mở rộng")):
                formatter.write_dl(sorted(others))


def run(arguments: list[str]) -> int:
    """Run a command line; the exit code, or an exception of click's."""
    console.speak(messages.language())
    return int(_group().main(arguments, "vanban", standalone_mode=False) or 0)


def _group() -> Commands:
    return Commands(
        "vanban",
        help=_("Soạn văn bản hành chính theo Nghị định 30/2020/NĐ-CP từ dữ liệu có cấu trúc."),
        epilog=_("Trợ giúp của một lệnh: vanban LỆNH --help"),
        params=[
            click.Option(
                ["--lang"],
                type=click.Choice(messages.LANGUAGES),
                help=_("Ngôn ngữ của thông báo."),
                expose_value=False,
            ),
            click.Option(
                ["--no-plugins"],
                is_flag=True,
                help=_("Không dùng phần mở rộng nào."),
                expose_value=False,
            ),
            console.version_option(__version__),
        ],
        add_help_option=True,
        no_args_is_help=True,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
