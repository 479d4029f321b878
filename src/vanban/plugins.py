"""Discovery: what the core and the installed plugins contribute, as one frozen Registry."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Generic, TypeVar

import pluggy
from msgspec import Struct, field

from vanban import bundled, hookspecs
from vanban.errors import PluginError, Problem, StandardError, VanbanError
from vanban.location import Place
from vanban.messages import _
from vanban.rules.base import Rule
from vanban.rules.load import read as read_rules
from vanban.standards.load import Standard
from vanban.standards.types import DocumentType
from vanban.standards.types import read as read_type
from vanban.viet.text import nearest

BUILT_IN = "vanban"

_T = TypeVar("_T")


class Contribution(Struct, Generic[_T], frozen=True):
    """A value and who gave it: "vanban", or a distribution with its version."""

    value: _T
    origin: str


class Contributions(Generic[_T]):
    """What was contributed under each name.

    Of two contributions with one name neither is usable; a built-in name cannot be taken.
    """

    def __init__(self, given: Iterable[tuple[str, Contribution[_T]]], what: str) -> None:
        self._given: dict[str, list[Contribution[_T]]] = {}
        self.what = what
        for name, contribution in given:
            self._given.setdefault(name, []).append(contribution)

    def __iter__(self) -> Iterator[str]:
        return iter(self._given)

    def __contains__(self, name: str) -> bool:
        return name in self._given

    def get(self, name: str) -> Contribution[_T]:
        """The contribution of that name.

        Raises:
            PluginError: nobody contributes it, or two do.
        """
        found = self._given.get(name, [])
        own = [c for c in found if c.origin == BUILT_IN] or found
        if len(own) == 1:
            return own[0]
        if own:
            origins = _(" và ").join(sorted(c.origin for c in own))
            raise PluginError.at(
                _("{what} «{name}» do {origins} cùng đóng góp nên không dùng được.").format(
                    what=self.what, name=name, origins=origins
                ),
                advice=_("Gỡ bớt một trong hai gói, hoặc đặt VANBAN_PLUGINS."),
            )
        near = nearest(name, self._given)
        raise PluginError.at(
            _("Không có {what} «{name}».").format(what=self.what, name=name),
            advice=_("Có phải «{near}» không?").format(near=near) if near else None,
        )

    def clashes(self) -> Iterator[tuple[str, list[str]]]:
        """Names with several contributions, and who gave them."""
        for name, found in self._given.items():
            if len(found) > 1:
                yield name, [c.origin for c in found]


class Registry(Struct, frozen=True, dict=True, eq=False):
    """Everything that documents can use. ``problems`` tells what was left out and why."""

    types: Contributions[Path]
    standards: Contributions[Path]
    templates: Contributions[Path]
    rule_sources: tuple[Contribution[Path | Rule], ...]
    problems: tuple[Problem, ...] = ()
    _opened: dict[Any, Any] = field(default_factory=dict)

    def document_type(self, slug: str) -> DocumentType:
        """The type of that slug, read when first asked for."""
        return self._once(("type", slug), lambda: read_type(self.types.get(slug).value))

    def standard(self, slug: str) -> Standard:
        """The standard of that slug."""
        return self._once(("standard", slug), lambda: Standard(self.standards.get(slug).value))

    def template(self, name: str, co: str) -> Path:
        """The template of a form in a size set."""
        small = f"{name}-co-{co}"
        return self.templates.get(small if small in self.templates else name).value

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """All rules; a data file with a fault is left out and told in ``rule_problems``."""
        return self._rules[0]

    @cached_property
    def rule_problems(self) -> tuple[Problem, ...]:
        """What is wrong in rule files of plugins."""
        return self._rules[1]

    @cached_property
    def _rules(self) -> tuple[tuple[Rule, ...], tuple[Problem, ...]]:
        rules: list[Rule] = []
        problems: list[Problem] = []
        for source in self.rule_sources:
            try:
                found = (source.value,) if isinstance(source.value, Rule) else None
                rules += found or read_rules(Path(str(source.value)), source.origin)
            except StandardError as error:
                problems += error.problems
        return tuple(rules), tuple(problems)

    def _once(self, key: object, make: Callable[[], _T]) -> _T:
        if key not in self._opened:
            self._opened[key] = make()
        found: _T = self._opened[key]
        return found


@cache
def registry() -> Registry:
    """The registry of this process, made when first asked for."""
    return build(_installed())


def build(plugins: Iterable[tuple[str, Any]]) -> Registry:
    """A registry of the core and some plugins, given as (origin, module) pairs."""
    manager = pluggy.PluginManager(hookspecs.NAME)
    manager.add_hookspecs(hookspecs)
    manager.register(bundled, BUILT_IN)
    problems: list[Problem] = []
    for origin, module in plugins:
        try:
            manager.register(module() if callable(module) else module, origin)
        except Exception as error:
            problems.append(_skipped(origin, error))
    return Registry(
        types=Contributions(_stems(manager, "vanban_document_types", problems), _("loại văn bản")),
        standards=Contributions(_stems(manager, "vanban_standards", problems), _("tiêu chuẩn")),
        templates=Contributions(_named(manager, problems), _("mẫu Word")),
        rule_sources=tuple(_given(manager, "vanban_rules", problems)),
        problems=tuple(problems),
    )


def _given(
    manager: pluggy.PluginManager, hook: str, problems: list[Problem]
) -> Iterator[Contribution[Any]]:
    """What each plugin returns from a hook; one that crashes is skipped and told."""
    for implementation in reversed(getattr(manager.hook, hook).get_hookimpls()):
        try:
            values = list(implementation.function())
        except Exception as error:
            problems.append(_skipped(implementation.plugin_name, error))
            continue
        for value in values:
            if isinstance(value, Path | Rule):
                yield Contribution(value, implementation.plugin_name)
            else:
                problem = TypeError(f"{hook}: {value!r}")
                problems.append(_skipped(implementation.plugin_name, problem))


def _stems(
    manager: pluggy.PluginManager, hook: str, problems: list[Problem]
) -> Iterator[tuple[str, Contribution[Path]]]:
    return ((c.value.stem, c) for c in _given(manager, hook, problems))


def _named(
    manager: pluggy.PluginManager, problems: list[Problem]
) -> Iterator[tuple[str, Contribution[Path]]]:
    for implementation in reversed(manager.hook.vanban_templates.get_hookimpls()):
        origin = implementation.plugin_name
        try:
            answer: Any = implementation.function()
            given: Mapping[str, Path] = dict(answer)
        except Exception as error:
            problems.append(_skipped(origin, error))
            continue
        for name, path in given.items():
            yield name, Contribution(path, origin)


def _skipped(origin: str, error: Exception) -> Problem:
    reason = str(error) if isinstance(error, VanbanError) else f"{type(error).__name__}: {error}"
    return Problem(
        _("Phần mở rộng {origin} bị bỏ qua: {reason}.").format(origin=origin, reason=reason),
        Place(origin),
    )


def _installed() -> Iterator[tuple[str, Callable[[], Any]]]:
    """The installed plugins that VANBAN_PLUGINS allows (unset: all, empty: none)."""
    wanted = os.environ.get("VANBAN_PLUGINS")
    allowed = None if wanted is None else {name.strip() for name in wanted.split(",")}
    if allowed == {""} or not _any_declared():
        return
    from importlib.metadata import distributions

    for distribution in distributions():
        name = distribution.metadata["Name"]
        for point in distribution.entry_points:
            if point.group == hookspecs.NAME and (allowed is None or name in allowed):
                yield f"{name} {distribution.version}", point.load


def _any_declared() -> bool:
    """Whether any installed distribution declares a plugin.

    Reading the few entry_points.txt files takes 2 ms; importlib.metadata, which tells the
    same, takes 60 ms to import, and most machines have no plugin.
    """
    return any(_declares(folder) for folder in sys.path if folder and os.path.isdir(folder))


def _declares(folder: str) -> bool:
    with os.scandir(folder) as entries:
        found = [e.path for e in entries if e.name.endswith((".dist-info", ".egg-info"))]
    for path in found:
        try:
            with open(os.path.join(path, "entry_points.txt"), "rb") as stream:
                if b"[vanban]" in stream.read():
                    return True
        except OSError:
            continue
    return False
