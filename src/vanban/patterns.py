"""Regular expressions that are compiled when they are first used.

Compiling one takes up to a millisecond, and of the hundreds that the rules know a document
needs a few: compiled at import they would cost a short command half of its time.
"""

from __future__ import annotations

import re
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
