"""``vanban rules``: the rules that there are."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
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
        help=_("Liệt kê các quy tắc kiểm tra: mã, mức, nơi xét, tên, căn cứ."),
        params=[
            click.Option(
                ["--format", "form"], type=click.Choice(["text", "json"]), default="text",
                help=_("Dạng danh sách."), show_default=True,
            ),
            click.Option(["--select"], multiple=True, metavar=_("MÃ"), help=_("Chỉ liệt kê.")),
        ],
    )  # fmt: skip


def _run(form: str, select: tuple[str, ...]) -> int:
    from vanban import plugins  # not for --help
    from vanban.api.checking import listed

    registry = plugins.registry()
    found = listed(registry, codes(select))
    scopes = _scopes(found)
    rules = list({rule.id: rule for rule in reversed(found)}.values())[::-1]
    if form == "json":
        told = [_record(rule, scopes[rule.id]) for rule in rules]
        report = json.dumps({"version": 1, "rules": told}, ensure_ascii=False, indent=2)
        console.document(f"{report}\n".encode())
    else:
        for line in columns(_rows(rules, scopes)):
            console.line(line)
    console.plugins()
    return 0


def _scopes(rules: Sequence[Rule]) -> dict[str, list[str]]:
    """What each rule looks at: "source", "docx" or both, by its id."""
    found: dict[str, list[str]] = {}
    for rule in rules:
        found.setdefault(rule.id, []).append(rule.scope)
    return found


def _rows(rules: Sequence[Rule], scopes: Mapping[str, list[str]]) -> list[tuple[str, ...]]:
    words = {"source": _("nguồn"), "docx": ".docx"}
    return [
        (
            r.id,
            console.severity(r.severity),
            ", ".join(words[scope] for scope in scopes[r.id]),
            _(r.ten),
            r.basis,
        )
        for r in rules
    ]


def _record(rule: Rule, scopes: list[str]) -> dict[str, Any]:
    return {
        "id": rule.id,
        "title": _(rule.ten),
        "severity": str(rule.severity),
        "draft_severity": str(rule.draft) if rule.draft else None,
        "basis": rule.basis,
        "confidence": rule.trust,
        "scope": "set" if rule.check is None else "document",
        "files": scopes,
        "origin": rule.origin,
    }
