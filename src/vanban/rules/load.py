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
    "own_field": "vanban.rules.kinds.own_field",
    "numbering": "vanban.rules.library.numbering",
    "letters": "vanban.rules.library.structure:letters",
    "titles": "vanban.rules.library.structure:titles",
    "layouts": "vanban.rules.library.structure:layouts",
    "levels": "vanban.rules.library.structure:levels",
    "prefix_form": "vanban.rules.library.signer_prefix:form",
    "prefix_spacing": "vanban.rules.library.signer_prefix:spacing",
    "prefix_nesting": "vanban.rules.library.signer_prefix:nesting",
    "prefix_authorised": "vanban.rules.library.signer_prefix:authorised",
    "signer_collective": "vanban.rules.library.signer_office:before_body",
    "signer_office": "vanban.rules.library.signer_office:before_office",
    "signer_deputy": "vanban.rules.library.signer_office:deputy",
    "signer_head": "vanban.rules.library.signer_office:head",
    "name_titles": "vanban.rules.library.signer_name:titles",
    "name_capitals": "vanban.rules.library.signer_name:capitals",
    "addressed": "vanban.rules.library.addressees:addressed",
    "repeated": "vanban.rules.library.addressees:repeated",
}
"""Where the check of each kind is; the ones in ``library`` are rules of one kind each.

After a colon stands the function; without one it is ``check``.
"""


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
    module, _colon, function = KINDS[kind].partition(":")
    check: Check = getattr(import_module(module), function or "check")
    return Rule(
        name, entry.text("ten"), severity, entry.text("can_cu", ""), check,
        MappingProxyType(data), origin,
    )  # fmt: skip
