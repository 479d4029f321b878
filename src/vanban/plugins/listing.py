"""Who contributes what: the plugins that are installed, with everything that they bring."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from vanban.plugins.building import Registry
from vanban.plugins.contributions import BUILT_IN, Contributions


class Contributor(Struct, frozen=True):
    """A distribution and what it contributes.

    Attributes:
        origin: name and version; "vanban" for the core.
        brings: the names that it contributes, by the name of the hook.
    """

    origin: str
    brings: Mapping[str, tuple[str, ...]]


def contributors(registry: Registry) -> list[Contributor]:
    """Everybody who contributes something, the core first."""
    found: dict[str, dict[str, list[str]]] = {}
    for hook, name, origin in _contributions(registry):
        found.setdefault(origin, {}).setdefault(hook, []).append(name)
    return [
        Contributor(origin, {hook: tuple(names) for hook, names in brings.items()})
        for origin, brings in sorted(found.items(), key=lambda item: item[0] != BUILT_IN)
    ]


def _contributions(registry: Registry) -> Iterator[tuple[str, str, str]]:
    """The hook, the name and the origin of each contribution."""
    known: Mapping[str, Contributions[Any]] = {
        "vanban_document_types": registry.types,
        "vanban_standards": registry.standards,
        "vanban_templates": registry.templates,
        "vanban_sources": registry.sources,
        "vanban_executors": registry.executors,
        "vanban_commands": registry.commands,
    }
    for hook, contributions in known.items():
        yield from ((hook, name, origin) for name, origin in _each(contributions))
    for rule in registry.rules:
        yield "vanban_rules", rule.id, rule.origin


def _each(contributions: Contributions[Any]) -> Iterable[tuple[str, str]]:
    for name in contributions:
        for origin in contributions.origins_of(name):
            yield name, origin
