"""``vanban doctor``: whether this machine has all that vanban needs, and what mends it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from vanban.cli import console
from vanban.messages import _

if TYPE_CHECKING:
    from vanban.api.health import Check

VERSION = 1
"""That of the JSON report."""


def command() -> click.Command:
    """The command, with its help in the language in force."""
    return click.Command(
        "doctor",
        callback=_run,
        help=_("Xem máy này có đủ những gì vanban cần: gói, phần mở rộng, LibreOffice, phông chữ."),
        params=[
            click.Option(["--full"], is_flag=True, help=_("Chuyển thử một tệp sang PDF.")),
            click.Option(
                ["--format", "form"], type=click.Choice(["text", "json"]), default="text",
                help=_("Dạng báo cáo."), show_default=True,
            ),
        ],
    )  # fmt: skip


def _run(full: bool, form: str) -> int:
    from vanban.api import health  # not for --help

    found: list[Check] = []
    for check in health.examine(full=full):
        found.append(check)
        if form == "text":
            _show(check)
    faults = sum(check.state is health.State.FAULT for check in found)
    if form == "json":
        _put_out(found, faults)
    elif faults:
        console.line(_("{count} chỗ cần sửa.").format(count=faults))
    return int(faults > 0)


def _show(check: Check) -> None:
    marks = {"ok": "✓", "fault": "✗", "optional": "–"}
    console.report(f"{marks[check.state]} {check.title}: {check.value}")
    if check.advice:
        console.report(f"    → {check.advice}")


def _put_out(found: Sequence[Check], faults: int) -> None:
    import msgspec

    told = {"version": VERSION, "ok": not faults, "checks": found}
    console.document(msgspec.json.format(msgspec.json.encode(told), indent=2) + b"\n")
