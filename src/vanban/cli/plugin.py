"""``vanban plugin``: the plugins that are installed, a new one, whether one is in order."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vanban.cli import console
from vanban.messages import _

if TYPE_CHECKING:
    from vanban.plugins.listing import Contributor


def command() -> click.Command:
    """The group, with its help in the language in force."""
    return click.Group(
        "plugin",
        commands=[_list_command(), _new_command(), _check_command()],
        help=_("Phần mở rộng: liệt kê, tạo mới, kiểm tra."),
        no_args_is_help=True,
    )


def _list_command() -> click.Command:
    return click.Command(
        "list",
        callback=_list,
        help=_("Liệt kê các gói mở rộng đã cài, phiên bản và những gì mỗi gói đóng góp."),
        params=[
            click.Option(["--all", "everything"], is_flag=True, help=_("Kể cả những gì có sẵn.")),
            click.Option(
                ["--format", "form"], type=click.Choice(["text", "json"]), default="text",
                help=_("Dạng báo cáo."), show_default=True,
            ),
        ],
    )  # fmt: skip


def _new_command() -> click.Command:
    return click.Command(
        "new",
        callback=_new,
        help=_("Tạo thư mục TÊN chứa một gói mở rộng hoàn chỉnh để sửa dần."),
        params=[
            click.Argument(["name"], metavar=_("TÊN")),
            click.Option(
                ["-d", "--directory"], metavar=_("THƯ MỤC"), default=".",
                help=_("Thư mục chứa gói mới; bỏ trống: thư mục hiện tại."),
            ),
        ],
    )  # fmt: skip


def _check_command() -> click.Command:
    return click.Command(
        "check",
        callback=_check,
        help=_("Kiểm tra gói mở rộng có đúng quy cách không; bỏ trống TÊN: mọi gói đã cài."),
        params=[click.Argument(["names"], nargs=-1, metavar=_("[TÊN…]"))],
    )


def _list(everything: bool, form: str) -> int:
    from vanban import plugins  # not for --help
    from vanban.plugins.installed import places
    from vanban.plugins.listing import contributors

    registry = plugins.registry()
    console.problems((*registry.problems, *registry.rule_problems))
    found = [c for c in contributors(registry) if everything or c.origin != plugins.BUILT_IN]
    if form == "json":
        import msgspec

        console.document(msgspec.json.format(msgspec.json.encode(found), indent=2) + b"\n")
        return 0
    where = places()
    for contributor in found:
        _show(contributor, where)
    if not found:
        console.error(_("Chưa cài phần mở rộng nào. Tạo một gói mới: vanban plugin new TÊN"))
    return 0


def _show(contributor: Contributor, places: Mapping[str, str]) -> None:
    place = places.get(contributor.origin, "")
    console.line(f"{contributor.origin}  {place}".rstrip())
    for hook, names in contributor.brings.items():
        console.line(f"  {hook}: {', '.join(names)}")


def _new(name: str, directory: str) -> int:
    from vanban.cli.scaffold import write

    folder = write(name, Path(directory))
    console.error(_("Đã tạo {folder}. Tiếp theo:").format(folder=folder))
    console.error(f"    cd {folder}")
    console.error("    pip install -e '.[dev]'")
    console.error("    pytest")
    console.error(f"    vanban plugin check {name}")
    return 0


def _check(names: tuple[str, ...]) -> int:
    from vanban.plugins.installed import installed
    from vanban.testing.plugin import find

    wanted = names or tuple(dict.fromkeys(origin.split()[0] for origin, _load in installed()))
    if not wanted:
        console.error(_("Chưa cài phần mở rộng nào."))
    return max((int(_check_one(find(name))) for name in wanted), default=0)


def _check_one(plugin: object) -> bool:
    """Whether something is wrong with a plugin; what it is is printed."""
    from vanban.testing.checks import CHECKS, title
    from vanban.testing.plugin import Plugin

    assert isinstance(plugin, Plugin)
    console.line(plugin.origin)
    wrong = False
    for check in CHECKS:
        faults = list(check(plugin))
        wrong = wrong or bool(faults)
        console.line(f"  {'✗' if faults else '✓'} {title(check)}")
        for fault in faults:
            console.line("".join(f"      {line}\n" for line in fault.splitlines()).rstrip("\n"))
    return wrong
