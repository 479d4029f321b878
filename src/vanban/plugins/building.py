"""The Registry: everything that documents can use, from the core and from plugins."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from vanban.errors import PluginError, Problem, StandardError
from vanban.messages import _
from vanban.plugins.answers import (
    FAULTS,
    answers,
    endings,
    paths,
    paths_by_name,
    rules,
    skipped,
    targets_by_name,
)
from vanban.plugins.contributions import Contribution, Contributions
from vanban.plugins.hooks import Hooks
from vanban.plugins.loading import loaded
from vanban.standards.load import Standard
from vanban.standards.types import DocumentType
from vanban.standards.types import read as read_type

if TYPE_CHECKING:
    from vanban.rules.base import Rule, Scope

_T = TypeVar("_T")


class Registry(Struct, frozen=True, dict=True, eq=False):
    """Everything that documents can use. ``problems`` tells what was left out and why."""

    types: Contributions[Path]
    standards: Contributions[Path]
    templates: Contributions[Path]
    rule_sources: tuple[Contribution[Path | Rule], ...]
    sources: Contributions[str]
    executors: Contributions[str]
    commands: Contributions[str]
    problems: tuple[Problem, ...] = ()
    _opened: dict[Any, Any] = field(default_factory=dict)

    def document_type(self, slug: str) -> DocumentType:
        """The type of that slug, read when first asked for."""
        return self._once(("type", slug), lambda: read_type(self.types.get(slug).value))

    def standard(self, slug: str) -> Standard:
        """The standard of that slug."""
        return self._once(("standard", slug), lambda: Standard(self.standards.get(slug).value))

    def template(self, standard: str, kind: DocumentType, co: str) -> Path | None:
        """The template for a type in a size set: its own, else that of its form.

        None when there is neither: the form is laid out from the standard's data.
        """
        for name in (f"{standard}/{kind.slug}", f"{standard}/{kind.mau}"):
            for sized in (f"{name}-co-{co}", name):
                if sized in self.templates:
                    return self.templates.get(sized).value
        return None

    def reader(self, ending: str) -> Any:
        """The function that reads sources with an ending (".toml"); None when nobody has one."""
        return loaded(self.sources, ending) if ending in self.sources else None

    def executor(self, name: str) -> Any:
        """The function that makes the executor of that name."""
        return loaded(self.executors, name)

    def command(self, name: str) -> Any:
        """The function that makes the command of that name."""
        return loaded(self.commands, name)

    @property
    def rules(self) -> tuple[Rule, ...]:
        """All rules on sources but those that ``rule_problems`` tells of."""
        return self._rules[0]

    @property
    def docx_rules(self) -> tuple[Rule, ...]:
        """All rules on .docx files but those that ``docx_rule_problems`` tells of.

        They are read when first asked for: checking a source needs none of them. Some have the
        id of a rule on sources: the same rule, judged on the printed page.
        """
        return self._docx_rules[0]

    @cached_property
    def rule_ids(self) -> frozenset[str]:
        """The ids of all rules."""
        return frozenset(rule.id for rule in self.rules)

    @property
    def rule_problems(self) -> tuple[Problem, ...]:
        """Rule files with a fault, and ids that two plugins use or that are built in."""
        return self._rules[1]

    @property
    def docx_rule_problems(self) -> tuple[Problem, ...]:
        """The same for rules on .docx files."""
        return self._docx_rules[1]

    @cached_property
    def _rules(self) -> tuple[tuple[Rule, ...], tuple[Problem, ...]]:
        return self._known_rules("source")

    @cached_property
    def _docx_rules(self) -> tuple[tuple[Rule, ...], tuple[Problem, ...]]:
        return self._known_rules("docx")

    def _known_rules(self, scope: Scope) -> tuple[tuple[Rule, ...], tuple[Problem, ...]]:
        problems: list[Problem] = []
        known = Contributions(self._read_rules(scope, problems), _("quy tắc"))
        problems += known.taken()
        found: list[Rule] = []
        for name in known:
            try:
                found.append(known.get(name).value)
            except PluginError as error:
                problems += error.problems
        return tuple(found), tuple(problems)

    def _read_rules(
        self, scope: Scope, problems: list[Problem]
    ) -> Iterator[tuple[str, Contribution[Rule]]]:
        for source in self.rule_sources:
            if _scope(source.value) != scope:
                continue
            try:
                for rule in _read(source.value, source.origin):
                    yield rule.id, Contribution(rule, source.origin)
            except StandardError as error:
                problems += error.problems

    def _once(self, key: object, make: Callable[[], _T]) -> _T:
        if key not in self._opened:
            self._opened[key] = make()
        found: _T = self._opened[key]
        return found


def _scope(source: Path | Rule) -> Scope:
    from vanban.rules.docx.shelf import shelf_of  # rendering alone needs no rules

    return shelf_of(source).scope if isinstance(source, Path) else source.scope


def _read(source: Path | Rule, origin: str) -> tuple[Rule, ...]:
    from vanban.rules import load
    from vanban.rules.docx.shelf import shelf_of

    if isinstance(source, Path):
        return load.read(source, origin, shelf_of(source))
    return (replace(source, origin=origin),)


def build(plugins: Iterable[tuple[str, Any]]) -> Registry:
    """A registry of the core and some plugins.

    Args:
        plugins: pairs of who it is ("vanban-dang 1.0") and the plugin's module, or what
            returns it when called, so that a broken import can be told too.
    """
    hooks = Hooks()
    problems: list[Problem] = []
    for origin, plugin in plugins:
        try:
            hooks.register(plugin() if callable(plugin) else plugin, origin)
        except FAULTS as error:
            problems.append(skipped(origin, error))

    def named(
        hook: str, shape: Callable[[Any], Iterable[tuple[str, _T]]], what: str
    ) -> Contributions[_T]:
        given = answers(hooks, hook, shape, problems)
        pairs = ((c.value[0], Contribution(c.value[1], c.origin)) for c in given)
        known: Contributions[_T] = Contributions(pairs, what)
        problems.extend(known.taken())
        return known

    return Registry(
        types=named("vanban_document_types", paths, _("loại văn bản")),
        standards=named("vanban_standards", paths, _("tiêu chuẩn")),
        templates=named("vanban_templates", paths_by_name, _("mẫu Word")),
        rule_sources=tuple(answers(hooks, "vanban_rules", rules, problems)),
        sources=named("vanban_sources", endings, _("dạng tệp nguồn")),
        executors=named("vanban_executors", targets_by_name, _("cách chạy")),
        commands=named("vanban_commands", targets_by_name, _("lệnh")),
        problems=tuple(problems),
    )
