"""``vanban new``: a commented source to start from."""

from __future__ import annotations

from pathlib import Path

import click

from vanban import outputs
from vanban.cli import console
from vanban.messages import _

YAML, TEXT = (".yaml", ".yml"), (".txt", ".md")
"""Endings of the two forms of a source."""


def command() -> click.Command:
    """The command, with its help in the language in force."""
    return click.Command(
        "new",
        callback=_run,
        help=_("Viết một tệp nguồn để bắt đầu. LOẠI lấy từ lệnh: vanban types"),
        params=[
            click.Argument(["slug"], metavar=_("LOẠI")),
            click.Option(
                ["-o", "--output"], metavar=_("TỆP"), help=_("Tệp ghi ra; bỏ trống: màn hình.")
            ),
            click.Option(["--txt"], is_flag=True, help=_("Dạng đầu trang và lời văn (.txt).")),
            click.Option(["--force"], is_flag=True, help=_("Thay tệp đã có.")),
        ],
    )


def _run(slug: str, output: str | None, txt: bool, force: bool) -> int:
    from vanban import api  # not for --help

    source = api.skeleton(slug, head_and_text=_as_text(output, txt)).encode()
    if output is not None and output != "-":
        outputs.write(Path(output), source, force=force)
        console.error(_("Đã ghi {path}").format(path=output))
    else:
        console.document(source)
    return 0


def _as_text(output: str | None, txt: bool) -> bool:
    """Whether to write a head and a text; the name of the file must go with it."""
    if output is None or output == "-":
        return txt
    suffix = Path(output).suffix.lower()
    allowed = TEXT if txt else (*YAML, *TEXT)
    if suffix not in allowed:
        raise click.UsageError(
            _("-o cần tên tệp có đuôi {suffixes}.").format(suffixes=", ".join(allowed))
        )
    return suffix in TEXT
