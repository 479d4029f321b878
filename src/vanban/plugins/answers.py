"""What plugins answer to the hooks; one that crashes or answers nonsense is left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from vanban.errors import Problem, VanbanError
from vanban.findings import Severity
from vanban.location import Place
from vanban.messages import _
from vanban.patterns import later
from vanban.plugins.contributions import Contribution
from vanban.plugins.hooks import Hooks

if TYPE_CHECKING:
    from vanban.rules.base import Rule

_T = TypeVar("_T")
_TARGET = later(r"[^\W\d]\w*(?:\.[^\W\d]\w*)*:[^\W\d]\w*")
FAULTS = (Exception, SystemExit)
"""What a plugin may raise without stopping anything else."""


def answers(
    hooks: Hooks,
    hook: str,
    shape: Callable[[Any], Iterable[_T]],
    problems: list[Problem],
) -> Iterator[Contribution[_T]]:
    """What each plugin contributes by a hook, and the core.

    Args:
        hooks: where the plugins are registered.
        hook: the name of the hook.
        shape: makes the contributions of one answer; raises TypeError for nonsense.
        problems: where plugins are told that had to be left out.
    """
    for origin, implementation in hooks.implementations(hook):
        try:
            values = list(shape(implementation()))
        except FAULTS as error:
            problems.append(skipped(origin, error))
            continue
        for value in values:
            yield Contribution(value, origin)


def paths(answer: Iterable[Any]) -> Iterator[tuple[str, Path]]:
    """Paths, each named by its stem."""
    return ((path.stem, path) for path in map(_path, answer))


def paths_by_name(answer: Any) -> Iterator[tuple[str, Path]]:
    """Paths by name."""
    for name, path in dict(answer).items():
        if not isinstance(name, str):
            raise TypeError(f"not a name: {name!r}")
        yield name, _path(path)


def targets_by_name(answer: Any) -> Iterator[tuple[str, str]]:
    """Texts "module:function" by name."""
    for name, target in dict(answer).items():
        if not isinstance(name, str) or not name:
            raise TypeError(f"not a name: {name!r}")
        if not (isinstance(target, str) and _TARGET.fullmatch(target)):
            raise TypeError(f"not a text module:function: {target!r}")
        yield name, target


def endings(answer: Any) -> Iterator[tuple[str, str]]:
    """Texts "module:function" by the ending of file names, in small letters."""
    for ending, target in targets_by_name(answer):
        if not ending.startswith(".") or ending != ending.lower():
            raise TypeError(f"not an ending such as .toml: {ending!r}")
        yield ending, target


def rules(answer: Iterable[Any]) -> Iterator[Path | Rule]:
    """Rules, and paths of files of rules."""
    return (value if isinstance(value, Path) else _rule(value) for value in answer)


def _rule(rule: Any) -> Rule:
    from vanban.rules.base import Rule  # whoever gives one has loaded it

    if not isinstance(rule, Rule):
        raise TypeError(f"not a Path: {rule!r}")
    texts = (rule.id, rule.ten, rule.basis)
    checks = (rule.check, rule.check_set)
    if not all(isinstance(text, str) for text in texts) or not rule.id:
        raise TypeError(f"id, ten and basis of a Rule are texts: {rule.id!r}")
    if not isinstance(rule.severity, Severity):
        raise TypeError(f"severity of {rule.id} is no Severity: {rule.severity!r}")
    if not any(checks) or not all(check is None or callable(check) for check in checks):
        raise TypeError(f"check of {rule.id} is no function")
    return rule


def skipped(origin: str, error: BaseException) -> Problem:
    """The problem that tells of a plugin that was left out."""
    reason = str(error) if isinstance(error, VanbanError) else f"{type(error).__name__}: {error}"
    return Problem(
        _("Phần mở rộng {origin} bị bỏ qua: {reason}.").format(origin=origin, reason=reason),
        Place(origin),
    )


def _path(value: Any) -> Path:
    if not isinstance(value, Path):
        raise TypeError(f"not a Path: {value!r}")
    return value
