"""Rules from their YAML data: an entry names its kind, the kind's code does the rest."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from types import MappingProxyType

from vanban.findings import Severity
from vanban.messages import _
from vanban.rules.base import Check, Rule
from vanban.standards.yaml_data import Entry, load

KINDS = {
    "required": "vanban.rules.kinds.required",
    "allowed": "vanban.rules.kinds.allowed",
    "note": "vanban.rules.kinds.note",
    "numbering": "vanban.rules.library.numbering",
}
"""Where the check of each kind is; the ones in ``library`` are rules of one kind each."""


def read(path: Path, origin: str = "vanban") -> tuple[Rule, ...]:
    """The rules of a data file.

    Raises:
        StandardError: an entry has a fault.
    """
    entries = Entry(load(path), path, "").entries()
    return tuple(_rule(name, entry, origin) for name, entry in entries.items())


def _rule(name: str, entry: Entry, origin: str) -> Rule:
    kind = entry.choice("kieu", KINDS)
    data = {k: v for k, v in entry.data.items() if k not in {"ten", "muc", "can_cu", "kieu"}}
    try:
        severity = Severity(entry.text("muc"))
    except ValueError:
        raise entry.fault(_("«muc» phải là error, warning hoặc info")) from None
    check: Check = import_module(KINDS[kind]).check
    return Rule(
        name, entry.text("ten"), severity, entry.text("can_cu", ""), check,
        MappingProxyType(data), origin,
    )  # fmt: skip
