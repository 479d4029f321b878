"""Regular expressions that are compiled when they are first used.

Compiling one takes up to a millisecond, and of the hundreds that the rules know a document
needs a few: compiled at import they would cost a short command half of its time.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast

_USES = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "groupindex")


class _Later:
    """Becomes like the compiled expression once it is asked for anything."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self._source, self._flags)
        vars(self).update({use: getattr(compiled, use) for use in _USES})
        return getattr(compiled, name)


def later(source: str, flags: int = 0) -> re.Pattern[str]:
    r"""What `re.compile` gives, save that a faulty ``source`` is told at the first use.

    >>> later(r"số (\d+)").findall("số 5, số 6")
    ['5', '6']
    """
    return cast("re.Pattern[str]", _Later(source, flags))


@contextmanager
def postponed(*packages: str) -> Iterator[None]:
    """Let the expressions of libraries, too, wait for their first use while these are imported.

    PyYAML compiles ten for its parser in Python, which stays idle beside libyaml: that is 14 of
    the 19 ms that importing it takes.
    """
    compiled_now = re.compile

    def compiled(pattern: Any, flags: int = 0) -> Any:
        caller = sys._getframe(1).f_globals.get("__name__", "")
        return (later if caller.startswith(packages) else compiled_now)(pattern, flags)

    re.compile = compiled
    try:
        yield
    finally:
        re.compile = compiled_now
