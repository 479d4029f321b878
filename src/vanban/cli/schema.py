"""``vanban schema``: the JSON Schema that editors complete sources with."""

from __future__ import annotations

import click

from vanban.cli import console
from vanban.messages import _


def command() -> click.Command:
    """The command, with its help in the language in force."""
    return click.Command(
        "schema",
        callback=_run,
        help=_("In JSON Schema của tệp nguồn: mọi loại, hoặc một loại."),
        params=[click.Argument(["slug"], required=False, metavar=_("[LOẠI]"))],
    )


def _run(slug: str | None) -> int:
    import json

    from vanban import api

    text = json.dumps(api.schema(slug), ensure_ascii=False, indent=2)
    console.document(f"{text}\n".encode())
    return 0
