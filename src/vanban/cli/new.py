"""``vanban new``: a commented source to start from."""

from __future__ import annotations

from pathlib import Path

import click

from vanban import outputs
from vanban.cli import console
from vanban.messages import _


def command() -> click.Command:
    """The command, with its help in the language in force."""
    return click.Command(
        "new",
        callback=_run,
        help=_("Viết một tệp nguồn để bắt đầu. LOẠI lấy từ lệnh: vanban types"),
        params=[
            click.Argument(["slug"], metavar=_("LOẠI")),
            click.Option(["-o", "--output"], metavar=_("TỆP"), help=_("Tệp ghi ra; bỏ trống: màn hình.")),
            click.Option(["--txt"], is_flag=True, help=_("Dạng đầu trang và lời văn (.txt).")),
            click.Option(["--force"], is_flag=True, help=_("Thay tệp đã có.")),
        ],
    )


def _run(slug: str, output: str | None, txt: bool, force: bool) -> int:
    from vanban import api  # not for --help

    as_text = txt or (output or "").endswith((".txt", ".md"))
    source = api.skeleton(slug, head_and_text=as_text).encode()
    if output and output != "-":
        outputs.write(Path(output), source, force=force)
        console.error(_("Đã ghi {path}").format(path=output))
    else:
        console.document(source)
    return 0
