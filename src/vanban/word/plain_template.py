"""The part of Jinja that Word templates mostly use, without Jinja.

Values, ``if``/``elif``/``else`` and ``for`` over plain names are all that the shipped
templates need. A part that uses nothing else is compiled here, in a fraction of the time
that importing Jinja takes; any other expression sends the part to Jinja, and tests hold the
two to the same output.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from markupsafe import Markup, escape

from vanban.patterns import later
from vanban.word.ooxml import line_breaks

Values = Mapping[str, Any]
Step = Callable[[Values, list[str]], None]
"""Appends what it prints for some values."""

_TAG = later(r"(\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\})", re.DOTALL)
_RESERVED = frozenset({"loop", "self", "true", "false", "none", "True", "False", "None"})


class UnknownName(LookupError):
    """A template asks for a name that its values do not have; the name is the argument."""


class _Beyond(Exception):
    """The part uses more of Jinja than this module knows."""


class PlainTemplate:
    """A compiled part; `render` does what Jinja's template of the same text does."""

    def __init__(self, steps: list[Step], tags: list[str]) -> None:
        self._steps = steps
        self._tags = tags

    def render(self, values: Values) -> str:
        """The part with the values put in.

        Raises:
            UnknownName: the part asks for a name that nothing has.
        """
        out: list[str] = []
        for step in self._steps:
            step(values, out)
        return "".join(out)

    def printed(self) -> frozenset[str]:
        """What its tags print, by the way to it, numbers left out.

        >>> part = compile_plain("{{ so }}{% for k in ky %}{{ k.ten }}{% endfor %}{{ ky[0].vi }}")
        >>> sorted(part.printed())
        ['ky.ten', 'ky.vi', 'so']
        """
        found: set[str] = set()
        scopes: list[Mapping[str, str]] = [{}]
        for tag in self._tags:
            inner = tag[2:-2].strip()
            if tag.startswith("{{"):
                found.add(_way(inner, scopes[-1]))
            elif inner == "endfor":
                scopes.pop()
            elif inner.startswith("for "):
                name, over = _loop(inner)
                scopes.append({**scopes[-1], name: _way(over, scopes[-1])})
        return frozenset(found)


def _way(path: str, scope: Mapping[str, str]) -> str:
    """The way to a value from the top: "k.ten" in a loop over "ky" is "ky.ten"."""
    first, *rest = [key for key in _keys(path) if isinstance(key, str)]
    return ".".join((scope.get(first, first), *rest))


def compile_plain(text: str) -> PlainTemplate | None:
    """The compiled text, or None when it takes Jinja.

    >>> compile_plain("{% for x in names %}<{{ x }}>{% endfor %}").render({"names": ["a", "&"]})
    '<a><&amp;>'
    >>> compile_plain("{{ names|join(', ') }}") is None
    True
    """
    tokens = _TAG.split(text.removesuffix("\n"))
    try:
        steps, rest, _end = _block(tokens, 0)
    except _Beyond:
        return None
    return PlainTemplate(steps, tokens[1::2]) if rest == len(tokens) else None


def _block(tokens: list[str], at: int) -> tuple[list[Step], int, str]:
    """The steps up to a tag that ends or continues a block; where it is, and the tag."""
    steps: list[Step] = []
    while at < len(tokens):
        token = tokens[at]
        at += 1
        if not token.startswith(("{{", "{%", "{#")):
            if "{{" in token or "{%" in token or "{#" in token:  # never closed: Jinja tells
                raise _Beyond
            if token:
                steps.append(_static(token))
            continue
        inner = token[2:-2].strip()
        if token[2:3] in "-+" or token[-3:-2] in "-+" or token.startswith("{#"):
            raise _Beyond
        if token.startswith("{{"):
            steps.append(_value(_path(inner)))
        elif inner.startswith("if "):
            step, at = _if(tokens, at, inner[3:].strip())
            steps.append(step)
        elif inner.startswith("for "):
            step, at = _for(tokens, at, inner)
            steps.append(step)
        else:
            return steps, at, inner
    return steps, at, ""


def _static(text: str) -> Step:
    return lambda _values, out: out.append(text)


def _value(path: Callable[[Values], Any]) -> Step:
    def step(values: Values, out: list[str]) -> None:
        value = path(values)
        if value is None:
            return
        if type(value) is str:
            out.append(line_breaks(value))
        else:
            out.append(value if isinstance(value, Markup) else str(escape(value)))

    return step


def _if(tokens: list[str], at: int, condition: str) -> tuple[Step, int]:
    branches: list[tuple[Callable[[Values], Any], list[Step]]] = []
    test: Callable[[Values], Any] | None = _test(condition)
    while test:
        steps, at, end = _block(tokens, at)
        branches.append((test, steps))
        if end == "endif":
            return _choose(branches), at
        test = _test(end[5:].strip()) if end.startswith("elif ") else None
        if end == "else":
            test = _always
        elif test is None:
            raise _Beyond
    raise _Beyond


def _choose(branches: list[tuple[Callable[[Values], Any], list[Step]]]) -> Step:
    def step(values: Values, out: list[str]) -> None:
        for test, steps in branches:
            if test(values):
                for inner in steps:
                    inner(values, out)
                return

    return step


def _for(tokens: list[str], at: int, tag: str) -> tuple[Step, int]:
    name, over = _loop(tag)
    path = _path(over)
    steps, at, end = _block(tokens, at)
    if end != "endfor":
        raise _Beyond

    def step(values: Values, out: list[str]) -> None:
        for item in path(values):
            inner_values = {**values, name: item}
            for inner in steps:
                inner(inner_values, out)

    return step, at


def _loop(tag: str) -> tuple[str, str]:
    """The name and the path in "for k in ky"."""
    match tag.split():
        case ["for", name, "in", path] if _is_name(name) and name not in _RESERVED:
            return name, path
    raise _Beyond


def _is_name(text: str) -> bool:
    return text.isidentifier() and text.isascii()


def _always(_values: Values) -> bool:
    return True


def _test(condition: str) -> Callable[[Values], Any]:
    of, bar, test = condition.partition("|")
    if not bar:
        return _truth(condition.split())
    match test.split():
        case ["length", sign, number] if sign in _COMPARE and number.isdecimal():
            path, compare, limit = _path(of.strip()), _COMPARE[sign], int(number)
            return lambda values: compare(len(path(values)), limit)
    raise _Beyond


def _truth(words: list[str]) -> Callable[[Values], Any]:
    """The test of "ky" or "not ky"."""
    match words:
        case ["not", name]:
            path = _path(name)
            return lambda values: not path(values)
        case [name]:
            path = _path(name)
            return lambda values: bool(path(values))
    raise _Beyond


_COMPARE: dict[str, Callable[[int, int], bool]] = {
    "==": int.__eq__,
    ">": int.__gt__,
    "<": int.__lt__,
}


def _keys(path: str) -> list[str | int]:
    """The names and numbers in a path: "ky[0].chuc_vu" is "ky", 0, "chuc_vu"."""
    keys: list[str | int] = []
    for part in path.split("."):
        name, bracket, rest = part.partition("[")
        numbers = rest.removesuffix("]").split("][") if bracket else []
        if not _is_name(name) or not all(map(str.isdecimal, numbers)):
            raise _Beyond
        if bracket and not rest.endswith("]"):
            raise _Beyond
        keys += (name, *map(int, numbers))
    return keys


def _path(text: str) -> Callable[[Values], Any]:
    """From "ky[0].chuc_vu" to what looks it up in records and lists."""
    keys = _keys(text)
    if keys[0] in _RESERVED:
        raise _Beyond

    def look_up(values: Values) -> Any:
        value: Any = values
        for key in keys:
            try:
                value = value[key]
            except (KeyError, IndexError, TypeError):
                raise UnknownName(str(key)) from None
        return value

    return look_up
