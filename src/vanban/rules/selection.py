"""Which rules a check uses: all, or those that are selected, without those that are ignored."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence

from vanban.errors import PluginError, short
from vanban.messages import _
from vanban.rules.base import Rule
from vanban.viet.text import nearest


def choose(
    rules: Sequence[Rule],
    select: Collection[str] = (),
    ignore: Collection[str] = (),
    others: Callable[[], Sequence[Rule]] = tuple,
) -> tuple[Rule, ...]:
    """The rules of a check.

    Args:
        rules: those that there are.
        select: ids, or beginnings of ids up to a hyphen ("ND30-N", "TXT"); none selects all.
        ignore: likewise, what is left out.
        others: gives rules that may be named too although they are none of these; asked
            only when a name is not among these.

    Raises:
        PluginError: a name that no rule has.
    """
    if not select and not ignore and isinstance(rules, tuple):
        return rules
    wanted = _rules_of(rules, select, others)
    unwanted = _rules_of(rules, ignore, others)
    return tuple(
        rule for rule in rules if (not select or rule.id in wanted) and rule.id not in unwanted
    )


def _rules_of(
    rules: Sequence[Rule], names: Iterable[str], others: Callable[[], Sequence[Rule]]
) -> set[str]:
    found: set[str] = set()
    for name in names:
        named = _named(rules, name)
        if not named and not _named(others(), name):
            raise _unknown(name, [*rules, *others()])
        found |= named
    return found


def _named(rules: Sequence[Rule], name: str) -> set[str]:
    return {rule.id for rule in rules if _is_of(rule.id, name.strip().upper())}


def _is_of(rule: str, name: str) -> bool:
    """Whether a rule has a name or belongs to what it begins with.

    >>> _is_of("ND30-N-004", "ND30-N"), _is_of("ND30-N-004", "ND30-N-00")
    (True, False)
    """
    return rule == name or rule.startswith(f"{name}-")


def _unknown(name: str, rules: Sequence[Rule]) -> PluginError:
    near = nearest(name, (rule.id for rule in rules))
    return PluginError.at(
        _("Không có quy tắc «{name}».").format(name=short(name)),
        advice=_("Có phải «{near}» không?").format(near=near)
        if near
        else _("Xem các quy tắc bằng lệnh: vanban rules"),
    )
