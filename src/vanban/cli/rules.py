"""``vanban rules``: the rules that there are."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from vanban.cli import console
from vanban.cli.check import codes
from vanban.cli.types import columns
from vanban.messages import _

if TYPE_CHECKING:
    from vanban.rules.base import Rule


def command() -> click.Command:
    """The command, with its help in the language in force."""
    return click.Command(
        "rules",
        callback=_run,
        help=_("Liệt kê các quy tắc kiểm tra: mã, mức, tên, căn cứ."),
        params=[
            click.Option(
                ["--format", "form"], type=click.Choice(["text", "json"]), default="text",
                help=_("Dạng danh sách."), show_default=True,
            ),
            click.Option(["--select"], multiple=True, metavar=_("MÃ"), help=_("Chỉ liệt kê.")),
        ],
    )  # fmt: skip


def _run(form: str, select: tuple[str, ...]) -> int:
    from vanban import api, plugins  # not for --help

    registry = plugins.registry()
    rules = sorted(api.selected(registry, codes(select)), key=lambda rule: rule.id)
    if form == "json":
        told = [_record(rule) for rule in rules]
        report = json.dumps({"version": 1, "rules": told}, ensure_ascii=False, indent=2)
        console.document(f"{report}\n".encode())
    else:
        for line in columns(_rows(rules)):
            console.line(line)
    console.plugins()
    return 0


def _rows(rules: Sequence[Rule]) -> list[tuple[str, ...]]:
    return [(r.id, console.severity(r.severity), _(r.ten), r.basis) for r in rules]


def _record(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "title": _(rule.ten),
        "severity": str(rule.severity),
        "draft_severity": str(rule.draft) if rule.draft else None,
        "basis": rule.basis,
        "confidence": rule.trust,
        "scope": "set" if rule.check is None else "document",
        "origin": rule.origin,
    }
