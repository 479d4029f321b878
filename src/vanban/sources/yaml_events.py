"""The parser events of a YAML text: libyaml's, or PyYAML's own where libyaml is missing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from vanban.patterns import postponed

with postponed("yaml"):
    import yaml

__all__ = ["LOADER", "Event", "Mark", "Text", "events", "yaml"]


class Mark(Protocol):
    """A place in the text, all counts 0-based and in characters."""

    @property
    def index(self) -> int: ...
    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


class Event(Protocol):
    """Any event; which one, its class in ``yaml`` tells."""

    @property
    def start_mark(self) -> Mark: ...
    @property
    def end_mark(self) -> Mark: ...


class Text(Event, Protocol):
    """The event of a scalar. ``style`` is false for a plain one, else its first character."""

    @property
    def value(self) -> str: ...
    @property
    def style(self) -> str | None: ...


LOADER: type = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader


def events(text: str) -> Iterator[yaml.Event]:
    """The events of a text, as the parser goes; raises its errors."""
    return yaml.parse(text, Loader=LOADER)
