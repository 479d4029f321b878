"""``vanban types``: the document types that sources can name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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
    slugs = sorted(registry.types)
    kinds = [] if names else [registry.document_type(slug) for slug in slugs]
    rows = [(kind.slug, kind.ma, kind.ten, kind.mau, kind.can_cu) for kind in kinds]
    for line in columns(rows) if kinds else slugs:
        console.line(line)
    return 0


def columns(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """The rows with their columns below each other."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()
