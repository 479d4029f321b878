"""``vanban types``: the document types that sources can name."""

from __future__ import annotations

import click

from vanban.cli import console
from vanban.messages import _


def command() -> click.Command:
    """The command, with its help in the language in force."""
    return click.Command(
        "types",
        callback=_run,
        help=_("Liệt kê các loại văn bản: tên ngắn, mã, tên, mẫu, căn cứ."),
        params=[
            click.Option(["--names"], is_flag=True, help=_("Chỉ in tên ngắn, mỗi dòng một loại."))
        ],
    )


def _run(names: bool) -> int:
    from vanban import plugins  # not for --help

    registry = plugins.registry()
    for slug in sorted(registry.types):
        if names:
            console.line(slug)
        else:
            kind = registry.document_type(slug)
            console.line(f"{slug:<24}{kind.ma:<6}{kind.ten:<28}{kind.mau:<10}{kind.can_cu}")
    return 0
